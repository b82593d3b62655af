"""A photographed page made flat and evenly lit before it is recognised."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from knowledge.read.ocr import Picture, Points

_SMALL = 600
"""Pixels of the longer side on which the paper is looked for."""
_LEAST, _MOST = 0.3, 0.97
"""Share of the picture that the paper covers if it is worth cutting out."""
_SQUARE = 25.0
"""Degrees by which the corners of a photographed page may differ from right angles."""
_ROUGHNESS = (0.01, 0.02, 0.03, 0.05)
"""How far a corner may be rounded, as a share of the way around."""
_SHADE = 16
"""The light is measured on a picture this many times smaller."""


def prepared(picture: Picture) -> Picture:
    """The paper cut out and made rectangular, the light evened."""
    corners = paper(picture)
    return evened(picture if corners is None else flattened(picture, corners))


def paper(picture: Picture) -> Points | None:
    """The four corners of a page on another ground; None if there is none."""
    scale = _SMALL / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = [corners for mask in _masks(small) if (corners := _corners(mask)) is not None]
    if not found:
        return None
    largest: Points = max(found, key=_area) / scale
    return largest


def _masks(small: Picture) -> Iterator[NDArray[np.uint8]]:
    """What may be paper: brighter than the rest, less coloured, or enclosed by an edge."""
    blurred = cv2.GaussianBlur(small, (7, 7), 0)
    grey = cv2.cvtColor(blurred, cv2.COLOR_BGR2GRAY)
    colour = cv2.cvtColor(blurred, cv2.COLOR_BGR2HSV)[:, :, 1]
    for channel, kind in ((grey, cv2.THRESH_BINARY), (colour, cv2.THRESH_BINARY_INV)):
        _, mask = cv2.threshold(channel, 0, 255, kind + cv2.THRESH_OTSU)
        yield mask
    yield cv2.dilate(cv2.Canny(grey, 40, 120), np.ones((5, 5), np.uint8))


def _corners(mask: NDArray[np.uint8]) -> Points | None:
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea))
    around = cv2.arcLength(hull, closed=True)
    for rough in _ROUGHNESS:
        shape = cv2.approxPolyDP(hull, rough * around, closed=True)
        if len(shape) != 4:  # noqa: PLR2004 - a page has four corners
            continue
        corners = _ordered(shape.reshape(4, 2).astype(np.float64))
        fits = _area(corners) < 1.1 * cv2.contourArea(hull)
        if fits and _LEAST < _area(corners) / mask.size < _MOST and _squarish(corners):
            return corners
    return None


def _area(corners: Points) -> float:
    return float(cv2.contourArea(corners.astype(np.float32)))


def _ordered(corners: Points) -> Points:
    """Top left, top right, bottom right, bottom left."""
    total, difference = corners.sum(axis=1), corners[:, 0] - corners[:, 1]
    order = [total.argmin(), difference.argmax(), total.argmax(), difference.argmin()]
    return corners[order]


def _squarish(corners: Points) -> bool:
    sides = np.roll(corners, -1, axis=0) - corners
    before = np.roll(sides, 1, axis=0)
    lengths = np.linalg.norm(sides, axis=1) * np.linalg.norm(before, axis=1)
    cosines = np.abs((sides * before).sum(axis=1)) / np.maximum(lengths, 1)
    return bool((cosines < np.sin(np.radians(_SQUARE))).all())


def flattened(picture: Picture, corners: Points) -> Picture:
    """The page between four corners as a rectangle."""
    a, b, c, d = corners
    width = int(max(np.linalg.norm(b - a), np.linalg.norm(c - d)))
    height = int(max(np.linalg.norm(d - a), np.linalg.norm(c - b)))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    change = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    flat: Picture = cv2.warpPerspective(picture, change, (width, height), flags=cv2.INTER_CUBIC)
    return flat


def evened(picture: Picture) -> Picture:
    """The picture divided by its light, so that paper is white everywhere."""
    height, width = picture.shape[:2]
    small = cv2.resize(
        cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY),
        (max(width // _SHADE, 1), max(height // _SHADE, 1)),
        interpolation=cv2.INTER_AREA,
    )
    light = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    light = cv2.resize(cv2.GaussianBlur(light, (9, 9), 0), (width, height)).astype(np.float32)
    even = picture.astype(np.float32) * (245 / np.maximum(light, 40))[..., None]
    bright: Picture = np.clip(even, 0, 255).astype(np.uint8)
    return bright
