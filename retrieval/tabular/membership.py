"""Of which class a thing is that a table lists: 叉车属于哪个大类, 选品算不算数字技能类.

The class is a cell of the row, in a column headed 类别 and the like, or the title of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable
from retrieval.question.asked import Asked
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply
from retrieval.tabular.rows import row_piece
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_ASKS = lazy_re.compile(
    r"(?:^|[，,])(?P<what>[^，,。？?]{2,16}?)(?:这个)?(?:是不是|算不算|属不属于|是否属于|属于|算是|算"
    r"|(?:归|划|分|列)(?:在|到|入|进)|归(?!谁))"
    r"(?P<of>[^，,。？?]{0,12}?(?:[大小]?类别?|类型|目录|名单|清单))(?:下面|底下|里面?|中)?的?[吗么嘛不呢啊]?$"
)
_WHICH = lazy_re.compile(r"哪|什么|啥")
_CLASSES = lazy_re.compile(r"类别?|类型|大类|门类|领域|行业|分类")
_TAIL = lazy_re.compile(r"(?:[大小]?类别?|类型|目录|名单|清单)$")
_DOING = lazy_re.compile(r"^[开做搞报学考干当玩比]|的?(?:人|项目|赛项|工种|职业)?的?$")
_LEAST, _HALF = 2, 0.5


def membership_reply(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The class of the one thing that is named, or whether it is of the one named with it."""
    match = _ASKS.search(asked.plain.rstrip("?？"))
    if match is None:
        return None
    found = _rows(views, _DOING.sub("", _DOING.sub("", match["what"])))
    which = _WHICH.search(match["of"])
    if not which:
        own = _TAIL.sub("", match["of"])
        named = [(v, r) for v, r in found if len(own) >= _LEAST and _of(v, r, own)]
        found = named or found
        pieces = [_piece(notice, view, row, say("lead.is") if named else "") for view, row in found]
    else:
        classed = [(v, r) for v, r in found if _column(v) is not None]
        pieces = [_piece(notice, view, row, "") for view, row in classed or found]
    told = tuple(piece for piece in pieces if piece is not None)
    return Reply(status="answered", notice=notice.id, pieces=told, sure=1.0) if told else None


def _rows(views: Sequence[TableView], name: str) -> list[tuple[TableView, Row]]:
    """Of each table the one row whose name is the thing, or alone has most of its words."""
    found: list[tuple[TableView, Row]] = []
    if len(name) < _LEAST:
        return found
    for view in views:
        cells = [comparable(row.cells[view.key]) for row in view.table.rows]
        own = [i for i, cell in enumerate(cells) if cell == name]
        if not own:
            said = [longest_common(name, cell)[0] if cell else 0 for cell in cells]
            most = max(said, default=0)
            enough = most >= max(_LEAST, len(name) * _HALF)
            own = [i for i, n in enumerate(said) if n == most and enough]
        if len(own) == 1:
            found.append((view, view.table.rows[own[0]]))
    whole = [(v, r) for v, r in found if comparable(r.cells[v.key]) == name]
    return whole or found


def _column(view: TableView) -> int | None:
    """The column of classes, if there is one besides the names."""
    heads = (i for i, head in enumerate(view.table.header) if _CLASSES.search(comparable(head)))
    return next((i for i in heads if i != view.key), None)


def _of(view: TableView, row: Row, name: str) -> bool:
    """Whether the row's class, or the title of the table, has the name."""
    column = _column(view)
    own = row.cells[column] if column is not None else ""
    return name in comparable(own) or name in comparable(view.table.title)


def _piece(notice: Notice, view: TableView, row: Row, lead: str) -> Piece | None:
    """The row under the title of its table, led by that it is so where that is asked."""
    piece = row_piece(notice, view.table, row)
    if piece is None:
        return None
    title = "" if _column(view) is not None else re.sub(r"\s+", "", view.table.title)
    scope = f"{lead}{title}"
    text = f"{scope}：{piece.text}" if title else f"{lead}{piece.text}"
    return piece.model_copy(update={"text": text, "computed": (*piece.computed, lead, title)})
