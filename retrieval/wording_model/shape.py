"""What a draft may look like at all: plain words of a bounded length, no markup, no orders."""

from __future__ import annotations

import re
import unicodedata

from knowledge import lazy_re
from knowledge.plain import normal
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

_MARKUP = lazy_re.compile(
    r"[<>`*_#|\\{}\[\]$^~?？]|&\w+;|&#|^\s*(?:[-+•]|\d+[.)])\s|://|www\.|^\s*[=-]{3,}", re.MULTILINE
)
_KINDS = frozenset({"Lu", "Ll", "Lo", "Nd", "Po", "Pd", "Ps", "Pe", "Pi", "Pf", "Zs", "Sm", "So"})
_APART = lazy_re.compile(r"\d[ \t]+\d")
"""Numbers torn apart by blanks, which a reader might take for others."""
ROOM, SHARE = 90, 1.5
"""A draft is at most so many characters longer than this share of what it words."""


def well_formed(draft: str, said: str) -> bool:
    """Whether `draft` is plain text, not much longer than `said`, and asks nothing.

    Marks and rare characters are allowed where `said` has them.

    >>> well_formed("报名截止是9月29日。", "报名截止时间9月29日。")
    True
    >>> well_formed("**9月29日**", "9月29日")
    False
    """
    if not draft.strip() or len(draft) > len(said) * SHARE + ROOM:
        return False
    if any(_strange(char) and char not in said for char in draft):
        return False
    if any(mark[0] not in said for mark in _MARKUP.finditer(draft)):
        return False
    if any(gap not in normal(said) for gap in _APART.findall(normal(draft))):
        return False
    return not words().is_order(plain(draft)) or words().is_order(plain(said))


def _strange(char: str) -> bool:
    """No letter, digit or punctuation that a plain answer is written with."""
    if char == "\n":
        return False
    category = unicodedata.category(char)
    if category in {"Lo", "Lu", "Ll"}:
        return not ("\u4e00" <= char <= "\u9fff" or char.isascii() or "\uff21" <= char <= "\uff5a")
    if category == "Nd":
        return not (char.isascii() or "\uff10" <= char <= "\uff19")
    return category not in _KINDS or category == "So"
