"""What all sentences of a notice show and say, as columns: a question is weighed for all at once.

A column holds one number for each sentence, in the order of the notice. Those for words that come
again with other questions are kept, and no more of them than `_KEPT`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retrieval.passages.goals import Goal
from retrieval.passages.said import REST
from retrieval.passages.signs import signs
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Unit

Column = NDArray[np.float64]
_KEPT = 1024
_TELLING = 4
"""A heading of so many characters, said whole, tells what is below it."""


class Columns:
    """The sentences of one notice. Columns are shared: nobody may write into them."""

    def __init__(
        self, units: Sequence[Unit], speaking_of: SpeakingOf, stages: frozenset[str]
    ) -> None:
        """`stages` are the concepts that are stages."""
        self.units = tuple(units)
        self._speaking_of = speaking_of
        self._signs = tuple(signs(unit, speaking_of, stages) for unit in units)
        own = self._signs
        self.none = np.zeros(len(units))
        self.dated = self.of(s.dated for s in own)
        self.numbered = self.of(s.numbered for s in own)
        self.placed = self.of(s.placed for s in own)
        self.listing = self.of(s.listing for s in own)
        self.enumerates = self.of(s.enumerates for s in own)
        self.forbids = self.of(s.forbids for s in own)
        self.dependent = self.of(s.dependent for s in own)
        self.shares = self.of(s.shares for s in own)
        self.long = self.of(s.long for s in own)
        self.rest = self.of(u.plain.startswith(REST) for u in units)
        self.places = {id(unit): at for at, unit in enumerate(self.units)}
        """Where each sentence stands, by what it is."""
        self._labels = _places(s.label for s in own)
        self._under = _places(s.under for s in own)
        self.text = lru_cache(maxsize=_KEPT)(self._text)
        self.written = lru_cache(maxsize=_KEPT)(self._written)
        self.text_or_above = lru_cache(maxsize=_KEPT)(self._text_or_above)
        self.pair = lru_cache(maxsize=_KEPT)(self._pair)
        self.concept = lru_cache(maxsize=_KEPT)(self._concept)
        self.said = lru_cache(maxsize=_KEPT)(self._said)
        self.said_or_titled = lru_cache(maxsize=_KEPT)(self._said_or_titled)
        self.has_kind = lru_cache(maxsize=_KEPT)(self._has_kind)
        self.staged = lru_cache(maxsize=_KEPT)(self._staged)
        self.of_tracks = lru_cache(maxsize=_KEPT)(self._of_tracks)
        self.of_groups = lru_cache(maxsize=_KEPT)(self._of_groups)
        self.headed = lru_cache(maxsize=_KEPT)(self._headed)

    def of(self, numbers: Iterable[float]) -> Column:
        """A column of what is given for each sentence."""
        return np.fromiter(numbers, dtype=np.float64, count=len(self.units))

    def each(self, tell: Callable[[Unit], float], among: Collection[int]) -> Column:
        """What is told of the sentences at some places, and 0 of the others."""
        column = np.zeros(len(self.units))
        for at in among:
            column[at] = tell(self.units[at])
        return column

    def labelled(self, labels: Iterable[str]) -> Column:
        """Which have one of these labels (comparable)."""
        return self._at(at for label in frozenset(labels) for at in self._labels.get(label, ()))

    def below(self, *texts: str) -> Column:
        """Which stand below a heading, or a label, that one of the texts has whole."""
        said = (u for u in self._under if len(u) >= _TELLING and any(u in t for t in texts))
        return self._at(at for under in said for at in self._under[under])

    def _at(self, places: Iterable[int]) -> Column:
        column = np.zeros(len(self.units))
        for at in places:
            column[at] = 1.0
        return column

    def _text(self, words: str) -> Column:
        """Which have the words."""
        return self.of(words in u.plain for u in self.units)

    def _text_or_above(self, words: str) -> Column:
        """Which have the words, or stand below a heading with them."""
        return self.of(words in u.plain or words in u.over for u in self.units)

    def _written(self, words: tuple[str, ...], above: float) -> Column:
        """1 where one of the words stands in the sentence, `above` in its headings alone."""
        return self.of(
            1.0 if any(w in u.plain for w in words) else above * any(w in u.over for w in words)
            for u in self.units
        )

    def _pair(self, pair: str, own: float, above: float) -> Column:
        """`own` where a pair of characters stands in the sentence, `above` in its headings."""
        return self.of(
            (own if pair in u.plain else above) if pair in u.pairs else 0.0 for u in self.units
        )

    def _concept(self, concept: str, titled: float, above: float, full: frozenset[str]) -> Column:
        """How much each speaks of a concept: 1, `titled` or `above`.

        `full` are tracks: what begins with one of them speaks of all that stands above it.
        """

        def spoken(unit: Unit, named: frozenset[str]) -> float:
            headed = not named.isdisjoint(full)
            if concept in unit.said or (headed and concept in unit.above):
                return 1.0
            if concept in unit.titled:
                return titled
            return above if concept in unit.above else 0.0

        return self.of(spoken(u, s.named) for u, s in zip(self.units, self._signs, strict=True))

    def _said(self, concepts: frozenset[str]) -> Column:
        """Which speak of one of the concepts."""
        return self.of(not concepts.isdisjoint(u.said) for u in self.units)

    def _said_or_titled(self, concepts: frozenset[str]) -> Column:
        """Which speak of one of the concepts, themselves or by their own heading."""
        return self.of(not concepts.isdisjoint(u.said | u.titled) for u in self.units)

    def _has_kind(self, goals: tuple[Goal, ...]) -> Column:
        """Which hold a value that one of the goals asks for."""
        return self.of(any(g.has_kind(u) for g in goals) for u in self.units)

    def _staged(self, stages: frozenset[str], silent: float, other: float) -> Column:
        """0 for the stages that are asked for, `silent` where none is spoken of, else `other`."""
        return self.of(
            (0.0 if not s.stages.isdisjoint(stages) else other) if s.stages else silent
            for s in self._signs
        )

    def _of_tracks(self, tracks: frozenset[str]) -> Column:
        """Which hold for one of the tracks, by their clause or by naming it."""
        return self.of(
            not (s.tracks | self._speaking_of.named(u.plain)).isdisjoint(tracks)
            for u, s in zip(self.units, self._signs, strict=True)
        )

    def _of_groups(self, groups: frozenset[str]) -> Column:
        """Which hold for one of the groups, by their clause."""
        return self.of(not s.groups.isdisjoint(groups) for s in self._signs)

    def _headed(self, tracks: frozenset[str]) -> Column:
        """Which begin with one of the tracks: 育婴员：…"""
        return self.of(not s.named.isdisjoint(tracks) for s in self._signs)


def _places(labels: Iterable[str]) -> dict[str, list[int]]:
    """Where each of them stands."""
    found: dict[str, list[int]] = {}
    for at, label in enumerate(labels):
        found.setdefault(label, []).append(at)
    return found
