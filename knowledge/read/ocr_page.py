"""A picture of a page → its lines and tables, upright and straight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from knowledge.read.image_rules import grids_in
from knowledge.read.ocr import Found, Picture, Points, detect, recognise, upside_down
from knowledge.read.ocr_marks import printed
from knowledge.read.page import Line, Page
from knowledge.read.page_grid import Grid, table_of
from knowledge.read.page_lines import reading_order, rows_of

_TALL = 1.5
_LEAST_RUNS = 3
_STRAIGHT = 0.05
"""Degrees of slant that are left as they are."""


def page_of(picture: Picture) -> Page:
    """Recognise a page; lying and upside-down pages are turned, slanted ones straightened."""
    picture, found = _upright(picture)
    picture, found = _straight(picture, found)
    grids = grids_in(picture)
    pieces = [_printed(piece) for run in found for piece in _pieces(run, grids)]
    tables = [table_of(grid, [p for p in pieces if grid.covers(p)]) for grid in grids]
    tables = [table for table in tables if table.rows]
    loose = [p for p in pieces if not any(grid.covers(p) for grid in grids)]
    height, width = picture.shape[:2]
    blocks = reading_order(rows_of(loose), width)
    ordered = sorted((*blocks, *tables), key=lambda b: b.top) if tables else blocks
    return Page(width, height, tuple(ordered))


def _printed(line: Line) -> Line:
    return line._replace(text=printed(line.text))


def _upright(picture: Picture) -> tuple[Picture, list[Found]]:
    """Turned by quarters if need be and read anew: print that lies is read, but less well."""
    found = recognise(picture)
    turned = picture
    places = [run.corners for run in found]
    if _lying(found):
        turned = np.ascontiguousarray(np.rot90(picture))
        places = detect(turned)
    if len(places) >= _LEAST_RUNS and upside_down(turned, places):
        turned = np.ascontiguousarray(np.rot90(turned, 2))
    return turned, found if turned is picture else recognise(turned)


def _lying(found: Sequence[Found]) -> bool:
    long = [f for f in found if len(f.text) >= _LEAST_RUNS]
    tall = sum(_height(f.corners) > _TALL * _width(f.corners) for f in long)
    return len(long) >= _LEAST_RUNS and tall * 2 > len(long)


def _width(corners: Points) -> float:
    return float(np.ptp(corners[:, 0]))


def _height(corners: Points) -> float:
    return float(np.ptp(corners[:, 1]))


def _straight(picture: Picture, found: Sequence[Found]) -> tuple[Picture, list[Found]]:
    """Turn the picture by the slant its longer lines agree on."""
    slant = _slant(found)
    if abs(slant) < _STRAIGHT:
        return picture, list(found)
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), slant, 1.0)
    turned = cv2.warpAffine(
        picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)
    )
    points = [f._replace(corners=f.corners @ turn[:, :2].T + turn[:, 2]) for f in found]
    return turned, points


def _slant(found: Sequence[Found]) -> float:
    """Degrees, clockwise; the median over runs weighed by their length."""
    angles, weights = [], []
    for run in found:
        (x0, y0), (x1, y1) = (
            (run.corners[0] + run.corners[3]) / 2,
            (run.corners[1] + run.corners[2]) / 2,
        )
        if x1 - x0 > 3 * abs(y1 - y0):
            angles.append(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
            weights.append(x1 - x0)
    if not angles:
        return 0.0
    order = np.argsort(angles)
    total = np.cumsum(np.array(weights)[order])
    return float(angles[order[np.searchsorted(total, total[-1] / 2)]])


def _pieces(run: Found, grids: Sequence[Grid]) -> Iterator[Line]:
    """A run as a line, or as several where it runs over the rules of a table."""
    left, right, top, bottom = _sides(run.corners)
    whole = Line(left, right, top, bottom, run.text.strip(), run.confidence)
    grid = next((g for g in grids if g.covers(whole)), None)
    cuts = [x for x in grid.xs if left + 2 < x < right - 2] if grid else []
    if not (cuts and run.chars):
        yield whole
        return
    width = right - left
    for start, end in zip([left, *cuts], [*cuts, right], strict=True):
        text = "".join(c for c, at in run.chars if start <= left + at * width < end)
        if text:
            yield Line(start, end, top, bottom, text, run.confidence)


def _sides(corners: Points) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a run that is nearly straight, without what its slant adds."""
    left, right = corners[[0, 3], 0].mean(), corners[[1, 2], 0].mean()
    top, bottom = corners[[0, 1], 1].mean(), corners[[2, 3], 1].mean()
    return float(left), float(right), float(top), float(bottom)
