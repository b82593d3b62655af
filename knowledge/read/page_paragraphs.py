"""Lines → paragraphs: hard wraps are joined, titles on several lines made one.

A line goes on in the next one if the first word of the next would not have fitted behind it and
the next begins at the margin, not indented (GB/T 9704 indents paragraphs by two characters).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.read.page import Line, units

MARK = lazy_re.compile(
    r"\s*(?:[一二三四五六七八九十百]+\s*[、.．]|第[一二三四五六七八九十百\d]+[章节条款项部]"
    r"|[（(]\s*(?:[一二三四五六七八九十百]+|\d{1,2})\s*[）)]|\d{1,2}\s*(?:[、．)）]|\.(?!\d))"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?!\d)|[①-⑳]|[●■◆•-]|附\s*件\s*\d*)"
)
"""How a numbered paragraph begins."""
_ENDED = lazy_re.compile(r"[。！？；：!?;:]\s*[”』」）)]?\s*$")
_TITLE_ENDED = lazy_re.compile(
    r"(?:通知|公告|通告|函|意见|方案|办法|规定|细则|规则|决定|通报|规程|文件|汇总表|一览表|登记表|报名表)$"
)
_BODY = lazy_re.compile(
    r"(?:局|厅|部|委|会|院|中心|政府|公司|校|学|室|组|队|司|集团|联合会|协会|工会)$"
)
_ISSUER = lazy_re.compile(
    r"\s*[^\s，。；：、！？,;:!?“”《》（）()\d][^\s，。；：！？,;:!?“”《》]{6,}"
    r"(?:局|厅|部|委员会|中心|政府|公司|学校|学院|大学|办公室|集团|联合会|协会|工会|学会)\s*$"
)
"""Names of bodies and nothing else, each line whole: they sign, one below the other."""
_APART = lazy_re.compile(r"^[（(〔\[\d]|^.{0,12}[〔\[].{2,6}[〕\]].*号$|^\d{4}年.*日$|^关于")
_ATTACHMENT = lazy_re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*(?:[：:].*)?$")
_WORD = lazy_re.compile(
    r"(?:[^\x00-\x7f](?=[“‘]))?[（〔《【“‘「]*(?:[!-~]+(?:[、，：—－～][!-~]+)*|.)"
    r"(?:[”’][^\x00-\x7f，。；：、！？])?[，。；：、）〕》】”’」！？]*"
)
"""What stands on one line: programs part neither a run of Latin characters nor, as Unicode has it,
quotation marks from what they stand beside; figures in a row (`10%、20%`) some keep together."""
_ADDRESS = lazy_re.compile(r"(?:@|://|www\.)[!-~]*$")
_SLACK = 1.0
"""Characters: hanging punctuation, justified lines, boxes cut at the ink."""
_MARGIN = 0.7
_ALIKE = 0.25


class Margins(NamedTuple):
    """Where lines of running text begin and end, and the width of a character."""

    left: float
    right: float
    em: float


def margins_of(lines: Sequence[Line]) -> Margins | None:
    """The margins of running text, from the lines that agree on them; None without text."""
    ems = sorted(line.em for line in lines if units(line.text) >= 8)  # noqa: PLR2004 - short ones say little
    if not ems:
        return None
    em = ems[len(ems) // 2]
    left = _outermost([line.x0 for line in lines], em)
    right = -_outermost([-line.x1 for line in lines], em)
    return Margins(left, right, em)


def _outermost(edges: Sequence[float], em: float) -> float:
    """The smallest edge that another line shares."""
    ordered = sorted(edges)
    shared = (a for a, b in pairwise(ordered) if b - a < em)
    return next(shared, ordered[0])


def goes_on(line: Line, then: Line, here: Margins, there: Margins, *, first: bool) -> bool:
    """Whether `then` continues the paragraph of `line`.

    `first` says that `line` is the first of its paragraph; `here` and `there` are the margins of
    their pages.
    """
    signed = first and _ISSUER.match(line.text) and _ISSUER.match(then.text)
    fitted = _room(line, here) > _needed(then) + _SLACK * here.em
    if fitted or signed or _ATTACHMENT.match(then.text):
        return False
    indent = then.x0 - there.left
    if _at_right(line, here) or _at_right(then, there):
        return _signature_goes_on(line, then, here, there)
    if MARK.match(then.text) and (
        _ENDED.search(line.text) or indent > _MARGIN * there.em or _room(line, here) > here.em
    ):
        return False
    if indent < _MARGIN * there.em:
        return True
    step = indent - (line.x0 - here.left)
    if first:  # a hanging indent begins on the second line
        return bool(MARK.match(line.text)) and 0.5 * there.em < step < 5 * there.em
    return abs(step) < 0.3 * there.em and line.x0 - here.left > _MARGIN * here.em


def _at_right(line: Line, margins: Margins) -> bool:
    """Set to the right, as signatures and dates are."""
    return line.x0 - margins.left > 0.5 * (margins.right - margins.left)


def _signature_goes_on(line: Line, then: Line, here: Margins, there: Margins) -> bool:
    """Whether names of issuers, set to the right, did not fit on one line."""
    return (
        line.x0 - here.left < 1.5 * here.em
        and _room(then, there) < 2 * there.em
        and not _ENDED.search(line.text)
        and not _APART.search(then.text)
    )


def _room(line: Line, margins: Margins) -> float:
    return margins.right - line.x1


def _needed(line: Line) -> float:
    """The width of the first word, which is not broken."""
    word = _WORD.match(line.text.lstrip())
    return units(word.group()) * line.em if word else 0.0


def title_goes_on(line: Line, then: Line, margins: Margins) -> bool:
    """Whether two lines in the middle of the page are one title."""
    return (
        _centred(then, margins)
        and (_centred(line, margins) or _spans(line, margins))
        and abs(then.height / line.height - 1) < _ALIKE
        and -0.5 * line.height < then.top - line.bottom < 1.3 * line.height
        and not _ENDED.search(line.text)
        and not (_TITLE_ENDED.search(line.text) or _BODY.search(line.text))
        and not (_APART.search(then.text) or _APART.search(line.text[:1]))
        and not (MARK.match(line.text) or MARK.match(then.text))
    )


def _centred(line: Line, margins: Margins) -> bool:
    before, after = line.x0 - margins.left, margins.right - line.x1
    return abs(before - after) < 3 * margins.em and before > 2.5 * margins.em


def _spans(line: Line, margins: Margins) -> bool:
    """A title as wide as the text, in larger characters."""
    return line.height > 1.15 * margins.em and line.x1 - line.x0 > 0.9 * (
        margins.right - margins.left
    )


def glue(text: str, more: str, *, wrapped: bool = True) -> str:
    """Two lines as one; English words get their space back, addresses and figures do not.

    >>> glue("发送至", "a@example.org"), glue("Hello", "world"), glue("139000", "10011")
    ('发送至a@example.org', 'Hello world', '13900010011')
    """
    return text + joint(text, more, wrapped=wrapped) + more


def joint(text: str, more: str, *, wrapped: bool = True) -> str:
    """What stands between two lines made one."""
    if not wrapped:
        return " "
    last, first = text[-1:], more[:1]
    words = last.isascii() and last.isalpha() and first.isascii() and first.isalpha()
    broken = _ADDRESS.search(text) or re.match(r"[!-~]*[@/]", more)
    return " " if words and not broken else ""
