"""How sure a figure is: 95 % intervals by drawing the cases again (bootstrap).

Cases that ask the same in other words are drawn together. The draws are seeded: the same run has
the same intervals.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.model import Frozen

TIMES, SEED = 1000, 2026
_ENDS = (2.5, 97.5)
Sums = NDArray[np.float64]
Statistic = Callable[[Sums], Sums]
"""From the sums of the columns, in the last axis, to the figure."""


class Estimate(Frozen):
    """A figure with the interval that holds it in 95 of 100 draws."""

    value: float
    low: float
    high: float
    cases: int

    def words(self, *, share: bool = True) -> str:
        """As it is printed.

        >>> Estimate(value=0.925, low=0.9, high=0.95, cases=200).words()
        '92.5%（90.0–95.0）'
        """
        if share:
            return f"{self.value:.1%}（{self.low * 100:.1f}–{self.high * 100:.1f}）"
        return f"{self.value:.3g}（{self.low:.3g}–{self.high:.3g}）"


def ratio(sums: Sums) -> Sums:
    """The first column's share of the second; of nothing, 1."""
    hit, of = sums[..., 0], sums[..., 1]
    return np.divide(hit, of, out=np.ones_like(hit), where=of > 0)


def f1(sums: Sums) -> Sums:
    """F1 of (both, only found, only wanted); of nothing, 1."""
    both, found, wanted = sums[..., 0], sums[..., 1], sums[..., 2]
    of = 2 * both + found + wanted
    return np.divide(2 * both, of, out=np.ones_like(of), where=of > 0)


def estimate(
    rows: Sequence[Sequence[float]],
    statistic: Statistic = ratio,
    groups: Sequence[Hashable] = (),
) -> Estimate | None:
    """The figure of all cases, and its interval; None of no cases.

    Args:
        rows: one a case, its columns summed before `statistic`.
        statistic: from sums to the figure.
        groups: one a case; cases of a group are drawn together. Empty: each by itself.
    """
    if not rows:
        return None
    columns = _grouped(np.array(rows, dtype=np.float64), groups)
    drawn = statistic(_draws(columns))
    low, high = np.percentile(drawn, _ENDS)
    value = float(statistic(columns.sum(axis=0)[None])[0])
    return Estimate(value=value, low=float(low), high=float(high), cases=len(rows))


def _draws(columns: Sums) -> Sums:
    """The sums of as many cases, drawn again and again.

    Which of the cases that count alike are drawn makes no difference: only how many are is drawn,
    among thousands of cases in a hundredth of the time.
    """
    alike, counts = np.unique(columns, axis=0, return_counts=True)
    many = len(columns)
    drawn = np.random.default_rng(SEED).multinomial(many, counts / many, size=TIMES)
    return np.asarray(drawn @ alike, dtype=np.float64)


def _grouped(columns: Sums, groups: Sequence[Hashable]) -> Sums:
    if not groups:
        return columns
    places = {group: at for at, group in enumerate(dict.fromkeys(groups))}
    sums = np.zeros((len(places), columns.shape[1]))
    np.add.at(sums, [places[group] for group in groups], columns)
    return sums
