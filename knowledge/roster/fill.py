"""Merged cells, filled: every cell of an area has the value that is shown over all of it."""

from __future__ import annotations

from knowledge.roster.model import Grid, Value

_LARGEST = 200_000
"""Cells one area may fill; a whole sheet merged into one is no roster."""


def filled(grid: Grid) -> list[list[Value]]:
    """The rows of a grid, each as long as the longest, with the merged areas filled."""
    width = max(map(len, grid.rows), default=0)
    rows = [[*row, *[None] * (width - len(row))] for row in grid.rows]
    left = _LARGEST
    for top, first, bottom, last in sorted(grid.areas):
        bottom, last = min(bottom, len(rows) - 1), min(last, width - 1)  # noqa: PLW2901 within the sheet
        left -= (bottom - top + 1) * (last - first + 1)
        if top >= len(rows) or first >= width or left < 0:
            continue
        value = rows[top][first]
        for row in rows[top : bottom + 1]:
            row[first : last + 1] = [value] * (last + 1 - first)
    return rows
