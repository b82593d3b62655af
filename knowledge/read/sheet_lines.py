"""A sheet → lines: captions and remarks as they are, tables as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.read.blocks import Cell, Table, table_lines

_COUNT = lazy_re.compile(r"[\d\s.,%]*")
_FIELD = lazy_re.compile(r"[^：:]{1,15}[：:]")


class Area(NamedTuple):
    """Merged cells, from the first to the last row and column, both included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """What a sheet shows, from A1 on; rows may differ in length."""

    rows: Sequence[Sequence[str]]
    areas: Sequence[Area] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


class _Piece(NamedTuple):
    """A cell or merged area as it shows: `place` tells it from others with the same text."""

    place: tuple[int, int]
    text: str


_Row = list[_Piece]


def sheet_lines(sheet: Sheet) -> Iterator[str]:
    """Its lines; a blank row is a blank line, hidden rows and columns are left out."""
    rows = _visible(sheet)
    regions = [
        list(group) for filled, group in groupby(rows, lambda row: bool(_texts(row))) if filled
    ]
    for at, region in enumerate(regions):
        yield from [""] if at else []
        yield from _region_lines(region)


def _visible(sheet: Sheet) -> list[_Row]:
    width = max(map(len, sheet.rows), default=0)
    grid = [
        [_Piece((r, c), row[c].strip() if c < len(row) else "") for c in range(width)]
        for r, row in enumerate(sheet.rows)
    ]
    for area in sheet.areas:
        if area.top < len(grid) and area.left < width:
            piece = grid[area.top][area.left]
            for row in grid[area.top : area.bottom + 1]:
                end = min(area.right + 1, width)
                row[area.left : end] = [piece] * (end - area.left)
    columns = [c for c in range(width) if c not in sheet.hidden_columns]
    return [[row[c] for c in columns] for r, row in enumerate(grid) if r not in sheet.hidden_rows]


def _texts(row: _Row) -> list[str]:
    """The texts in a row, each cell or area once."""
    return [piece.text for piece in dict.fromkeys(row) if piece.text]


def _region_lines(region: list[_Row]) -> Iterator[str]:
    """Captions, then the table, then remarks."""
    first, last = 0, len(region)
    while first < last and (_is_caption(region[first]) or _is_fields(region[first])):
        first += 1
    while last > first and _is_caption(region[last - 1]):
        last -= 1
    yield from map(_caption, region[:first])
    if first < last:
        parted = first and len(_texts(region[first - 1])) > 1  # else it would read as the header
        yield from [""] if parted else []
        yield from table_lines(_table(region[first:last]))
    yield from map(_caption, region[last:])


def _is_caption(row: _Row) -> bool:
    """One text alone, which is no number of a row that waits to be filled in."""
    texts = _texts(row)
    return len(texts) == 1 and not _COUNT.fullmatch(texts[0])


def _is_fields(row: _Row) -> bool:
    """Nothing but fields (`填报单位：`), as they stand above a table."""
    return all(_FIELD.match(text) for text in _texts(row))


def _caption(row: _Row) -> str:
    return "\t".join(" ".join(text.split()) for text in _texts(row))


def _table(rows: list[_Row]) -> Table:
    """The rows as a table, columns without any text left out."""
    columns = [c for c in range(len(rows[0])) if any(row[c].text for row in rows)]
    cells: dict[tuple[int, int], Cell] = {}
    for r, row in enumerate(rows):
        for at, c in enumerate(columns):
            piece = row[c]
            known = cells.get(piece.place)
            if known is None:
                cells[piece.place] = Cell(r, at, 1, 1, (piece.text,))
            else:
                cells[piece.place] = known._replace(
                    rows=r - known.row + 1, columns=max(known.columns, at - known.column + 1)
                )
    return Table(tuple(cells.values()))
