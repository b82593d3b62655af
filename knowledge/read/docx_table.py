"""Where the cells of a Word table lie: spans, vertical merges, columns of uneven rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from knowledge.read.blocks import Block, Cell, Table
from knowledge.read.docx_xml import Element, W, child, is_on, number, shown, value

_SAME = 120
"""Twentieths of a point (2 mm) by which the edges of one column may differ from row to row."""


class PlacedCell(NamedTuple):
    """A cell with its row and the grid columns from `left` to `right`."""

    row: int
    left: int
    right: int
    goes_on: bool
    """It is the lower part of a merged cell."""
    element: Element
    blocks: tuple[Block, ...] = ()


def placed(table: Element) -> Iterator[PlacedCell]:
    """The cells of a table in order; rows deleted in revision are left out."""
    rows = [each for each in shown(table) if each.tag == f"{W}tr"]
    kept = [row for row in rows if not is_on(row, "trPr/del")]
    for at, row in enumerate(kept):
        left = number(row, "trPr/gridBefore", 0)
        for cell in shown(row):
            if cell.tag == f"{W}tc":
                right = left + max(1, number(cell, "tcPr/gridSpan", 1))
                yield PlacedCell(at, left, right, _goes_on(cell), cell)
                left = right


def _goes_on(cell: Element) -> bool:
    merge = child(cell, "tcPr/vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def table(element: Element, cells: Sequence[PlacedCell]) -> Table:
    """The table these cells make up."""
    edges = _edges(element, cells)
    done: dict[int, Cell] = {}
    above: dict[int, int] = {}
    for index, cell in enumerate(cells):
        left, right = edges[cell.left], edges[cell.right]
        top = above.get(left) if cell.goes_on else None
        if top is not None:
            done[top] = done[top]._replace(rows=cell.row - done[top].row + 1)
            continue
        side = _joined(cell, done.get(index - 1))
        if side:
            done[index] = side._replace(columns=right - side.column)
            done.pop(index - 1)
        else:
            done[index] = Cell(cell.row, left, 1, right - left, cell.blocks)
        above[left] = index
    return Table(tuple(done.values()))


def _joined(cell: PlacedCell, before: Cell | None) -> Cell | None:
    """The cell to the left, where the old way of merging (`w:hMerge`) goes on from it."""
    is_on_right = value(cell.element, "tcPr/hMerge", "-") in {"", "continue"}
    merged = child(cell.element, "tcPr/hMerge")
    if before and merged is not None and before.row == cell.row:
        return before if is_on_right or merged.get(f"{W}val") is None else None
    return None


def _edges(element: Element, cells: Sequence[PlacedCell]) -> dict[int, int]:
    """The edges between grid columns, those nearly in one place taken as one."""
    widths = [_width(each) for each in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    places = [0, *accumulate(widths)]
    every = sorted({edge for cell in cells for edge in (cell.left, cell.right)})
    same: dict[int, int] = {}
    kept = 0
    for edge in every:
        near = same and edge < len(places) and places[edge] - places[kept] < _SAME
        kept = kept if near else edge
        same[edge] = kept
    thin = any(same[cell.left] == same[cell.right] for cell in cells)
    return {edge: edge for edge in every} if thin else same


def _width(column: Element) -> int:
    width = column.get(f"{W}w", "")
    return int(width) if width.isdecimal() else _SAME
