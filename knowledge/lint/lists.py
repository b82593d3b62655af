"""Names listed in a sentence that says how many they are: `共设3个赛项：甲、乙、丙`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.lint.fault import Piece
from knowledge.numerals import NUMERAL, arabic

KINDS = r"(?:竞赛|比赛|参赛|考核)?(?:赛项|赛道|项目|工种|职业|模块|类别|组别|环节|部分)"
_BEFORE = lazy_re.compile(
    rf"(?:共设|设有|设置|设立|分为|分设|包括|开设|下设|设|共|分)(?:置|立|有|为)?(?P<n>{NUMERAL})(?:个|大|类)"
    rf"(?P<kind>{KINDS})(?:\([^()]*\))?[:,]?(?:分别为|即|为)?:(?P<list>[^。;；,\n]+)"
)
_BEHIND = lazy_re.compile(
    r"(?:设置|设立|设有|开设|分设|下设|设|分为)(?P<list>[^。;；:\n]+?[、和及与][^。;；:\n]+?)"
    rf"(?:等)?(?P<n>{NUMERAL})(?:个|大|类)(?P<kind>{KINDS})"
)
_TRACKS = lazy_re.compile(r"赛项|赛道|项目|工种|职业")


class Item(NamedTuple):
    """A name in a list, at `start:end` of the folded text."""

    name: str
    start: int
    end: int


class Listed(NamedTuple):
    """A list at `start:end`; `told` is how many names it is said to have."""

    told: int
    items: tuple[Item, ...]
    joins: int
    """和、及、与, each of which may join two names or be part of one."""
    of_tracks: bool
    is_open: bool
    """It ends with 等."""
    start: int
    end: int


def lists(piece: Piece) -> Iterator[Listed]:
    """All such lists of a clause."""
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(piece.text):
            words, base = match["list"], match.start("list")
            yield Listed(
                told=int(float(arabic(match["n"]))),
                items=tuple(_items(words, base)),
                joins=len(re.findall("[和及与]", _masked(words))),
                of_tracks=bool(_TRACKS.search(match["kind"])),
                is_open="等" in match[0][match.end("list") - match.start() - 2 :],
                start=match.start(),
                end=match.end(),
            )


def _items(words: str, base: int) -> Iterator[Item]:
    for match in re.finditer("[^、]+", _masked(words)):
        start, end = match.span()
        yield Item(words[start:end], base + start, base + end)


def _masked(words: str) -> str:
    """What stands in brackets hidden: it belongs to one name."""
    flat = words
    while flat != (flat := re.sub(r"\([^()]*\)", lambda m: "_" * len(m[0]), flat)):
        pass
    return flat
