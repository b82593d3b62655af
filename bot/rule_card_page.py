"""What is on a page of a rule card, and the type size at which it fits on one sheet of A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from unicodedata import east_asian_width

from knowledge.model import Frozen

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
"""Type sizes in points, the largest that fits is taken."""
SHEET = 271.0
"""Millimetres that are filled of the 277 between the margins of A4: fonts differ by a line."""
_WIDTH = 186.0
_SHARES = {"said": 0.30, "strength": 0.08, "path": 0.11, "quote": 0.47}
_POINT = 0.3528
_LEADING = 1.3
_PADDING = 1.2
_AROUND = 46.0
"""Title, labels and footer."""


class Row(Frozen):
    """One rule of a card."""

    rule: str
    said: str
    """The rule in plain words, with whom it concerns."""
    strength: str
    path: str
    quote: str
    drafted: bool = False
    rows: int = 1
    """How many rows share path and quote, said at the first of them; 0 at the others."""


class Section(Frozen):
    """Rules under one heading."""

    title: str
    rows: tuple[Row, ...]
    disabled: bool = False


class Page(Frozen):
    """One set of rules, and the tracks it holds for (none where the notice has none)."""

    tracks: tuple[str, ...]
    sections: tuple[Section, ...]
    ask: str
    count: int
    drafted: bool
    size: float
    fits: bool
    """Whether it is expected to fit on one sheet."""


def fitting(sections: Sequence[Section], tracks: Sequence[str]) -> float:
    """The largest type size at which the page fits; the smallest where none does."""
    return next((s for s in SIZES if height(sections, tracks, s) <= SHEET), SIZES[-1])


def height(sections: Iterable[Section], tracks: Sequence[str], size: float) -> float:
    """Millimetres a page is expected to take at a type size."""
    line = size * _POINT * _LEADING
    found = _AROUND + ceil(_ems("、".join(tracks)) * 8 * _POINT / _WIDTH) * 8 * _POINT * _LEADING
    for section in sections:
        found += line + _PADDING + sum(_heights(section.rows, size, line))
    return found


def _heights(rows: Sequence[Row], size: float, line: float) -> Iterator[float]:
    """The height of each run of rows that share a quote."""
    at = 0
    while at < len(rows):
        run = rows[at : at + rows[at].rows]
        told = sum(_lines(row.said, "said", size) * line + _PADDING for row in run)
        first = rows[at]
        shared = max(_lines(first.quote, "quote", size), _lines(first.path, "path", size))
        yield max(told, shared * line + _PADDING)
        at += len(run)


def _lines(text: str, column: str, size: float) -> int:
    room = _WIDTH * _SHARES[column] - 2.0
    return max(1, ceil(_ems(text) * size * _POINT / room))


def _ems(text: str) -> float:
    """Width in ems: a Chinese character is one, a Latin letter about half."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.55 for char in text)
