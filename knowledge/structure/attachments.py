"""Attachments: the list in the body (附件：1.…) and the lines that open each one (附件1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.numerals import arabic
from knowledge.plain import bare, normal, squeeze
from knowledge.structure.closing import is_issuer, is_signature
from knowledge.structure.marks import CHINESE, line_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.structure.lines import Line

_NUMBER = rf"[0-9０-９]{{1,2}}|{CHINESE}"
_LIST = re.compile(r"附\s*(?:件|表|录)?\s*[：:]\s*")
_NUMBERED = re.compile(rf"附\s*(?:件|表|录)\s*({_NUMBER})\s*[：:.．、]\s*(?=\S)")
_BARE = re.compile(rf"[#*\s]*附\s*(?:件|表|录)\s*({_NUMBER})?\s*[：:]?[*\s]*$")
_TITLED = re.compile(
    rf"附\s*(?:件|表|录)\s*({_NUMBER})(?:\s+|\s*[：:]\s*)(?=[^，。；]{{2,60}}$)(?![的中所和及、])"
)
_ITEM = re.compile(rf"({_NUMBER})\s*[.．、](?!\d(?!\d{{3}}))\s*")
_TITLE_LINES = 6
_NEAR = 12
"""Lines, blank ones too, within which the next item of a list is looked for."""


class Item(NamedTuple):
    """One attachment as the body lists it; `number` is None where there is only one."""

    number: int | None
    title: str


class ListedSpan(NamedTuple):
    """The list of attachments: the lines `first` to `last`."""

    first: int
    last: int
    items: tuple[Item, ...]


class Opening(NamedTuple):
    """The line an attachment opens with; its words begin at `body` in the text."""

    line: int
    number: int | None
    body: int


def openings(lines: Sequence[Line], skipped: frozenset[int]) -> list[Opening]:
    """The lines that open attachments, those of the list not among them."""
    found = [
        opening
        for index in range(len(lines))
        if index not in skipped and (opening := _opening(lines, index))
    ]
    return [o for at, o in enumerate(found) if not _is_listed(lines, found, at)]


def _opening(lines: Sequence[Line], index: int) -> Opening | None:
    line = lines[index]
    match = _BARE.match(line.text)
    if match and not (_LIST.match(line.text) and _item_next(lines, index)):
        return Opening(index, _number(match.group(1)), line.end)
    if match := _TITLED.match(line.text):
        return Opening(index, _number(match.group(1)), line.start + match.end())
    return None


def _item_next(lines: Sequence[Line], index: int) -> bool:
    after = next((line.text for line in lines[index + 1 : index + _NEAR] if line.text), "")
    return bool(_ITEM.match(after))


def _is_listed(lines: Sequence[Line], found: list[Opening], at: int) -> bool:
    """`附件1：…` in the list: it comes again as an attachment, or nothing but its kin follows."""
    here = found[at]
    if here.body == lines[here.line].end:
        return False
    if any(o.number == here.number for o in found[at + 1 :]):
        return True
    after = next((line.text for line in lines[here.line + 1 : here.line + _NEAR] if line.text), "")
    return not after or bool(_NUMBERED.match(after)) or is_signature(after)


def listed(
    lines: Sequence[Line], end: int, skipped: frozenset[int], issuers: frozenset[str]
) -> ListedSpan | None:
    """The list of attachments in the body, which ends before line `end`."""
    for index in range(end - 1, -1, -1):
        if index in skipped:
            continue
        text = lines[index].text
        if _LIST.match(text) or (_NUMBERED.match(text) and not _numbered_above(lines, index)):
            return _read_list(lines, index, end, issuers)
    return None


def _numbered_above(lines: Sequence[Line], index: int) -> bool:
    above = next(
        (line.text for line in lines[max(0, index - _NEAR) : index][::-1] if line.text), ""
    )
    return bool(_NUMBERED.match(above))


def _read_list(lines: Sequence[Line], first: int, end: int, issuers: frozenset[str]) -> ListedSpan:
    parts: list[list[str]] = []
    numbers: list[int | None] = []
    last = first
    for index in range(first, end):
        text = lines[index].text
        if not text:
            continue
        number, words = _item(text, first=index == first)
        if number is not None or index == first:
            numbers.append(number)
            parts.append([words])
        elif _item_follows(lines, index, end) or not _ends_list(lines, index, issuers):
            parts[-1].append(words)
        else:
            break
        last = index
    items = (Item(n, squeeze("\n".join(p))) for n, p in zip(numbers, parts, strict=True))
    return ListedSpan(first, last, tuple(item for item in items if item.title))


def _item(text: str, *, first: bool) -> tuple[int | None, str]:
    """Number and title of an item that begins with this line, else None and the line."""
    if match := _NUMBERED.match(text):
        return _number(match.group(1)), text[match.end() :]
    if first and (head := _LIST.match(text)):
        text = text[head.end() :]
    if match := _ITEM.match(text):
        return _number(match.group(1)), text[match.end() :]
    return None, text


def _item_follows(lines: Sequence[Line], index: int, end: int) -> bool:
    """Another item comes within the next lines, so this one goes on in the item above."""
    near = [line.text for line in lines[index + 1 : min(end, index + _NEAR)] if line.text][:3]
    return any(_item(text, first=False)[0] is not None for text in near)


def _ends_list(lines: Sequence[Line], index: int, issuers: frozenset[str]) -> bool:
    text = lines[index].text
    return lines[index].ended or is_signature(text) or is_issuer(text, issuers)


def title_of(lines: Sequence[Line], words: str = "") -> str:
    """The title an attachment begins with; `words` are those behind its mark on the same line."""
    parts = [words] if words else []
    for line in lines:
        if not line.text:
            continue
        prose = "\t" in line.raw or re.search(r"[：:。；，]", line.text)
        if prose or len(parts) >= _TITLE_LINES or any(line_mark(line, "free")):
            break
        if not re.fullmatch(r"[（(].*[）)]", line.text):
            parts.append(line.text)
    return squeeze("\n".join(parts))


def name_of(number: int | None) -> str:
    """`附件1`, or `附件`."""
    return "附件" if number is None else f"附件{number}"


def _number(printed: str | None) -> int | None:
    return None if printed is None else int(arabic(bare(normal(printed))))
