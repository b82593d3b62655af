"""Headers, footers and page numbers: what stands in the margin of several pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf
from statistics import median
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.read.page import Line, Page, Table, units

_MARGIN = 0.13
"""Share of the page's height at its top and bottom where furniture stands."""
_NUMBER = r"(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})"
_COUNTED = lazy_re.compile(
    rf"第\s*{_NUMBER}\s*页|共\s*{_NUMBER}\s*页|[Pp]age\s*{_NUMBER}(?:\s*of\s*{_NUMBER})?"
    rf"|[-—–－─·一]+\s*{_NUMBER}\s*[-—–－─·一]+|{_NUMBER}\s*[/／]\s*{_NUMBER}"
)
_BARE = lazy_re.compile(rf"^{_NUMBER}$")
_LEFT_OVER = lazy_re.compile(r"[\s,，.。/|:：\-—–－─·#(（)）]*")
_MANY = 3
_SHARE = 0.4
_SMALL, _LARGE = 0.93, 1.07
"""Headers are set smaller than the text; of the same size they must stand on more pages, or apart
on every page. Titles are larger."""
_LONG = 8


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without what repeats in their margins, and without page numbers."""
    seen = Counter(key for page in pages for key in {_key(line, page) for line in _outer(page)})
    inner = [line for page in pages for line in _lines(page) if not _in_margin(line, page)]
    ems = [line.em for line in inner if units(line.text) >= _LONG]
    around = _Around(seen, len(pages), median(ems) if ems else inf, numbered=_numbered(pages))
    return [_without(page, around) for page in pages]


class _Around(NamedTuple):
    """What is known of all pages."""

    seen: Counter[tuple[str, int]]
    pages: int
    em: float
    """Of the text between the margins; infinite where there is none, as among tables only."""
    numbered: bool


def _without(page: Page, around: _Around) -> Page:
    """From the top and from the bottom, up to the first line that is none."""
    blocks = list(page.blocks)
    while blocks and _is_furniture(blocks[0], blocks[1:2], page, around):
        del blocks[0]
    while blocks and _is_furniture(blocks[-1], blocks[-2:-1], page, around):
        del blocks[-1]
    return page._replace(blocks=tuple(blocks))


def _is_furniture(
    block: Line | Table, beside: Sequence[Line | Table], page: Page, around: _Around
) -> bool:
    if isinstance(block, Table) or not _in_margin(block, page):
        return False
    text = block.text.strip()
    if _is_number(text) or (around.numbered and _BARE.match(text)):
        return True
    times = around.seen[_key(block, page)]
    small = block.em < _SMALL * around.em
    most = times >= _SHARE * around.pages and around.pages > _MANY
    every = times == around.pages and block.em < _LARGE * around.em and _apart(block, beside)
    return times > 1 and (most or every or (small and times >= min(_MANY, around.pages)))


def _apart(line: Line, beside: Sequence[Line | Table]) -> bool:
    """With more than a line's height between it and the text."""
    gaps = (max(other.top - line.bottom, line.top - other.bottom) for other in beside)
    return all(gap > line.height for gap in gaps)


def _outer(page: Page) -> list[Line]:
    return [line for line in _lines(page) if _in_margin(line, page)]


def _lines(page: Page) -> list[Line]:
    return [block for block in page.blocks if isinstance(block, Line)]


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _key(line: Line, page: Page) -> tuple[str, int]:
    """The same for the same words at the same height, whichever the page's number."""
    words = "".join(_COUNTED.sub("#", line.text).split())
    return words, round(40 * line.middle / page.height)


def _is_number(text: str) -> bool:
    """`— 3 —`, `第3页 共8页`, `3/8`, and nothing else.

    >>> _is_number("— 3 —"), _is_number("第3页"), _is_number("3月5日")
    (True, True, False)
    """
    return bool(_COUNTED.search(text) and _LEFT_OVER.fullmatch(_COUNTED.sub("#", text)))


def _numbered(pages: Sequence[Page]) -> bool:
    """Whether bare figures in the margin count the pages: they rise with them."""
    found = []
    for at, page in enumerate(pages):
        bare = [line.text.strip() for line in _outer(page) if _BARE.match(line.text.strip())]
        found += [int(text) - at for text in bare[-1:] if text.isdecimal()]
    return bool(found) and len(set(found)) == 1
