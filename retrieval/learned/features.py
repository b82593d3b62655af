"""What of a question every sentence and row of a notice has, as numbers.

Which numbers these are was chosen by leaving them out in turn: see docs/measurements.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

from retrieval.learned import looks
from retrieval.learned.candidates import Candidate, within
from retrieval.passages.rank import Sought
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words

Numbers = NDArray[np.float32]
_K, _B = 1.2, 0.75
"""BM25: how soon a word said again counts no more, and how much long sentences suffer."""
_BY_WORDS = ("bm25", "share", "around", "of all", "signs")
_BY_SENSE = ("said", "above", "rare", "kinds", "other stages", "meant", "in scope", "own track")
_PLACED = ("row", "length", "how far down", "open", "field", "attached")
_STILL = (*_PLACED, *(f"has {name}" for name in looks.SENTENCES))
_CROSSED = tuple(f"{asks} × {has}" for asks, has in looks.MATCHES)
_BESIDE = ("bm25", "share", "around", "rare")
NAMES = (*_BY_WORDS, *_BY_SENSE, *_STILL, *_CROSSED, *(f"{n} below best" for n in _BESIDE))
"""What the columns are."""
_FIRST = [NAMES.index(name) for name in _BESIDE]
_AT_STILL = len(_BY_WORDS) + len(_BY_SENSE)
_AT_CROSSED = _AT_STILL + len(_STILL)
_AT_BELOW = _AT_CROSSED + len(_CROSSED)
_KEPT = 1024
"""So many columns are kept of words and scopes that come again with other questions."""
_LOOKS = {name: i for i, name in enumerate(looks.SENTENCES, start=len(_PLACED))}


class Grid:
    """The sentences and rows of one notice, ready to be compared with questions."""

    def __init__(self, found: Sequence[Candidate], words: Words, speaking_of: SpeakingOf) -> None:
        self.found = tuple(found)
        self._concepts = words.concepts
        self._stages = frozenset(name for name, c in words.concepts.items() if c.stage)
        self._starts = np.array([c.start for c in found], dtype=np.int64)
        self._ends = np.array([c.end for c in found], dtype=np.int64)
        self._rare = _rarity(self.found)
        self._named = tuple(speaking_of.named(c.plain) for c in found)
        self._said = _columns([c.said for c in found])
        self._above = _columns([c.above for c in found])
        self._kinds = _columns([_kinds(c) for c in found])
        self._none = np.zeros(len(found), dtype=np.float32)
        lengths = np.array([len(c.plain) for c in found], dtype=np.float32)
        mean = float(lengths.mean()) if len(found) else 1.0
        self._damped = 1 + _K * (1 - _B + _B * lengths / mean)
        self._still = _still(self.found, lengths)
        self._in_words = lru_cache(maxsize=_KEPT)(lambda term: self._column(_in_words(term)))
        self._around = lru_cache(maxsize=_KEPT)(lambda term: self._column(_around(term)))
        self._group = lru_cache(maxsize=_KEPT)(lambda words: self._column(_any_of(words)))
        self._scope = lru_cache(maxsize=_KEPT)(self._of_scope)
        self._spoken = lru_cache(maxsize=_KEPT)(self._of_stages)

    def at(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        """The places of those that stand where one of the spans does, in part at least."""
        there = np.zeros(len(self.found), dtype=bool)
        for start, end in spans:
            there |= (self._starts < end) & (self._ends > start)
        return np.flatnonzero(there).tolist()

    def features(self, sought: Sought) -> Numbers:
        """A line for each sentence or row, a column for each of `NAMES`."""
        lines = np.zeros((len(self.found), len(NAMES)), dtype=np.float32)
        own = [*self._by_words(sought.asked), *self._by_sense(sought)]
        for at, column in enumerate(own):
            lines[:, at] = column
        lines[:, _AT_STILL : _AT_STILL + len(_STILL)] = self._still
        asks = looks.of_question(sought.asked.plain)
        for at, (name, has) in enumerate(looks.MATCHES, start=_AT_CROSSED):
            if name in asks:
                lines[:, at] = self._still[:, _LOOKS[has]]
        for at, first in enumerate(_FIRST, start=_AT_BELOW):
            lines[:, at] = own[first] - np.max(own[first], initial=-np.inf)
        return lines

    def _by_words(self, asked: Asked) -> Iterable[ArrayLike]:
        """How much of the question's pairs of characters each has, the rare ones counting more."""
        found, terms = self.found, _terms(asked)
        said, near = self._has(self._in_words, terms), self._has(self._around, terms)
        seen = near.sum(axis=1)
        rare = np.log((len(found) + 1) / (seen + 0.5))
        known, every = float(rare[seen > 0].sum()) or 1.0, float(rare.sum()) or 1.0
        told, around = rare @ said, rare @ near
        signs = sorted(set("".join(asked.wording))) or [""]
        yield told * (1 + _K) / self._damped
        yield told / known
        yield around / known
        yield around / every
        yield sum((self._in_words(s) for s in signs if s), self._none) / len(signs)

    def _by_sense(self, sought: Sought) -> Iterable[ArrayLike]:
        """How much each is about what the question is about."""
        asked = sought.asked
        asks, none = frozenset(asked.concepts), self._none
        rare = {concept: self._rare.get(concept, 0.0) for concept in sorted(asks)}
        kinds = {kind for concept in asks for kind in self._concepts[concept].kinds}
        said = [self._said.get(concept, none) for concept in rare]
        above = [self._above.get(concept, none) for concept in rare]
        told = [a * b for a, b in zip(rare.values(), said, strict=True)]
        yield sum(said, none) / (len(asks) or 1)
        yield sum(above, none) / (len(asks) or 1)
        yield sum(told, none) / (sum(rare.values()) or 1.0)
        yield _any((self._kinds.get(kind, none) for kind in kinds), none)
        yield self._spoken(self._stages - asks)
        yield sum((self._group(m.words) for m in asked.meant), none)
        yield from self._scope(sought.tracks, sought.groups)

    def _of_stages(self, stages: frozenset[str]) -> Numbers:
        """Which speak of one of the stages."""
        both = ((self._said.get(name), self._above.get(name)) for name in stages)
        return _any((column for pair in both for column in pair if column is not None), self._none)

    def _of_scope(
        self, tracks: tuple[str, ...], groups: tuple[str, ...]
    ) -> tuple[Numbers, Numbers]:
        """Which can be about tracks and groups, and which name one of the tracks."""
        own = frozenset(tracks)
        named = [not own.isdisjoint(each) for each in self._named]
        open_to = self._column(lambda c: within(c, tracks, groups))
        return open_to, np.array(named, dtype=np.float32)

    def _column(self, tell: Callable[[Candidate], bool]) -> Numbers:
        """What is so of each."""
        return np.array([tell(c) for c in self.found], dtype=np.float32)

    def _has(self, column: Callable[[str], Numbers], terms: Sequence[str]) -> NDArray[np.float64]:
        """Which has which term: a line for each term."""
        has = [column(term) for term in terms]
        return np.array(has, dtype=np.float64).reshape(len(terms), len(self.found))


def _terms(asked: Asked) -> list[str]:
    """The pairs of characters of the question's own words."""
    return sorted({p for run in asked.wording for p in pairs(run) if len(p) > 1})


def _in_words(term: str) -> Callable[[Candidate], bool]:
    return lambda c: term in c.plain


def _around(term: str) -> Callable[[Candidate], bool]:
    return lambda c: term in c.around


def _any_of(words: tuple[str, ...]) -> Callable[[Candidate], bool]:
    return lambda c: any(word in c.around for word in words)


def _columns(sets: Sequence[frozenset[str]]) -> dict[str, Numbers]:
    """Which of the sets hold what, by what they hold."""
    names = sorted(frozenset().union(*sets))
    return {n: np.array([n in each for each in sets], dtype=np.float32) for n in names}


def _any(columns: Iterable[Numbers], none: Numbers) -> Numbers:
    """Where any of the columns is set."""
    return reduce(np.maximum, columns, none)


def _rarity(found: Sequence[Candidate]) -> dict[str, float]:
    """How telling each concept is in a notice."""
    count = Counter(concept for c in found for concept in c.said | c.above)
    return {name: float(np.log((len(found) + 1) / (n + 0.5))) for name, n in count.items()}


def _kinds(one: Candidate) -> frozenset[str]:
    """The kinds of the values a sentence holds."""
    return frozenset(v.kind for v in one.unit.values) if one.unit is not None else frozenset()


def _still(found: Sequence[Candidate], lengths: Numbers) -> Numbers:
    """What holds whatever is asked."""
    lines = [
        (
            c.row is not None,
            np.log1p(length),
            at / len(found),
            c.unit is not None and c.unit.pointer is not None,
            c.unit is not None and c.unit.kind == "field",
            c.unit is not None and c.unit.scope.attachment is not None,
            *looks.of_sentence(c.plain),
        )
        for at, (c, length) in enumerate(zip(found, lengths, strict=True))
    ]
    return np.array(lines, dtype=np.float32).reshape(len(found), len(_STILL))
