"""Paragraphs and tables as documents and pages hold them → lines of canonical text.

A table row is one line with tabs between its cells. A cell that covers several rows is repeated in
each of them; one that covers several columns is repeated where these columns have names (a table
with a header), and stands once where they have none (a form).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from knowledge import lazy_re

_WHITE = lazy_re.compile(r"\s+")
_DOCUMENT_BLOCKS, _DOCUMENT_LENGTH = 8, 300
"""Paragraphs and characters from which a cell is no value but a piece of a document."""
_VALUE_LENGTH = 120
"""Characters up to which a cell that holds a table too is a value."""


class Cell(NamedTuple):
    """A cell, where it begins, and how many rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        lines = (block for block in self.blocks if isinstance(block, str))
        return " ".join(filter(None, (_WHITE.sub(" ", line).strip() for line in lines)))

    @property
    def is_document(self) -> bool:
        """It holds tables, or paragraphs that are no cell's."""
        return bool(self.tables) or self.is_long

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in it."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def is_long(self) -> bool:
        """It holds paragraphs that are no cell's."""
        lines = (line for b in self.blocks if isinstance(b, str) for line in b.split("\n"))
        filled = [line for line in lines if line.strip()]
        return len(filled) >= _DOCUMENT_BLOCKS and sum(map(len, filled)) >= _DOCUMENT_LENGTH


class Table(NamedTuple):
    """A table: its cells, in the order of rows."""

    cells: tuple[Cell, ...]


Block: TypeAlias = str | Table


def text_of(blocks: Sequence[Block]) -> str:
    """The canonical text of a document."""
    return "".join(f"{line}\n" for line in lines_of(blocks))


def lines_of(blocks: Sequence[Block]) -> Iterator[str]:
    """Lines; two tables, one behind the other, are kept apart by a blank one."""
    after_table = False
    for block in blocks:
        if isinstance(block, Table):
            yield from [""] if after_table else []
            yield from table_lines(block)
        else:
            yield from (_WHITE.sub(_blank, line).strip() for line in block.split("\n"))
        after_table = isinstance(block, Table)


def _blank(match: re.Match[str]) -> str:
    """No tab in a paragraph, as tabs part cells: two blanks show that it had columns."""
    found = match.group()
    return "  " if "\t" in found else found.replace("\xa0", " ")


def table_lines(table: Table) -> Iterator[str]:
    """The rows of a table; what is laid out in it, not tabulated, as lines of its own."""
    grid = _grid(table)
    named = _is_named(grid)
    alone = len(grid) == 1
    for number, row in enumerate(grid):
        starting = [cell for cell in row if cell and cell.row == number]
        distinct = list(dict.fromkeys(cell for cell in row if cell))
        if len(distinct) == 1 and distinct[0].columns >= len(row) and _is_outside(grid, number):
            yield from lines_of(distinct[0].blocks) if starting else ()
        elif any(cell.tables for cell in starting) and _is_row(distinct) and not alone:
            yield "\t".join(_texts(row, named=named)).rstrip("\t")
            yield from (line for cell in starting for line in _inside(cell))
        elif any(cell.is_document for cell in starting) or (alone and _is_laid_out(distinct)):
            yield from _laid_out(distinct)
        else:
            yield "\t".join(_texts(row, named=named or number == 0))


def _grid(table: Table) -> list[list[Cell | None]]:
    """Which cell covers each place; columns in which no cell begins are left out."""
    starts = sorted({cell.column for cell in table.cells})
    place = {column: at for at, column in enumerate(starts)}
    height = max((cell.row for cell in table.cells), default=-1) + 1
    grid: list[list[Cell | None]] = [[None] * len(starts) for _ in range(height)]
    for cell in table.cells:
        covered = [at for column, at in place.items() if 0 <= column - cell.column < cell.columns]
        fitted = cell._replace(column=place[cell.column], columns=len(covered))
        for row in grid[cell.row : cell.row + cell.rows]:
            for at in covered:
                row[at] = row[at] or fitted
    return grid


def _is_named(grid: list[list[Cell | None]]) -> bool:
    """Whether the first row that has several cells names every column."""
    for row in grid:
        if len({cell for cell in row if cell}) > 1:
            return all(cell and cell.text for cell in row)
    return False


def _is_outside(grid: list[list[Cell | None]], number: int) -> bool:
    """A row above or below all rows of several cells: a caption or remark, not a row of values."""
    several = [at for at, row in enumerate(grid) if len({cell for cell in row if cell}) > 1]
    return not several or number < several[0] or number > several[-1]


def _is_row(cells: list[Cell]) -> bool:
    """Values that have something beside them, one or more with a table of its own."""
    return len(cells) > 1 and not any(
        cell.is_long or len(cell.text) > _VALUE_LENGTH for cell in cells
    )


def _inside(cell: Cell) -> Iterator[str]:
    """The tables in a cell, each with a blank line behind it."""
    for table in cell.tables:
        yield from table_lines(table)
        yield ""


def _is_laid_out(cells: list[Cell]) -> bool:
    """The cells of a single row with paragraphs in each: columns of a page, not of a table."""
    return sum(len(cell.blocks) > 1 for cell in cells) > 1


def _laid_out(cells: list[Cell]) -> Iterator[str]:
    """Short cells side by side in one line, the others one behind the other."""
    short: list[str] = []
    for cell in cells:
        if cell.is_document or len(cell.blocks) > 1:
            yield from ["\t".join(short)] if short else []
            short = []
            yield from lines_of(cell.blocks)
        elif cell.text:
            short.append(cell.text)
    if short:
        yield "\t".join(short)


def _texts(row: list[Cell | None], *, named: bool) -> Iterator[str]:
    for at, cell in enumerate(row):
        shown = cell and (named or at == cell.column)
        yield cell.text if cell and shown else ""
