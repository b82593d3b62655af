"""Tracks open to a kind of people: the rows whose cell lists the kind the question names.

A column lists kinds (肢体、听力); somebody asks what 听力 may enter. All rows that list the kind
are meant, not only the one whose cell is that word alone, and those whose cell says 不限.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.question.asked import Asked
from retrieval.reply import Reply
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView

_OPEN = frozenset({"list", "what", "which", "how_many"})
_ENTERS = lazy_re.compile(r"报(?!到|销|告)|参加|参赛|选(?!手)|适合|能比|可以比|挑")
_TRACKS = lazy_re.compile(
    r"(?:什么|啥|哪[些几个]?)个?(?:比赛|项目|赛项|工种|职业|赛道|赛)|有哪些|哪[几些]?[样种项门]|[报选挑]哪[些几个]|[报选挑]名?(?:的是?)?(?:什么|啥)(?=[呢啊]?$)"
)
_ANY = lazy_re.compile(r"(?:不限|均可|都可以?|各类|所有|无限制)(?:残疾)?(?:类别|类型|对象|人员)?")
"""A cell that lists no kind because all are let in."""
_AND = lazy_re.compile(r"[、,，/;；]|或者?|和|及")
_ITEM = lazy_re.compile(r"[\u4e00-\u9fff]{2,8}")
_SEVERAL = 2


def open_reply(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The tracks whose row lists the kind of people that is named; None if no table lists kinds."""
    if not asked.forms & _OPEN or "yes_no" in asked.forms:
        return None
    if not (_ENTERS.search(asked.plain) and _TRACKS.search(asked.plain)):
        return None
    names = {comparable(track.name) for track in notice.tracks}
    for view in views:
        hit = _listing(view, asked) if view.lists(names) else None
        if hit is not None:
            return row_reply(notice, hit, asked)
    return None


def _listing(view: TableView, asked: Asked) -> Hit | None:
    """The rows of which a cell lists a kind the question names, of the first column that has it."""
    text = "|".join((asked.plain, *(word for m in asked.meant for word in m.words)))
    for column in range(len(view.table.header)):
        items = [listed(row.cells[column]) for row in view.table.rows]
        if column == view.key or max(map(len, items), default=0) < _SEVERAL:
            continue
        named = {item for each in items for item in each if item in text}
        rows = tuple(
            row
            for row, each in zip(view.table.rows, items, strict=True)
            if named & set(each) or (named and _ANY.fullmatch(comparable(row.cells[column])))
        )
        if 0 < len(rows) < len(items):
            key = view.key
            return Hit(view.table, rows, frozenset({column}), (key,), key, 1.0, exact=True)
    return None


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell that is a list of names; empty where one is no name."""
    found = tuple(_AND.split(comparable_name(cell)))
    return found if all(_ITEM.fullmatch(item) for item in found) else ()
