"""A desk whose answers a language model words anew, and that tries unplaced questions once more.

What the model says is used only where it proves faithful; else, and for every question that
speaks of a person, the answer is the desk's own. The whole wait is limited.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from retrieval.answers import Answers, Around
from retrieval.gate import passes
from retrieval.model import Answer, Question
from retrieval.question.asked import plain
from retrieval.wording_model.answers import language_of, parted, unplaced, wordable
from retrieval.wording_model.data import prompts
from retrieval.wording_model.faithful import faithful
from retrieval.wording_model.names import Names
from retrieval.wording_model.private import names_a_person, tells_of_a_person
from retrieval.wording_model.shape import well_formed
from retrieval.wording_model.understanding import may_stand_for
from retrieval.wording_model.writer import Writer


class Reworded(Around):
    """Answers like the desk it is given; `seconds` is the longest wait for the model in all."""

    def __init__(
        self,
        desk: Answers,
        writer: Writer,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(desk)
        self._writer = writer
        self._seconds = seconds
        self._clock = clock
        self._notices = {notice.id: notice for notice in desk.notices}
        self._names = Names(desk.notices)

    def answer(self, question: Question) -> Answer:
        """The desk's answer, in friendlier words where that adds and loses nothing."""
        answer = self._desk.answer(question)
        lost = unplaced(question, answer)
        if not lost and not wordable(answer):
            return answer
        if tells_of_a_person(question):
            return answer
        end = self._clock() + self._seconds
        return (
            self._once_more(question, answer, end) if lost else self._worded(answer, question, end)
        )

    def _once_more(self, question: Question, answer: Answer, end: float) -> Answer:
        """The answer to the question in other words, which are shown; else the refusal."""
        rewritten = self._writer.rewrite(question.text, end - self._clock())
        if not rewritten or rewritten in {"无", "无。"}:
            return answer
        if not may_stand_for(rewritten, question.text, self._names, question.as_of.date()):
            self._writer.unused("another question")
            return answer
        asked = question.model_copy(update={"text": rewritten, "goes_on": False})
        found = self._desk.answer(asked)
        if found.status == "out_of_scope" or found.reason == "no_such_notice":
            return answer
        found = self._worded(found, asked, end) if wordable(found) else found
        shown = prompts().understood[language_of(question.text)]
        text = shown.format(question=rewritten, answer=found.text)
        return found.model_copy(update={"text": text, "held": answer.held})

    def _worded(self, answer: Answer, question: Question, end: float) -> Answer:
        """The same answer, its statements in the model's words if they prove faithful."""
        if names_a_person(answer, self._notices):
            return answer
        said, frame = parted(answer.text)
        clauses = tuple(dict.fromkeys(citation.quote for citation in answer.citations))
        left = end - self._clock()
        draft = self._writer.reword(said, clauses, language_of(question.text), left)
        if not draft or plain(draft) == plain(said):
            return answer
        if not self._proven(draft, said, answer, question.text):
            self._writer.unused("unproven")
            return answer
        return answer.model_copy(update={"text": draft + frame})

    def _proven(self, draft: str, said: str, answer: Answer, question: str) -> bool:
        """Whether a draft is plain text, passes the gate, and says what the answer says."""
        names = self._names.within(draft)
        return (
            well_formed(draft, said)
            and passes(draft, answer.citations, self._notices, known=(said,), names=names)
            and faithful(draft, said, question)
        )
