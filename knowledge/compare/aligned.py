"""Which statement of one notice is which of the other: the same words first, then the likest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from knowledge.compare.statements import Statement

LIKE = 0.55
"""Shared pairs of characters (Dice) from which on two statements are about the same."""
_PLACE = 0.06
"""What the same path, and the same heading, count besides."""
_LENGTHS = 3.0
"""A statement so many times as long is another one."""


def aligned(
    old: Sequence[Statement], new: Sequence[Statement]
) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Pairs of statements; None where one stands alone. Each is in one pair."""
    left, right = list(old), list(new)
    yield from _same(left, right)
    likely = sorted(_likely(left, right), key=lambda found: -found[0])
    taken: tuple[set[int], set[int]] = set(), set()
    for _, i, j in likely:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield left[i], right[j]
    yield from ((one, None) for i, one in enumerate(left) if i not in taken[0])
    yield from ((None, one) for j, one in enumerate(right) if j not in taken[1])


def _same(left: list[Statement], right: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Take out what stands in both word for word; of several the one in the same place."""
    by_words: dict[str, list[Statement]] = defaultdict(list)
    for one in right:
        by_words[one.plain].append(one)
    for one in list(left):
        found = by_words[one.plain]
        if found:
            other = next((each for each in found if each.path == one.path), found[0])
            found.remove(other)
            left.remove(one)
            right.remove(other)
            yield one, other


def _likely(
    left: Sequence[Statement], right: Sequence[Statement]
) -> Iterator[tuple[float, int, int]]:
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            score = _score(one, other)
            if score >= LIKE:
                yield score, i, j


def _score(one: Statement, other: Statement) -> float:
    sizes = len(one.plain), len(other.plain)
    if one.row != other.row or max(sizes) > _LENGTHS * min(sizes):
        return 0.0
    every = len(one.pairs) + len(other.pairs)
    shared = 2 * len(one.pairs & other.pairs) / every if every else 0.0
    place = (one.path == other.path) + (bool(one.heading) and one.heading == other.heading)
    return shared + _PLACE * place
