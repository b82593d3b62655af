"""Days the calendar does not have, and weekdays that are another day's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.values.found import Context
from knowledge.values.moments import Moment, year_of

_WEEKDAYS = "一二三四五六日"
_YEAR = r"(?:19|20)\d\d"
_WEEK = (
    r"(?:上午|下午)?,?\(?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])(?![至到—\-]|[一二三四五六日天])"
)
_FULL = lazy_re.compile(rf"(?<!\d)(?:(?P<y>{_YEAR})年)?(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})[日号]")
_FIGURES = lazy_re.compile(
    rf"(?<![\d./\-])(?P<y>{_YEAR})(?P<s>[./\-])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\d./\-])"
)
_DAY = lazy_re.compile(r"(?<![\d月])(?P<d>\d{1,2})[日号](?=\(?(?:星期|周|礼拜))")
_MONTH = lazy_re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月(?=\d)")
_AFTER = lazy_re.compile(_WEEK)
_CLOCK = lazy_re.compile(r"(?<=[日号午晚)])(?P<h>\d{1,2}):(?P<n>\d\d)(?![\d:])")
_DATED = lazy_re.compile(r"20\d\d-")
_HOURS, _MINUTES = 24, 59


def calendar(material: Material) -> Iterator[Fault]:
    """`2月30日`, `25:00`, and `9月5日（星期日）` where it is a Saturday."""
    context = Context(material.notice.issued_on, material.notice.year)
    for piece in material.pieces:
        yield from _days(piece, context)
        for match in _CLOCK.finditer(piece.text):
            hour, minute = int(match["h"]), int(match["n"])
            late = hour > _HOURS or (hour == _HOURS and minute > 0)
            if late or minute > _MINUTES:
                yield piece.fault("time_impossible", *match.span())
    yield from _backwards(material)


def _days(piece: Piece, context: Context) -> Iterator[Fault]:
    for match in (*_FULL.finditer(piece.text), *_FIGURES.finditer(piece.text)):
        moment = Moment(int(match["y"]) if match["y"] else None, int(match["m"]), int(match["d"]))
        if not moment.possible():
            yield piece.fault("date_impossible", *match.span())
            continue
        yield from _weekday(piece, match, moment, context)
    for match in _DAY.finditer(piece.text):
        months = _MONTH.findall(piece.text, 0, match.start())
        if months:
            moment = Moment(None, int(months[-1]), int(match["d"]))
            yield from _weekday(piece, match, moment, context)


def _weekday(
    piece: Piece, match: re.Match[str], moment: Moment, context: Context
) -> Iterator[Fault]:
    said = _AFTER.match(piece.text, match.end())
    year, _ = year_of(piece.text, match.start(), moment, context)
    moment = moment._replace(year=year)
    if not (said and year and moment.month and moment.day and moment.possible()):
        return
    day = date(year, moment.month, moment.day)
    right = _WEEKDAYS[day.weekday()]
    if said["w"].replace("天", "日") != right:
        values = {"day": f"{day.year}年{day.month}月{day.day}日", "right": f"星期{right}"}
        yield piece.fault("weekday_wrong", match.start(), said.end(), values)


def _backwards(material: Material) -> Iterator[Fault]:
    """A range that ends before it begins; one through the night does not."""
    for value in material.notice.values:
        begin, _, end = value.value.partition("/")
        dated = value.kind == "range" and _DATED.match(begin) and _DATED.match(end)
        first, last = begin[:10], end[:10]
        if not dated or len(first) != len(last):
            continue
        if last < first or (last == first and len(begin) == len(end) and end < begin):
            yield Fault("range_backwards", value.path, (value.start, value.end))
