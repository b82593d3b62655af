"""Programmes as tables: all of one day, and the half of a day in which something takes place.

8月18号有哪些安排 are the rows of that day; of a table with columns 上午 and 下午 开幕式几点 means
the cell that names it: 上午：开幕式（8:30）.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, comparable_name
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.question.mentions import longest_common, telling
from retrieval.reply import Reply
from retrieval.tabular.cell_names import days
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView

_HALVES = lazy_re.compile(r"上午|下午|晚上|中午|晚间|夜间|全天")
_WHEN = lazy_re.compile(r"日期|时间|日程|^日$")
_ALL_OF_IT = lazy_re.compile(
    r"安排|日程|行程|(?:干|做|比|考|搞|弄|进行|举行)(?:些|的是|的)?(?:什么|啥|哪)"
    r"|有(?:些)?(?:什么|啥|哪些?)(?:活动|项目|比赛|环节|事|内容|$)|哪些?(?:项目|比赛|环节|活动)|(?:什么|啥)(?:项目|比赛|活动|内容)"
)
_HALF_ASKED = lazy_re.compile(r"[上下]午还是|还是[上下]午|[上下]午[^，。？?]{0,4}[，,、]?[上下]午")
_BARE_DAY = lazy_re.compile(r"(?<![\d月第])(\d{1,2})[号日](?!线|楼|馆|门|台|车|桌|位)")
"""A day whose month is left to the programme: 17号下午."""
_HOUR = lazy_re.compile(r"(?<!\d)(\d{1,2}):\d{2}")
_STAGE = lazy_re.compile(r"[初预复决]赛")
_ITEM = lazy_re.compile(r"[、，,;；/]")
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_NOON, _EVENING, _LEAST, _PART = 12, 18, 2, 3


def programme_reply(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """What a programme says of a day, or when something of it is; None if neither is asked."""
    half = _HALVES.search(asked.plain) is not None
    for view in sorted(views, key=lambda each: not (half and _halves(each))):
        if _of_other_stage(view, asked):
            continue
        hit = _of_day(view, asked) or _of_event(view, asked)
        reply = row_reply(notice, hit, asked) if hit is not None else None
        if reply is not None:
            return reply
    return None


def _of_other_stage(view: TableView, asked: Asked) -> bool:
    """Whether a table is headed by a stage and the question names another: 决赛日程."""
    said, titled = (set(_STAGE.findall(text)) for text in (asked.plain, view.title))
    return bool(said and titled) and said.isdisjoint(titled)


def _day_column(view: TableView) -> int | None:
    """The column that tells the days."""
    heads = [comparable(h) for h in view.table.header]
    dated = (i for i, h in enumerate(heads) if _WHEN.search(h))
    return next((i for i in dated if any(_days(r.cells[i]) for r in view.table.rows)), None)


def _days(cell: str) -> frozenset[tuple[int, int]]:
    return days(comparable_name(cell))


def _of_day(view: TableView, asked: Asked) -> Hit | None:
    """All that is on the days the question names, or in the half of the day it names."""
    said, bare = days(asked.plain), set(map(int, _BARE_DAY.findall(asked.plain)))
    asks = (said or bare) and _ALL_OF_IT.search(asked.plain)
    at = _day_column(view) if asks else None
    if at is None:
        return None
    told = [(r, _days(r.cells[at])) for r in view.table.rows]
    rows = [r for r, of in told if of & said or (not said and {day for _, day in of} & bare)]
    halves = _halves(view)
    wanted = _HALVES.search(asked.plain)
    free = [i for i in range(len(view.table.header)) if i != at and i not in view.numbered]
    if wanted and halves:
        free = [i for i in free if i not in halves or halves[i] == wanted[0]]
    elif wanted:
        rows = [r for r in rows if wanted[0] in {None, _half(r)}] or rows
    if not rows or not free:
        return None
    return Hit(view.table, tuple(rows), frozenset({at}), tuple(free), at, 1.0, exact=True)


def _half(row: Row) -> str | None:
    """In which half of the day something begins; None if no hour is told."""
    hour = next(iter(_HOUR.findall(comparable("，".join(row.cells)))), None)
    if hour is None:
        return None
    if int(hour) >= _EVENING:
        return "晚上"
    return "上午" if int(hour) < _NOON else "下午"


def _halves(view: TableView) -> dict[int, str]:
    """The columns that are headed by a half of the day."""
    heads = (_BRACKET.sub("", comparable_name(h)) for h in view.table.header)
    found = ((i, _HALVES.fullmatch(h)) for i, h in enumerate(heads))
    return {i: match[0] for i, match in found if match}


def _of_event(view: TableView, asked: Asked) -> Hit | None:
    """The one cell, below a half of the day, that names what the question asks the time of."""
    lasting = "duration" in asked.concepts or "how_long" in asked.forms
    timed = ("when" in asked.forms and not lasting) or _HALF_ASKED.search(asked.plain)
    halves = _halves(view)
    at = _day_column(view) if timed and halves else None
    if at is None:
        return None
    named = [
        (_named(item, asked.plain), row, i)
        for row in view.table.rows
        for i in halves
        for item in _ITEM.split(_BRACKET.sub("", comparable_name(row.cells[i])))
    ]
    most = max((much for much, _, _ in named), default=0)
    best = [(row, i) for much, row, i in named if much == most > 0]
    rows = tuple(dict.fromkeys(row for row, _ in best))
    if not rows or len(rows) > 1 or len(best) > len(halves):
        return None
    columns = tuple(sorted({i for _, i in best}))
    return Hit(view.table, rows, frozenset({at}), columns, at, 1.0, exact=True)


def _named(item: str, text: str) -> int:
    """How many characters of an entry a question says: all of it, or a telling part."""
    if len(item) >= _LEAST and item in text:
        return len(item)
    length, at, of = longest_common(text, item)
    ends = of == 0 or of + length == len(item)
    telling_part = length >= _PART and ends and pairs(item) and telling(text[at : at + length])
    return length if telling_part else 0
