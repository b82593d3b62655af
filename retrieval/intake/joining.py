"""The files of one notice → one text: the notice first, then its attachments in their order.

A file that cannot be read is named; the notice is read without it if its main text is there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.errors import KnowledgeError, UnreadableError
from knowledge.read.files import read_file
from knowledge.read.model import Read
from knowledge.read.together import behind, together
from retrieval.intake.parts import Part
from retrieval.intake.twins import Twin, are_twins, numbers_apart

_ATTACHMENT = lazy_re.compile(r"附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]*")
_FOLDER = lazy_re.compile(r"附\s*(?:件|表|录)")
_NUMBER = lazy_re.compile(r"\d+")
_MAIN = lazy_re.compile(r"通知|正文|公告")
_BETWEEN = "\n\n"


class Failed(NamedTuple):
    """A file of a notice that cannot be read."""

    name: str
    reason: str


class Joined(NamedTuple):
    """The text of a notice, and what of it could not be read."""

    read: Read
    failed: tuple[Failed, ...]
    twins: tuple[Twin, ...] = ()


def joined(parts: Sequence[Part]) -> Joined:
    """Read the files and put them one behind the other.

    Raises:
        UnreadableError: there is none, or the main text cannot be read.
    """
    if not parts:
        raise UnreadableError("里面没有文件；请放入通知")
    if len(parts) == 1:
        return Joined(read_file(*parts[0]), ())
    done: list[tuple[Part, Read]] = []
    twins: list[tuple[Part, Read, Part, Read]] = []
    failed: list[Failed] = []
    has_main = False
    for part in sorted(parts, key=_order):
        try:
            if twin := _add(done, part, _titled(part)):
                twins.append(twin)
            has_main = has_main or not _mark(part)
        except KnowledgeError as error:
            failed.append(Failed(part.name, str(error)))
    if not done or (not has_main and any(not _FOLDER.search(f.name) for f in failed)):
        raise UnreadableError("；".join(f"{f.name}：{f.reason}" for f in failed))
    whole = together([read for _, read in done], _BETWEEN)
    said = (Twin(out.name, kept.name, numbers_apart(a, b)) for out, a, kept, b in twins)
    return Joined(whole, tuple(failed), tuple(said))


def _add(
    done: list[tuple[Part, Read]], part: Part, read: Read
) -> tuple[Part, Read, Part, Read] | None:
    """Add a text, unless it stands there from another file; then say which was left for which."""
    for at, (other, before) in enumerate(done):
        if _mark(part) == _mark(other) and are_twins(read, before, same_name=_named(part, other)):
            if _rank(part, read) < _rank(other, before):
                done[at] = part, read
                return other, before, part, read
            return part, read, other, before
    done.append((part, read))
    return None


def _named(part: Part, other: Part) -> bool:
    """Whether two files have one name but for its ending."""
    one, two = (PurePosixPath(each.name).with_suffix("") for each in (part, other))
    return one == two


def _rank(part: Part, read: Read) -> tuple[bool, bool]:
    """What was typed before what was printed, and that before what was recognised."""
    return bool(read.recognised), PurePosixPath(part.name).suffix.lower() == ".pdf"


def _order(part: Part) -> tuple[bool, bool, list[tuple[int, str]]]:
    """Attachments last, and 附件2 before 附件10."""
    pieces = re.findall(r"\d+|\D+", _mark(part) + part.name)
    natural = [(int(p), "") if p.isdecimal() else (0, p) for p in pieces]
    return bool(_mark(part)), not _MAIN.search(PurePosixPath(part.name).stem), natural


def _mark(part: Part) -> str:
    """`附件2` as the name of the file says, or its number in a folder of attachments."""
    path = PurePosixPath(part.name)
    if match := _ATTACHMENT.match(path.stem):
        return match.group().strip()
    if any(_FOLDER.match(folder) for folder in path.parts[:-1]):
        number = _NUMBER.match(path.stem)
        return f"附件{number.group()}" if number else "附件"
    return ""


def _titled(part: Part) -> Read:
    """An attachment whose file alone says which one it is gets that as its first line."""
    read, mark = read_file(*part), _mark(part)
    if not mark or _ATTACHMENT.match(read.text.lstrip()):
        return read
    return behind(f"{mark}\n", read)
