"""Gathering notices from paths: files, zip archives, folders of them, folders that are one notice.

What cannot be used is a value with its place and reason; the rest goes on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from knowledge import lazy_re
from knowledge.data import parse
from knowledge.errors import KnowledgeError, UnreadableError
from knowledge.read.model import Recognised
from knowledge.read.text import read_text
from retrieval.intake.joining import joined
from retrieval.intake.parts import BESIDE, CONFIRMED, RULES, entries, parts_of
from retrieval.intake.twins import Twin

_ADDRESS = lazy_re.compile(r"https?:/")


class Found(NamedTuple):
    """A notice as it was found: its canonical text, and what people wrote beside it."""

    id: str
    place: str
    text: str
    confirmed: Mapping[str, Any]
    rules: str | None
    recognised: tuple[Recognised, ...] = ()
    """Spans of `text` that were read from pictures."""
    twins: tuple[Twin, ...] = ()
    """Files that were left out because another one says the same."""


class Refusal(NamedTuple):
    """A file or folder that cannot be used."""

    place: str
    reason: str


Told = Callable[[int, int, str], None]
"""(notices read, notices to read, name of the one that is read now)."""


def gather(
    paths: Iterable[Path], *, one: bool = False, told: Told | None = None
) -> Iterator[Found | Refusal]:
    """Yield the notices at these paths; with `one` each folder given is one notice."""
    places = [place for path in paths for place in _places(path, one=one)]
    for number, place in enumerate(places):
        if isinstance(place, Refusal):
            yield place
            continue
        if told:
            told(number, len(places), place.name)
        yield from _notice(place)
    if told and places:
        told(len(places), len(places), "")


def _places(path: Path, *, one: bool) -> Iterator[Path | Refusal]:
    """The path, or what is in the folder that it is."""
    if one or not path.is_dir():
        yield path
        return
    try:
        inside = entries(path)
    except OSError as error:
        yield Refusal(str(path), _why(error, path))
        return
    yield from inside
    if not inside:
        yield Refusal(str(path), "文件夹是空的；请放入通知文件")


def _why(error: OSError, path: Path) -> str:
    """Why a path cannot be read, and what to do about it."""
    if _ADDRESS.match(str(path)):
        return "这是网址；请先把网页或文件下载下来，再给出文件的路径"
    if isinstance(error, FileNotFoundError):
        return "没有这个文件或文件夹；请检查路径"
    if isinstance(error, PermissionError):
        return "没有读它的权限；请检查权限"
    return f"读不了：{error.strerror or error}；请检查路径和权限"


def _notice(path: Path) -> Iterator[Found | Refusal]:
    """One notice: a file, an archive, or a folder; and what of it could not be read."""
    try:
        identity = unicodedata.normalize("NFC", path.name if path.is_dir() else path.stem)
        identity.encode()
        yield from _found(identity, path)
    except UnicodeEncodeError:
        yield Refusal(ascii(path.name), "文件名不是 UTF-8；请改名")
    except KnowledgeError as error:
        yield Refusal(str(path), str(error))
    except OSError as error:
        yield Refusal(str(path), _why(error, path))


def _found(identity: str, path: Path) -> Iterator[Found | Refusal]:
    parts = parts_of(path)
    beside = {part.name: part.data for part in parts if part.name in BESIDE and len(parts) > 1}
    whole = joined([part for part in parts if part.name not in beside])
    yield Found(
        id=identity,
        place=str(path.resolve()),
        text=whole.read.text,
        confirmed=_confirmed(beside.get(CONFIRMED)),
        rules=read_text(beside[RULES]) if RULES in beside else None,
        recognised=whole.read.recognised,
        twins=whole.twins,
    )
    yield from (Refusal(f"{path} 中的 {each.name}", each.reason) for each in whole.failed)


def _confirmed(data: bytes | None) -> Mapping[str, Any]:
    if data is None:
        return {}
    try:
        found = parse(read_text(data))
    except yaml.YAMLError as error:
        raise UnreadableError(f"{CONFIRMED} 不是 YAML；请改正") from error
    if not isinstance(found, dict):
        raise UnreadableError(f"{CONFIRMED} 应为“键: 值”；请改正")
    return found
