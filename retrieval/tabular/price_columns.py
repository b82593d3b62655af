"""Prices by columns: rows of what is entered, a column for each kind of entrant among others.

会员单位 | 非会员单位 | 学生 stand beside days and lengths. Whoever says of which kind they are gets
that price alone; whoever does not gets the prices of all kinds, so that nobody is told another's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, comparable_name, squeeze
from retrieval.computed.entries_due import cut_at
from retrieval.computed.worked import number
from retrieval.passages.elements import cite_phrase
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.tabular.kind_prices import kind_prices, priced_in
from retrieval.tabular.rows import cite_row, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.tariff import (
    AMOUNT,
    FEES,
    NO_MEMBER,
    NOT_IN,
    PRICE,
    asks_price,
    named_kinds,
)
from retrieval.wording import say

_KIND = lazy_re.compile(
    r"会员|单位|企业|公司|院校|学校|学生|职工|教师|个人|团[队体]|社会|协会|公众"
)
ELSE = lazy_re.compile(
    r"食宿|住|吃|餐|饭|退|奖|培训|集训|资料|押金|申诉|发票|收据|补[贴助]|罚|车|路费|交通|保险|证书"
)
"""Money of another matter than what is paid for entering."""
_SEVERAL = lazy_re.compile(r"[一总]共|合计|加起来|[\d两二三四五六七八九十]+个?(?:人|队|项)")
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_LEAST = 2
_MOST_ROWS = 12


def prices_reply(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """What the columns of prices say of the tracks and the kind meant; None where there are none.

    Where one price is meant and a day that is early enough, also what is left of it.
    """
    text = NOT_IN.sub(NO_MEMBER, sought.asked.plain)
    if ELSE.search(text):
        return None
    by_kinds = kind_prices(notice, views, sought, text)
    if by_kinds is not None or not asks_price(text):
        return by_kinds
    names = {comparable(t.name) for t in notice.tracks if t.id in sought.tracks}
    for view in views:
        columns = price_columns(view)
        rows = _rows(view, names)
        if not columns or not rows:
            continue
        meant = _meant(view, columns, text)
        mentioned = frozenset({view.key})
        hit = Hit(view.table, rows, mentioned, meant, view.key, 1.0, exact=True)
        reply = row_reply(notice, hit, sought.asked)
        if reply is None:
            return None
        one = len(rows) == len(meant) == 1
        due = _due(notice, view, rows[0], meant[0], text) if one else None
        return reply.beside(priced_in(notice, view), due)
    return None


def price_columns(view: TableView) -> tuple[int, ...]:
    """The columns of prices headed by kinds of entrants, of a table of fees; none if few."""
    if not FEES.search(f"{view.title}{''.join(view.heads)}") or _priced(view, view.key):
        return ()
    found = [
        i
        for i, head in enumerate(view.heads)
        if i != view.key and _KIND.search(head) and _priced(view, i)
    ]
    return tuple(found) if _LEAST <= len(found) < len(view.heads) - 1 else ()


def _priced(view: TableView, column: int) -> bool:
    cells = [comparable_name(row.cells[column]) for row in view.table.rows]
    prices = [c for c in cells if AMOUNT.fullmatch(c)]
    rest = (c for c in cells if c not in prices)
    return len(prices) * _LEAST >= len(cells) and all(
        PRICE.fullmatch(c) or c == "不设" for c in rest
    )


def _rows(view: TableView, names: set[str]) -> tuple[Row, ...]:
    """The rows of the tracks; all of a short table where none is meant."""
    rows = view.table.rows
    if not names:
        return tuple(rows) if len(rows) <= _MOST_ROWS else ()
    return tuple(row for row in rows if comparable(squeeze(row.cells[view.key])) in names)


def _meant(view: TableView, columns: Sequence[int], text: str) -> tuple[int, ...]:
    """The columns of the kinds a question names; all where it names none."""
    found = named_kinds({i: view.table.header[i] for i in columns}, text)
    return tuple(found or columns)


def _due(notice: Notice, view: TableView, row: Row, column: int, text: str) -> Piece | None:
    """What is left of the price on a day early enough for less: 600×0.9=540元."""
    amount = AMOUNT.fullmatch(comparable_name(row.cells[column]))
    cut = cut_at(text, notice.text) if amount is not None and not _SEVERAL.search(text) else None
    name = _BRACKET.sub("", squeeze(row.cells[view.key]))
    if (
        amount is None
        or cut is None
        or re.search(rf"{re.escape(name)}[^，。；]{{0,6}}不(?:打折|享受|优惠)", notice.text)
    ):
        return None
    price = Decimal(amount[1])
    formula = f"{number(price)}×{number(cut.factor)}={number(price * cut.factor)}元"
    granted = cite_phrase(notice, cut.text)
    cited = (*cite_row(notice, view.table, row, (column,)), *([granted] if granted else []))
    line = say("worked.together", formula=formula)
    return Piece(text=line, citations=cited, computed=(line, number(price * cut.factor)))
