"""From a table as printed to a table with header, filled rows and a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.model import Row, Scope, Table
from knowledge.plain import bare
from knowledge.structure.filling import fill
from knowledge.structure.header import two_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.structure.grid import Grid, GridRow

_STAMP = lazy_re.compile(
    r".{0,12}年月日|[（(]?(?:单位|部门)?(?:公章|盖章|签字|签章|签名)[）)]?[：:]?"
)
_DIGITS = lazy_re.compile(r"\d+")
_CAPTIONED, _CAPTION_COLUMNS = 3, 3
"""Rows and columns from which a cell over all columns can be the caption of what is below."""
_BLANK_GRID = 0.7
_BLANK_FIELDS = 0.3


def table(grid: Grid, path: str, title: str, scope: Scope) -> Table:
    """The table a grid shows."""
    rows = list(grid.rows)
    header, data = _header(rows)
    form = is_form(header, data)
    if form and not all(header):
        header, data = (), rows
    cells = [_padded(row.cells, len(header)) for row in data]
    if header:
        header = _padded(header, max(map(len, cells), default=0))
    blank = [(row, (None,) * len(row)) for row in cells]
    filled = blank if form or not header else fill(header, cells)
    return Table(
        path=path, title=title, header=header, rows=_rows(data, filled, path),
        start=grid.rows[0].start, end=max(row.end for row in grid.rows), scope=scope, form=form,
    )  # fmt: skip


def _rows(
    data: Sequence[GridRow],
    filled: Sequence[tuple[tuple[str, ...], tuple[int | None, ...]]],
    path: str,
) -> tuple[Row, ...]:
    return tuple(
        Row(number=number, path=f"{path} 行{number}", cells=cells, start=row.start, end=row.end,
            inherited=origins)
        for number, (row, (cells, origins)) in enumerate(zip(data, filled, strict=True), 1)
    )  # fmt: skip


def _header(rows: Sequence[GridRow]) -> tuple[tuple[str, ...], list[GridRow]]:
    """The names of the columns, and the rows below them without repeats of the header."""
    above = 1 if _is_caption(rows) else 0
    first = rows[above].cells
    second = rows[above + 1].cells if len(rows) > above + 1 else ()
    names, used = two_rows(first, second)
    tops = [row.cells for row in rows[: above + used]]
    return names, [row for row in rows[above + used :] if row.cells not in tops]


def _is_caption(rows: Sequence[GridRow]) -> bool:
    """A first row that is one cell over all columns, with the names of the columns below it."""
    first = rows[0].cells
    if len(rows) < _CAPTIONED or len(first) < _CAPTION_COLUMNS or len(set(first)) > 1:
        return False
    second = rows[1].cells
    return len(second) == len(first) and all(second) and len(set(second)) > 1


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """As many cells as the header has columns; blank ones beyond it are dropped."""
    while len(cells) > width > 0 and not cells[-1]:
        cells = cells[:-1]
    return cells + ("",) * (width - len(cells))


def is_form(header: tuple[str, ...], data: Sequence[GridRow]) -> bool:
    """A form to be filled in: room for a stamp and a date, or mostly blank cells.

    Where every column has a name, blanks may be the lower parts of merged cells.
    """
    cells = [cell for row in data for cell in row.cells if not _DIGITS.fullmatch(cell)]
    if not any(cells) or any(_STAMP.fullmatch(bare(cell)) for cell in cells):
        return True
    share = _BLANK_GRID if all(header) else _BLANK_FIELDS
    return cells.count("") > share * len(cells)
