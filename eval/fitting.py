"""The weights under which the sentences that prove an answer are likeliest.

A conditional logit (McFadden 1974): a sentence's score is the sum of its weighed signs and of a
weight for each pair of a trait of the question and one of the sentence. Both are held small by
quadratic penalties.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.learned.pairs import columns

_PENALTY = 0.01
"""Chosen among 0.003, 0.01 and 0.03 on a sheet left out; they hardly differ."""
_OF_PAIRS = 0.005
"""Chosen among 0.0025, 0.005 and 0.01 on a sheet left out; they hardly differ."""
_LEAST = 1e-3
_ASKED_OF, _TOLD_BY = 8, 2
"""In questions of so many notices, and in so many notices, is a trait before it is weighed."""
_MUCH_ASKED = 120
"""Of a notice with more questions than this each counts less: all together as their root."""
_STEPS = 60
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]


class Lesson(NamedTuple):
    """One question: numbers and traits of every sentence, and which of them prove the answer."""

    features: Floats
    proves: NDArray[np.bool_]
    notice: str = ""
    asked: frozenset[str] = frozenset()
    told: Sequence[Collection[str]] = ()
    """The traits of every sentence; the same object for all questions of a notice."""


class Fit(NamedTuple):
    """What counts how much: numbers, put on one scale, and pairs of traits."""

    mean: Floats
    deviation: Floats
    much: Floats
    asked: tuple[str, ...]
    told: tuple[str, ...]
    pairs: Floats
    """A line for each of `asked`, a column for each of `told`."""


def fit(found: Sequence[Lesson]) -> Fit:
    """The weights under which the proving sentences are likeliest."""
    from scipy.optimize import minimize  # noqa: PLC0415 for development only

    sums = _Sums(found)
    start = np.zeros(sums.numbers + len(sums.asked) * len(sums.told))
    best = minimize(sums.loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    much, pairs = np.split(best.x, [sums.numbers])
    shaped = pairs.reshape(len(sums.asked), len(sums.told))
    return Fit(sums.mean, sums.deviation, much, sums.asked, sums.told, shaped)


def rank(lesson: Lesson, by: Fit) -> int:
    """How many sentences look more like the answer than the first that proves it."""
    order = np.argsort(-scores(lesson, by), kind="stable")
    return int(np.argmax(lesson.proves[order]))


def scores(lesson: Lesson, by: Fit) -> Floats:
    """How much each sentence looks like the answer."""
    own: Floats = ((lesson.features - by.mean) / by.deviation) @ by.much
    if not lesson.told:
        return own
    asked = np.array([name in lesson.asked for name in by.asked], dtype=np.float64)
    return own + columns(lesson.told, by.told) @ (asked @ by.pairs)


class _Sums:
    """All lessons one below the other, notice by notice, as the sums of the logit need them."""

    def __init__(self, found: Sequence[Lesson]) -> None:
        by_notice: dict[str, list[Lesson]] = defaultdict(list)
        for lesson in found:
            by_notice[lesson.notice].append(lesson)
        lessons = [lesson for each in by_notice.values() for lesson in each]
        self._numbered(lessons)
        counts = np.array([len(lesson.proves) for lesson in lessons])
        self._starts = np.r_[0, np.cumsum(counts)[:-1]]
        self._of = np.repeat(np.arange(len(counts)), counts)
        self._weight = np.array(
            [min(1.0, (_MUCH_ASKED / len(by_notice[each.notice])) ** 0.5) for each in lessons],
            dtype=np.float32,
        )
        self._paired(lessons, by_notice)

    def _numbered(self, lessons: Sequence[Lesson]) -> None:
        every = np.concatenate([lesson.features for lesson in lessons])
        self.mean, spread = every.mean(axis=0), every.std(axis=0)
        self.deviation = np.where(spread > _LEAST, spread, 1.0)  # what never differs tells nothing
        self._scaled = ((every - self.mean) / self.deviation).astype(np.float32)
        self._proves = np.concatenate([each.proves for each in lessons]).astype(np.float32)
        self.numbers = every.shape[1]

    def _paired(self, lessons: Sequence[Lesson], by_notice: dict[str, list[Lesson]]) -> None:
        asks = [frozenset().union(*(e.asked for e in each)) for each in by_notice.values()]
        tells = [frozenset().union(*each[0].told) for each in by_notice.values()]
        self.asked, self.told = _common(asks, _ASKED_OF), _common(tells, _TOLD_BY)
        has = [[name in each.asked for name in self.asked] for each in lessons]
        self._asked = np.array(has, dtype=np.float32).reshape(len(lessons), len(self.asked))
        self._told = tuple(self._columned(by_notice))

    def _columned(
        self, by_notice: dict[str, list[Lesson]]
    ) -> Iterator[tuple[slice, slice, Singles]]:
        """Of every notice its questions, their lines, and what its sentences are like."""
        at = line = 0
        for each in by_notice.values():
            has = columns(each[0].told, self.told).astype(np.float32)
            size = len(each), sum(len(lesson.proves) for lesson in each)
            if len(has):
                yield slice(at, at + size[0]), slice(line, line + size[1]), has
            at, line = at + size[0], line + size[1]

    def loss(self, given: Floats) -> tuple[float, Floats]:
        """How unlikely the proving sentences are under some weights, and where it rises."""
        much, pairs = np.split(given, [self.numbers])
        shaped = pairs.reshape(len(self.asked), len(self.told)).astype(np.float32)
        looked_for = self._asked @ shaped
        scores = self._scaled @ much.astype(np.float32)
        for questions, lines, has in self._told:
            scores[lines] += (looked_for[questions] @ has.T).ravel()
        odds = np.exp(scores - np.maximum.reduceat(scores, self._starts)[self._of])
        right = odds * self._proves
        whole, proved = (np.add.reduceat(each, self._starts) for each in (odds, right))
        missed = float(self._weight @ np.log(whole / np.maximum(proved, 1e-30)))
        pull = odds / whole[self._of] - right / np.maximum(proved, 1e-30)[self._of]
        pull *= self._weight[self._of]
        rise = np.concatenate([pull @ self._scaled, self._of_pairs(pull, looked_for).ravel()])
        held = np.repeat([_PENALTY, _OF_PAIRS], [self.numbers, pairs.size])
        every = float(self._weight.sum())
        return missed / every + float(held @ given**2), rise / every + 2 * held * given

    def _of_pairs(self, pull: Singles, looked_for: Singles) -> Singles:
        by_trait = np.zeros_like(looked_for)
        for questions, lines, has in self._told:
            by_trait[questions] = pull[lines].reshape(-1, len(has)) @ has
        summed: Singles = self._asked.T @ by_trait
        return summed


def _common(of_notices: Sequence[frozenset[str]], least: int) -> tuple[str, ...]:
    """What so many notices share, in order."""
    count = Counter(name for names in of_notices for name in names)
    return tuple(sorted(name for name, n in count.items() if n >= least))
