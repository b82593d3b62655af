"""Text without its layout, with the way back to the offsets of the original.

A value may be broken by blanks (`2026 年 5 月`) or by a hard wrap in the middle of a word. Patterns
therefore run on folded text: half-width, without layout white space, days and money in figures;
every find is led back.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.figures import replaced
from knowledge.plain import bare

if TYPE_CHECKING:
    from knowledge.model import Clause

_WHITE = lazy_re.compile(r"[\s\u200b\u3000\ufeff]+")
_AHEAD = 24
_ENDS = frozenset("。;；:：!！?？")
_STARTS = lazy_re.compile(
    r"[^:：,，。;；\n]{1,18}[:：]"  # a label
    r"|[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d)"  # a mark
    r"|附\s*件|[-•·]\s"
)


@dataclass(frozen=True)
class Fold:
    """`text` is the folded form; `at[i]` is the place of its i-th character in the original."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of the folded stretch `start:end` (not empty)."""
        return self.at[start], self.at[end - 1] + 1


def folded(clause: Clause) -> Fold:
    """A clause folded, its heading kept apart from its words where a new line sets it off."""
    return _folded(clause.heading, clause.text, clause.start)


@lru_cache(maxsize=256)
def _folded(heading: str, text: str, start: int) -> Fold:
    """Kept, since many readers in turn ask for the clauses of one notice."""
    place = _after_heading(heading, text)
    if not place:
        return fold(text, start)
    head = fold(text[:place], start)
    body = fold(text[place:], start + place)
    return Fold(f"{head.text}\n{body.text}", (*head.at, start + place - 1, *body.at))


def _after_heading(heading: str, text: str) -> int:
    """Behind the line break that ends the heading; 0 where the words go on in its line."""
    if not heading or "\n" not in text.rstrip():
        return 0
    pattern = r"\s*".join(map(re.escape, bare(heading)))
    match = re.search(rf"{pattern}[^\n\w]*\n", text)
    return match.end() if match and text[match.end() :].strip() else 0


@cache
def _half(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def _blank(before: str, gap: str, rest: str) -> str:
    """What remains of a gap: a line break between statements, a blank between two words."""
    after = _half(rest[0])
    if "\n" in gap and (before in _ENDS or _STARTS.match(rest) or _digits(before, after)):
        return "\n"
    words = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return " " if words else ""


def _digits(before: str, after: str) -> bool:
    return before.isdigit() and after.isdigit()


def fold(text: str, offset: int = 0) -> Fold:
    r"""Fold `text`, which begins at `offset` of the canonical text.

    >>> fold("2026 年\n１１ 月").text, fold("二百 元").text
    ('2026年11月', '200元')
    """
    out: list[str] = []
    at: list[int] = []
    place = 0
    for start, end in (*(gap.span() for gap in _WHITE.finditer(text)), (len(text), len(text))):
        out.extend(map(_half, text[place:start]))
        at.extend(range(place + offset, start + offset))
        place = end
        if out and end < len(text):
            kept = _blank(out[-1], text[start:end], text[end : end + _AHEAD])
            out.append(kept)
            at.extend([start + offset] * len(kept))
    half = "".join(out)
    made, places = replaced(half)
    return Fold(made, tuple(at) if made == half else tuple(at[i] for i in places))
