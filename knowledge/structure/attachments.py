"""Attachments: the list in the body (附件：1.…) and the lines that open each one (附件1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.numerals import arabic
from knowledge.plain import bare, normal, squeeze
from knowledge.structure.closing import is_date, is_issuer, is_signature
from knowledge.structure.marks import CHINESE, line_mark
from knowledge.structure.printed import is_imprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.structure.lines import Line

_NUMBER = rf"[0-9０-９]{{1,2}}|{CHINESE}|[A-H](?![A-Za-z])"
_LIST = lazy_re.compile(r"附\s*(?:件|表|录)?\s*(?:[（(][^（）()]{1,12}[）)]\s*)?[：:]\s*")
_NUMBERED = lazy_re.compile(rf"附\s*(?:件|表|录)\s*({_NUMBER})\s*[：:.．、]\s*(?=\S)")
_BARE = lazy_re.compile(rf"[#*\s]*附\s*(?:件|表|录)\s*({_NUMBER})?\s*[：:]?[*\s]*$")
_TITLED = lazy_re.compile(
    rf"附\s*(?:件|表|录)\s*({_NUMBER})(?:\s+|\s*[：:]\s*)(?=[^，。；]{{2,60}}$)(?![的中所和及、])"
)
_NAMED = lazy_re.compile(
    r"附\s*(?:件|录|表)\s*(?P<words>(?!如下|另发|下载|清单|目录|名称|略|见)[\u4e00-\u9fff]{2,16})$"
)
"""A heading without a number behind the signature: 附件补充说明."""
_BETWEEN = lazy_re.compile(r"(?<=[；;])\s*(?=\d{1,2}\s*[.．、](?!\d))")
"""Between two items in one line: `1.报名表；2.汇总表`."""
_REMARK = lazy_re.compile(r"[（(][^（）()]*[）)]$")
_ITEM = lazy_re.compile(
    rf"(?:({_NUMBER})\s*[.．、](?!\d(?!\d{{3}}))\s*|([A-H])[\s\u3000]+(?=[\u4e00-\u9fff《“]))"
)
"""`1.报名表`, `A.报名表`, and letters with a blank: `A　报名表`."""
_CJK_MARK = lazy_re.compile(rf"{CHINESE}\s*[、．.]")
_TITLE_LINES = 6
_NEAR = 12
"""Lines, blank ones too, within which the next item of a list is looked for."""


class Item(NamedTuple):
    """One attachment as the body lists it; `number` is None where there is only one.

    It may be a letter: 附件A.
    """

    number: int | str | None
    title: str


class ListedSpan(NamedTuple):
    """The list of attachments: the lines `first` to `last`."""

    first: int
    last: int
    items: tuple[Item, ...]


class Opening(NamedTuple):
    """The line an attachment opens with; its words begin at `body` in the text."""

    line: int
    number: int | str | None
    body: int
    name: str = ""
    """Set where it has a name of its own instead of a number: 附件补充说明."""
    listed: bool = False
    """The line that opens it is the list itself: `附件：选手推荐表`."""


def openings(lines: Sequence[Line], skipped: frozenset[int]) -> list[Opening]:
    """The lines that open attachments, those of the list not among them."""
    signed = next((i for i, line in enumerate(lines) if is_date(line.text)), len(lines))
    found = [
        opening
        for index in range(len(lines))
        if index not in skipped and (opening := _opening(lines, index, signed))
    ]
    return [o for at, o in enumerate(found) if not _is_listed(lines, found, at)]


def _opening(lines: Sequence[Line], index: int, signed: int) -> Opening | None:
    """How a line opens an attachment; the notice is signed at the line `signed`."""
    line = lines[index]
    match = _BARE.match(line.text)
    if match and not (_LIST.match(line.text) and _item_next(lines, index)):
        return Opening(index, _number(match.group(1)), line.end)
    if match := _TITLED.match(line.text):
        return Opening(index, _number(match.group(1)), line.start + match.end())
    if index > signed and (match := _LIST.match(line.text)) and _stands_here(lines, index, match):
        return Opening(index, None, line.start + match.end(), listed=True)
    if index > signed and lines[index - 1].blank and _NAMED.match(line.text):
        return Opening(index, None, line.end, name=bare(line.text))
    return None


def _stands_here(lines: Sequence[Line], index: int, head: re.Match[str]) -> bool:
    """`附件：选手推荐表` behind the date, with its fields or table below."""
    title = lines[index].text[head.end() :]
    below = [line for line in lines[index + 1 : index + _NEAR] if line.text]
    if not title or _ITEM.match(title) or not below or _BARE.match(below[0].text):
        return False
    return any("\t" in line.raw or any(line_mark(line, "free")) for line in below[:3])


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
    return not after or bool(_listed_at(after)) or is_signature(after)


def _listed_at(text: str) -> re.Match[str] | None:
    """`附件1：…` or `附件1 …`, as a list may print each of its items."""
    return _NUMBERED.match(text) or _TITLED.match(text)


def listed(
    lines: Sequence[Line], end: int, skipped: frozenset[int], issuers: frozenset[str]
) -> ListedSpan | None:
    """The list of attachments in the body, which ends before line `end`."""
    for index in range(end - 1, -1, -1):
        if index in skipped:
            continue
        text = lines[index].text
        if _LIST.match(text) or (_listed_at(text) and not _numbered_above(lines, index)):
            return _read_list(lines, index, end, issuers)
    return None


def _numbered_above(lines: Sequence[Line], index: int) -> bool:
    above = next(
        (line.text for line in lines[max(0, index - _NEAR) : index][::-1] if line.text), ""
    )
    return bool(_listed_at(above))


def _read_list(lines: Sequence[Line], first: int, end: int, issuers: frozenset[str]) -> ListedSpan:
    listing, last = _Listing(), first
    for index in range(first, end):
        text = lines[index].text
        if not text:
            continue
        tail = not _item_follows(lines, index, end) and _ends_list(lines, index, issuers)
        if not all(listing.take(piece, wraps=not tail) for piece in _BETWEEN.split(text)):
            break
        last = index
    items = (
        Item(number, squeeze("\n".join(part)).rstrip("；;。，,"))
        for number, part in zip(listing.numbers, listing.parts, strict=True)
    )
    return ListedSpan(first, last, tuple(item for item in items if item.title))


class _Listing:
    """The items of a list, read piece by piece."""

    def __init__(self) -> None:
        self.numbers: list[int | str | None] = []
        self.parts: list[list[str]] = []

    def take(self, text: str, *, wraps: bool) -> bool:
        """Whether the piece belongs to the list; it `wraps` if it may go on in the item above."""
        number, words = _item(text, first=not self.numbers)
        if not self.numbers or (number is not None and self._goes_on(number, text)):
            self.numbers.append(number)
            self.parts.append([words])
            return True
        if number is None and wraps and not _REMARK.match(text):
            self.parts[-1].append(words)
        return number is None and (wraps or _REMARK.match(text) is not None)

    def _goes_on(self, number: int | str, text: str) -> bool:
        """Whether a number is the list's, not that of a clause of what stands below the list."""
        last = self.numbers[-1]
        if last is None:
            return not any(self.parts[-1]) or not _CJK_MARK.match(text)
        return _place(number) > 1 or _place(number) >= _place(last)


def _place(number: int | str) -> int:
    """Which item a number or letter is: 2 for 2 and for B."""
    return number if isinstance(number, int) else ord(number) - ord("A") + 1


def _item(text: str, *, first: bool) -> tuple[int | str | None, str]:
    """Number and title of an item that begins with this line, else None and the line."""
    if match := _listed_at(text):
        return _number(match.group(1)), text[match.end() :]
    if first and (head := _LIST.match(text)):
        text = text[head.end() :]
    if match := _ITEM.match(text):
        return _number(match.group(1) or match.group(2)), text[match.end() :]
    return None, text


def _item_follows(lines: Sequence[Line], index: int, end: int) -> bool:
    """Another item comes within the next lines, so this one goes on in the item above."""
    near = [line.text for line in lines[index + 1 : min(end, index + _NEAR)] if line.text][:3]
    return any(_item(text, first=False)[0] is not None for text in near)


def _ends_list(lines: Sequence[Line], index: int, issuers: frozenset[str]) -> bool:
    text = lines[index].text
    above = index and lines[index - 1].blank and _NAMED.match(text)
    ended = lines[index].ended or is_signature(text) or is_imprint(text)
    return bool(above) or ended or is_issuer(text, issuers)


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


def name_of(number: int | str | None) -> str:
    """`附件1`, `附件A`, or `附件`."""
    return "附件" if number is None else f"附件{number}"


def _number(printed: str | None) -> int | str | None:
    if printed is None or "A" <= printed <= "H":
        return printed
    return int(arabic(bare(normal(printed))))
