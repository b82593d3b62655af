"""Fees by who enters and by kinds of tracks: 会员单位 | 非会员单位 by 个人项目 | 师徒项目.

Whoever names a track or a kind, and says of which entrants they are, gets that price alone; what is
not said is told for all, so that nobody takes another's price for theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Notice, Row
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.question.mentions import longest_common
from retrieval.reply import Reply
from retrieval.tabular.kind_columns import kind_heads, kinds_meant
from retrieval.tabular.kind_prices import priced_in
from retrieval.tabular.price_columns import ELSE
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.tariff import NO_MEMBER, NOT_IN, asks_price, of_fees

_FEE, _MEMBER = "fee", "会员"
_SURELY = 3
"""So many characters of a row's name in the question are no accident: 灵活就业."""


def kind_fees(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The prices of the entrants and kinds that are meant; None without such a table."""
    if _FEE not in sought.asked.concepts:
        return None
    text = NOT_IN.sub(NO_MEMBER, sought.asked.plain)
    if not asks_price(text) or ELSE.search(text):
        return None
    for view in views:
        heads = kind_heads(notice, view) if of_fees(view) else {}
        if heads:
            meant = kinds_meant(notice, sought) | {s for s in heads.values() if s in text}
            columns = tuple(i for i, stem in heads.items() if stem in meant) or tuple(heads)
            rows = _rows(view, text)
            hit = Hit(view.table, rows, frozenset({0}), columns, 0, 1.0, exact=True)
            reply = row_reply(notice, hit, sought.asked)
            return reply and reply.beside(priced_in(notice, view))
    return None


def _rows(view: TableView, text: str) -> tuple[Row, ...]:
    """The rows of the entrants a question names; all where it names none or several."""
    cells = [(comparable(row.cells[0]), row) for row in view.table.rows]
    if _MEMBER in text:
        wanted = NO_MEMBER in text
        found = [r for cell, r in cells if _MEMBER in cell and (NO_MEMBER in cell) is wanted]
    else:
        found = [r for cell, r in cells if longest_common(cell, text)[0] >= _SURELY]
    return tuple(found if len(found) == 1 else (row for _, row in cells))
