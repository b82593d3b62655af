"""Dates, times of day, ranges and deadlines.

Normal forms follow ISO 8601: `2023-09-28`, `2026-11`, `2024-02-05T18:00`; a range is
`2023-10-13/2023-10-22`, one without a stated beginning `../2026-11`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from knowledge.values.date_labels import action_after, date_label
from knowledge.values.found import Context, Found

INFERRED = "（年份按成文日期推定）"
"""Stands at the end of the label of a value whose year the notice does not print."""

_WEEK = r"(?:\((?:星期|周)[一二三四五六日天]\))?"
_CLOCK = r"(?:上午|下午|晚上|晚|中午)?(?:[01]?\d|2[0-4])(?::[0-5]\d|[点时](?:[0-5]?\d分|半)?)"
_DASH = r"(?:[—–\-~－]{1,2}|至|到)"
_THIRD = r"(?:上旬|中旬|下旬|底|末|初)?"


def _moment(n: int, month: str = "", day: str = "?", day_mark: str = "") -> str:
    """Pattern of the n-th moment of a range; a following `?` makes a part optional."""
    return (
        rf"(?:(?P<y{n}>(?:19|20)\d\d)年)?(?:(?P<m{n}>1[0-2]|0?[1-9])月){month}"
        rf"(?:(?P<d{n}>3[01]|[12]\d|0?[1-9])[日号]{day_mark}){day}{_THIRD}{_WEEK}"
        rf"(?P<t{n}>{_CLOCK}(?!{_DASH}\d))?"
    )


_FIRST = (
    r"(?:(?P<y1>(?:19|20)\d\d)年)?(?:(?P<m1>1[0-2]|0?[1-9])(?:月|(?=[—–\-~－至到]{1,2}\d{1,2}月)))?"
    rf"(?:(?P<d1>3[01]|[12]\d|0?[1-9])[日号]?)?{_THIRD}{_WEEK}(?P<t1>{_CLOCK})?"
)
_RANGE = re.compile(
    rf"(?<![\d.])(?<!\d:)(?:自|从)?{_FIRST}(?:起|开始)?{_DASH}"
    rf"{_moment(2, month='?')}(?:止|为止)?(?:(?<!\d)|(?!\d))(?![分个人名页支])"
)
_OPEN = re.compile(
    rf"(?:自|从)?(?:即日|[^,。;:\n]{{0,8}}?印发之日)起?{_DASH}{_moment(2)}(?:止|为止)?"
)
_SINGLE = re.compile(rf"(?<!\d){_moment(1)}")
_DAY = re.compile(
    r"(?<![\d月年.])(?P<d1>3[01]|[12]\d|[1-9])[日号](?!内|前|后|以|[楼馆栋])"
    rf"{_WEEK}(?P<t1>{_CLOCK})?"
)
_YEAR_MONTHLESS = re.compile(
    r"(?<!\d)(?P<y1>(?:19|20)\d\d)年(?=上半年|下半年|底|春季|夏季|秋季|冬季)"
)
_TIME = re.compile(rf"(?<![\d:.])(?P<a>{_CLOCK})(?:{_DASH}(?P<b>{_CLOCK}))?")
_BEFORE = re.compile(r"(?:当[日天])?(?:之前|以前|前|截止|为止|止(?!损))")
_LAPSE = re.compile(r"[,，]?(?:逾期|过期)")
_ENTRY = re.compile(r"报名|申报|提交|推荐")
_AFTER = re.compile(r"(?:\(含\))?(?:及?以后|及?之后)")
_EXPLICIT_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?=\d|上|下)")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月(?=\d)")
_CUT = re.compile(r"截止|截至")
_AGE = re.compile(r"年龄|出生|周岁|年满|基准")


class _Parts(NamedTuple):
    year: int | None
    month: int | None
    day: int | None
    clock: str


def _parts(match: re.Match[str], n: int) -> _Parts:
    groups = match.groupdict()
    numbers = (int(groups[k]) if groups.get(k) else None for k in (f"y{n}", f"m{n}", f"d{n}"))
    year, month, day = numbers
    return _Parts(year, month, day, clock_iso(groups.get(f"t{n}") or ""))


def clock_iso(clock: str) -> str:
    """`下午3点半` as `15:30`, `8:00` as `08:00`; empty stays empty.

    >>> clock_iso("下午3点半"), clock_iso("8:00")
    ('15:30', '08:00')
    """
    if not clock:
        return ""
    numbers = re.findall(r"\d+", clock)
    hour = int(numbers[0])
    if clock.startswith(("下", "晚")) and hour < 12:  # noqa: PLR2004 noon
        hour += 12
    minute = "30" if clock.endswith("半") else numbers[1] if len(numbers) > 1 else "0"
    return f"{hour:02d}:{int(minute):02d}"


def _iso(parts: _Parts) -> str:
    if parts.year is None or parts.month is None:
        return ""
    day = f"-{parts.day:02d}" if parts.day else ""
    clock = f"T{parts.clock}" if parts.clock and day else ""
    return f"{parts.year:04d}-{parts.month:02d}{day}{clock}"


def _valid(parts: _Parts) -> bool:
    try:
        return parts.month is not None and bool(
            date(parts.year or 2024, parts.month, parts.day or 1)
        )
    except ValueError:
        return False


def _year_for(text: str, place: int, parts: _Parts, context: Context) -> tuple[int | None, bool]:
    """The year a moment means, and whether it had to be inferred from outside the clause."""
    if parts.year:
        return parts.year, False
    stated = _EXPLICIT_YEAR.findall(text, 0, place)
    if stated:
        return int(stated[-1]), False
    issued = context.issued_on
    if issued is None or parts.month is None:
        return context.year, True
    same = (parts.month, parts.day or 31) >= (issued.month, issued.day)
    return issued.year if same else issued.year + 1, True


def find_dates(text: str, context: Context) -> Iterator[Found]:
    """Every date, range, deadline and time of day in a folded text.

    >>> [(f.kind, f.value) for f in find_dates("报名时间:2027年3月1日9:00至3月26日17:00", Context())]
    [('range', '2027-03-01T09:00/2027-03-26T17:00')]
    """
    taken: list[tuple[int, int]] = []
    for reader in (_ranges, _singles, _days, _times):
        for found in reader(text, context):
            if all(found.end <= start or end <= found.start for start, end in taken):
                taken.append((found.start, found.end))
                yield found
                yield from _lapsing(text, found)


def _lapsing(text: str, found: Found) -> Iterator[Found]:
    """The end of a time of registration is a deadline too, and of one with `逾期不予受理`."""
    entry = _ENTRY.search(found.label) or _LAPSE.match(text, found.end)
    end = found.value.rpartition("/")[2]
    if found.kind == "range" and entry and len(end) > len("2026-11"):
        yield found._replace(kind="deadline", value=end)


def _ranges(text: str, context: Context) -> Iterator[Found]:
    for match in _OPEN.finditer(text):
        yield from _range(text, match, context, opened=True)
    for match in _RANGE.finditer(text):
        yield from _range(text, match, context, opened=False)


def _range(text: str, match: re.Match[str], context: Context, *, opened: bool) -> Iterator[Found]:
    last = _parts(match, 2)
    first = last if opened else _parts(match, 1)
    if last.month is None and not (first.month and first.day and (last.day or last.clock)):
        return
    month = first.month or (last.month if first.day or first.clock else None)
    if month is None and not opened:
        return
    day = first.day or (None if first.month else last.day)
    year, inferred = _year_for(
        text,
        match.end() if first.year else match.start(),
        first._replace(
            year=first.year or (last.year if not first.year and last.year else None), month=month
        ),
        context,
    )
    first = first._replace(year=year, month=month, day=day)
    last = _completed(first, last)
    if not (_valid(first) and _valid(last) and _iso(first) and _iso(last)):
        return
    value = f"{'..' if opened else _iso(first)}/{_iso(last)}"
    label = date_label(text, match.start(), match.end(), context.label)
    yield Found("range", value, label + (INFERRED if inferred else ""), match.start(), match.end())


def _completed(first: _Parts, last: _Parts) -> _Parts:
    """The end of a range with what it leaves to the beginning; 12月 to 1月 crosses the year."""
    month = last.month or first.month
    day = last.day or (first.day if last.clock and not last.month else None)
    year = last.year or first.year
    if year and month and first.month and not last.year and month < first.month:
        year += 1
    return _Parts(year, month, day, last.clock)


def _singles(text: str, context: Context) -> Iterator[Found]:
    for match in _SINGLE.finditer(text):
        parts = _parts(match, 1)
        if not parts.year and not parts.day and not _month_alone(text, match):
            continue
        yield from _single(text, match, parts, context)


def _month_alone(text: str, match: re.Match[str]) -> bool:
    """`11月中旬` and `9月前` are dates, `6个月` and `2月龄` are not."""
    return bool(
        re.match(r"(?:\d|中旬|上旬|下旬|底|前|举)", text[match.end() - 2 : match.end() + 1])
    )


def _days(text: str, context: Context) -> Iterator[Found]:
    """`22日` after a date of the same sentence that says which month."""
    for match in _DAY.finditer(text):
        months = _MONTH.findall(text, 0, match.start())
        if months:
            parts = _parts(match, 1)._replace(month=int(months[-1]))
            yield from _single(text, match, parts, context)


def _single(text: str, match: re.Match[str], parts: _Parts, context: Context) -> Iterator[Found]:
    year, inferred = _year_for(text, match.start(), parts, context)
    parts = parts._replace(year=year)
    if not _valid(parts) or not _iso(parts):
        return
    start, end = match.span()
    after = _AFTER.match(text, end)
    if after:
        label = date_label(text, start, after.end(), context.label)
        yield Found(
            "range", f"{_iso(parts)}/..", label + (INFERRED if inferred else ""), start, after.end()
        )
        return
    before = _BEFORE.match(text, end)
    kind = "deadline" if before or _is_cut(text, start) else "date"
    label = date_label(text, start, before.end() if before else end, context.label)
    if kind == "deadline" and not label:
        label = action_after(text, end)
    if _AGE.search(label) or _AGE.search(text[max(0, start - 16) : start]):
        kind = "date"
    elif _CUT.search(label):
        kind = "deadline"
    end = before.end() if before else end
    label += INFERRED if inferred else ""
    yield Found("deadline" if kind == "deadline" else "date", _iso(parts), label, start, end)


def _is_cut(text: str, start: int) -> bool:
    """Whether the words before a date call it the last one."""
    prefix = re.split(r"[。;；\n]", text[max(0, start - 60) : start])[-1]
    near = re.search(r"(?:截止|截至)[^,，:]{0,12}[:,，]?(?:由|为|是|统一为|于)?[“\"]?$", prefix)
    mended = "截止" in prefix and re.search(
        r"(?:更正|调整|变更|延长|延期|修改|改)[为至到][“\"]?$", prefix
    )
    return bool(near or mended)


def _times(text: str, context: Context) -> Iterator[Found]:
    for match in _TIME.finditer(text):
        first, second = clock_iso(match["a"]), clock_iso(match["b"] or "")
        if not second and not re.search(r"[:点时]", match["a"]):
            continue
        label = date_label(text, match.start(), match.end(), context.label)
        kind = "range" if second else "time"
        value = f"{first}/{second}" if second else first
        yield Found("range" if kind == "range" else "time", value, label, *match.span())
