"""Pictures (photos and scans) → canonical text."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.errors import UnreadableError
from knowledge.read.limits import Limits, check_bytes, limits_of, watch
from knowledge.read.model import Read
from knowledge.read.ocr import check_installed
from knowledge.read.page import Page
from knowledge.read.page_text import read_pages

if TYPE_CHECKING:
    from PIL import Image

    from knowledge.read.ocr import Picture

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP")
_MEGA = 1_000_000


def read_image(data: bytes, limits: Limits | None = None) -> Read:
    """The text recognised in a picture; all of it is marked as recognised.

    Raises:
        UnreadableError: it is broken or cut off, too large, shows no text, or the recognition is
            not installed.
    """
    limits = limits or limits_of(os.environ)
    check_bytes(len(data), limits)
    read = read_pages(list(_pages(data, limits)))
    if not read.text.strip():
        raise UnreadableError("图片里没有认出文字；请换一张清楚的图片")
    return read


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    import numpy as np  # noqa: PLC0415 - pictures only
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError  # noqa: PLC0415

    check = watch(limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=FORMATS)
        for number, frame in enumerate(ImageSequence.Iterator(picture)):
            check()
            _check_frame(number, frame.width * frame.height, limits)
            upright = ImageOps.exif_transpose(frame)
            yield _page(np.asarray(_flat(upright))[:, :, ::-1].copy())
    except Image.DecompressionBombError as error:
        raise UnreadableError(
            f"图片太大，超过上限 {limits.megapixels} 百万像素；请缩小后再读入"
        ) from error
    except UnidentifiedImageError as error:
        raise UnreadableError("图片打不开（损坏或格式不支持）；请另存为 jpg 或 png") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableError("图片不完整或已损坏；请重新下载或拍摄") from error


def _check_frame(number: int, pixels: int, limits: Limits) -> None:
    if number >= limits.pictures:
        raise UnreadableError(f"图片超过上限 {limits.pictures} 页；请拆分文件")
    if pixels > limits.megapixels * _MEGA:
        raise UnreadableError(
            f"图片有 {pixels // _MEGA} 百万像素，超过上限 {limits.megapixels}；请缩小后再读入"
        )


def _flat(picture: Image.Image) -> Image.Image:
    """On white where it is transparent, in three colours."""
    from PIL import Image  # noqa: PLC0415 - pictures only

    if "A" in picture.getbands() or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture.convert("RGBA"))
    return picture.convert("RGB")


def _page(picture: Picture) -> Page:
    check_installed()
    from knowledge.read.image_prepare import prepared  # noqa: PLC0415 - loads OpenCV
    from knowledge.read.ocr_page import page_of  # noqa: PLC0415 - loads models

    return page_of(prepared(picture))
