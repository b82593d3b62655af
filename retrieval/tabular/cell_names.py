"""Cells as names that a question may say: whole, outside or inside of brackets, without marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from knowledge import lazy_re
from retrieval.passages.units import pairs
from retrieval.question.likeness import items

_HALF = "半决赛"
MIN_NAME = 2
NUMBER = lazy_re.compile(r"^[\d.,%]*$")
_BRACKET = lazy_re.compile(r"[(（]([^()（）]*)[)）]")
_LETTER = lazy_re.compile(r"^[a-z一二三四五六七八九十]$")
"""Names of modules and the like, said with their kind: 模块B."""
_DAY = lazy_re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]")
_OF_PLACE = lazy_re.compile(r"^[\u4e00-\u9fff]{2,3}?[省市州县区](?=.{4})")
_LOCAL = 4
_LONG, _MOST = 5, 0.6
_PUNCTUATION = lazy_re.compile(r"[、,，.。·\-—\s“”\"‘’「」《》]")


@dataclass(frozen=True, slots=True, eq=False)
class CellName:
    """What is in the cells of one column that say the same."""

    column: int
    parts: tuple[str, str, str]
    """The whole (comparable), what is outside and what is inside of its brackets."""
    rows: tuple[int, ...]
    bare: str
    """The whole and what is outside of brackets, without marks that people leave out."""
    outside: str
    items: frozenset[str]
    """The entries of a list."""
    days: frozenset[tuple[int, int]]
    letter: bool
    number: bool
    endings: tuple[str, ...]
    """Its end without the place before it, and its last words where it is long."""

    @property
    def keys(self) -> frozenset[str]:
        """Pairs of characters; a question that mentions the cell has one of them."""
        name, _, inside = self.parts
        return pairs(name) | pairs(self.bare) | pairs(self.outside) | pairs(inside)

    @property
    def always(self) -> bool:
        """Whether a question may mention it without any of its pairs."""
        return self.letter or len(self.bare) < MIN_NAME or len(self.parts[2]) == 1


def cell_name(column: int, parts: tuple[str, str, str], rows: Sequence[int]) -> CellName:
    """Read what some cells say."""
    name, outside, _ = parts
    outside = bare(outside)
    return CellName(
        column=column,
        parts=parts,
        rows=tuple(rows),
        bare=bare(name),
        outside=outside,
        items=frozenset(items(name)),
        days=days(name),
        letter=bool(_LETTER.match(name)),
        number=bool(NUMBER.match(name)),
        endings=tuple(_endings(outside)),
    )


def _endings(outside: str) -> Iterable[str]:
    local = _OF_PLACE.sub("", outside)
    if local != outside and len(local) >= _LOCAL:
        yield local  # 烹饪协会 for 重庆市烹饪协会
    length = max(_LONG, ceil(len(outside) * _MOST))
    if len(outside) >= length:
        yield outside[-length:]  # 卫生高级技工学校 for 重庆市卫生高级技工学校


def name_parts(name: str) -> tuple[str, str, str]:
    """The whole words, those outside and those inside of brackets."""
    inside = "".join(_BRACKET.findall(name))
    return name, _BRACKET.sub("", name), inside


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Without marks that people leave out of names."""
    return _PUNCTUATION.sub("", text)


@lru_cache(maxsize=4096)
def days(text: str) -> frozenset[tuple[int, int]]:
    """The days of a year a text names: 3月31号 is 2027年3月31日 of a cell."""
    return frozenset((int(month), int(day)) for month, day in _DAY.findall(text))


def heard(said: str, name: str) -> str:
    """What is said, without the stage that another name is only part of: 决赛 is not 半决赛.

    >>> "决赛" in heard("半决赛哪天", "决赛"), "决赛" in heard("半决赛哪天", "市级半决赛")
    (False, True)
    """
    return said if _HALF not in said or _HALF in name else said.replace(_HALF, "\n")
