"""Workbooks and delimited text: .xlsx, .xls, .ods, .xlsb, .csv.

What shows counts: dates, percentages and amounts in the format of their cell, formulas by their
last result; hidden sheets, rows and columns are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.errors import KnowledgeError, UnreadableError
from knowledge.read.limits import check_macros, check_package, unpacked
from knowledge.read.model import Read
from knowledge.read.number_format import shown
from knowledge.read.office import converted, found_program
from knowledge.read.sheet_lines import Area, Sheet, sheet_lines
from knowledge.read.text import cleaned, read_text
from knowledge.roster.delimited import read_delimited
from knowledge.roster.model import RosterError
from knowledge.roster.package import check_package as check_reach

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet
    from python_calamine import CalamineSheet
    from xlrd.sheet import Sheet as OldSheet

MOST_ROWS, MOST_COLUMNS = 50_000, 500
"""Of one sheet; more is no attachment of a notice."""
_NO_RESULT = lazy_re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f[^<>]*/>)(?:<v\s*/>|<v>\s*</v>)?\s*</(?:\w+:)?c>"
)
_XLSX = "xlsx:Calc MS Excel 2007 XML"
_BROKEN = "工作簿打不开（文件损坏，或不是 Excel 工作簿）；请用 Excel 或 WPS 打开，另存为 .xlsx"


def read_xlsx(data: bytes) -> Read:
    """Read an .xlsx workbook.

    Raises:
        UnreadableError: it is broken, locked, has macros, is too large, or empty.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 only when a workbook is read

    check_package(data)
    check_reach(data, MOST_ROWS, MOST_COLUMNS)
    lacks = _lacks_results(data)
    if lacks and found_program():
        data, lacks = converted(data, _XLSX), False
    try:
        book = load_workbook(BytesIO(data), data_only=True)
        formulas = load_workbook(BytesIO(data)) if lacks else book
        sheets = [s for s in book.worksheets if s.sheet_state == "visible"]
        return _read(_openpyxl_sheet(sheet, formulas[sheet.title]) for sheet in sheets)
    except KnowledgeError:
        raise
    except Exception as error:  # openpyxl raises whatever the broken part leads to
        raise UnreadableError(_BROKEN) from error


def _lacks_results(data: bytes) -> bool:
    """Whether formulas have no stored result, as in workbooks that a program wrote."""
    parts = (part for name, part in unpacked(data) if name.startswith("xl/worksheets/"))
    return any(_NO_RESULT.search(part) for part in parts)


def _openpyxl_sheet(sheet: Worksheet, formulas: Worksheet) -> Sheet:
    """The sheet; a formula without a result shows as it is written."""
    rows = [
        [
            _openpyxl_text(cell) or _openpyxl_text(formula)
            for cell, formula in zip(*pair, strict=True)
        ]
        for pair in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True)
    ]
    columns = sheet.column_dimensions.values()
    return Sheet(
        rows=rows,
        areas=[
            Area(a.min_row - 1, a.min_col - 1, a.max_row - 1, a.max_col - 1)
            for a in sheet.merged_cells.ranges
        ],
        hidden_rows=frozenset(r - 1 for r, d in sheet.row_dimensions.items() if d.hidden),
        hidden_columns=frozenset(
            c - 1 for d in columns if d.hidden for c in range(d.min or 0, (d.max or -1) + 1)
        ),
    )


def _openpyxl_text(cell: Cell | MergedCell) -> str:
    value = cell.value
    known = isinstance(value, (str, int, float, bool, date, time, timedelta))
    return shown(value if known else str(value or ""), cell.number_format)  # type: ignore[arg-type]  # known


def read_xls(data: bytes) -> Read:
    """Read an .xls or .et workbook.

    Raises:
        UnreadableError: it is broken, locked, has macros, or empty.
    """
    import xlrd  # noqa: PLC0415 only when a workbook is read

    check_macros(data)
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
        return _read(_xlrd_sheet(sheet) for sheet in book.sheets() if sheet.visibility == 0)
    except KnowledgeError:
        raise
    except Exception as error:  # xlrd raises whatever the broken part leads to
        locked = "encrypt" in str(error).lower() or "password" in str(error).lower()
        reason = "工作簿有密码保护；请取消密码后再读入" if locked else _BROKEN
        raise UnreadableError(reason) from error


def _xlrd_sheet(sheet: OldSheet) -> Sheet:
    rows = [[_xlrd_text(sheet, r, c) for c in range(sheet.row_len(r))] for r in range(sheet.nrows)]
    return Sheet(
        rows=rows,
        areas=[Area(top, left, low - 1, end - 1) for top, low, left, end in sheet.merged_cells],
        hidden_rows=frozenset(r for r, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(c for c, info in sheet.colinfo_map.items() if info.hidden),
    )


def _xlrd_text(sheet: OldSheet, row: int, column: int) -> str:
    import xlrd  # noqa: PLC0415 only when a workbook is read

    cell, book = sheet.cell(row, column), sheet.book
    key = book.xf_list[cell.xf_index].format_key if cell.xf_index is not None else 0
    form = book.format_map[key].format_str if key in book.format_map else "General"
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment = xlrd.xldate_as_datetime(cell.value, book.datemode)
        return shown(moment.time() if cell.value < 1 else moment, form)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    return shown(cell.value, form)


def read_calc(data: bytes) -> Read:
    """Read an .ods or .xlsb workbook; without LibreOffice its number formats are not known.

    Raises:
        UnreadableError: it is broken, locked, has macros, or empty.
    """
    check_package(data)
    if found_program():
        return read_xlsx(converted(data, _XLSX))
    import python_calamine as calamine  # noqa: PLC0415 only when a workbook is read

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        names = [
            meta.name
            for meta in book.sheets_metadata
            if meta.typ == calamine.SheetTypeEnum.WorkSheet
            and meta.visible == calamine.SheetVisibleEnum.Visible
        ]
        return _read(_calamine_sheet(book.get_sheet_by_name(name)) for name in names)
    except KnowledgeError:
        raise
    # calamine raises its own, OSError, ValueError, and PanicException, which is no Exception
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise UnreadableError(_BROKEN) from error


def _calamine_sheet(sheet: CalamineSheet) -> Sheet:
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise UnreadableError(f"工作表超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列；请删去多余的行列")
    rows = [[shown(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    areas = [Area(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return Sheet(rows=rows, areas=areas)


def read_csv(data: bytes) -> Read:
    """Read delimited text; what is not delimited is read as it stands.

    Raises:
        UnreadableError: it is no text, or too large.
    """
    text = read_text(data)
    try:
        grid = read_delimited(data, MOST_ROWS, MOST_COLUMNS)
    except RosterError:
        return Read(text=text)
    return _read([Sheet([[shown(value) for value in row] for row in grid.rows])])


def _read(sheets: Iterable[Sheet]) -> Read:
    texts = ["".join(f"{line}\n" for line in sheet_lines(sheet)) for sheet in sheets]
    text = cleaned("\n".join(text for text in texts if text.strip()))
    if not text.strip():
        raise UnreadableError("工作簿里没有内容（或都隐藏了）；请检查后再读入")
    return Read(text=text)
