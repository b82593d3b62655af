"""Dates of a notice against the moment an answer is made for."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from knowledge import lazy_re
from knowledge.model import Value
from knowledge.plain import comparable

TIMED = frozenset({"date", "range", "deadline"})
_SHAPE = lazy_re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}):(\d{2}))?")


_THIRD = lazy_re.compile(r"([上中下])旬")
_TENTHS = {"上": 10, "中": 20}
"""The last day of a third of a month; 下旬 ends with the month."""
_OPENS = lazy_re.compile(r"(?:起|开放|开始|开通|受理|启动)")
_HOURS = lazy_re.compile(r"\d{2}:\d{2}")
_DAY = lazy_re.compile(
    r"(?<!\d)(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})[号日]|(?:今天|现在|今儿)是?(\d{1,2})[号日]"
)

_SAID_DAY = lazy_re.compile(r"(?P<m>\d{1,2})[月.](?P<d>\d{1,2})[号日]")


def said_day(question: str) -> tuple[int, int] | None:
    """The first month and day a question says, of whatever year.

    >>> said_day("3月5号交多少"), said_day("现在交多少")
    ((3, 5), None)
    """
    match = _SAID_DAY.search(question)
    return (int(match["m"]), int(match["d"])) if match else None


def asked_day(question: str, as_of: datetime) -> datetime:
    """The day a question speaks of as its own: 8月11号还能提交吗; else `as_of`.

    >>> asked_day("8月11号还能提交吗", datetime(2026, 6, 1)).date().isoformat()
    '2026-08-11'
    """
    match = _DAY.search(question)
    if match is None:
        return as_of
    year = int(match[1] or as_of.year)
    month, day = (int(match[2]), int(match[3])) if match[2] else (as_of.month, int(match[4]))
    try:
        return as_of.replace(year=year, month=month, day=day)
    except ValueError:
        return as_of


def end_of(value: Value) -> datetime | None:
    """The last moment a date, range or deadline covers, local time.

    A month covers its last day and a day its whole day; None if the value has no year.
    """
    match = _SHAPE.fullmatch(value.value.rsplit("/", 1)[-1])
    if match is None:
        return None
    year, month, day, hour, minute = (int(g) if g else None for g in match.groups())
    if year is None or month is None:
        return None
    day = day or _TENTHS.get(_third(value), monthrange(year, month)[1])
    if hour is None:
        return datetime(year, month, day, 23, 59, 59)  # noqa: DTZ001  local, as printed
    midnight = datetime(year, month, day)  # noqa: DTZ001  local, as printed
    return midnight + timedelta(hours=hour, minutes=minute or 0)  # 24:00 ends the day


def _third(value: Value) -> str:
    """The third of the month a value without a day ends in: 上, 中; empty if it says none."""
    found = _THIRD.findall(value.raw)
    return found[-1] if found else ""


def first_day(value: Value) -> date | None:
    """The first day a date or range covers; None where it names no day or no year."""
    match = _SHAPE.fullmatch(value.value.split("/", 1)[0]) or _SHAPE.fullmatch(value.value)
    if match is None or match[3] is None:
        return None
    return date(int(match[1]), int(match[2]), int(match[3]))


def days_before(values: Iterable[Value], text: str, as_of: datetime) -> int | None:
    """Days until something begins: before all its ranges and days with an opening, else None.

    `text` (comparable) tells which days open something: 6月15日9:00开放; a deadline opens nothing.
    """
    days = [v for v in values if dated(v)]
    opening = [
        first_day(v) for v in days if "/" in v.value or _OPENS.match(text.partition(_raw(v))[2])
    ]
    begins = [day for day in opening if day is not None]
    if not begins or len(begins) < len(opening):
        return None
    left = (min(begins) - as_of.date()).days
    return left if left > 0 else None


def begun(values: Iterable[Value], as_of: datetime) -> bool:
    """Whether a range among them holds the moment."""
    return any(
        (first := first_day(v)) is not None
        and (end := end_of(v)) is not None
        and first <= as_of.date()
        and as_of.replace(tzinfo=None) <= end
        for v in values
        if dated(v) and "/" in v.value
    )


def _raw(value: Value) -> str:
    return comparable(value.raw)


def dated(value: Value) -> bool:
    """Whether it is a date at all; hours of every day (9:00—11:30) end nothing."""
    return value.kind in TIMED and not _HOURS.match(value.value)


def past(values: Iterable[Value], as_of: datetime) -> bool | None:
    """Whether all of them are over at `as_of`; None where nothing can be said."""
    ends = [end_of(v) for v in values if dated(v)]
    if not ends or any(e is None for e in ends):
        return None
    return max(e for e in ends if e) < as_of.replace(tzinfo=None)


def days_left(values: Iterable[Value], as_of: datetime) -> int | None:
    """Days from `as_of` to the last of them, negative after it; None where nothing can be said.

    Counted by calendar days, so a deadline is 0 days off all of its own day; to a third of a
    month (10月中旬) nobody can count them.
    """
    days = [v for v in values if dated(v)]
    known = [end for v in days if (end := end_of(v)) is not None]
    if not known or len(known) < len(days) or any(map(_third, days)):
        return None
    last = max(known) - timedelta(microseconds=1)  # 24:00 is of the day it ends
    return (last.date() - as_of.date()).days
