"""A look at the packed streams of a PDF before anything unpacks them whole: bombs are refused.

A stream of a few kilobytes can hold gigabytes, and parsers unpack it at once.
"""

from __future__ import annotations

import zlib

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.limits import Limits

_STREAM = lazy_re.compile(rb"stream\r?\n")
_PICTURE = lazy_re.compile(rb"/Subtype\s*/Image")
_TWICE = lazy_re.compile(rb"/(?:FlateDecode|Fl)\s*/(?:FlateDecode|Fl)\b")
_HEAD = 2000
"""Bytes before a stream in which its description stands."""
_TEXT_MEGABYTES = 64
"""Of a stream that is no picture: the drawing of one page, a font."""
_CHUNK = 1 << 20
_BOMB = "PDF 里有解开后大得不合常理的内容（可能是压缩炸弹）；请重新导出"


def check_streams(data: bytes, limits: Limits) -> None:
    """Refuse a file with a stream that unpacks to more than a page can need.

    Raises:
        UnreadableError: so.
    """
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _HEAD) : found.start()].rpartition(b"obj")[2]
        if _TWICE.search(head):  # packed twice: only bombs are
            raise UnreadableError(_BOMB)
        most = limits.unpacked_megabytes if _PICTURE.search(head) else _TEXT_MEGABYTES
        if _inflates_beyond(data, found.end(), most * 1_000_000):
            raise UnreadableError(_BOMB)


def _inflates_beyond(data: bytes, start: int, most: int) -> bool:
    """Whether zlib data from `start` on is longer than `most`; other data is not."""
    inflate = zlib.decompressobj()
    view = memoryview(data)[start:]
    size = at = 0
    try:
        while at < len(view) and not inflate.eof:
            packed = inflate.unconsumed_tail or bytes(view[at : at + _CHUNK])
            at += 0 if inflate.unconsumed_tail else len(packed)
            size += len(inflate.decompress(packed, _CHUNK))
            if size > most:
                return True
        while inflate.unconsumed_tail and not inflate.eof and size <= most:
            size += len(inflate.decompress(inflate.unconsumed_tail, _CHUNK))
    except zlib.error:
        return False
    return size > most
