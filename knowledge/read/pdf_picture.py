"""A page of a PDF drawn as a picture and recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from knowledge.read.image_prepare import evened
from knowledge.read.limits import Limits
from knowledge.read.ocr_page import page_of
from knowledge.read.page import Page

if TYPE_CHECKING:
    import pypdfium2

_SCALE = 180 / 72
"""A point is drawn as so many pixels: 180 dpi; more read no better and took longer."""


def picture_page(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> Page:
    """Draw page `number` (from 0) and recognise it."""
    page = document[number]
    width, height = page.get_size()
    most = (limits.megapixels * 1_000_000 / max(width * height, 1)) ** 0.5
    drawn = page.render(scale=min(_SCALE, most), rev_byteorder=False).to_numpy()
    page.close()
    return page_of(evened(np.ascontiguousarray(drawn[:, :, :3])))
