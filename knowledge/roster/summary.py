"""The sheet that sums up an audit: how many of each kind, and every fault with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from knowledge.model import Notice
from knowledge.roster.marks import FILLS, NAMES, clause
from knowledge.roster.model import SEVERITIES, Fault, Value
from knowledge.roster.writing import put

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLE = "核对结果"
_KINDS = ("严重程度", "问题", "处数", "依据条款", "代号")
_EACH = ("序号", "问题与改法", "单元格", "严重程度", "工作表", "依据条款", "条款原文", "代号")
_WIDTHS = (10, 60, 24, 24, 24, 24, 60, 28)
_MOST_PLACES = 20


def add_summary(book: Workbook, faults: Sequence[Fault], notice: Notice, as_of: datetime) -> None:
    """Add the sheet at the end of the workbook."""
    sheet: Any = book.create_sheet(free_name(book, TITLE))
    counts = Counter(fault.severity for fault in faults)
    said = "，".join(f"{NAMES[severity]} {counts[severity]}" for severity in SEVERITIES)
    put(sheet, 1, 1, f"{notice.label}：共 {len(faults)} 处（{said}），按 {as_of:%Y-%m-%d} 核对")
    put(sheet, 2, 1, "机器核对，供参考；以通知原文和主办方解释为准。")
    at = _kinds(sheet, 4, faults)
    _each(sheet, at + 1, faults)
    for column, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width


def free_name(book: Workbook, wanted: str) -> str:
    """A name no sheet of the workbook has."""
    taken = {name.lower() for name in book.sheetnames}
    numbered = (f"{wanted}{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name.lower() not in taken)


def _kinds(sheet: Any, at: int, faults: Sequence[Fault]) -> int:
    _heading(sheet, at, _KINDS)
    kinds = Counter((fault.severity, fault.rule, clause(fault)) for fault in faults)
    said = {fault.rule: fault.message.partition("；")[0] for fault in reversed(faults)}
    order = sorted(kinds, key=lambda kind: (SEVERITIES.index(kind[0]), kind[1:]))
    for severity, rule, where in order:
        at += 1
        count = kinds[severity, rule, where]
        _line(sheet, at, (NAMES[severity], said[rule], count, where, rule))
        _colour(sheet.cell(at, 1), FILLS[severity])
    return at + 1


def _each(sheet: Any, at: int, faults: Sequence[Fault]) -> None:
    _heading(sheet, at, _EACH)
    for number, fault in enumerate(faults, start=1):
        quote = fault.citation.quote if fault.citation else ""
        cells = "、".join(fault.cells[:_MOST_PLACES])
        cells += f" 等{len(fault.cells)}处" if len(fault.cells) > _MOST_PLACES else ""
        values = (number, fault.message, cells, NAMES[fault.severity], fault.sheet)
        _line(sheet, at + number, (*values, clause(fault), quote, fault.rule))


def _line(sheet: Any, at: int, values: Sequence[Value]) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415 only when a workbook is written

    wrapped = Alignment(wrap_text=True, vertical="top")
    for column, value in enumerate(values, start=1):
        cell = put(sheet, at, column, value)
        if isinstance(value, str) and len(value) > _WIDTHS[column - 1] // 2:
            cell.alignment = wrapped


def _heading(sheet: Any, at: int, names: Sequence[str]) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 only when a workbook is written

    for column, name in enumerate(names, start=1):
        put(sheet, at, column, name).font = Font(bold=True)


def _colour(cell: Any, colour: str) -> None:
    from openpyxl.styles import PatternFill  # noqa: PLC0415 only when a workbook is written

    cell.fill = PatternFill("solid", fgColor=colour)
