"""A question as it is meant: without courtesies, in words as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import squeeze
from knowledge.simplified import simplified
from retrieval.entrants.persons import of_people
from retrieval.hearing.courtesies import without_courtesies
from retrieval.hearing.dialect import plainly
from retrieval.hearing.spelling import Spelling
from retrieval.hearing.wishes import wished
from retrieval.model import Answer, Question, Turn
from retrieval.question.lexicon import Words
from retrieval.refusals import LIMIT
from retrieval.wording import say

_WORD = lazy_re.compile("[\u4e00-\u9fff]{2,}")
_NAMES = frozenset({"person", "organisation", "place"})
TEXT_LIMIT = 1_000_000
"""So many characters of notices give their words; of the others names and headings do."""


class Hearing:
    """Hears questions about fixed notices."""

    def __init__(self, notices: Sequence[Notice], words: Words) -> None:
        self._notices = notices
        self._words = words
        self._spelling = Spelling(self._texts, self._terms, of_people)

    def heard(self, question: Question) -> Question:
        """The question as it is meant; too long a one is left to be refused."""
        if len(question.text) > LIMIT:
            return question
        text, history = self._meant(question.text), tuple(map(self._turn, question.history))
        if text == question.text and history == question.history:
            return question
        return question.model_copy(update={"text": text, "history": history})

    def _meant(self, text: str) -> str:
        return wished(self._spelled(without_courtesies(text)))

    def _turn(self, turn: Turn) -> Turn:
        """An earlier turn as it was meant; what holds after it may be known already."""
        if turn.held is not None or len(turn.question) > LIMIT:
            return turn
        meant = self._meant(turn.question)
        return turn if meant == turn.question else turn.model_copy(update={"question": meant})

    def shown(self, answer: Answer, question: Question, meant: Question) -> Answer:
        """The answer, which says so where words were taken for others."""
        typed = simplified(without_courtesies(question.text))
        said = plainly(typed)  # 啥前儿 for 什么时候 is no mistake
        if (
            meant.text in (question.text, typed, wished(typed), said, wished(said))
            or answer.status == "out_of_scope"
        ):
            return answer
        text = f"{answer.text}\n{say('heard', text=meant.text)}"
        return answer.model_copy(update={"text": text})

    def _spelled(self, text: str) -> str:
        """Itself where nothing was mended, traditional characters too."""
        typed = simplified(text)
        plain = plainly(typed)
        mended = self._spelling.mended(plain, asks=bool(self._words.forms(plain)))
        return text if mended == typed else mended

    def _texts(self) -> Iterator[str]:
        left = TEXT_LIMIT
        for notice in self._notices:
            left -= len(notice.text)
            if left >= 0:
                yield squeeze(notice.text)
            else:
                yield from (v.raw for v in notice.values if v.kind in _NAMES)
                yield from (c.heading for c in notice.clauses)

    def _terms(self) -> Iterator[str]:
        for pattern in self._words.ask_patterns:
            yield from _WORD.findall(pattern)
        for notice in self._notices:
            yield from (notice.name, *notice.aliases, *notice.groups, notice.region or "")
            for track in notice.tracks:
                yield from (track.name, *track.aliases)
