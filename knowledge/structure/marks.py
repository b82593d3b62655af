"""Marks that number a clause: 一、（一）1.（1）① and their kin, at the beginning of a line.

The four levels are those of GB/T 9704-2012; 第一章, 第一条, 1.1, 1) and ① come from elsewhere.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from knowledge import lazy_re
from knowledge.numerals import arabic
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.structure.lines import Line


class Style(IntEnum):
    """Kinds of marks, the higher ones first."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    CJK = 4
    CJK_PAREN = 5
    NUMBER = 6
    DOTTED = 7
    NUMBER_PAREN = 8
    HALF_PAREN = 9
    CIRCLE = 10
    SIGN = 11
    """▲ 报名方式, 【报名方式】: a heading set off by a sign, not a number."""


LEVELS = {
    Style.PART: 1, Style.CHAPTER: 1, Style.SECTION: 2, Style.ARTICLE: 2, Style.CJK: 1,
    Style.CJK_PAREN: 2, Style.NUMBER: 3, Style.DOTTED: 4, Style.NUMBER_PAREN: 4,
    Style.HALF_PAREN: 4, Style.CIRCLE: 5, Style.SIGN: 1,
}  # fmt: skip

Place = Literal["free", "wrapped", "inline"]
"""At the beginning of a paragraph, of a line that may go on a sentence, or within a line."""


class Mark(NamedTuple):
    """A mark found in the text; whether it counts is decided among its neighbours."""

    style: Style
    number: int
    name: str
    """Its part of a path: 一, （一）, 1, （1）."""
    printed: str
    start: int
    end: int
    place: Place
    doubtful: bool = False
    """A digit follows, as in `1.5`."""
    followed: bool = False
    """The next of its kind follows."""

    @property
    def rank(self) -> tuple[int, int]:
        """Order among styles; 1.1.1 stands below 1.1."""
        return self.style, 0 if self.style is Style.SIGN else self.name.count(".")

    @property
    def bare(self) -> bool:
        """A number with neither point nor parenthesis."""
        return self.style is Style.NUMBER and self.printed.strip().isdigit()

    @property
    def series(self) -> str:
        """What numbers of one series share: 2.1 and 2.2 do, 2.1 and 3.1 do not."""
        if self.style is Style.SIGN:
            return self.printed[0]
        return self.name.rpartition(".")[0] if self.style is Style.DOTTED else ""


CHINESE = r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""A Chinese number up to 99."""
_CN = CHINESE
_D = r"[0-9０-９]{1,2}"
# 一、二、三等奖 and 三、四年级 begin no clause
_NO_LIST = rf"(?!\s?{_CN}(?:[、和及至]|等奖|年级|等[,，、]|[类级名]))"
_UNITS = {"部分": Style.PART, "编": Style.PART, "篇": Style.PART}
_UNITS |= {"章": Style.CHAPTER, "节": Style.SECTION, "条": Style.ARTICLE}

PATTERNS: dict[Style, re.Pattern[str]] = {
    Style.CJK: lazy_re.compile(rf"({_CN})\s?[、．.]{_NO_LIST}"),
    Style.CJK_PAREN: lazy_re.compile(rf"[（(]\s?({_CN})\s?[）)]、?"),
    Style.DOTTED: lazy_re.compile(rf"({_D}(?:[.．]{_D}){{1,3}})(?![0-9０-９%％．.])[.．、]?"),
    Style.NUMBER: lazy_re.compile(rf"({_D})(?:\s?[.．、](?![.．])|[ \u3000]+(?=[^\s\d]))"),
    Style.NUMBER_PAREN: lazy_re.compile(rf"[（(]\s?({_D})\s?[）)]、?"),
    Style.HALF_PAREN: lazy_re.compile(rf"({_D})\s?[）)]"),
    Style.CIRCLE: lazy_re.compile(r"([①-⑳])"),
}
_UNIT = lazy_re.compile(rf"第\s?({_CN}|\d{{1,3}})\s?(部分|编|篇|章|节|条)(?=[\s：:、]|$)")
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_FORMAL_MARK = lazy_re.compile(rf"([{_FORMAL}])(?:\s?[、．.]|[ \u3000]+(?=\S))")
"""Formal numerals, as some number their chapters: 壹、总则."""
_SIGN = lazy_re.compile(
    r"(?P<sign>[▲◆■★▶▼◎❖])[ \u3000]*(?=[^，。；：:,;\s]{2,15}$)|【[^【】]{2,15}】$"
)
_DECORATION = lazy_re.compile(r"[#>*]+\s*")
_DIGIT_NEXT = lazy_re.compile(r"\s?[0-9０-９]")
_YEAR_NEXT = lazy_re.compile(r"\s?[0-9０-９]{4}\s?[年/\-.．]")


def line_mark(line: Line, place: Place) -> Iterator[Mark]:
    """How the beginning of the line may be read as a mark, markdown signs before it aside."""
    skip = _DECORATION.match(line.text)
    offset = skip.end() if skip else 0
    if unit := _UNIT.match(line.text, offset):
        yield _unit_mark(unit, line.start, place)
        return
    if formal := _FORMAL_MARK.match(line.text, offset):
        start, end = line.start + formal.start(), line.start + formal.end()
        number = _FORMAL.index(formal[1]) + 1
        yield Mark(Style.CHAPTER, number, formal[1], formal[0].rstrip(), start, end, place)
        return
    if sign := _SIGN.match(line.text, offset):
        start, end = line.start + sign.start(), line.start + sign.end()
        name = sign["sign"] or sign[0]
        yield Mark(Style.SIGN, 1, name, sign[0].rstrip(), start, end, place)
        return
    for style, pattern in PATTERNS.items():
        if match := pattern.match(line.text, offset):
            yield mark_of(style, match, line.start, place)
            if style is not Style.DOTTED:
                return


def mark_of(style: Style, match: re.Match[str], base: int, place: Place) -> Mark:
    """The mark a pattern found; `base` is the place of the matched string in the text."""
    number = bare(normal(match.group(1)))
    doubtful = False
    if style is Style.NUMBER:
        line, at = match.string, match.end()
        doubtful = bool(_DIGIT_NEXT.match(line, at)) and not _YEAR_NEXT.match(line, at)
    value = int(arabic(number.rpartition(".")[2]))
    name = _name(style, number, match.group(1))
    start, end = base + match.start(), base + match.end()
    return Mark(style, value, name, match.group().rstrip(), start, end, place, doubtful)


def _name(style: Style, number: str, printed: str) -> str:
    if style in (Style.CJK_PAREN, Style.NUMBER_PAREN, Style.HALF_PAREN):
        return f"（{number}）"
    return printed if style is Style.CIRCLE else number


def _unit_mark(match: re.Match[str], base: int, place: Place) -> Mark:
    number = int(arabic(match.group(1)))
    return Mark(_UNITS[match.group(2)], number, bare(match.group()), match.group(),
                base + match.start(), base + match.end(), place)  # fmt: skip
