"""Gathering notices from paths: files, zip archives, folders of them, folders that are one notice.

What cannot be used is a value with its place and reason; the rest goes on.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml

from knowledge.errors import KnowledgeError, UnreadableError
from knowledge.model import Recognised
from knowledge.read.text import read_text

READERS: Mapping[str, Callable[[bytes], str]] = {".txt": read_text, ".md": read_text}
"""Which files are understood, by the ending of their names."""
CONFIRMED, RULES = "notice.yaml", "rules.yaml"
_MOST_BYTES = 100_000_000
_MOST_MEMBERS = 1000
_UTF8_NAME = 0x800
_ATTACHMENT = re.compile(r"附件\s*[\d一二三四五六七八九十]*")
_JUNK = re.compile(r"^(?:\.|__MACOSX$|~\$|Thumbs\.db$|desktop\.ini$)")


class Part(NamedTuple):
    """A file of a notice."""

    name: str
    data: bytes


class Found(NamedTuple):
    """A notice as it was found: its canonical text, and what people wrote beside it."""

    id: str
    place: str
    text: str
    confirmed: Mapping[str, Any]
    rules: str | None
    recognised: tuple[Recognised, ...] = ()
    """Spans of `text` that were read from pictures."""


class Refusal(NamedTuple):
    """A file or folder that cannot be used."""

    place: str
    reason: str


def gather(paths: Iterable[Path], *, one: bool = False) -> Iterator[Found | Refusal]:
    """Yield the notices at these paths; with `one` each folder given is one notice."""
    for path in paths:
        if path.is_dir() and not one:
            entries = sorted(p for p in path.iterdir() if not _JUNK.match(p.name))
            if not entries:
                yield Refusal(str(path), "文件夹是空的；请放入通知文件")
            for entry in entries:
                yield _notice(entry)
        else:
            yield _notice(path)


def _notice(path: Path) -> Found | Refusal:
    """One notice: a file, an archive, or a folder."""
    try:
        identity = unicodedata.normalize("NFC", path.name if path.is_dir() else path.stem)
        identity.encode()
        return _joined(identity, str(path.resolve()), _parts(path))
    except UnicodeEncodeError:
        return Refusal(ascii(path.name), "文件名不是 UTF-8；请改名")
    except KnowledgeError as error:
        return Refusal(str(path), str(error))
    except OSError as error:
        return Refusal(str(path), f"读不了：{error.strerror or error}；请检查路径和权限")


def _parts(path: Path) -> list[Part]:
    if path.is_dir():
        files = (p for p in sorted(path.rglob("*")) if p.is_file())
        inner = [(p, p.relative_to(path)) for p in files]
        return [
            Part(rel.as_posix(), _data(p))
            for p, rel in inner
            if not any(_JUNK.match(piece) for piece in rel.parts)
        ]
    if path.suffix.lower() == ".zip":
        return list(_unzipped(path))
    return [Part(path.name, _data(path))]


def _data(path: Path) -> bytes:
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableError(f"文件超过 {_MOST_BYTES // 1_000_000} MB；请只提供通知")
    return path.read_bytes()


def _unzipped(path: Path) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_BYTES:
                raise UnreadableError("压缩包太大；请只放入一份通知和它的附件")
            for member in sorted(members, key=_member_name):
                name = _member_name(member)
                if not any(_JUNK.match(piece) for piece in PurePosixPath(name).parts):
                    yield Part(name, archive.read(member))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableError("压缩包打不开（损坏或有密码）；请解压后再读入") from error


def _member_name(member: zipfile.ZipInfo) -> str:
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


def _joined(identity: str, place: str, parts: Sequence[Part]) -> Found:
    """The text of all files, the notice before its attachments."""
    beside = {part.name: part.data for part in parts if part.name in {CONFIRMED, RULES}}
    files = sorted((p for p in parts if p.name not in beside), key=_order)
    if not files:
        raise UnreadableError("里面没有文件；请放入通知")
    only = len(files) == 1
    texts = [_read(file) if only else _titled(file) for file in files]
    return Found(
        id=identity,
        place=place,
        text="\n\n".join(texts),
        confirmed=_confirmed(beside.get(CONFIRMED)),
        rules=read_text(beside[RULES]) if RULES in beside else None,
    )


def _order(part: Part) -> tuple[bool, list[tuple[int, str]]]:
    """Attachments last, and 附件2 before 附件10."""
    stem = PurePosixPath(part.name).stem
    pieces = re.findall(r"\d+|\D+", part.name)
    return bool(_ATTACHMENT.match(stem)), [
        (int(p), "") if p.isdecimal() else (0, p) for p in pieces
    ]


def _titled(part: Part) -> str:
    """An attachment whose file alone says which one it is gets that as its first line."""
    text = _read(part, within=True)
    mark = _ATTACHMENT.match(PurePosixPath(part.name).stem)
    if mark is None or _ATTACHMENT.match(text.lstrip()):
        return text
    return f"{mark.group()}\n{text}"


def _read(part: Part, *, within: bool = False) -> str:
    """Read a file; `within` a notice of several, a fault names it."""
    place = f"{part.name}：" if within else ""
    suffix = PurePosixPath(part.name).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = "、".join(READERS)
        raise UnreadableError(f"{place}还不能读 {suffix or '无后缀'} 文件；请另存为 {known}")
    try:
        return reader(part.data)
    except KnowledgeError as error:
        raise UnreadableError(f"{place}{error}") from error


def _confirmed(data: bytes | None) -> Mapping[str, Any]:
    if data is None:
        return {}
    try:
        found = yaml.safe_load(read_text(data))
    except yaml.YAMLError as error:
        raise UnreadableError(f"{CONFIRMED} 不是 YAML；请改正") from error
    if not isinstance(found, dict):
        raise UnreadableError(f"{CONFIRMED} 应为“键: 值”；请改正")
    return found
