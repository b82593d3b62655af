"""Questions about notices that were withdrawn: nothing is answered from them, and that is said."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Notice
from retrieval.answers import Answers, Around
from retrieval.compose import titled
from retrieval.model import Answer, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.scoping.scope import Scopes, Target
from retrieval.wording import say


class Guarded(Around):
    """Answers like the desk it is given, but tells that a notice was withdrawn."""

    def __init__(self, desk: Answers, withdrawn: Sequence[Notice]) -> None:
        super().__init__(desk)
        self._withdrawn = {notice.id: notice for notice in withdrawn}
        self._scopes = Scopes([*desk.notices, *withdrawn], words())

    @property
    def withdrawn(self) -> frozenset[str]:
        """Ids of the notices nothing is answered from any more."""
        return frozenset(self._withdrawn)

    def answer(self, question: Question) -> Answer:
        """Answer one question, or say that the notice it is about was withdrawn."""
        gone = self._about(question)
        if gone:
            names = "、".join(titled(self._withdrawn[i]) for i in gone)
            text = say("withdrawn", names=names)
            return Answer(id=question.id, status="not_stated", reason="no_such_notice", text=text)
        if question.notice in self._withdrawn:
            question = question.model_copy(update={"notice": None, "track": None, "group": None})
        return self._desk.answer(question)

    def _about(self, question: Question) -> tuple[str, ...]:
        """The withdrawn notices the question, the chat's choice or an earlier question names."""
        named = self._named(question.text, question)
        if named is None and question.notice is not None:
            return (question.notice,) if question.notice in self._withdrawn else ()
        context = [question.context] if question.context else []
        earlier = context + [turn.question for turn in reversed(question.history)]
        for words_before in earlier if named is None else ():
            named = named or self._named(words_before, question)
        gone = named.notices if named else ()
        return gone if all(i in self._withdrawn for i in gone) else ()

    def _named(self, text: str, question: Question) -> Target | None:
        """What the words say about the competition; None if they name none."""
        target = self._scopes.resolve(plain(text), question.as_of.year)
        return target if target.named or target.tracked else None
