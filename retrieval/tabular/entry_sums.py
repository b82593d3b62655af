"""What several entries come to where rows are what is entered: 2×300+1×900=1500元.

Columns are kinds of payers: whoever says of which kind they are gets one sum, whoever does not a
sum for each. All that a question counts must stand in the table, so that no sum leaves a part out.
A sentence that charges less for whoever enters twice is told beside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Citation, Notice, Row
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable_name
from retrieval.computed.worked import number
from retrieval.passages.elements import cite_phrase
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.tabular.entry_names import entry_names
from retrieval.tabular.price_columns import ELSE
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.tabular.tariff import AMOUNT, NO_MEMBER, NOT_IN, asks_price, named_kinds, of_fees

_N = rf"(?:\d{{1,3}}|{CHINESE}|两|俩)"
_COUNTED = lazy_re.compile(
    rf"(?<![第\d.月年])(?P<n>{_N})(?:个|名|位|支|项)?(?:的|参加)?"
    r"(?P<what>(?![月号日天晚点年届家折元]|[共起下般定样块并律切])[\u4e00-\u9fff]{1,8})"
)
_IN_ALL = lazy_re.compile(
    r"(?:[一总]共|合计|总计|加起来|拢共)(?:要|得|需|交|花|是|收)*(?:多少|几多|好多)(?:呢|啊|呀)?(?:$|[,，?？])"
)
"""A sum of which the kind is not said: that of money, by a table of fees."""
_ALL = lazy_re.compile(r"[一总]共|合计|总计|加起来|共要|总费用|总的|一起|多少|几")
_TWICE = lazy_re.compile(
    r"[^。；;\n]*同时[报参][^。；;\n]*(?:[只免按][^。；;\n]*)(?:缴|收|费)[^。；;\n]*"
)
_MOST = 3


def entry_sums(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The sum of as many entries as are counted; None unless each of them has a row of its own."""
    text = NOT_IN.sub(NO_MEMBER, sought.asked.plain)
    priced = asks_price(text) or _IN_ALL.search(text) or re.search(r"费用?多少", text)
    if ELSE.search(text) or not priced:
        return None
    if not _ALL.search(text):
        return None
    for view in views:
        counts = counted(text, entry_names(view)) if of_fees(view) else {}
        if sum(counts.values()) < 2:  # noqa: PLR2004  several entries
            continue
        columns = named_kinds(dict(enumerate(view.table.header[1:], 1)), text)
        columns = columns or list(range(1, len(view.heads)))
        lines = [_line(notice, view, counts, c) for c in columns[:_MOST]]
        told = [line for line in lines if line is not None]
        if told and len(told) == len(columns):
            twice = _twice(notice) if len(counts) > 1 else None
            pieces = (*told, *([twice] if twice else []))
            return Reply(status="answered", notice=notice.id, pieces=pieces, sure=1.0)
    return None


def counted(text: str, names: Mapping[int, str]) -> dict[int, int]:
    """How many entries a question (comparable) states of each row; none if one has no row.

    >>> counted("报2个个人1个团体一共多少钱", {0: "个人", 1: "团体"})
    {0: 2, 1: 1}
    >>> counted("报2个个人3个教练一共多少钱", {0: "个人", 1: "团体"})
    {}
    """
    found: dict[int, int] = {}
    for match in _COUNTED.finditer(text):
        rows = [at for at, name in names.items() if match["what"].startswith(name)]
        if len(rows) != 1 or rows[0] in found:
            return {}
        found[rows[0]] = int(arabic(match["n"]))
    return found


def _line(notice: Notice, view: TableView, counts: Mapping[int, int], column: int) -> Piece | None:
    rows = [(view.table.rows[at], count) for at, count in counts.items()]
    prices = [AMOUNT.fullmatch(comparable_name(row.cells[column])) for row, _ in rows]
    amounts = [Decimal(p[1]) for p in prices if p is not None]
    if len(amounts) < len(rows):
        return None
    terms = [f"{n}×{number(price)}" for (_, n), price in zip(rows, amounts, strict=True)]
    total = sum((n * p for (_, n), p in zip(rows, amounts, strict=True)), Decimal(0))
    line = f"{'+'.join(terms)}={number(total)}元"
    cited = tuple(c for row, _ in rows for c in _cited(notice, view, row, column))
    scope = comparable_name(view.table.header[column])
    return Piece(text=line, scope=scope, citations=cited, computed=(line, number(total), *terms))


def _cited(notice: Notice, view: TableView, row: Row, column: int) -> list[Citation]:
    return list(cite_row(notice, view.table, row, (0, column)))


def _twice(notice: Notice) -> Piece | None:
    """What a notice says of the price for whoever enters twice."""
    said = _TWICE.search(notice.text)
    cited = cite_phrase(notice, said[0].strip()) if said is not None else None
    return Piece(text=f"{said[0].strip()}。", citations=(cited,)) if said and cited else None
