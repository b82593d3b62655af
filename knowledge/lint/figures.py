"""Figures in the cells of a table."""

from __future__ import annotations

from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Row
from knowledge.plain import bare, normal

_TOTAL = lazy_re.compile(r"^(?:合计|总计|共计|总和|总分值?|小计)[:：]?$")
_FIGURE = lazy_re.compile(r"^-?\d+(?:\.\d+)?(?=(?:%|分|人|名|队|元|个|场|分钟)?$)")


def figure(cell: str) -> Decimal | None:
    """The figure a cell holds, its unit aside; None if it holds words.

    >>> figure("1,200元"), figure("30%"), figure("另行通知")
    (Decimal('1200'), Decimal('30'), None)
    """
    match = _FIGURE.match(bare(normal(cell)).replace(",", ""))
    return Decimal(match[0]) if match else None


def is_total(row: Row) -> bool:
    """Whether the row has the sums of those above it."""
    return any(_TOTAL.match(bare(cell)) for cell in row.cells)


def below(row: Row, at: int) -> bool:
    """Whether the figure is that of a merged cell, which counts once."""
    return at < len(row.inherited) and row.inherited[at] is not None
