"""A page as things with places on it, the same for the text of a PDF and for what was recognised.

Lengths are in the unit of the page (points or pixels); `top` grows downwards.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Line(NamedTuple):
    """Text on one line, without a wide gap in it."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str
    confidence: float | None = None
    """0 to 1 if it was read from a picture."""

    @property
    def height(self) -> float:
        """From the top to the bottom of the characters."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def em(self) -> float:
        """The width of a Chinese character in this line."""
        return (self.x1 - self.x0) / max(units(self.text), 1.0)


class Cell(NamedTuple):
    """What stands in a cell of a table."""

    text: str
    confidence: float | None = None
    full: bool = False
    """Its last line reaches the cell's right edge, so the text may go on."""
    rows: int = 1
    """How many rows it covers; its text is repeated in each of them."""


class Table(NamedTuple):
    """A table; every row has a cell for every column."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    """Where the columns part, from left to right."""
    rows: tuple[tuple[Cell, ...], ...]


class Page(NamedTuple):
    """A page: lines in reading order, and tables."""

    width: float
    height: float
    blocks: tuple[Line | Table, ...]


def units(text: str) -> float:
    """The width of a text in Chinese characters, a Latin letter being half of one."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def least(confidences: list[float | None]) -> float | None:
    """How sure a text is that was put together: as its weakest part."""
    known = [c for c in confidences if c is not None]
    return min(known) if known else None
