"""The numbers that Word puts before paragraphs, counted as Word counts them.

ECMA-376 part 1, 17.9: paragraphs of one abstract list count together whichever `w:num` they name;
a `startOverride` starts it again where its `w:num` is first used; a level starts again behind a
higher one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.read.counting import SILENT, printed
from knowledge.read.docx_styles import Styles
from knowledge.read.docx_xml import Element, W, child, is_on, number, value

_PLACE = lazy_re.compile(r"%([1-9])")
_TIGHT = "、）)．】〕》"
"""Marks behind which no blank is needed to part the number from the text."""
_LEVELS = 9


class Level(NamedTuple):
    """How one level of a list counts."""

    start: int
    style: str
    text: str
    gap: str
    decimal: bool
    restart: int | None
    """Level behind which it starts again, counted from 1; 0 = never, None = any higher one."""
    paragraph_style: str


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        every = () if root is None else root
        abstracts = {e.get(f"{W}abstractNumId"): e for e in every if e.tag == f"{W}abstractNum"}
        self._nums = {e.get(f"{W}numId"): e for e in every if e.tag == f"{W}num"}
        self._abstracts = abstracts
        self._levels: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        """Count this paragraph, and return the number it shows; empty if it shows none."""
        num, depth = self._place(paragraph)
        abstract, levels = self._list(num)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._count(num, depth, level, counts)
        for deeper in range(depth + 1, _LEVELS):
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (0 < after <= deeper and depth < after):
                counts.pop(deeper, None)
        return _shown(level, levels, counts)

    def _count(self, num: str, depth: int, level: Level, counts: dict[int, int]) -> None:
        override = self._override(num, depth)
        start = number(override, "startOverride", -1)
        if start >= 0 and (num, depth) not in self._started:
            counts[depth] = start
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = level.start if start < 0 else start
        self._started.add((num, depth))

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        own = child(paragraph, "pPr/numPr")
        num, depth = value(own, "numId"), value(own, "ilvl")
        for style, asked in self._styles.numbered(self._styles.of(paragraph)):
            if num and depth:
                break
            if not num:
                num = value(asked, "numId")
                depth = depth or self._depth_of(num, style) or value(asked, "ilvl")
        return num, int(depth) if depth.isdecimal() else 0

    def _depth_of(self, num: str, style: str) -> str:
        """The level that says it belongs to this style."""
        _, levels = self._list(num)
        found = (str(d) for d, level in levels.items() if level.paragraph_style == style)
        return next(found, "")

    def _override(self, num: str, depth: int) -> Element | None:
        overrides = self._nums[num].findall(f"{W}lvlOverride")
        return next((e for e in overrides if e.get(f"{W}ilvl") == str(depth)), None)

    def _list(self, num: str) -> tuple[str, dict[int, Level]]:
        """The abstract list behind a number of lists, and its levels; none for 0 or unknown."""
        if num not in self._nums:
            return "", {}
        if num not in self._levels:
            self._levels[num] = self._read(num)
        return self._levels[num]

    def _read(self, num: str) -> tuple[str, dict[int, Level]]:
        name = value(self._nums[num], "abstractNumId")
        linked = value(self._abstracts.get(name), "numStyleLink")
        for _, asked in self._styles.numbered(linked) if linked else ():
            target = self._nums.get(value(asked, "numId"))
            name = value(target, "abstractNumId") if target is not None else name
        abstract = self._abstracts.get(name)
        levels = _levels(abstract if abstract is not None else ())
        for override in self._nums[num].findall(f"{W}lvlOverride"):
            levels |= _levels(override)
        return name, levels


def _levels(parent: Element) -> dict[int, Level]:
    every = [each for each in parent if each.tag == f"{W}lvl"]
    return {int(e.get(f"{W}ilvl")): _level(e) for e in every if e.get(f"{W}ilvl", "").isdecimal()}


def _level(element: Element) -> Level:
    restart = number(element, "lvlRestart", -1)
    return Level(
        start=number(element, "start", 0),
        style=value(element, "numFmt", "decimal"),
        text=value(element, "lvlText"),
        gap="" if value(element, "suff") == "nothing" else " ",
        decimal=is_on(element, "isLgl") is True,
        restart=None if restart < 0 else restart,
        paragraph_style=value(element, "pStyle"),
    )


def _shown(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if level.style in SILENT and not _PLACE.search(level.text):
        return ""

    def number_at(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth, level)
        if other.style in SILENT:
            return ""
        style = "decimal" if level.decimal else other.style
        return printed(counts.get(depth, other.start), style)

    text = _PLACE.sub(number_at, level.text).strip()
    return text + ("" if text.endswith(tuple(_TIGHT)) else level.gap) if text else ""
