"""Faults as marks in a workbook: cells filled by severity, with comments that name the mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from knowledge.roster.model import SEVERITIES, Fault, Severity

if TYPE_CHECKING:
    from openpyxl import Workbook

NAMES: dict[Severity, str] = {"error": "错误", "warn": "提醒", "confirm": "待确认"}
FILLS: dict[Severity, str] = {"error": "FFC7CE", "warn": "FFEB9C", "confirm": "BDD7EE"}
_AUTHOR = "saiwen"
_WIDTH, _LINE, _CHARS = 320, 18, 22
_LONGEST = 1_500
"""Characters of a comment; what is too much for it stands in the summary."""


def mark(book: Workbook, faults: Sequence[Fault]) -> None:
    """Fill and comment the cells of the faults; the graver severity decides the colour."""
    at: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        for sheet, cells in places(fault):
            at[sheet, cells].append(fault)
    _show_whole(book)
    for (sheet, cells), found in at.items():
        if sheet in book.sheetnames and hasattr(book[sheet], "merged_cells"):
            _mark(book[sheet], cells, found)


def places(fault: Fault) -> Iterator[tuple[str, str]]:
    """The sheet and the cell or range of each place of a fault."""
    for cells in fault.cells:
        sheet, _, own = cells.rpartition("!")
        yield sheet or fault.sheet, own


def _mark(sheet: Any, cells: str, found: Sequence[Fault]) -> None:
    from openpyxl.styles import PatternFill  # noqa: PLC0415 only when a workbook is written

    worst = min((fault.severity for fault in found), key=SEVERITIES.index)
    fill = PatternFill("solid", fgColor=FILLS[worst])
    block = sheet[cells]
    rows = block if isinstance(block, tuple) else ((block,),)
    for row in rows:
        for cell in row:
            if ":" not in cells or cell.fill.fgColor.rgb[-6:] not in FILLS.values():
                cell.fill = fill
    _comment(sheet, rows[0][0], found)


def _comment(sheet: Any, cell: Any, found: Sequence[Fault]) -> None:
    from openpyxl.cell.cell import MergedCell  # noqa: PLC0415 only when a workbook is written
    from openpyxl.comments import Comment  # noqa: PLC0415

    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
        cell = sheet.cell(area.min_row, area.min_col)
    before = cell.comment.text if cell.comment is not None else ""
    # merged cells share the comment of the first, so the same words may be there already
    said = [text for text in dict.fromkeys(map(words, found)) if text not in before]
    text = "\n".join(filter(None, (before, *said)))[:_LONGEST]
    cell.comment = Comment(text, _AUTHOR, width=_WIDTH, height=_height(text))


def _show_whole(book: Workbook) -> None:
    """Boxes for the comments that are there, whose own sizes are not read."""
    for sheet in book.worksheets:
        for cell in list(getattr(sheet, "_cells", {}).values()):
            if cell.comment is not None:
                cell.comment.width, cell.comment.height = _WIDTH, _height(cell.comment.text)


def _height(text: str) -> int:
    return _LINE * (sum(len(line) // _CHARS + 1 for line in text.split("\n")) + 1)


def words(fault: Fault) -> str:
    """A fault as a comment says it: severity, rule, mend, clause."""
    rests_on = f"\n依据：{clause(fault)}" if fault.citation else ""
    return f"【{NAMES[fault.severity]}】{fault.message}{rests_on}\n（代号：{fault.rule}）"


def clause(fault: Fault) -> str:
    """The clause a fault rests on, by its address."""
    return f"{fault.citation.label} {fault.citation.path}" if fault.citation else ""
