"""How a notice ends: signatures, dates, （此件公开发布） and the printer's lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import bare, normal
from knowledge.structure.marks import line_mark
from knowledge.structure.printed import is_imprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.structure.lines import Line

_BODY = "[局会厅院校委部办处科所馆站室府社团组]|中心|公司|联盟|大学|基地"
_ORGANISATION = lazy_re.compile(rf"[^，。；：、！？\d]{{2,40}}(?:{_BODY})(?:[（(][^）)]*[）)])?$")
_DATE = lazy_re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九十]{4})年[^，。；]{1,3}月[^，。；]{1,3}日$"
)
_PUBLIC = lazy_re.compile(r"[（(]?此件[^，。；]{1,20}[）)]?$")
_REMARK = lazy_re.compile(
    r"[（(](?:此件|联系|咨询|附注|注[：:]|(?:信息)?公开)[^）)]*[）)]|附注[：:].{2,80}"
    r"|(?:信息)?公开(?:属性|方式|形式|选项|类别|类型)[：:].{2,12}"
)
_IN_BRACKETS = lazy_re.compile(r"[（(].{2,80}[）)]")
_COLUMNS = lazy_re.compile(r"[ \t\u3000]{2,}|[ \u3000]")


def is_date(text: str) -> bool:
    """Nothing but a full date."""
    return bool(_DATE.fullmatch(bare(normal(text))))


def is_signature(text: str) -> bool:
    """Nothing but organisations, a date, or how the document is published."""
    plain = bare(normal(text))
    if not plain:
        return False
    if is_date(text) or _PUBLIC.fullmatch(plain):
        return True
    names = [name for name in re.split(r"[ \t\u3000]{2,}", text.strip()) if name]
    if all(_ORGANISATION.fullmatch(bare(name)) for name in names):
        return True
    return all(_ORGANISATION.fullmatch(name) for name in _COLUMNS.split(text.strip()) if name)


def closing(lines: Sequence[Line], issuers: frozenset[str]) -> int | None:
    """Index of the line where the signatures at the end begin; None if nothing is signed.

    `issuers` are the names in the letterhead (without white space): a line that begins one of them
    is a signature cut by the margin.
    """
    first, dated = None, False
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.blank or is_remark(line.text) or _below_date(lines, index):
            continue
        if any(line_mark(line, "free")) or not _closes(line.text, issuers):
            break
        dated = dated or is_date(line.text) or is_imprint(line.text)
        first = index
    return first if dated or (first is not None and is_issuer(lines[first].text, issuers)) else None


def is_remark(text: str) -> bool:
    """How a notice is published, whom to ask: （此件公开发布）, 附注：…."""
    return bool(_REMARK.fullmatch(text))


def _below_date(lines: Sequence[Line], index: int) -> bool:
    """Anything in brackets right below the date is a remark (附注, GB/T 9704-2012 7.3.6)."""
    above = next((line.text for line in reversed(lines[:index]) if line.text), "")
    return bool(_IN_BRACKETS.fullmatch(lines[index].text)) and is_date(above)


def _closes(text: str, issuers: frozenset[str]) -> bool:
    return is_imprint(text) or is_signature(text) or is_issuer(text, issuers)


def imprint(lines: Sequence[Line]) -> int | None:
    """Index of the line where the printer's lines begin at the end of `lines`."""
    first = None
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].blank:
            continue
        if not is_imprint(lines[index].text):
            break
        first = index
    return first


def is_issuer(text: str, issuers: frozenset[str]) -> bool:
    """A name of the letterhead, or the first part of one."""
    plain = bare(text)
    return len(plain) > 3 and any(name.startswith(plain) for name in issuers)  # noqa: PLR2004 a name


def letterhead(lines: Sequence[Line]) -> frozenset[str]:
    """The organisations named one a line above the title."""
    found = set()
    for line in lines:
        if "关于" in line.text or line.ended or any(line_mark(line, "free")):
            break
        if line.text and is_signature(line.text) and not is_date(line.text):
            found.add(bare(line.text))
    return frozenset(found)
