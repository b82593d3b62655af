"""The files of one notice → one text: the notice first, then its attachments in their order.

A file that cannot be read is named; the notice is read without it if its main text is there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple

from knowledge.errors import KnowledgeError, UnreadableError
from knowledge.plain import bare
from knowledge.read.files import read_file
from knowledge.read.model import Read
from knowledge.read.together import behind, together
from retrieval.parts import Part

_ATTACHMENT = re.compile(r"附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]*")
_FOLDER = re.compile(r"附\s*(?:件|表|录)")
_NUMBER = re.compile(r"\d+")
_MAIN = re.compile(r"通知|正文|公告")
_BETWEEN = "\n\n"
_NEARLY = 0.8


class Failed(NamedTuple):
    """A file of a notice that cannot be read."""

    name: str
    reason: str


class Joined(NamedTuple):
    """The text of a notice, and what of it could not be read."""

    read: Read
    failed: tuple[Failed, ...]


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
    failed: list[Failed] = []
    has_main = False
    for part in sorted(parts, key=_order):
        try:
            _add(done, part, _titled(part))
            has_main = has_main or not _mark(part)
        except KnowledgeError as error:
            failed.append(Failed(part.name, str(error)))
    if not done or (not has_main and any(not _FOLDER.search(f.name) for f in failed)):
        raise UnreadableError("；".join(f"{f.name}：{f.reason}" for f in failed))
    return Joined(together([read for _, read in done], _BETWEEN), tuple(failed))


def _add(done: list[tuple[Part, Read]], part: Part, read: Read) -> None:
    """Add a text, unless it stands there from another file: a notice comes as Word and as PDF."""
    for at, (other, before) in enumerate(done):
        if _mark(part) == _mark(other) and _is_twin(part, read, other, before):
            if _rank(part, read) < _rank(other, before):
                done[at] = part, read
            return
    done.append((part, read))


def _is_twin(part: Part, read: Read, other: Part, before: Read) -> bool:
    """The same words; under the same name nearly the same, as a program or a scanner turns them."""
    if bare(read.text) == bare(before.text):
        return True
    one, two = (PurePosixPath(each.name).with_suffix("") for each in (part, other))
    return one == two and _shared(bare(read.text), bare(before.text)) >= _NEARLY


def _shared(one: str, other: str) -> float:
    """The share of pairs of characters that two texts have in common.

    >>> _shared("报名时间", "报名时刻")
    0.6666666666666666
    """
    pairs, others = (Counter(pairwise(text)) for text in (one, other))
    return (pairs & others).total() / max(pairs.total(), others.total(), 1)


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
