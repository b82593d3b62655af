"""Where a row stands: the first or last of a table, or in which attachment its name is found."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row, Table
from knowledge.plain import comparable, squeeze
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply
from retrieval.tabular.rows import cite_row, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.wording import say

_LAST = lazy_re.compile(r"(最后|倒数第?)[一1]?(个|项|行|号|条)|(最后|末尾)的?是(哪|什么|啥)")
_FIRST = lazy_re.compile(
    r"(排|列)(在)?(最前|第一)|(最前|打头|开头)的?(那?个)?是(哪|什么|啥)"
    r"|第[一1](个|项|行|条)是"
)
_WHERE = lazy_re.compile(r"在?(附件|附表)(几|多少|第几)|(哪|第几)一?[个张份]?(附件|附表|表)")
_NAME = 3
_OF_NAMES = frozenset({"tracks", "attachments", "title", "category", "seq"})


def position_reply(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The row at the end the question names, or the attachments with the row it names."""
    of_names = set(asked.concepts) <= _OF_NAMES
    if of_names and (_LAST.search(asked.plain) or _FIRST.search(asked.plain)):
        return _at_end(notice, views, asked)
    return _standing(notice, views, asked) if _WHERE.search(asked.plain) else None


def _at_end(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The first or last row of the one table whose attachment or title the question says."""
    named = [v for v in views if v.numbered and _attachment(v.table) in asked.plain]
    named = [v for v in named if v.table.scope.attachment] or [v for v in views if v.numbered]
    best = max((v.title_share(asked) for v in named), default=0.0)
    found = [v for v in named if v.title_share(asked) == best and (best > 0 or len(named) == 1)]
    if len(found) != 1:
        return None
    view = found[0]
    row = view.table.rows[-1 if _LAST.search(asked.plain) else 0]
    marks = frozenset(view.numbered)
    hit = Hit(view.table, (row,), marks, (view.key,), view.key, 1.0, exact=True)
    return row_reply(notice, hit, asked)


def _attachment(table: Table) -> str:
    return comparable(table.scope.attachment or "")


def _standing(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """Each attachment that has a row of the name the question says, with its number there."""
    found = [(v, row) for v in views if v.table.scope.attachment for row in _rows(v, asked)]
    pieces = [_piece(notice, view, row) for view, row in found]
    if not pieces:
        return None
    return Reply(status="answered", notice=notice.id, pieces=tuple(pieces), sure=1.0)


def _rows(view: TableView, asked: Asked) -> list[Row]:
    names = [comparable(row.cells[view.key]) for row in view.table.rows]
    said = [n for n in names if len(n) >= _NAME and n in asked.plain]
    longest = max(said, key=len, default="")
    return [r for r, n in zip(view.table.rows, names, strict=True) if n and n == longest]


def _piece(notice: Notice, view: TableView, row: Row) -> Piece:
    name = squeeze(row.cells[view.key])
    place = f"{view.table.scope.attachment} {squeeze(view.table.title)}".strip()
    number = next((f"{view.table.header[i]}{row.cells[i]}" for i in view.numbered), "")
    text = "，".join(filter(None, (say("each", name=name, text=place), number)))
    cited = cite_row(notice, view.table, row, (view.key,))
    return Piece(text=text, citations=tuple(cited), computed=(text,))
