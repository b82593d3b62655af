"""The formal parts of a notice (GB/T 9704-2012): title, document number, issuers, date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.model import Finding, Frozen
from knowledge.numerals import CHINESE, NUMBERED, arabic, year_in_digits
from knowledge.plain import bare, normal, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDING = r"(?:通知|公告|方案|通报|函|公示|启事|决定|一览表|名单)"
_TITLE_END = lazy_re.compile(rf"{_ENDING}$")
_CONTEST = lazy_re.compile(r"竞赛|大赛|比赛|赛项")
_NUMBER = lazy_re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[(【](?:19|20)\d\d[〕\])】]第?\d{1,4}号")
_BROKEN = lazy_re.compile(
    r"[\u4e00-\u9fff]{0,8}[〔\[(【](?:19|20)\d\d[〕\])】][^\u4e00-\u9fff]{0,8}号?"
)
_DATE = lazy_re.compile(
    rf"^[ \t\u3000]*([12１２]\d{{3}}|[二２][{NUMBERED}]{{3}})\s*年\s*(\d{{1,2}}|{CHINESE})\s*月"
    rf"\s*(\d{{1,2}}|{CHINESE})\s*日[ \t\u3000]*$",
    re.MULTILINE,
)
_ORGAN = lazy_re.compile(
    r"(?:委员会|政府|局|厅|委|办公室|处|总工会|工会|大学|学院|学校|中心|公司|研究院|科学院|协会|学会|联合会|院|所|部)$"
)
_MARK = lazy_re.compile(r"^[ \t\u3000]*[一二三四五六七八九十]+、", re.MULTILINE)
_SHORT = lazy_re.compile(
    r"[^《》，。；：:]{0,24}(?:更正|勘误|补充|延期|变更|调整)(?:启事|公告|通知|说明|函)"
)
"""A title without 关于: 更正启事."""
_BETWEEN = lazy_re.compile(r"[ \t\u3000、]+")
_ORGAN_LENGTH = 4
_HEAD_LIMIT = 24
_TITLE_LINES = 6


class Document(Frozen):
    """What the head and the signature say."""

    title: str
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    issued_on: date | None = None
    findings: tuple[Finding, ...] = ()


def read_document(text: str) -> Document:
    """Read head and signature of a canonical text."""
    lines = _head(text)
    first, last, title = _title(lines)
    number, broken = _doc_number(lines)
    heads = [line for line in lines[:last] if lines.index(line) not in range(first, last)]
    heads += [lines[first].split("关于")[0]] if first < len(lines) else []
    organs = (name for line in heads for name in _names(line))
    dated = _issued(text)
    issuers = _unique(name for name in organs if _is_organ(name))
    if not issuers and dated:
        issuers = _signers(text, dated.start())
    return Document(
        title=title,
        doc_number=number,
        issuers=issuers,
        issued_on=_date(dated) if dated else None,
        findings=broken,
    )


def _head(text: str) -> list[str]:
    """The lines before the addressee."""
    mark = _MARK.search(text)
    lines: list[str] = []
    for line in text[: mark.start() if mark else len(text)].split("\n"):
        if not line.strip():
            continue
        if line.rstrip().endswith((":", "：")) or len(lines) >= _HEAD_LIMIT:
            break
        lines.append(line.strip())
    return lines


def _title(lines: list[str]) -> tuple[int, int, str]:
    """First and last line of the title, and the title without blanks."""
    for first, line in enumerate(lines):
        if "关于" not in line or "《关于" in line:
            continue
        for last in range(first + 1, min(first + _TITLE_LINES, len(lines)) + 1):
            whole = "".join(lines[first:last])
            if _TITLE_END.search(whole):
                return first, last, _own(whole)
    for first, line in enumerate(lines):
        if _SHORT.fullmatch(bare(line)):
            return first, first + 1, squeeze(line)
    for first, line in enumerate(lines):
        if _CONTEST.search(line):
            return first, first + 1, squeeze(line)
    return len(lines), len(lines), squeeze(lines[0]) if lines else ""


def _own(whole: str) -> str:
    """The title without the issuer that stands before it, set off by a blank."""
    return squeeze(re.sub(r"^.*[ \u3000]+(?=关于)", "", whole))


def _doc_number(lines: list[str]) -> tuple[str | None, tuple[Finding, ...]]:
    for line in map(bare, lines):
        if _NUMBER.fullmatch(normal(line)):
            return line, ()
    for line in map(bare, lines):
        if _BROKEN.fullmatch(normal(line)):
            message = (
                f"文号“{line}”不完整（应为 机关代字〔年份〕序号），未采用；引用时以标题称呼本通知。"
            )
            return None, (Finding(rule="doc_number", path="开头", message=message),)
    return None, ()


def _issued(text: str) -> re.Match[str] | None:
    """成文日期: the first line that is nothing but a full date; 印发 is another day."""
    return _DATE.search(text)


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(year_in_digits(match[1])), int(arabic(match[2])), int(arabic(match[3])))
    except ValueError:
        return None


def _signers(text: str, place: int) -> tuple[str, ...]:
    """The organs that sign right above the date, several a line set off by blanks."""
    found: list[str] = []
    for line in reversed(text[:place].rstrip().split("\n")[-6:]):
        if not line.strip():
            continue
        names = _names(line)
        if not all(map(_is_organ, names)):
            break
        found = [*names, *found]
    return _unique(found)


def _names(line: str) -> list[str]:
    """The organs in a line: several set off by blanks, or one whose characters are spaced out."""
    parts = [part for part in _BETWEEN.split(line.strip()) if part]
    several = all(len(part) >= _ORGAN_LENGTH and _is_organ(part) for part in parts)
    return parts if several else [bare(line)]


def _is_organ(name: str) -> bool:
    return bool(_ORGAN.search(name)) and not re.search(r"[，。；：:]", name)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
