"""Ruled tables: cells as boxes and pieces of text with places → rows of cells.

A cell over several rows gives its text to each of them; a cell over several columns does so if the
columns part again below it, as under a heading of two rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.read.page import Cell, Line, Table, least, units
from knowledge.read.page_lines import rows_of
from knowledge.read.page_paragraphs import glue

_RUN, _RUN_END = lazy_re.compile(r"[!-~]+"), lazy_re.compile(r"[A-Za-z0-9._-]$")
_LETTER = 0.8
"""Of a Chinese character; a Latin letter takes no more, and would have fitted."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Grid(NamedTuple):
    """The rules of a table: where rows and columns part, and which box covers each place."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: Mapping[tuple[int, int], int]
    """Row and column → number of the box that covers it."""

    def covers(self, piece: Line) -> bool:
        """Whether the middle of a piece lies in the table."""
        return self.around((piece.x0 + piece.x1) / 2, piece.middle)

    def around(self, x: float, y: float) -> bool:
        """Whether a point lies in the table."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def at(self, x: float, y: float) -> int | None:
        """The number of the box at a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.owner.get((row, column))


def grid_of(boxes: Sequence[Box], tolerance: float) -> Grid | None:
    """The rules of a table from the boxes of its cells; None for a single box: that is a frame.

    tolerance: nearer edges are one, for no character stands between them.
    """
    xs = _edges((x for b in boxes for x in (b[0], b[2])), tolerance)
    ys = _edges((y for b in boxes for y in (b[1], b[3])), tolerance)
    if len(boxes) < 2 or len(xs) < 3:  # noqa: PLR2004 - a list in one column is running text
        return None
    owner = {}
    for number, box in enumerate(boxes):
        columns = range(_nearest(xs, box[0]), _nearest(xs, box[2]))
        for row in range(_nearest(ys, box[1]), _nearest(ys, box[3])):
            owner.update({(row, column): number for column in columns})
    return Grid(tuple(xs), tuple(ys), owner)


def _edges(values: Iterable[float], tolerance: float) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > tolerance:
            found.append(value)
    return found


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def table_of(grid: Grid, pieces: Iterable[Line]) -> Table:
    """The table with its texts."""
    inside: dict[int, list[Line]] = {}
    for piece in pieces:
        number = grid.at((piece.x0 + piece.x1) / 2, piece.middle)
        if number is not None:
            inside.setdefault(number, []).append(piece)
    cells = {
        number: _cell(grid, number, inside.get(number, ())) for number in set(grid.owner.values())
    }
    rows = (
        tuple(
            cells[number] if (number := _shown(grid, cells, row, column)) is not None else Cell("")
            for column in _gaps(grid.xs)
        )
        for row in _gaps(grid.ys)
    )
    return Table(grid.ys[0], grid.ys[-1], grid.xs, tuple(r for r in rows if any(c.text for c in r)))


def _shown(grid: Grid, cells: Mapping[int, Cell], row: int, column: int) -> int | None:
    """The box whose text a place has: of a box over several columns often only the first."""
    number = grid.owner.get((row, column))
    if number is None or grid.owner.get((row, column - 1)) != number:
        return number
    columns = [c for c in _gaps(grid.xs) if grid.owner.get((row, c)) == number]
    whole = len(columns) == len(grid.xs) - 1
    return number if not whole and _parts_below(grid, cells, row, columns) else None


def _parts_below(grid: Grid, cells: Mapping[int, Cell], row: int, columns: Sequence[int]) -> bool:
    """Whether the row right below has several texts in these columns."""
    number = grid.owner[row, columns[0]]
    lower = max(r for (r, _), owner in grid.owner.items() if owner == number) + 1
    found = {grid.owner.get((lower, column), -1) for column in columns}
    return sum(n in cells and bool(cells[n].text) for n in found) > 1


def _gaps(edges: Sequence[float]) -> range:
    return range(len(edges) - 1)


def _cell(grid: Grid, number: int, pieces: Iterable[Line]) -> Cell:
    places = [place for place, owner in grid.owner.items() if owner == number]
    rows = len({row for row, _ in places})
    lines = [piece for row in rows_of(pieces) for piece in row] if pieces else []
    if not lines:
        return Cell("", rows=rows)
    left, right = _sides(grid, places)
    widest = max(line.x1 - line.x0 for line in lines)
    text = lines[0].text
    for at, (before, after) in enumerate(pairwise(lines), start=1):
        if _broken_off(lines[at - 1 :], widest):
            text += after.text
        else:
            text = glue(text, after.text, wrapped=_full(before, left, right))
    confidence = least([line.confidence for line in lines])
    return Cell(" ".join(text.split()), confidence, _full(lines[-1], left, right), rows)


def _broken_off(lines: Sequence[Line], widest: float) -> bool:
    """Whether an address, broken wherever a narrow cell ends, goes on in the second line."""
    first, *others = lines
    latin = takewhile(_RUN.fullmatch, (line.text for line in others))
    return bool(
        widest - (first.x1 - first.x0) < _LETTER * first.em
        and _RUN_END.search(first.text)
        and "@" in "".join(latin)
    )


def _sides(grid: Grid, places: Iterable[tuple[int, int]]) -> tuple[float, float]:
    columns = [column for _, column in places]
    return grid.xs[min(columns)], grid.xs[max(columns) + 1]


def _full(line: Line, left: float, right: float) -> bool:
    """Little room is left on both sides, so the next line goes on with the sentence."""
    room = right - left - line.em * units(line.text)
    return room < 2.6 * line.em  # padding on both sides, and a character that did not fit
