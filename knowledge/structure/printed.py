"""The printer's lines (版记, GB/T 9704-2012): 抄送, 印发机关, 印发日期.

They stand on the last page, often in a borderless table, so below the attachments or above them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from knowledge import lazy_re
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.structure.lines import Line

PrintedKind = Literal["copies", "imprint"]

_COPIES = lazy_re.compile(r"(?:抄送|抄报|主抄|分送|主送|报|送)(?:单位|机关)?[:：]")
_STRONG = lazy_re.compile(
    r"(?:抄送|抄报|主题词|(?:印发|印制)(?:机关|单位|部门|日期|时间))(?:单位|机关)?[:：]"
    r"|(?:信息)?公开(?:属性|方式|形式|选项|类别|类型)[:：].{2,12}$"
    r"|[^,。;]*\d{4}年\d{1,2}月\d{1,2}日印(?:发|制)?$"
)
_IMPRINT = lazy_re.compile(
    r"[^,。;:]*印发$|\(?共印\d+份\)?$|承办单位[:：][^;,]{2,30}$"
    r"|(?:主题词|(?:印发|印制)(?:机关|单位|部门|日期|时间)|(?:信息)?公开(?:属性|方式|形式|选项|类别|类型)"
    r"|(?:责任)?校对人?|打字|打印|印数|印制份数|拟稿人?|核稿人?)[:：].{1,60}$"
)
_OFFICE = lazy_re.compile(r"[^,。;:、!?\d]{2,40}(?:办公室|办|处|科|室|部|局|厅|委|会)$")
_DATED = lazy_re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:印(?:发|制)?)?$")
_ATTACHED = lazy_re.compile(r"[#*\s]*附\s*[件录表]")
_SENTENCE = lazy_re.compile(r"[。!?]$")
_OPEN_LIST = lazy_re.compile(r"[,、;]$")
_SIGNED = lazy_re.compile(r"日$|\)$")
_WRAPS = 8
"""Lines a list of those who get copies may run over."""


class Printed(NamedTuple):
    """The printer's lines from `first` to before `last`."""

    first: int
    last: int


def told(text: str) -> str:
    r"""The words of a line, each merged cell once, comparable.

    >>> told("抄\u3000送：某局\t抄\u3000送：某局")
    '抄送:某局'
    """
    return bare(normal("".join(dict.fromkeys(cell.strip() for cell in text.split("\t")))))


def is_imprint(text: str) -> bool:
    """A line that says who gets copies, who printed it and when, or who read the proofs."""
    words = told(text)
    return bool(_STRONG.match(words) or _IMPRINT.match(words) or words.startswith("抄送:"))


def printed(lines: Sequence[Line]) -> tuple[Printed, ...]:
    """The blocks of printer's lines: at the end, or right above an attachment."""
    found: list[Printed] = []
    index = 0
    while index < len(lines):
        if not _STRONG.match(told(lines[index].raw)):
            index += 1
            continue
        last = index + len(kinds_of([line.raw for line in lines[index:]]))
        if _closes(lines, last):
            found.append(Printed(_first(lines, index), last))
        index = max(last, index + 1)
    return tuple(found)


def kinds_of(texts: Sequence[str]) -> list[PrintedKind]:
    """What each line is, as long as they are the printer's; a blank one is what stands above it."""
    found = list(_kinds(texts))
    while found and not texts[len(found) - 1].strip():
        found.pop()
    return found


def _kinds(texts: Sequence[str]) -> Iterator[PrintedKind]:
    before: PrintedKind | None = None
    above, run = "", 0
    for index, text in enumerate(texts):
        words = told(text)
        if not words:
            if before is None:
                return
            yield before
            continue
        kind = _kind(words, _next(texts, index))
        if kind is None and before is not None:
            kind = _behind(words, above, before, run)
        if kind is None:
            return
        run = run + 1 if kind == before else 0
        before, above = kind, words
        yield kind


def _kind(words: str, below: str) -> PrintedKind | None:
    if _COPIES.match(words):
        return "copies"
    if _STRONG.match(words) or _IMPRINT.match(words):
        return "imprint"
    office_above_date = (
        _OFFICE.match(words) and _DATED.match(below) and below.endswith(("印发", "印制"))
    )
    return "imprint" if office_above_date else None


def _behind(words: str, above: str, before: PrintedKind, run: int) -> PrintedKind | None:
    """What a line is that only the lines above it tell."""
    if _ATTACHED.match(words):
        return None
    goes_on = before == "copies" and run < _WRAPS and not _SENTENCE.search(above)
    if goes_on and (_OPEN_LIST.search(above) or not _OFFICE.match(words)):
        return None if _DATED.match(words) else "copies"
    return "imprint" if _OFFICE.match(words) or _DATED.match(words) else None


def _next(texts: Sequence[str], index: int) -> str:
    return next((told(text) for text in texts[index + 1 :] if text.strip()), "")


def _closes(lines: Sequence[Line], last: int) -> bool:
    below = next((line.text for line in lines[last:] if line.text), "")
    return not below or bool(_ATTACHED.match(below))


def _first(lines: Sequence[Line], index: int) -> int:
    """The line of the office that printed it, where only the date stands in the line `index`."""
    above = [i for i in range(max(0, index - 3), index) if lines[i].text][-2:]
    if len(above) < 2 or not re.match(r"\d", told(lines[index].raw)):  # noqa: PLR2004 office, and what is above
        return index
    signed, office = (told(lines[i].raw) for i in above)
    return above[1] if _OFFICE.match(office) and _SIGNED.search(signed) else index


def untabbed(lines: Sequence[Line]) -> list[Line]:
    """The lines, the printer's with blanks for tabs: they are set in a table but are none."""
    found = list(lines)
    for block in printed(lines):
        for index in range(block.first, block.last):
            line = found[index]
            text, raw = line.text.replace("\t", " "), line.raw.replace("\t", " ")
            found[index] = line._replace(text=text, raw=raw)
    return found
