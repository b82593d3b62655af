"""Plain text files: bytes in an encoding nobody wrote down, into canonical text."""

from __future__ import annotations

import codecs

from knowledge import lazy_re
from knowledge.errors import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEWLINES = lazy_re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
_CONTROLS = lazy_re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_BINARY = lazy_re.compile("[\x00-\x08\x0e-\x1f]")
_BINARY_SHARE = 0.1
_ZERO_SHARE = 0.25


def read_text(data: bytes) -> str:
    r"""The canonical text of a file that holds text only.

    UTF-8, UTF-16 (with a byte order mark, or told by its zero bytes) and GB18030 are understood.
    Newlines become `\n`; control characters and byte order marks go; all else stays as it is, so
    that offsets refer to it.

    Raises:
        UnreadableError: the file is empty, no text, or in another encoding.

    >>> read_text("\ufeff一、报名\r\n".encode())
    '一、报名\n'
    """
    text = _decode(data)
    if len(_BINARY.findall(text)) > _BINARY_SHARE * len(text):
        raise UnreadableError("文件不是文本(含大量控制字符);请另存为 UTF-8 文本")
    text = cleaned(text)
    if not text.strip():
        raise UnreadableError("文件是空的;请提供有文字的通知")
    return text


def cleaned(text: str) -> str:
    r"""One kind of newline, no control characters, no byte order marks.

    >>> cleaned("\ufeff一、报名\r\n")
    '一、报名\n'
    """
    return _CONTROLS.sub("", _NEWLINES.sub("\n", text))


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    wide = _utf16_without_mark(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, wide or "gb18030")
    return _strict(data, wide) if wide and data.count(0) > _ZERO_SHARE * len(data) else text


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows in its line ends, which have a zero byte behind or before them."""
    if data.find(b"\n\x00") % 2 == 0:
        return "utf-16-le"
    if b"\x00\n" in data and data.find(b"\x00\n") % 2 == 0:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"文件不是 {encoding} 文本(第 {error.start} 字节);请另存为 UTF-8 文本"
        raise UnreadableError(message) from error
