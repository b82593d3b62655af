"""Pieces of text with places → lines in reading order; columns of text, columns of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from knowledge.read.page import Cell, Line, Table, least

Row = tuple[Line, ...]
"""Pieces beside each other, from left to right, wide gaps between them."""

_GAP = 1.3
"""From this many characters on a gap parts two pieces."""
_LATIN_GAP = 0.2
_ROWS = 3
"""So many rows with the same columns make a table without rules."""
_COLUMN_LINES = 6
"""So many lines on each side make two columns of text."""
_WIDE = 10
"""Characters; lines of running text are longer, cells are not."""


def rows_of(pieces: Iterable[Line]) -> list[Row]:
    """Pieces grouped into visual rows, those with small gaps made one."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: p.middle):
        row = next((r for r in rows[-3:] if _beside(r, piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [_closed(sorted(row)) for row in rows]


def _beside(row: Sequence[Line], piece: Line) -> bool:
    last = min(row, key=lambda p: abs(p.x0 - piece.x0))
    near = abs(last.middle - piece.middle) < 0.5 * min(last.height, piece.height)
    return near and all(_apart(piece, other) for other in row)


def _apart(one: Line, other: Line) -> bool:
    """Not over each other, as a stamp is over a signature."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared < 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def _closed(row: Sequence[Line]) -> Row:
    done = [row[0]]
    for piece in row[1:]:
        gap = piece.x0 - done[-1].x1
        if gap < _GAP * min(piece.height, done[-1].height):
            done[-1] = _glued(done[-1], piece, gap)
        else:
            done.append(piece)
    return tuple(done)


def _glued(one: Line, two: Line, gap: float) -> Line:
    latin = one.text[-1:].isascii() and two.text[:1].isascii()
    space = " " if latin and gap > _LATIN_GAP * min(one.height, two.height) else ""
    return _merged((one, two), space)


def _merged(pieces: Sequence[Line], between: str) -> Line:
    return Line(
        pieces[0].x0,
        pieces[-1].x1,
        min(p.top for p in pieces),
        max(p.bottom for p in pieces),
        between.join(p.text for p in pieces),
        least([p.confidence for p in pieces]),
    )


def reading_order(rows: Sequence[Row], width: float) -> list[Line | Table]:
    """Lines and tables without rules; where text stands in two columns, the left one first."""
    middle = _gutter(rows, width)
    if middle is None:
        return list(_blocks(rows))
    found: list[Line | Table] = []
    for across, some in groupby(rows, lambda r: _crosses(r, middle)):
        part = list(some)
        if across:
            found += _blocks(part)
        else:
            left = [tuple(p for p in row if p.x1 <= middle) for row in part]
            right = [tuple(p for p in row if p.x0 >= middle) for row in part]
            found += [*_blocks([r for r in left if r]), *_blocks([r for r in right if r])]
    return found


def _crosses(row: Row, middle: float) -> bool:
    return any(p.x0 < middle < p.x1 for p in row)


def _gutter(rows: Sequence[Row], width: float) -> float | None:
    """Where two columns of running text part, if they do."""
    pairs = [(a, b) for row in rows for a, b in pairwise(row) if _running(a) and _running(b)]
    pairs = [(a, b) for a, b in pairs if 0.3 * width < (a.x1 + b.x0) / 2 < 0.7 * width]
    if len(pairs) < _COLUMN_LINES:
        return None
    left, right = max(a.x1 for a, _ in pairs), min(b.x0 for _, b in pairs)
    return (left + right) / 2 if left < right else None


def _running(piece: Line) -> bool:
    return len(piece.text) >= _WIDE


def _blocks(rows: Sequence[Row]) -> Iterator[Line | Table]:
    """Rows as lines, runs of rows with the same columns as tables."""
    at = 0
    while at < len(rows):
        end = _table_end(rows, at)
        if end - at >= _ROWS:
            yield _table(rows[at:end])
            at = end
        else:
            yield _merged(rows[at], "　　")
            at += 1


def _table_end(rows: Sequence[Row], at: int) -> int:
    """Past the last of the rows from `at` on that stand in the columns of that row."""
    columns = len(rows[at])
    end = at
    while end < len(rows) and columns > 1 and len(rows[end]) == columns:
        if not all(_over(a, b) for a, b in zip(rows[at], rows[end], strict=True)):
            break
        end += 1
    return end


def _over(one: Line, other: Line) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _table(rows: Sequence[Row]) -> Table:
    columns = list(zip(*rows, strict=True))
    edges = [(max(p.x1 for p in a) + min(p.x0 for p in b)) / 2 for a, b in pairwise(columns)]
    outer = min(p.x0 for p in columns[0]), max(p.x1 for p in columns[-1])
    return Table(
        top=min(p.top for p in rows[0]),
        bottom=max(p.bottom for p in rows[-1]),
        edges=(outer[0], *edges, outer[1]),
        rows=tuple(tuple(Cell(p.text, p.confidence) for p in row) for row in rows),
    )
