"""Headers, footers and page numbers: what stands in the margin of several pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.read.page import Line, Page, Table

_MARGIN = 0.13
"""Share of the page's height at its top and bottom where furniture stands."""
_NUMBER = r"(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})"
_COUNTED = re.compile(
    rf"第\s*{_NUMBER}\s*页|共\s*{_NUMBER}\s*页|[Pp]age\s*{_NUMBER}(?:\s*of\s*{_NUMBER})?"
    rf"|[-—–－─·]+\s*{_NUMBER}\s*[-—–－─·]+|{_NUMBER}\s*[/／]\s*{_NUMBER}"
)
_BARE = re.compile(rf"^{_NUMBER}$")
_LEFT_OVER = re.compile(r"[\s,，.。/|:：\-—–－─·#(（)）]*")
_MANY = 3
_SHARE = 0.4


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without what repeats in their margins, and without page numbers."""
    numbered = _numbered(pages)
    seen = Counter(key for page in pages for key in {_key(li, page) for li in _outer(page)})
    least = 2 if len(pages) < _MANY else max(2, min(_MANY, round(_SHARE * len(pages))))
    return [
        page._replace(
            blocks=tuple(
                block
                for block in page.blocks
                if isinstance(block, Table)
                or not _in_margin(block, page)
                or not (
                    seen[_key(block, page)] >= least
                    or _is_number(block.text)
                    or (numbered and _BARE.match(block.text.strip()))
                )
            )
        )
        for page in pages
    ]


def _outer(page: Page) -> list[Line]:
    return [b for b in page.blocks if isinstance(b, Line) and _in_margin(b, page)]


def _in_margin(line: Line, page: Page) -> bool:
    """At the edge of the page, and nothing but such lines further out."""
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
