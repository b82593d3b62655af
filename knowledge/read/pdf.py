"""PDF → canonical text: its own text where it has any, recognised text where it is a picture."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.errors import UnreadableError
from knowledge.read.limits import Limits, check_bytes, check_pages, limits_of, watch
from knowledge.read.model import Read
from knowledge.read.ocr import check_installed
from knowledge.read.page import Page
from knowledge.read.page_text import read_pages
from knowledge.read.pdf_streams import check_streams

if TYPE_CHECKING:
    import pypdfium2

_END = b"%%EOF"
_HEAD, _TAIL = 1024, 4096
"""Bytes at the start and the end in which readers look for the marks of a PDF."""


def read_pdf(data: bytes, limits: Limits | None = None) -> Read:
    """The text of a PDF: headers, footers and page numbers dropped, tables and lines joined.

    Pages that are pictures, or whose characters have no meaning, are recognised.

    Raises:
        UnreadableError: it is locked, cut off or broken, has too many pages or no text, or needs
            the recognition that is not installed.
    """
    limits = limits or limits_of(os.environ)
    check_bytes(len(data), limits)
    _check_whole(data)
    check_streams(data, limits)
    import pypdfium2  # noqa: PLC0415 - loads a native library, only for PDF

    try:
        with pypdfium2.PdfDocument(data) as document:
            check_pages(len(document), limits)
            pages = list(_pages(data, document, limits))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(data, error)) from error
    read = read_pages(pages)
    if not read.text.strip():
        raise UnreadableError("文件里没有文字（只有空白页）；请重新导出")
    return read


def _check_whole(data: bytes) -> None:
    if b"%PDF-" not in data[:_HEAD]:
        raise UnreadableError("文件不是 PDF；请核对后缀名，或重新导出")
    if _END not in data[-_TAIL:]:
        raise UnreadableError("PDF 不完整（可能没有下载完）；请重新下载")


def _reason(data: bytes, error: Exception) -> str:
    if "password" in str(error).lower() or b"/Encrypt" in data:
        return "PDF 有密码；请取消密码后再读入"
    return "PDF 打不开（文件损坏）；请重新下载或导出"


def _pages(data: bytes, document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Page]:
    from knowledge.read.pdf_page import text_pages  # noqa: PLC0415 - imports the PDF parser

    check = watch(limits)
    recognise = _recogniser(document, limits)
    for number, page in enumerate(text_pages(BytesIO(data))):
        check()
        yield recognise(number) if page is None else page


def _recogniser(document: pypdfium2.PdfDocument, limits: Limits) -> Callable[[int], Page]:
    done = 0

    def recognise(number: int) -> Page:
        nonlocal done
        done += 1
        if done > limits.pictures:
            raise UnreadableError(
                f"要识别的图片超过上限 {limits.pictures} 页；请提供带文字的 PDF，或拆分文件"
            )
        check_installed()
        from knowledge.read.pdf_picture import picture_page  # noqa: PLC0415 - loads models

        return picture_page(document, number, limits)

    return recognise
