"""Sentences with a business of their own, which near words bring up beside another question."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.speech.needed import Sieve, needed, signs
from knowledge.model import Frozen

_KEPT = 4096
"""So many sentences are kept in mind for each business."""


class Business(Frozen):
    """One business of sentences, and the questions they are no answer to."""

    asked: tuple[str, ...] = ()
    """Concepts of such questions."""
    ask: str = "(?!)"
    """Words of such questions, whatever their concepts."""
    but: tuple[str, ...] = ()
    """Concepts by which a question is about that business after all."""
    besides: str = "(?!)"
    """Words of a question by which it is."""
    say: str
    """What the sentences say."""
    unless: str = "(?!)"
    """What makes one of them an answer all the same."""


class _Compiled:
    def __init__(self, of: Business) -> None:
        self.asked, self.but = frozenset(of.asked), frozenset(of.but)
        self.ask = lazy_re.compile(of.ask)
        self.besides = lazy_re.compile(of.besides)
        self._say, self._unless = lazy_re.compile(of.say), lazy_re.compile(of.unless)
        # sentences come again with the next question
        self.said = lru_cache(maxsize=_KEPT)(self._said)

    def _said(self, words: str) -> bool:
        """Whether a sentence (comparable) is about this business alone."""
        return bool(self._say.search(words)) and not self._unless.search(words)


class Apart:
    """All such businesses."""

    def __init__(self, of: tuple[Business, ...]) -> None:
        self._of = [_Compiled(each) for each in of]
        self._asked = Sieve((each, needed(each.ask)) for each in self._of)
        self._near: dict[str, list[_Compiled]] = {}
        """By the concepts their words are near."""
        for each in self._of:
            for name in each.asked:
                self._near.setdefault(name, []).append(each)

    def asked(self, question: str, concepts: Collection[str]) -> tuple[_Compiled, ...]:
        """The businesses a question (comparable) is not about, though its words are near them."""
        names = frozenset(concepts)
        near = {b for name in names for b in self._near.get(name, ())}
        near |= {b for b in self._asked.likely(signs(question)) if b.ask.search(question)}
        return tuple(
            b
            for b in (self._of if near else ())
            if b in near and names.isdisjoint(b.but) and not b.besides.search(question)
        )

    def of_those(self, businesses: tuple[_Compiled, ...], said: str) -> bool:
        """Whether a sentence (comparable) is about one of these alone.

        >>> every = apart()
        >>> every.of_those(every.asked("能派几个人", ["quota"]), "优秀组织奖名额不超过8个。")
        True
        """
        return any(business.said(said) for business in businesses)


@lru_cache(maxsize=1)
def apart() -> Apart:
    """The bundled businesses."""
    data = content("retrieval.question", "apart.yaml")
    return Apart(tuple(Business.model_validate(each) for each in data["apart"]))
