"""Whether two questions about one notice ask the same.

Words, concepts and meaning together. Weights and the limit come from 1,559 questions of which 3,300
pairs were rewordings of one another: 3 in 4 of those are found, and of 29,000 pairs of different
questions about the same notice fewer than 1 in 100 are, most of which do ask the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache

from knowledge import lazy_re
from knowledge.model import Frozen, Notice
from retrieval.hearing import Hearing
from retrieval.model import Question
from retrieval.passages.units import pairs
from retrieval.question.asked import asked, plain
from retrieval.question.english import translated
from retrieval.question.lexicon import Words
from retrieval.question.mentions import groups
from retrieval.scoping.scope import Scopes

Near = Callable[[str, str], float | None]
"""How near the meaning of two questions is (cosine); None without a model."""

SAME, SAME_BY_WORDS = 0.9, 0.55
"""From so much on two questions ask the same: with a model, without one."""
_FAR, _STEEP = 0.85, 7.0
"""Cosines of the bundled model below it say nothing; what each hundredth above it weighs."""
_WORDS, _CONCEPTS, _OTHER = 0.5, 0.3, 0.3
_NUMBER = lazy_re.compile(r"\d+(?:\.\d+)?")
_KEPT = 2000


class Read(Frozen):
    """A question, taken apart."""

    bare: str
    """Comparable, without the names of competition and track."""
    concepts: frozenset[str]
    forms: frozenset[str]
    pairs: frozenset[str]
    tracks: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in it."""
        return frozenset(_NUMBER.findall(self.bare))


class Likeness:
    """Compares questions about one notice."""

    def __init__(self, notice: Notice, words: Words, near: Near) -> None:
        self._notice, self._words, self._near = notice, words, near
        self._scopes = Scopes([notice], words)
        self._hearing = Hearing([notice], words)
        self.read = lru_cache(_KEPT)(self._read)

    def _read(self, text: str, as_of: datetime) -> Read:
        """What a question asks; `as_of` tells which year 今年 is."""
        heard = self._hearing.heard(translated(Question(text=text, as_of=as_of))).text
        whole = plain(heard)
        target = self._scopes.resolve(whole, as_of.year)
        named = target.tracks.get(self._notice.id)
        spans = [*target.spans, *(named.spans if named else ())]
        found = asked(heard, self._words, spans)
        covered = {at for start, end in spans for at in range(start, end)}
        return Read(
            bare="".join(char for at, char in enumerate(whole) if at not in covered),
            concepts=frozenset(found.concepts),
            forms=found.forms,
            pairs=frozenset(pair for run in found.wording for pair in pairs(run)),
            tracks=named.ids if named else (),
            groups=tuple(groups(whole, self._notice)),
        )

    def best(self, one: Read, others: Sequence[Read]) -> int | None:
        """Which of the others asks the same, the likeliest; None if none does."""
        scored = [(self._score(one, other), -at) for at, other in enumerate(others)]
        score, at = max(scored, default=(0.0, 0))
        return -at if score > 0 else None

    def _score(self, one: Read, other: Read) -> float:
        """How far above the limit; not above 0 where they ask something else."""
        if one.bare == other.bare:
            return 1.0
        told = _WORDS * _dice(one.pairs, other.pairs) + _CONCEPTS * _shared(one, other)
        told -= _OTHER * (one.numbers != other.numbers) + _OTHER * _apart(one.forms, other.forms)
        near = self._near(one.bare, other.bare) if one.bare and other.bare else None
        if near is None:
            return told - SAME_BY_WORDS
        return told + _STEEP * (near - _FAR) - SAME


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _shared(one: Read, other: Read) -> float:
    every = one.concepts | other.concepts
    return len(one.concepts & other.concepts) / len(every) if every else 0.0


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether they ask in different shapes: when, where."""
    return bool(one) and bool(other) and not one & other
