"""How much of a file is read, and what is never opened: files come from anybody.

A limit that is passed is an `UnreadableError` that names it, long before memory or patience ends.
Sizes that an archive declares are not believed: bytes are counted while they are unpacked.
"""

from __future__ import annotations

import os
import re
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.model import Frozen

_CHUNK = 1 << 20
_UNIX_LINK = 0o120000
_FILE_TYPE = 0o170000
_FREE = 10_000_000
"""Bytes that may be unpacked whatever the ratio; a blank form is mostly zeros."""
_DTD = lazy_re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DTD_WIDE = lazy_re.compile(rb"<\x00?!\x00(?:D\x00O\x00C\x00T|E\x00N\x00T\x00I)", re.IGNORECASE)
_MACROS = lazy_re.compile(r"(?:^|/)vbaProject\.bin$", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_PREFIX = "SAIWEN_READ_"


class Limits(Frozen):
    """What is read at most; each can be set, SAIWEN_READ_PAGES=200 for `pages` and so on."""

    megabytes: int = 100
    """Of one file, or of the files of one notice together."""
    unpacked_megabytes: int = 300
    """Of what an archive or an Office file holds, unpacked."""
    ratio: int = 200
    """Bytes unpacked for each packed one, counted from 10 MB on."""
    members: int = 2000
    """Files in an archive, parts of an Office file."""
    pages: int = 1000
    """Of a PDF or a picture with several."""
    pictures: int = 60
    """Pages that have to be recognised; each takes seconds."""
    megapixels: int = 100
    """Of one picture."""
    seconds: int = 900
    """For one file."""


def limits_of(environment: Mapping[str, str]) -> Limits:
    """The limits as the environment sets them; they hold wherever a reader is given none.

    Raises:
        UnreadableError: a setting is no whole number above zero.

    >>> limits_of({"SAIWEN_READ_PAGES": "20"}).pages
    20
    """
    found = {}
    for name in Limits.model_fields:
        value = environment.get(_PREFIX + name.upper(), "").strip()
        if value and not (value.isdecimal() and int(value)):
            raise UnreadableError(f"{_PREFIX}{name.upper()} 应为大于 0 的整数；请改正")
        if value:
            found[name] = int(value)
    return Limits(**found)


def check_bytes(size: int, limits: Limits | None = None) -> None:
    """Refuse what is empty or too big.

    Raises:
        UnreadableError: so.
    """
    limits = limits or limits_of(os.environ)
    if not size:
        raise UnreadableError("文件是空的（0 字节）；请重新下载或导出")
    if size > limits.megabytes * 1_000_000:
        found = size // 1_000_000
        raise UnreadableError(
            f"文件有 {found} MB，超过上限 {limits.megabytes} MB；请只提供通知，或压缩其中的图片"
        )


def check_pages(count: int, limits: Limits | None = None) -> None:
    """Refuse a file without pages, or with too many.

    Raises:
        UnreadableError: so.
    """
    limits = limits or limits_of(os.environ)
    if not count:
        raise UnreadableError("文件里没有页面；请重新导出")
    if count > limits.pages:
        raise UnreadableError(f"文件有 {count} 页，超过上限 {limits.pages} 页；请只提供通知")


def watch(limits: Limits | None = None) -> Callable[[], None]:
    """Start the clock of a file; call what comes back between steps.

    Raises:
        UnreadableError: from the call, when the time is over.
    """
    seconds = (limits or limits_of(os.environ)).seconds
    end = time.monotonic() + seconds

    def check() -> None:
        if time.monotonic() > end:
            raise UnreadableError(f"读了 {seconds} 秒还没有读完；请拆分文件")

    return check


def check_macros(data: bytes) -> None:
    """Refuse an Office file that carries macros: they are never run, and a notice needs none.

    Raises:
        UnreadableError: so.
    """
    if data.startswith(_OLE) and _OLE_MACROS in data:
        raise UnreadableError("文件含有宏；请另存为不含宏的 .docx 或 .xlsx")


def check_xml(data: bytes) -> None:
    """Refuse XML that declares entities: a notice needs none, a bomb does.

    Raises:
        UnreadableError: so.
    """
    if _DTD.search(data) or _DTD_WIDE.search(data):
        raise UnreadableError("文件里有 XML 实体声明，可能是恶意文件；请另存为新文件")


def check_package(data: bytes, limits: Limits | None = None) -> None:
    """Look through an Office file that is a zip before anything parses it.

    Raises:
        UnreadableError: it is broken, locked, a bomb, or has macros, entities or unsafe names.
    """
    for name, part in unpacked(data, limits):
        if _MACROS.search(name):
            raise UnreadableError("文件含有宏；请另存为不含宏的 .docx 或 .xlsx")
        if name.lower().endswith((".xml", ".rels")):
            check_xml(part)


def unpacked(
    data: bytes,
    limits: Limits | None = None,
    *,
    name_of: Callable[[zipfile.ZipInfo], str] = lambda member: member.filename,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a zip with their names, in order of these; nothing touches the disk.

    Raises:
        UnreadableError: it is broken, locked, a bomb, or holds names that point outside of it.
    """
    limits = limits or limits_of(os.environ)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            _check_members(members, limits)
            left = _most(len(data), limits)
            for name, member in sorted(((name_of(m), m) for m in members), key=lambda p: p[0]):
                check_name(name)
                part = _member(archive, member, left)
                left -= len(part)
                yield name, part
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise UnreadableError("压缩包打不开（损坏，或用了不支持的压缩方式）；请重新打包") from error
    except (OSError, EOFError, ValueError) as error:
        raise UnreadableError("压缩包不完整；请重新下载") from error


def _most(packed: int, limits: Limits) -> int:
    return min(limits.unpacked_megabytes * 1_000_000, max(_FREE, limits.ratio * packed))


def _check_members(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise UnreadableError(
            f"压缩包里有 {len(members)} 个文件，超过上限 {limits.members} 个；请只放入一份通知"
        )
    for member in members:
        if member.flag_bits & 1:
            raise UnreadableError("压缩包有密码；请解压后再读入")
        if (member.external_attr >> 16) & _FILE_TYPE == _UNIX_LINK:
            raise UnreadableError("压缩包里有指向别处的链接；请换成文件本身")


def check_name(name: str) -> None:
    """Refuse a name that points out of its archive.

    Raises:
        UnreadableError: so.

    >>> check_name("附件/附件1.docx")
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name) or "\0" in name:
        raise UnreadableError("压缩包里有指向包外的文件名（含 .. 或绝对路径）；请重新打包")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    parts = []
    with archive.open(member) as source:
        while part := source.read(_CHUNK):
            left -= len(part)
            if left < 0:
                raise UnreadableError("压缩包解开后大得不合常理（可能是压缩炸弹）；请重新打包")
            parts.append(part)
    return b"".join(parts)
