"""Cells written without surprises: what came from a roster is text, never a formula."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.roster.model import Grid, Value

if TYPE_CHECKING:
    from openpyxl import Workbook

_ILLEGAL = lazy_re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000
"""Characters a cell of a spreadsheet holds, about."""


def put(sheet: Any, row: int, column: int, value: Value) -> Any:
    """Write a value; text that a spreadsheet would take for a formula stays text (rows from 1)."""
    if isinstance(value, str):
        value = _ILLEGAL.sub("", value)[:_LONGEST]
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(_FORMULA):
            cell.quotePrefix = True
    return cell


def rebuilt(grids: Sequence[Grid]) -> Workbook:
    """A workbook with the values and merged cells of these sheets."""
    from openpyxl import Workbook  # noqa: PLC0415 only when a workbook is written

    book = Workbook()
    for name in book.sheetnames:
        del book[name]
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        for at, row in enumerate(grid.rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    put(sheet, at, column, value)
        for area in grid.areas:
            sheet.merge_cells(
                start_row=area.top + 1,
                start_column=area.left + 1,
                end_row=area.bottom + 1,
                end_column=area.right + 1,
            )
    return book
