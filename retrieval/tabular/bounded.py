"""Rows above or below a bound: 哪些工种用时超过2小时, 奖金6000元以上的有哪些, 名额不到3个的是谁."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.reply import Reply
from retrieval.tabular.extremes import amount_of
from retrieval.tabular.rows import reckoned, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import entries

_WHICH = lazy_re.compile(r"哪|谁|几个|多少个|什么")
_AMOUNT = r"(?P<n>\d+(?:\.\d+)?)个?(?P<unit>小时|分钟|人|名|队|组|元|分)?"
_OVER = lazy_re.compile(rf"(?P<not>不)?(?:超过|多于|高于|大于|超)(?P<amount>{_AMOUNT})")
_LEAST = lazy_re.compile(rf"(?:不低于|不少于|至少|达到|满)(?P<amount>{_AMOUNT})")
_UNDER = lazy_re.compile(rf"(?:不到|不足|少于|低于|小于|短于)(?P<amount>{_AMOUNT})")
_BEHIND = lazy_re.compile(rf"(?P<amount>{_AMOUNT})(?:及以|[以之])(?P<side>[上下内])")
_SEVERAL = 2
_COUNTS = frozenset({"", "人", "名", "队", "组", "个"})
"""Units of places, which a bound may leave out: 不到2个."""


def bounded_reply(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The rows whose cell keeps to the bound, with these cells; None if no bound is asked."""
    bound = _bound(asked.plain)
    if bound is None or "yes_no" in asked.forms or not _WHICH.search(asked.plain):
        return None
    said = {p for p in pairs(asked.plain) if p.isalpha()}
    for view in views:
        rows = entries(view.table.rows)
        for column in _columns(view, said):
            cells = [amount_of(comparable(r.cells[column])) for r in rows]
            units = _COUNTS if bound[1][0] in _COUNTS else {bound[1][0]}
            told = [cell if cell and cell[0] in units else None for cell in cells]
            if sum(cell is not None for cell in told) < max(_SEVERAL, len(rows) / 2):
                continue
            own = tuple(r for r, c in zip(rows, told, strict=True) if c and _keeps(c[1], bound))
            if own and len(own) < len(rows):
                key = frozenset({view.key})
                hit = Hit(view.table, own, key, (column,), view.key, 1.0, exact=True)
                return reckoned(row_reply(notice, hit, asked))
    return None


def _bound(text: str) -> tuple[str, tuple[str, float]] | None:
    """The side, and the amount with its unit, that a question (comparable) states.

    >>> _bound("哪些用时超过2小时"), _bound("奖金6000元以上的有哪些")
    (('>', ('time', 120.0)), ('>=', ('元', 6000.0)))
    """
    for pattern, side in ((_OVER, ">"), (_LEAST, ">="), (_UNDER, "<"), (_BEHIND, "")):
        match = pattern.search(text)
        amount = amount_of(match["amount"].replace("个", "")) if match else None
        if match is None or amount is None:
            continue
        if pattern is _BEHIND:
            return (">=" if match["side"] == "上" else "<="), amount
        return ("<=" if side == ">" and match["not"] else side), amount
    return None


def _keeps(much: float, bound: tuple[str, tuple[str, float]]) -> bool:
    side, (_, limit) = bound
    sides = {">": much > limit, ">=": much >= limit, "<": much < limit, "<=": much <= limit}
    return sides[side]


def _columns(view: TableView, said: set[str]) -> list[int]:
    """The columns whose heading the question says, those first of which it says the most."""
    free = (i for i in range(len(view.heads)) if i != view.key and i not in view.numbered)
    worth = {i: len(said & pairs(view.heads[i])) for i in free}
    return sorted((i for i, much in worth.items() if much), key=lambda i: -worth[i])
