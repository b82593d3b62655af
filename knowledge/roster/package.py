"""A look into a zip package before it is parsed: no bombs, no DTD, no sheet of a million lines.

The readers behind it allocate a sheet as a rectangle, so one cell in the last corner of a sheet
would take all memory.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from knowledge import lazy_re
from knowledge.roster.model import RosterError, column_of

MOST_INFLATED = 256 * 1024 * 1024
MOST_CELLS = 4_000_000
"""Cells of the rectangle one sheet takes up, filled or not."""
_MOST_MEMBERS = 5_000
_MOST_ROWS = 200_000
_CHUNK = 1024 * 1024
_KEEP = 512
"""Bytes of one chunk that are looked at again with the next: no cell's opening tag is longer."""
_SHEET = lazy_re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_FILLED = lazy_re.compile(
    rb"""<(?:\w+:)?c\s[^<>]*?\br=["']\$?([A-Za-z]{1,3})\$?(\d{1,7})["'][^<>]*(?<!/)>"""
)
_BROKEN = "工作簿打不开（文件损坏，或不是 Excel 工作簿）；请另存为 .xlsx 后再试"


def check_package(data: bytes, rows: int, columns: int) -> None:
    """Inflate every member within limits, without keeping any.

    Raises:
        RosterError: the package is broken, no workbook, locked, or out of all proportion.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            _check_members(members)
            left = MOST_INFLATED
            for member in members:
                far = (rows, columns) if _SHEET.fullmatch(member.filename) else None
                left -= _check_member(_chunks(package, member), left, far)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise RosterError(_BROKEN) from error


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename.lower() for member in members}
    if any(member.flag_bits & 1 for member in members):
        raise RosterError("文件有密码保护；请取消密码后再试")
    if any(name.startswith("word/") for name in names):
        raise RosterError("这是 Word 文档，不是表格；请把表格另存为 .xlsx 后再试")
    if not any(name in names for name in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")):
        raise RosterError("压缩包里没有工作簿；请解压后给出其中的 .xlsx")
    if len(members) > _MOST_MEMBERS:
        raise RosterError("工作簿的内部文件多得不合常理；请另存为新的 .xlsx 后再试")


def _chunks(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _check_member(chunks: Iterator[bytes], left: int, far: tuple[int, int] | None) -> int:
    size, tail, reach = 0, b"", (0, 0)
    for chunk in chunks:
        if size == 0 and b"<!DOCTYPE" in chunk[:4096]:
            raise RosterError("工作簿里有不该有的 XML 声明；请另存为新的 .xlsx 后再试")
        size += len(chunk)
        if size > left:
            raise RosterError("工作簿展开后大得不合常理；请另存为新的 .xlsx 后再试")
        if far:
            reach = _reach(tail + chunk, reach)
            _check_reach(reach, far)
            tail = chunk[-_KEEP:]
    return size


def _reach(part: bytes, reach: tuple[int, int]) -> tuple[int, int]:
    """The last row and column with a filled cell so far."""
    row, column = reach
    widest = b""
    for match in _FILLED.finditer(part):
        row = max(row, int(match[2]))
        widest = max(widest, match[1], key=lambda name: (len(name), name))
    return row, max(column, column_of(widest.decode()) + 1)


def _check_reach(reach: tuple[int, int], far: tuple[int, int]) -> None:
    rows, columns = far
    if reach[0] > rows or reach[1] > columns:
        raise RosterError(f"工作表超过 {rows} 行或 {columns} 列；请删去多余的行列，或拆成几份")
    if reach[0] * reach[1] > MOST_CELLS:
        raise RosterError(f"工作表超过 {MOST_CELLS} 格；请删去多余的行列，或拆成几份")


def is_bloated(data: bytes) -> bool:
    """Whether the sheets hold so many cells, filled or not, that writing them back is no use."""
    cells = rows = 0
    with zipfile.ZipFile(BytesIO(data)) as package:
        for member in package.infolist():
            if _SHEET.fullmatch(member.filename):
                for chunk in _chunks(package, member):
                    cells += chunk.count(b"<c ")
                    rows += chunk.count(b"<row ")
    return cells > MOST_CELLS // 2 or rows > _MOST_ROWS
