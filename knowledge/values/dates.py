"""Dates, times of day, ranges and deadlines.

Normal forms follow ISO 8601: `2023-09-28`, `2026-11`, `2024-02-05T18:00`; a range is
`2023-10-13/2023-10-22`, one without a stated beginning `../2026-11`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.values.continued import continued
from knowledge.values.date_labels import action_after, date_label, is_last_day
from knowledge.values.found import INFERRED, Context, Found
from knowledge.values.moments import (
    CLOCK,
    DASH,
    NUMERIC,
    WEEK,
    Moment,
    clock_iso,
    moment,
    read_moment,
    year_of,
)
from knowledge.values.ranges import find_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

_SINGLE = lazy_re.compile(rf"(?<!\d){moment(1)}")
_NUMERIC = lazy_re.compile(NUMERIC)
_DAY = lazy_re.compile(
    r"(?<![\d月年.前满足约近隔每第过达需共路街巷道弄村区园里])(?<!少于|多于|低于|示期|期为|时间)"
    r"(?P<d1>3[01]|[12]\d|[1-9])[日号](?!内|后|以|[楼馆栋院门])"
    rf"{WEEK}(?P<t1>{CLOCK})?"
)
"""A day whose month stands before; 提前15日 is a duration, 铸造路3号 an address."""
_MONTH = lazy_re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月(?=\d)")
_THIRD = lazy_re.compile(r"[旬底末初]$")
_HELD = lazy_re.compile(r"[前举召开]")
_TIME = lazy_re.compile(rf"(?<![\d:.])(?P<a>{CLOCK})(?:{DASH}(?P<b>{CLOCK}))?")
_BEFORE = lazy_re.compile(r"(?:当[日天]|下班)?(?:之前|以前|前|截止|为止|止(?!损))")
_AFTER = lazy_re.compile(r"(?:\(含\))?(?:及?以后|及?之后)")
_LAPSE = lazy_re.compile(r"[,，]?(?:逾期|过期)")
_ENTRY = lazy_re.compile(r"报名|申报|提交|推荐")
_CUT = lazy_re.compile(r"截止|截至")
_AGE = lazy_re.compile(r"年龄|出生|周岁|年满|基准")
_AGE_REACH = 16


def find_dates(text: str, context: Context) -> Iterator[Found]:
    """Every date, range, deadline and time of day in a folded text.

    >>> [(f.kind, f.value) for f in find_dates("2027年3月1日9:00至3月26日17:00", Context())]
    [('range', '2027-03-01T09:00/2027-03-26T17:00')]
    """
    taken: list[Found] = []
    for reader in (find_ranges, _singles, _days, _times):
        for found in reader(text, context):
            if all(found.end <= other.start or other.end <= found.start for other in taken):
                taken.append(found)
    for found in continued(text, taken):
        yield found
        yield from _lapsing(text, found)


def _lapsing(text: str, found: Found) -> Iterator[Found]:
    """The end of a time of registration is a deadline too, and of one with `逾期不予受理`."""
    entry = _ENTRY.search(found.label) or _LAPSE.match(text, found.end)
    end = found.value.rpartition("/")[2]
    if found.kind == "range" and entry and len(end) > len("2026-11"):
        yield found._replace(kind="deadline", value=end)


def _singles(text: str, context: Context) -> Iterator[Found]:
    for match in (*_NUMERIC.finditer(text), *_SINGLE.finditer(text)):
        found = read_moment(match, 1)
        # `11月中旬` and `9月前` are dates; `6个月` and `2月龄` are not
        alone = _THIRD.search(match[0]) or _HELD.match(text, match.end())
        if found.year or found.day or alone:
            yield from _single(text, match, found, context)


def _days(text: str, context: Context) -> Iterator[Found]:
    """`22日` after a date of the same clause that says which month."""
    for match in _DAY.finditer(text):
        months = _MONTH.findall(text, 0, match.start())
        if months:
            yield from _single(
                text, match, read_moment(match, 1)._replace(month=int(months[-1])), context
            )


def _single(text: str, match: re.Match[str], found: Moment, context: Context) -> Iterator[Found]:
    year, inferred = year_of(text, match.start(), found, context)
    value = found._replace(year=year).iso()
    if not value:
        return
    start, end = match.span()
    since, until = _AFTER.match(text, end), _BEFORE.match(text, end)
    tail = since or until
    end = tail.end() if tail else end
    label = date_label(text, start, end, context.label)
    last = until or is_last_day(text, start)
    if last and not label:
        label = action_after(text, end)
    told = label + INFERRED * inferred
    if since:
        yield Found("range", f"{value}/..", told, start, end)
    elif (last or _CUT.search(label)) and not _of_age(text, start, label):
        yield Found("deadline", value, told, start, end)
    else:
        yield Found("date", value, told, start, end)


def _of_age(text: str, start: int, label: str) -> bool:
    """Whether a date is what ages are counted to, and nothing has to be done by it."""
    return bool(_AGE.search(label) or _AGE.search(text[max(0, start - _AGE_REACH) : start]))


def _times(text: str, context: Context) -> Iterator[Found]:
    for match in _TIME.finditer(text):
        first, second = clock_iso(match["a"]), clock_iso(match["b"] or "")
        label = date_label(text, match.start(), match.end(), context.label)
        if second:
            yield Found("range", f"{first}/{second}", label, *match.span())
        else:
            yield Found("time", first, label, *match.span())
