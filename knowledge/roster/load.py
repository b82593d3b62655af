"""A roster file's bytes → its sheets; the kind is told by the content, not by the name."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.roster.delimited import read_delimited
from knowledge.roster.model import Area, Grid, RosterError, Value
from knowledge.roster.package import check_package

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_BYTES = 30 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 100_000, 1_000
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table")
SAVE_AS = "请另存为 .xlsx 后再试"


def read_roster(data: bytes) -> tuple[Grid, ...]:
    """The sheets of an .xlsx, .xls or text file.

    Raises:
        RosterError: the file is empty, too large, broken, locked, or of another kind.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise RosterError("文件是空的；请提供有内容的汇总表")
    if len(data) > MOST_BYTES:
        raise RosterError(f"文件超过 {MOST_BYTES // 2**20} MB；请拆成几份再核对")
    if is_package(data):
        check_package(data, MOST_ROWS, MOST_COLUMNS)
        return _workbook(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise RosterError("工作簿有密码保护；请取消密码后再试")
        return _workbook(data)
    _refuse_others(data)
    return (read_delimited(data, MOST_ROWS, MOST_COLUMNS),)


def is_package(data: bytes) -> bool:
    """Whether the bytes are a zip package, as .xlsx is."""
    return data.startswith(_ZIP)


def _refuse_others(data: bytes) -> None:
    if data.startswith(_PDF):
        raise RosterError(f"这是 PDF，不是表格；{SAVE_AS}")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith(_MARKUP):
        raise RosterError(f"这是网页或 XML，不是工作簿；请用表格软件打开，{SAVE_AS}")
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")):
        raise RosterError(f"这不是表格文件；{SAVE_AS}")


def _workbook(data: bytes) -> tuple[Grid, ...]:
    import python_calamine as calamine  # noqa: PLC0415 only when a workbook is read

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [
            meta.name
            for meta in book.sheets_metadata
            if meta.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        return tuple(_grid(book.get_sheet_by_name(name)) for name in sheets)
    except calamine.PasswordError as error:
        raise RosterError("工作簿有密码保护；请取消密码后再试") from error
    except RosterError:
        raise
    # calamine raises its own, OSError, ValueError, and PanicException, which is no Exception
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise RosterError(f"工作簿打不开（文件损坏，或不是 Excel 工作簿）；{SAVE_AS}") from error


def _grid(sheet: CalamineSheet) -> Grid:
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise RosterError(
            f"工作表超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列；请删去多余的行列，或拆成几份"
        )
    rows: list[list[Value]] = [
        [None if value == "" else value for value in row]
        for row in sheet.to_python(skip_empty_area=False)
    ]
    areas = tuple(
        Area(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Grid(sheet.name, rows, areas)
