"""Bounds on whole numbers as notices print them, and whether several of them fit together.

以上、以下、以内 include the number; 不足、不满、超过、以外 do not (Civil Code, art. 1259);
（含） and （不含） win over that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from knowledge import lazy_re

INFINITE = 10**9
_N = r"(?P<{0}>\d{{1,6}})"
UNIT = r"(?:人\(队\)|队\(人\)|名\(队\)|人\(组\)|队\(名\)|人次|[人队名支组个所家分件项])"
_A, _B = _N.format("a"), _N.format("b")


def _in(name: str) -> str:
    """（含）, （不含） or （不含30人） behind a number."""
    return rf"(?P<{name}>\((?:不)?含(?:本数|\d+{UNIT})?\))?"


_LOW = r"(?:以上|及以上|起)"
_BELOW = r"(?:不足|不满|未满|不到|少于|低于|小于|未达到?|达不到)"
_MOST = r"(?:不超过|不多于|不高于|不得超过|至多|最多)"
_LEAST = r"(?:不少于|不低于|不小于|不得少于|不得低于|至少|达到|达|满)"
_ABOVE = r"(?:超过|多于|大于|高于)"
_DASH = r"(?:至|到|[—–\-~～]{1,2})"

_FIRST = (
    rf"(?:(?P<low>{_LEAST}|{_ABOVE}))?{_A}(?P<unit>{UNIT}){_in('ia')}(?P<tail>{_LOW})?{_in('ib')}"
    r"[,、]?(?:且|但|并|至|到)?"
)
"""The lower end of two that are printed one after the other."""

_RANGE = lazy_re.compile(
    rf"(?<![\d.]){_A}(?:{UNIT})?{_in('ia')}(?:{UNIT})?{_DASH}{_B}(?P<unit>{UNIT}){_in('ib')}"
)
_BOTH = lazy_re.compile(rf"{_FIRST}(?P<high>{_BELOW}|{_MOST}){_B}{UNIT}{_in('ic')}(?:以下|以内)?")
_BOTH_BELOW = lazy_re.compile(rf"{_FIRST}{_B}{UNIT}{_in('ic')}(?:以下|以内){_in('id')}")
_ONE = lazy_re.compile(
    rf"(?P<sign>{_BELOW}|{_MOST}|{_LEAST}|(?<!不)(?<!不得){_ABOVE})?"
    rf"(?<![\d.]){_A}(?P<unit>{UNIT}){_in('ia')}"
    rf"(?P<tail>{_LOW}|以下|及以下|以内|之内)?{_in('ib')}"
)


class Bound(NamedTuple):
    """The whole numbers from `low` to `high`, both included, as printed at `start:end`."""

    low: int
    high: int
    unit: str = ""
    start: int = 0
    end: int = 0


class Clash(NamedTuple):
    """Numbers that two bounds both take, or that lie between them and neither takes."""

    one: Bound
    other: Bound
    low: int
    high: int
    is_gap: bool


def find_bounds(text: str) -> list[Bound]:
    """All bounds of a folded text, in order.

    >>> [(b.low, b.high) for b in find_bounds("不足20人的停止;20人(含)至30人的减半")]
    [(0, 19), (20, 30)]
    """
    found: list[Bound] = []
    for pattern, read in (
        (_BOTH, _both),
        (_BOTH_BELOW, _both_below),
        (_RANGE, _range),
        (_ONE, _one),
    ):
        for match in pattern.finditer(text):
            taken = any(b.start < match.end() and match.start() < b.end for b in found)
            limits = None if taken else read(match)
            if limits and limits[0] <= limits[1]:
                found.append(Bound(*limits, match["unit"], *match.span()))
    return sorted(found, key=lambda bound: bound.start)


def _excluded(*marks: str | None) -> bool:
    return any(mark and "不" in mark for mark in marks)


def _range(match: re.Match[str]) -> tuple[int, int]:
    return (
        int(match["a"]) + _excluded(match["ia"]),
        int(match["b"]) - _excluded(match["ib"]),
    )


def _lowest(match: re.Match[str]) -> int:
    above = re.fullmatch(_ABOVE, match["low"] or "") is not None
    return int(match["a"]) + (above or _excluded(match["ia"], match["ib"]))


def _both(match: re.Match[str]) -> tuple[int, int] | None:
    if not (match["low"] or match["tail"] or match["ia"]):
        return None
    below = re.fullmatch(_BELOW, match["high"]) is not None
    return _lowest(match), int(match["b"]) - (below or _excluded(match["ic"]))


def _both_below(match: re.Match[str]) -> tuple[int, int] | None:
    if not (match["low"] or match["tail"] or match["ia"]):
        return None
    return _lowest(match), int(match["b"]) - _excluded(match["ic"], match["id"])


def _one(match: re.Match[str]) -> tuple[int, int] | None:
    number, sign, tail = int(match["a"]), match["sign"] or "", match["tail"] or ""
    out = _excluded(match["ia"], match["ib"])
    if re.fullmatch(_BELOW, sign):
        return 0, number - 1
    if re.fullmatch(_MOST, sign) or "以下" in tail or "内" in tail:
        return 0, number - out
    if re.fullmatch(_ABOVE, sign) or (out and tail):
        return number + 1, INFINITE
    return (number, INFINITE) if sign or tail else None


def clashes(bounds: Sequence[Bound]) -> Iterator[Clash]:
    """Where bounds that divide a domain overlap, and single numbers they leave out.

    A bound inside another is a special case and no clash, and so is a stretch of several numbers
    that nothing is said of: there the general rule holds.
    """
    for one, other in combinations(bounds, 2):
        first, second = sorted((one, other))
        low, high = max(first.low, second.low), min(first.high, second.high)
        nested = first.low == second.low or first.high >= second.high
        if low <= high and not nested:
            yield Clash(first, second, low, high, is_gap=False)
    yield from _gaps(bounds)


def _gaps(bounds: Iterable[Bound]) -> Iterator[Clash]:
    """One number that no bound takes, between one that ends and one that begins."""
    ordered = sorted(bounds)
    reach = ordered[0] if ordered else None
    for bound in ordered[1:]:
        assert reach
        if bound.low == reach.high + 2:
            yield Clash(reach, bound, reach.high + 1, reach.high + 1, is_gap=True)
        reach = max(reach, bound, key=lambda each: each.high)
