"""Which notices' names a question comes near, out of many: found by the character pairs they share.

Looking every name up in every question takes a tenth of a millisecond a notice; with thousands of
notices only the nearest are looked at closely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log

import numpy as np

CLOSE = 48
"""So many notices at most are looked at closely; with no more than so many, all of them are."""


class Nearby:
    """Names of notices by their character pairs."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names` gives for each notice all it and its tracks are called, comparable."""
        self._ids = tuple(names)
        rows: defaultdict[str, list[int]] = defaultdict(list)
        for row, said in enumerate(names.values()):
            for pair in {name[at : at + 2] for name in said for at in range(len(name) - 1)}:
                rows[pair].append(row)
        self._rows = {pair: np.array(found, dtype=np.int64) for pair, found in rows.items()}

    def of(self, text: str) -> tuple[str, ...]:
        """The notices whose names share most with `text`, in their order; all if there are few."""
        if len(self._ids) <= CLOSE:
            return self._ids
        weights = np.zeros(len(self._ids))
        for pair in dict.fromkeys(_pairs(text)):
            if (rows := self._rows.get(pair)) is not None:
                weights[rows] += log(1 + len(self._ids) / len(rows))
        nearest = np.argsort(-weights, kind="stable")[:CLOSE]
        return tuple(self._ids[row] for row in sorted(nearest) if weights[row] > 0)


def _pairs(text: str) -> Iterable[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))
