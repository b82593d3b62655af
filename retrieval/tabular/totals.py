"""Rows and columns of totals, which are no entries of a table: 合计."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.model import Row, Table
from knowledge.plain import comparable_name

TOTAL = lazy_re.compile(r"(?:合计|总计|小计|共计|总数)(?:\([^()]*\))?")


def is_total(row: Row) -> bool:
    """Whether a row tells what the others come to."""
    return any(TOTAL.fullmatch(comparable_name(cell)) for cell in row.cells)


def entries(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows without those of totals."""
    return tuple(row for row in rows if not is_total(row))


def total_columns(table: Table) -> frozenset[int]:
    """The columns that tell what others come to."""
    heads = enumerate(map(comparable_name, table.header))
    return frozenset(i for i, head in heads if TOTAL.fullmatch(head))
