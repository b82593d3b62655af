"""Where tables stand: rows as tab-separated lines, or pasted with a line for each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.plain import squeeze
from knowledge.structure.closing import is_signature
from knowledge.structure.marks import CHINESE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.structure.lines import Line

_PAGE_NUMBER = lazy_re.compile(r"[-—–－\s]*\d{1,3}[-—–－\s]*$|第\s*\d+\s*页.{0,12}$")
_ATTACHMENT = lazy_re.compile(r"附\s*件")
_CLAUSE = lazy_re.compile(rf"{CHINESE}、|[（(]{CHINESE}[）)]")
_FIELD = lazy_re.compile(r".{0,7}[：:]")
_COUNT = lazy_re.compile(r"\d*$|合\s*计|总\s*计")
_CELL_LENGTH = 60
_MIN_ROWS = 2


class GridRow(NamedTuple):
    """The cells of a row as printed, and where it stands."""

    cells: tuple[str, ...]
    start: int
    end: int


class Grid(NamedTuple):
    """A table as printed, in the lines `first` to `last`."""

    rows: list[GridRow]
    first: int
    last: int


def grids(lines: Sequence[Line]) -> list[Grid]:
    """All tables, in order."""
    found, index = [], 0
    while index < len(lines):
        grid = _in_lines(lines, index) or _in_cells(lines, index)
        if grid and _is_table(grid.rows):
            found.append(grid)
        index = grid.last + 1 if grid else index + 1
    return found


def _is_table(rows: Sequence[GridRow]) -> bool:
    """Not indented paragraphs, and not fields or signatures set side by side with tabs."""
    header = [cell for cell in rows[0].cells if cell]
    if len(rows) < _MIN_ROWS or len(header) < _MIN_ROWS:
        return False
    if any("。" in cell or _CLAUSE.match(cell) for cell in header):
        return False
    return not (_is_loose(rows[0]) and sum(map(_is_loose, rows)) * 2 > len(rows))


def _is_loose(row: GridRow) -> bool:
    """Nothing but fields (`联系人：…`) or signatures."""
    return all(_FIELD.match(cell) or is_signature(cell) for cell in row.cells if cell)


# rows as tab-separated lines


def _in_lines(lines: Sequence[Line], first: int) -> Grid | None:
    """The table whose rows are the lines from `first` on, page breaks included."""
    if not _is_row(lines[first]):
        return None
    rows, last, gap = [_row(lines[first])], first, False
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if "\t" not in line.raw:
            if not line.blank and not _PAGE_NUMBER.match(line.text):
                break
            gap = True
            continue
        row = _row(line)
        if gap and not _goes_on(rows, row):
            break
        rows.append(row)
        last, gap = index, False
    return Grid(rows, first, last)


def _is_row(line: Line) -> bool:
    return "\t" in line.text or line.raw.count("\t") > 1


def _row(line: Line) -> GridRow:
    cells = tuple(squeeze(cell) for cell in line.raw.split("\t"))
    return GridRow(cells, line.start, line.end)


def _goes_on(rows: list[GridRow], row: GridRow) -> bool:
    """Behind a blank line the same table goes on if its shape does and no other header begins."""
    header = rows[0].cells
    if len(row.cells) != len(header):
        return False
    if row.cells == header:
        return True
    counted = all(_COUNT.match(done.cells[0]) for done in rows[1:]) and len(rows) > 1
    return bool(_COUNT.match(row.cells[0])) if counted else row.cells[0] != header[0]


# a line for each cell


def _in_cells(lines: Sequence[Line], first: int) -> Grid | None:
    """The table pasted from Word: a line for each cell, blank lines between the rows."""
    if not _is_cell(lines[first]):
        return None
    rows: list[list[Line]] = []
    last, index = first, first
    while index < len(lines):
        line = lines[index]
        if _is_cell(line):
            begins = not rows or (lines[index - 1].blank and not _is_cell(lines[index - 1]))
            rows.append([line]) if begins else rows[-1].append(line)
            last = index
        elif not line.blank:
            if not _is_rest_of_cell(lines, index, rows[0][0].text):
                break
            rows[-1].append(line)
            last = index
        elif _is_double_blank(lines, index):
            break
        index += 1
    return Grid([_merged(row) for row in rows], first, last)


def _is_cell(line: Line) -> bool:
    return line.raw.startswith("\t") and line.raw.count("\t") == 1


def _is_double_blank(lines: Sequence[Line], index: int) -> bool:
    after = lines[index : index + 2]
    return all(line.blank and not _is_cell(line) for line in after)


def _is_rest_of_cell(lines: Sequence[Line], index: int, header: str) -> bool:
    """A short line without a tab goes on in the cell if a cell or the table's end follows.

    Where the next cell is the first one of the header, the line is the caption of the next table.
    """
    line = lines[index]
    if len(line.text) > _CELL_LENGTH or _ATTACHMENT.match(line.text) or _CLAUSE.match(line.text):
        return False
    for at in range(index + 1, len(lines)):
        if _is_cell(lines[at]):
            return not header or lines[at].text != header
        if lines[at].blank:
            if _is_double_blank(lines, at):
                return "。" not in line.text
        elif _CLAUSE.match(lines[at].text) or at - index > 6:  # noqa: PLR2004 lines of one wrapped cell
            return False
    return False


def _merged(row: list[Line]) -> GridRow:
    """A row from its lines; a line without a tab goes on in the cell above it."""
    cells: list[str] = []
    for line in row:
        if _is_cell(line):
            cells.append(line.text)
        else:
            cells[-1] = f"{cells[-1]}\n{line.text}" if cells[-1] else line.text
    return GridRow(tuple(squeeze(cell) for cell in cells), row[0].start, row[-1].end)


def outside(span: tuple[int, int], tables: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a span that no table covers; `tables` are in their order.

    >>> list(outside((0, 10), [(2, 4), (8, 12)]))
    [(0, 2), (4, 8)]
    """
    start, end = span
    for first, last in tables:
        if start < last and first < end:
            if start < first:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end
