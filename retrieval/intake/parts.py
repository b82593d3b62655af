"""The files a notice consists of: one file, those of an archive, or those of a folder.

Whether a file is an archive is told by its content; archives within archives are opened too.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.kinds import Kind, kind_of
from knowledge.read.limits import Limits, check_bytes, limits_of, unpacked

CONFIRMED, RULES = "notice.yaml", "rules.yaml"
BESIDE = frozenset({CONFIRMED, RULES})
"""Files that people write beside a notice; they are no part of its text."""
_DEEPEST = 2
_UTF8_NAME = 0x800
_JUNK = lazy_re.compile(r"^(?:\.|__MACOSX$|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_PAGE_FOLDER = lazy_re.compile(r"(.+)(?:_files|\.files|_文件)$")
_PRINTED = {".pdf"}
_PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}
_PAGE = (".html", ".htm", ".mht", ".mhtml")


class Part(NamedTuple):
    """A file of a notice; its name is the path within the notice."""

    name: str
    data: bytes


def parts_of(path: Path) -> list[Part]:
    """The files of the notice at a path.

    Raises:
        UnreadableError: they are too big, or an archive cannot be opened.
        OSError: they cannot be read from the disk.
    """
    limits = limits_of(os.environ)
    if not path.is_dir():
        check_bytes(path.stat().st_size, limits)
        opened = _opened(Part(path.name, path.read_bytes()), limits, _DEEPEST)
        return [*_bounded(opened, limits), *_written_beside(path)]
    files = [p for p in sorted(path.rglob("*")) if p.is_file() and not _is_junk(p, path)]
    check_bytes(sum(p.stat().st_size for p in files) or 1, limits)
    parts = (Part(p.relative_to(path).as_posix(), p.read_bytes()) for p in files)
    return _bounded((p for part in parts for p in _opened(part, limits, _DEEPEST)), limits)


def _bounded(parts: Iterable[Part], limits: Limits) -> list[Part]:
    """All of them, if they are not too much together, as archives within archives may be."""
    left = limits.unpacked_megabytes * 1_000_000
    found = []
    for part in parts:
        left -= len(part.data)
        if left < 0:
            raise UnreadableError("压缩包解开后大得不合常理（可能是压缩炸弹）；请重新打包")
        found.append(part)
    return found


def entries(folder: Path) -> list[Path]:
    """The notices in a folder that is a collection."""
    found = sorted((p for p in folder.iterdir() if not _is_junk(p, folder)), key=_typed_first)
    beside = {p.with_name(f"{p.stem}.{name}") for p in found if p.is_file() for name in BESIDE}
    return [p for p in found if p not in beside]


def _typed_first(path: Path) -> tuple[str, int, str]:
    """Of files with one name what was typed comes before what was printed or photographed."""
    printed = (path.suffix.lower() in _PRINTED) + 2 * (path.suffix.lower() in _PICTURES)
    return path.stem, printed, path.name


def _written_beside(path: Path) -> Iterator[Part]:
    """What people wrote about a notice that is one file: `x.notice.yaml` beside `x.docx`."""
    for name in sorted(BESIDE):
        file = path.with_name(f"{path.stem}.{name}")
        if file.is_file() and file != path:
            yield Part(name, file.read_bytes())


def _is_junk(path: Path, root: Path) -> bool:
    """What systems leave in folders, and what browsers put beside a page they save."""
    places = [path, *path.parents]
    return any(
        _JUNK.match(place.name) or _belongs_to_page(place) for place in places[: places.index(root)]
    )


def _belongs_to_page(folder: Path) -> bool:
    match = _PAGE_FOLDER.match(folder.name)
    pages = [folder.parent / f"{match[1]}{end}" for end in _PAGE] if match else []
    return any(page.is_file() for page in pages)


def _opened(part: Part, limits: Limits, depth: int) -> Iterator[Part]:
    """The file itself, or what is in it if it is an archive."""
    if not _is_archive(part):
        yield part
        return
    if not depth:
        raise UnreadableError(f"{part.name}：压缩包套得太深；请解压后再读入")
    for name, data in unpacked(part.data, limits, name_of=member_name):
        inner = PurePosixPath(name)
        if not any(_JUNK.match(piece) for piece in inner.parts):
            folder = PurePosixPath(part.name).parent if depth < _DEEPEST else PurePosixPath()
            yield from _opened(Part((folder / inner).as_posix(), data), limits, depth - 1)


def _is_archive(part: Part) -> bool:
    try:
        return kind_of(part.name, part.data) is Kind.ZIP
    except UnreadableError:
        if PurePosixPath(part.name).suffix.lower() == ".zip":
            raise
        return False  # its reader says what is wrong with it


def member_name(member: zipfile.ZipInfo) -> str:
    """A name without the UTF-8 flag was written in the code page of a Chinese Windows."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
