"""What some entries come to by one row of prices: 2×(100+800)=1800元 for two students.

The row says for whom a price is (每队, 每人); a question that counts just these gets the sum. Of
several columns those are added that the question joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Citation, Notice, Row
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable, comparable_name
from retrieval.computed.reduced import Reduced, reduced
from retrieval.computed.worked import TOGETHER, number
from retrieval.passages.elements import cite_phrase
from retrieval.reply import Piece
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_PRICE = lazy_re.compile(
    r"(?:每(?P<before>队|人|组))?(?P<sum>\d+(?:\.\d+)?)元?(?:/(?P<behind>队|人|组))?"
)
_COUNT = lazy_re.compile(
    rf"(?<![第\d.])(?P<n>\d{{1,3}}|{CHINESE}|两|俩)(?:个|名|支|位)?"
    r"(?P<of>队|组(?!别)|人|学生|选手|职工|员工|老师|教师|师傅|工人)"
)
_OF_TEAM = frozenset({"队", "组"})
_MORE = lazy_re.compile(r"多少|几|一共|总共|合计")


def counted_sum(
    notice: Notice, view: TableView, row: Row, columns: Sequence[int], text: str
) -> Piece | None:
    """The sum for as many entries as a question (comparable) states; None if it states none."""
    count = _count(text, comparable_name(row.cells[columns[0]]))
    whole = bool(TOGETHER.search(text))
    if not _MORE.search(text) or (count is None and not (whole and len(columns) > 1)):
        return None
    terms = [_term(notice, view, row, at, text) for at in columns]
    if any(term is None for term in terms):
        return None
    told = [term for term in terms if term is not None]
    if (count or 1) == len(told) == 1 and told[0][1] is None:
        return None
    cited = [c for at in columns for c in cite_row(notice, view.table, row, (at,))]
    cited += [c for _, r in told if r and (c := cite_phrase(notice, r.granted)) is not None]
    return _worked(count or 1, told, tuple(cited))


def _worked(
    count: int, told: Sequence[tuple[Decimal, Reduced | None]], cited: tuple[Citation, ...]
) -> Piece:
    """The sum with how it was reckoned, behind what was granted."""
    each = [f"{number(p)}×{number(r.factor)}" if r else number(p) for p, r in told]
    total = sum((p * (r.factor if r else 1) for p, r in told), Decimal(0)) * count
    joined = "+".join(each)
    inner = f"({joined})" if len(each) > 1 and count > 1 else joined
    formula = f"{f'{count}×' if count > 1 else ''}{inner}={number(total)}元"
    line = say("worked.together", formula=formula)
    said = "；".join(dict.fromkeys(r.granted for _, r in told if r))
    text = f"{said}。\n{line}" if said else line
    return Piece(text=text, citations=cited, computed=(line, formula, number(total)))


def _term(
    notice: Notice, view: TableView, row: Row, column: int, text: str
) -> tuple[Decimal, Reduced | None] | None:
    """One price, and what is left of it."""
    price = _PRICE.fullmatch(comparable_name(row.cells[column]))
    if price is None:
        return None
    less = reduced(text, notice.text, comparable(view.table.header[column]))
    return Decimal(price["sum"]), less


def _count(text: str, cell: str) -> int | None:
    """How many of those a price is for a question counts, if one number of them is said."""
    price = _PRICE.fullmatch(cell)
    per = (price["before"] or price["behind"]) if price is not None else None
    if per is None:
        return None
    found = [m["n"] for m in _COUNT.finditer(text) if (m["of"] in _OF_TEAM) == (per in _OF_TEAM)]
    return int(arabic(found[0])) if len(found) == 1 else None
