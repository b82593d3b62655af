"""What entering costs each kind of entrant, where a question says of none which it is.

参赛费多少 is answered by the whole table of fees, so that nobody takes another's price, or that of
a meal, for theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Notice
from retrieval.passages.rank import Sought
from retrieval.reply import Reply
from retrieval.tabular.kind_prices import priced_in
from retrieval.tabular.price_columns import ELSE
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.tariff import FEES, asks_price, of_fees

_MOST_ROWS = 12
_ABOVE = 60
_FEE = "fee"
_STANDARD = {_FEE, "standard"}
"""收费标准."""


def all_prices(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """Every row of a short table of fees; None where something narrower or else is asked."""
    asked = sought.asked
    concepts = set(asked.concepts)
    asks = asks_price(asked.plain) or concepts == _STANDARD
    if not asks or _FEE not in concepts or ELSE.search(asked.plain):
        return None
    if any(len(word) > 1 for word in asked.content) or sought.tracks or sought.groups:
        return None
    for view in views:
        rows = view.table.rows
        if len(rows) <= _MOST_ROWS and of_fees(view) and _of_entering(notice, view):
            return _told(notice, view, sought)
    return None


def _of_entering(notice: Notice, view: TableView) -> bool:
    """Whether its title, its heads or the line above speak of fees, not of another matter."""
    above = notice.text[max(0, view.table.start - _ABOVE) : view.table.start]
    said = f"{view.title}{''.join(view.heads)}{above.rstrip().rpartition(chr(10))[2]}"
    return bool(FEES.search(said)) and not ELSE.search(said)


def _told(notice: Notice, view: TableView, sought: Sought) -> Reply | None:
    columns = tuple(range(1, len(view.heads)))
    hit = Hit(view.table, tuple(view.table.rows), frozenset({0}), columns, 0, 1.0, exact=True)
    reply = row_reply(notice, hit, sought.asked)
    return reply and reply.beside(priced_in(notice, view))
