"""Comparable and readable forms of Chinese text.

White space in notices comes from layout (hard wraps, justified names, blanks around digits), so it
never distinguishes two texts; only between two Latin words does it separate them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge import lazy_re
from knowledge.figures import figures

_WHITE = lazy_re.compile(r"[\s\u200b\u3000\ufeff]+")
_UNSEEN = ("\u200b", "\ufeff")
"""Blanks that Python does not count among white space."""
_LATIN = lazy_re.compile(r"[A-Za-z]")


def normal(text: str) -> str:
    """NFKC: full-width digits, letters and punctuation become half-width.

    >>> normal("１．０％")
    '1.0%'
    """
    return unicodedata.normalize("NFKC", text)


def bare(text: str) -> str:
    r"""Without any white space; two texts that differ in layout only are equal in this form.

    >>> bare("余 维\n电话")
    '余维电话'
    """
    made = "".join(text.split())
    for blank in _UNSEEN:
        if blank in made:
            made = made.replace(blank, "")
    return made


def squeeze(text: str) -> str:
    r"""Readable in one line: white space stays, as one blank, only between two Latin words.

    >>> squeeze("共设 33 个\n竞赛 WPS Office")
    '共设33个竞赛WPS Office'
    """

    def keep(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        return " " if _LATIN.match(before) and _LATIN.match(after) else ""

    return _WHITE.sub(keep, text.strip())


@lru_cache(maxsize=65_536)
def comparable_name(text: str) -> str:
    """The same of words that come again and again: names and cells of notices, words of our own.

    It keeps what it is given; what people say is no such word.
    """
    return comparable(text)


def comparable(text: str) -> str:
    """NFKC, no white space, lower case, days and money in figures: to find one text in another.

    >>> comparable("LED 显示屏（应用）"), comparable("八月 十八日")
    ('led显示屏(应用)', '8月18日')
    """
    return figures(bare(normal(text)).lower())
