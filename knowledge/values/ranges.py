"""Ranges of dates and times, in the form `2023-10-13/2023-10-22`; an open side is `..`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.values.date_labels import date_label
from knowledge.values.found import INFERRED, Context, Found
from knowledge.values.moments import (
    DASH,
    FIRST,
    NUMERIC,
    NUMERIC_END,
    Moment,
    moment,
    read_moment,
    year_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSED = lazy_re.compile(
    rf"(?<![\d.])(?<!\d:)(?:自|从)?{FIRST}(?:(?:起|开始)[,，]?)?{DASH}"
    rf"{moment(2, month='?')}(?:止|为止)?(?:(?<!\d)|(?!\d))(?![分个人名页支])"
)
_NUMERIC = lazy_re.compile(rf"{NUMERIC} ?{DASH} ?{NUMERIC_END}")
_OPEN = lazy_re.compile(
    rf"(?:自|从)?(?:即日|(?:(?:自|从)?本?(?:通知|公告|文件|方案|启事)?(?:正式)?)"
    rf"(?:印发|发布|下发|公布)之日)起?{DASH}{moment(2)}(?:止|为止|截止)?"
)


def find_ranges(text: str, context: Context) -> Iterator[Found]:
    """Ranges of a folded text, first those from today on (`即日起至…`)."""
    for match in _OPEN.finditer(text):
        yield from _from_now(text, match, context)
    for match in (*_NUMERIC.finditer(text), *_CLOSED.finditer(text)):
        yield from _between(text, match, context)


def _from_now(text: str, match: re.Match[str], context: Context) -> Iterator[Found]:
    last = read_moment(match, 2)
    year, inferred = year_of(text, match.start(), last, context)
    end = last._replace(year=year).iso()
    if end:
        yield _found(text, match, f"../{end}", context, inferred=inferred)


def _between(text: str, match: re.Match[str], context: Context) -> Iterator[Found]:
    first, last = read_moment(match, 1), read_moment(match, 2)
    if last.month is None and not (first.month and first.day and (last.day or last.clock)):
        return
    if first.month is None and not (first.day or first.clock):
        return
    first = _begun(first, last)
    year, inferred = year_of(text, match.start(), first, context)
    first = first._replace(year=year)
    begin, end = first.iso(), _completed(first, last).iso()
    if begin and end:
        yield _found(text, match, f"{begin}/{end}", context, inferred=inferred)


def _begun(first: Moment, last: Moment) -> Moment:
    """The beginning, with what it leaves to the end."""
    day = first.day or (None if first.month else last.day)
    return Moment(first.year or last.year, first.month or last.month, day, first.clock)


def _completed(first: Moment, last: Moment) -> Moment:
    """The end, with what it leaves to the beginning; from December to January is a year on."""
    month = last.month or first.month
    day = last.day or (first.day if last.clock and not last.month else None)
    year = last.year or first.year
    if year and month and first.month and not last.year and month < first.month:
        year += 1
    return Moment(year, month, day, last.clock)


def _found(
    text: str, match: re.Match[str], value: str, context: Context, *, inferred: bool
) -> Found:
    label = date_label(text, match.start(), match.end(), context.label)
    return Found("range", value, label + INFERRED * inferred, *match.span())
