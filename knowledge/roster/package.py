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

from knowledge.roster.model import RosterError

MOST_INFLATED = 400 * 1024 * 1024
_MOST_MEMBERS = 5_000
_CHUNK = 1024 * 1024
_KEEP = 512
"""Bytes of one chunk that are looked at again with the next: no cell's opening tag is longer."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_FILLED = re.compile(
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
    size, tail = 0, b""
    for chunk in chunks:
        if b"<!DOCTYPE" in chunk[:4096] and size == 0:
            raise RosterError("工作簿里有不该有的 XML 声明；请另存为新的 .xlsx 后再试")
        size += len(chunk)
        if size > left:
            raise RosterError("工作簿展开后大得不合常理；请另存为新的 .xlsx 后再试")
        if far:
            tail = _check_reach(tail + chunk, *far)
    return size


def _check_reach(part: bytes, rows: int, columns: int) -> bytes:
    """No filled cell lies beyond the limits; gives what is to be looked at again."""
    for match in _FILLED.finditer(part):
        if int(match[2]) > rows or _number(match[1]) > columns:
            raise RosterError(f"工作表超过 {rows} 行或 {columns} 列；请删去多余的行列，或拆成几份")
    return part[-_KEEP:]


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
