"""Moments as notices print them: patterns, their parts, and the year they mean."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re

if TYPE_CHECKING:
    from knowledge.values.found import Context

CLOCK = r"(?:上午|下午|晚上|晚|中午)?(?:[01]?\d|2[0-4])(?::[0-5]\d|[点时](?:[0-5]?\d分|半)?)"
DASH = r"(?:[—–\-~－]{1,2}|至|到)"
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"1[0-2]|0?[1-9]"
_DAY = r"3[01]|[12]\d|0?[1-9]"
_THIRD = r"(?:上旬|中下旬|中旬|下旬|月?底|月?末|初)?"
WEEK = r"(?:\((?:星期|周)[一二三四五六日天]\))?"

FIRST = (
    rf"(?:(?P<y1>{_YEAR})年)?(?:(?P<m1>{_MONTH})(?:月|(?={DASH}\d{{1,2}}月)))?"
    rf"(?:(?P<d1>{_DAY})[日号]?)?{_THIRD}{WEEK}(?P<t1>{CLOCK})?"
)
"""The beginning of a range, which may leave 月 and 日 to the end (`7—9月`, `13—22日`)."""

NUMERIC = (
    rf"(?<![\d.])(?P<y1>{_YEAR})(?P<dot>[./\-])(?P<m1>{_MONTH})(?P=dot)(?P<d1>{_DAY})日?(?!\d|\.\d)"
    rf"{WEEK} ?(?P<t1>{CLOCK})?"
)
"""A date in figures: `2026.6.30`, `2026-06-30 09:00`."""
NUMERIC_END = rf"(?:(?P<y2>{_YEAR})(?P=dot))?(?P<m2>{_MONTH})(?P=dot)(?P<d2>{_DAY})日?(?!\d)"
"""The end of a range of such dates."""

_EXPLICIT_YEAR = lazy_re.compile(rf"(?<!\d)({_YEAR})年(?=\d|上|下)")
_NOON = 12
_LEAP_YEAR = 2024


def moment(n: int, *, month: str = "") -> str:
    """Pattern of the n-th moment of a text; `month="?"` makes the month optional."""
    return (
        rf"(?:(?P<y{n}>{_YEAR})年)?(?:(?P<m{n}>{_MONTH})月){month}"
        rf"(?:(?P<d{n}>{_DAY})[日号])?{_THIRD}{WEEK}(?P<t{n}>{CLOCK}(?!{DASH}\d))?"
    )


class Moment(NamedTuple):
    """The parts of a moment that are printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str = ""

    def iso(self) -> str:
        """ISO 8601 as far as it is known; empty if there is no such day."""
        if self.year is None or self.month is None or not self.possible():
            return ""
        day = f"-{self.day:02d}" if self.day else ""
        return f"{self.year:04d}-{self.month:02d}{day}" + (
            f"T{self.clock}" if day and self.clock else ""
        )

    def possible(self) -> bool:
        """Whether the calendar has such a day, in a leap year where the year is open."""
        try:
            date(self.year or _LEAP_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return self.month is not None


def read_moment(match: re.Match[str], n: int) -> Moment:
    """The n-th moment of a match."""
    groups = match.groupdict()
    year, month, day = (
        int(groups[key]) if groups.get(key) else None for key in (f"y{n}", f"m{n}", f"d{n}")
    )
    return Moment(year, month, day, clock_iso(groups.get(f"t{n}") or ""))


def clock_iso(clock: str) -> str:
    """A time of day in ISO 8601; empty stays empty.

    >>> clock_iso("下午3点半"), clock_iso("8:00")
    ('15:30', '08:00')
    """
    if not clock:
        return ""
    numbers = re.findall(r"\d+", clock)
    hour = int(numbers[0])
    if clock.startswith(("下", "晚")) and hour < _NOON:
        hour += _NOON
    minute = "30" if clock.endswith("半") else numbers[1] if len(numbers) > 1 else "0"
    return f"{hour:02d}:{int(minute):02d}"


def year_of(text: str, place: int, found: Moment, context: Context) -> tuple[int | None, bool]:
    """The year meant at `place`, and whether it had to be inferred from outside the clause.

    A year printed before in the clause holds on; else the first such day since 成文日期 counts.
    """
    if found.year:
        return found.year, False
    stated = _EXPLICIT_YEAR.findall(text, 0, place)
    if stated:
        return int(stated[-1]), False
    issued = context.issued_on
    if issued is None or found.month is None:
        return context.year, True
    ahead = (found.month, found.day or 31) >= (issued.month, issued.day)
    return issued.year if ahead else issued.year + 1, True
