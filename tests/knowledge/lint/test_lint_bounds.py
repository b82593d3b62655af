"""Bounds: read as the Civil Code counts them, and compared number by number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lint.bounds import INFINITE, Bound, clashes, find_bounds

UP = INFINITE


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("不足30人", 0, 29),
        ("不满30人", 0, 29),
        ("少于30队", 0, 29),
        ("30人以下", 0, 30),
        ("30人以内", 0, 30),
        ("30人(不含)以下", 0, 29),
        ("30人以下(不含)", 0, 29),
        ("不超过30人(队)", 0, 30),
        ("超过30人", 31, UP),
        ("30人以上", 30, UP),
        ("30人及以上", 30, UP),
        ("30人(不含)以上", 31, UP),
        ("30人以上(不含30人)", 31, UP),
        ("不少于30人(队)", 30, UP),
        ("达到30人", 30, UP),
        ("满30人", 30, UP),
        ("20人(含)至30人", 20, 30),
        ("20人(含)至30人(不含)", 20, 29),
        ("20-30人", 20, 30),
        ("20人以上、不足30人", 20, 29),
        ("20人以上30人以下", 20, 30),
        ("20人(不含)以上30人(含)以下", 21, 30),
        ("超过20人、不超过30人", 21, 30),
        ("不少于20人且少于30人", 20, 29),
    ],
)
def test_a_bound_is_read(words, low, high):
    assert [(b.low, b.high) for b in find_bounds(words)] == [(low, high)]


@pytest.mark.parametrize("words", ["30人", "30人参加", "第30名", "2026年", "3至5天"])
def test_a_number_without_a_limit_is_no_bound(words):
    assert find_bounds(words) == []


def spoken(low, high, style):
    """One way to print a bound."""
    if low == 0:
        return f"不足{high + 1}人" if style else f"{high}人以下"
    if high == INFINITE:
        return f"超过{low - 1}人" if style else f"{low}人及以上"
    return f"{low}人以上、不足{high + 1}人" if style else f"{low}人(含)至{high}人(含)"


@st.composite
def limits(draw):
    low, high = sorted((draw(st.integers(0, 40)), draw(st.integers(1, 41))))
    return low, draw(st.sampled_from([max(high, low + 1), INFINITE] if low else [high]))


@given(st.lists(st.tuples(limits(), st.booleans()), min_size=1, max_size=5))
def test_what_is_printed_is_read_again(given_limits):
    text = ";".join(spoken(*limit, style) for limit, style in given_limits)
    assert [(b.low, b.high) for b in find_bounds(text)] == [limit for limit, _ in given_limits]


def numbers(bound):
    return set(range(bound.low, min(bound.high, 60) + 1))


@given(st.lists(limits(), min_size=2, max_size=2))
def test_two_bounds_clash_just_where_both_hold_and_neither_is_within_the_other(pair):
    one, other = (Bound(low, high, "人", at) for at, (low, high) in enumerate(pair))
    both = numbers(one) & numbers(other)
    nested = numbers(one) <= numbers(other) or numbers(other) <= numbers(one)
    found = [c for c in clashes([one, other]) if not c.is_gap]
    assert [set(range(c.low, min(c.high, 60) + 1)) for c in found] == (
        [both] if both and not nested else []
    )


@given(st.lists(limits(), min_size=2, max_size=5))
def test_a_gap_is_one_number_that_no_bound_takes(many):
    bounds = [Bound(low, high, "人", at) for at, (low, high) in enumerate(many)]
    taken = set().union(*map(numbers, bounds))
    alone = {n for n in range(1, 60) if n not in taken and n - 1 in taken and n + 1 in taken}
    assert {c.low for c in clashes(bounds) if c.is_gap} == alone


@given(st.lists(st.integers(1, 60), min_size=1, max_size=5, unique=True), st.booleans())
def test_a_sound_division_has_no_clash(cuts, style):
    edges = [0, *sorted(cuts), None]
    told = [
        spoken(low, INFINITE if high is None else high - 1, style) for low, high in pairwise(edges)
    ]
    bounds = find_bounds("的取消;".join(told))
    assert len(bounds) == len(told)
    assert list(clashes(bounds)) == []
