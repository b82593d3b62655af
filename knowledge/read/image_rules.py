"""The ruled lines of tables in a picture → boxes of cells."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

from knowledge.read.ocr import Picture
from knowledge.read.page_grid import Box, Grid, grid_of

_SHORTEST = 40
"""A rule is at least one of so many parts of the longer side."""
_NEAR = 160
"""Rules meet within one of so many parts of the longer side."""


def grids_in(picture: Picture) -> list[Grid]:
    """The ruled tables of an upright picture, from top to bottom."""
    across, down = _rules(picture, upright=False), _rules(picture, upright=True)
    near = max(max(picture.shape[:2]) // _NEAR, 4)
    edges = [*_edges(across, "h"), *_edges(down, "v")]
    meetings = edges_to_intersections(_snapped(edges, near), near, near)
    tables = cells_to_tables(intersections_to_cells(meetings))
    found = [grid_of(boxes, near) for boxes in tables]
    return sorted((grid for grid in found if grid), key=lambda g: g.ys[0])


def _rules(picture: Picture, *, upright: bool) -> list[Box]:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12
    )
    length = max(max(grey.shape) // _SHORTEST, 20)
    shape = (1, length) if upright else (length, 1)
    # a rule that is a little slanted or broken by specks is made whole before it is looked for
    mended = cv2.dilate(ink, np.ones((1, 3) if upright else (3, 1), np.uint8))
    opened = cv2.morphologyEx(
        mended, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape)
    )
    joined = cv2.morphologyEx(
        opened, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, shape)
    )
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = (cv2.boundingRect(outline) for outline in outlines)
    return [(x, y, x + w, y + h) for x, y, w, h in boxes if max(w, h) > length]


def _edges(rules: list[Box], orientation: str) -> Iterator[dict[str, object]]:
    """Rules in the form pdfplumber has for those of a PDF."""
    for x0, top, x1, bottom in rules:
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if orientation == "h":
            top = bottom = y  # noqa: PLW2901 - a rule has no thickness
        else:
            x0 = x1 = x  # noqa: PLW2901 - as above
        yield {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "orientation": orientation,
               "width": x1 - x0, "height": bottom - top, "object_type": "line"}  # fmt: skip


def _snapped(edges: list[dict[str, object]], near: float) -> list[dict[str, object]]:
    """Rules that nearly continue each other are one."""
    from pdfplumber.table import merge_edges  # noqa: PLC0415

    return list(merge_edges(edges, near / 2, near / 2, near * 2, near * 2))
