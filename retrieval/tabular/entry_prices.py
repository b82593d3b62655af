"""One price of a table of fees: rows are what is entered, columns are kinds of payers.

不是会员的话团体一队多少钱 gets the cell of 团体赛 under 非会员单位; whoever does not say of which
kind they are gets the prices of all kinds. How far two of the prices lie apart is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.passages.rank import Sought
from retrieval.reply import Reply
from retrieval.tabular.entry_names import entries_named, entry_names
from retrieval.tabular.kind_prices import priced_in
from retrieval.tabular.price_columns import ELSE
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.tariff import NO_MEMBER, NOT_IN, asks_price, named_kinds, of_fees

_PAYERS = lazy_re.compile(r"会员|单位|企业|院校|学校|学生|职工|协会|公司")
_FEE, _FEW = "fee", 4
_APART = lazy_re.compile(
    r"费用?(?:是|要|得)?多少|差(?:多少|几|价|额)|相差|[贵多少高低]多少|便宜多少"
)


def entry_prices(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The prices of the entries and payers that are named; None where none of them is."""
    text = NOT_IN.sub(NO_MEMBER, sought.asked.plain)
    if ELSE.search(text) or not _asks(text, sought):
        return None
    for view in views:
        heads = dict(enumerate(view.table.header[1:], 1))
        if not of_fees(view) or not all(map(_PAYERS.search, heads.values())):
            continue
        rows = entries_named(entry_names(view), text)
        columns = named_kinds(heads, text)
        if not columns and not rows:
            continue
        if not rows and len(view.table.rows) > _FEW:
            continue
        meant = tuple(view.table.rows[at] for at in rows) or tuple(view.table.rows)
        asks = tuple(columns or heads)
        hit = Hit(view.table, meant, frozenset({0}), asks, 0, 1.0, exact=True)
        reply = row_reply(notice, hit, sought.asked)
        return reply and reply.beside(priced_in(notice, view))
    return None


def _asks(text: str, sought: Sought) -> bool:
    """Whether what is to be paid is asked, or how far two prices lie apart."""
    return asks_price(text) or (_FEE in sought.asked.concepts and bool(_APART.search(text)))
