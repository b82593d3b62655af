"""What kind of file the bytes are: by their content first, by the ending of the name second."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.text import read_text

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EMPTY_ZIP = b"PK\x05\x06"
_SAMPLE = 4096
_HTML = lazy_re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p)[\s>]", re.IGNORECASE)
_MHTML = lazy_re.compile(rb"^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:", re.IGNORECASE)
_RIFF_WEBP = lazy_re.compile(rb"RIFF....WEBP", re.DOTALL)


class Kind(StrEnum):
    """The kinds that are told apart; each has one reader, or a reason why it has none."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    HTML = "html"
    MHTML = "mhtml"
    XLSX = "xlsx"
    XLS = "xls"
    CALC = "calc"
    """A workbook of another program: .ods, .xlsb."""
    CSV = "csv"
    PDF = "pdf"
    IMAGE = "image"
    OFFICE = "office"
    """A text document that LibreOffice converts: .doc, .wps, .rtf, .odt."""
    ZIP = "zip"


_ENDINGS = {
    Kind.MARKDOWN: (".md", ".markdown"),
    Kind.CSV: (".csv", ".tsv"),
    Kind.HTML: (".html", ".htm", ".xhtml", ".shtml", ".jhtml", ".aspx", ".jsp", ".php"),
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}
_TEXT = frozenset({"", ".txt", ".text"})
_NOT_TEXT = frozenset(
    [
        ".doc",
        ".docx",
        ".docm",
        ".dot",
        ".dotx",
        ".wps",
        ".wpt",
        ".rtf",
        ".odt",
        ".xls",
        ".xlsx",
        ".xlsm",
        ".xlsb",
        ".et",
        ".ods",
        ".pdf",
        ".zip",
        ".ofd",
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".webp",
        ".mht",
        ".mhtml",
        ".ppt",
        ".pptx",
        ".rar",
        ".7z",
    ]
)
"""Endings of other kinds; under one of these, text is read if it is plainly Chinese."""
_WORDS = lazy_re.compile("[\u4e00-\u9fff]{4}")
_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.OFFICE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"Rar!", "这是 RAR 压缩包；请解压，或改存为 .zip"),
    (b"7z\xbc\xaf\x27\x1c", "这是 7z 压缩包；请解压，或改存为 .zip"),
    (b"\x1f\x8b", "这是 gzip 压缩包；请解压，或改存为 .zip"),
    (b"MZ", "这是程序，不是通知"),
    (b"\x7fELF", "这是程序，不是通知"),
    (b"%!PS", "还不能读 PostScript 文件；请另存为 .pdf"),
)
_FILM = lazy_re.compile(rb"\x00\x00.{2}ftyp", re.DOTALL)
_PACKAGES = {
    ".docx": "Word 文档", ".docm": "Word 文档", ".xlsx": "工作簿", ".xlsm": "工作簿",
}  # fmt: skip
"""What people call a package, by the ending of its name; any other is an archive."""
# names of streams in the directory of a compound file, each with what it says of the file
_STREAMS: tuple[tuple[str, Kind | str], ...] = (
    ("EncryptedPackage", "文件有密码保护；请取消密码后再读入"),
    ("WordDocument", Kind.OFFICE),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
    ("PowerPoint Document", "还不能读演示文稿；请另存为 .pdf"),
    ("Hwp", "还不能读 .hwp 文件；请另存为 .docx 或 .pdf"),
    ("MatOST", Kind.OFFICE),
    ("CONTENTS", Kind.OFFICE),
)
_MEMBERS: tuple[tuple[str, Kind | str], ...] = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.CALC),
    ("ppt/presentation.xml", "还不能读演示文稿；请另存为 .pdf"),
    ("ofd.xml", "还不能读 OFD 文件；请另存为 .pdf"),
)


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file called `name` that holds `data`.

    Raises:
        UnreadableError: the file is empty, or of a kind that cannot be read; the message says
            which and what to save it as.

    >>> kind_of("通知.doc", b"<html><body>").value
    'html'
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("文件是空的；请提供有文字的通知")
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _known(_in_package(name, data))
    if data.startswith(_OLE):
        return _known(_in_compound(data))
    for start, refusal in _REFUSED:
        if data.startswith(start):
            raise UnreadableError(refusal)
    if _FILM.match(data):
        raise UnreadableError("还不能读视频和 HEIC 图片；图片请另存为 .jpg")
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if (data.startswith(b"BM") and data[6:10] == b"\0\0\0\0") or _RIFF_WEBP.match(data):
        return Kind.IMAGE
    return _of_text(PurePosixPath(name).suffix.lower(), data)


def _known(found: Kind | str) -> Kind:
    if isinstance(found, Kind):
        return found
    raise UnreadableError(found)


def _in_package(name: str, data: bytes) -> Kind | str:
    """What a zip package is: an office document if it has the parts of one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            mimetype = package.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        what = _PACKAGES.get(PurePosixPath(name).suffix.lower())
        mend = "请重新下载，或打开后另存" if what else "请重新下载或解压后再读入"
        return f"{what or '压缩包'}打不开（损坏、不完整或有密码）；{mend}"
    names |= {name.replace("\\", "/").lower() for name in names}
    for member, kind in _MEMBERS:
        if member in names:
            return kind
    if b"opendocument.text" in mimetype:
        return Kind.OFFICE
    if b"opendocument.spreadsheet" in mimetype:
        return Kind.CALC
    if b"opendocument" in mimetype:
        return "还不能读这种 OpenDocument 文件；请另存为 .pdf"
    return "还不能读 .epub 文件；请另存为 .docx 或 .pdf" if b"epub" in mimetype else Kind.ZIP


def _in_compound(data: bytes) -> Kind | str:
    """What a file of old Office is: the names of its streams are in UTF-16."""
    for name, kind in _STREAMS:
        if ("\0".join(name) + "\0\0\0").encode("latin-1") in data:
            return kind
    return "认不出这个旧版 Office 文件（可能已损坏）；请另存为 .docx 或 .xlsx"


def _of_text(ending: str, data: bytes) -> Kind:
    """What a text is; markup is told by its beginning, so a page saved as .doc is a page."""
    sample = data[:_SAMPLE]
    lead = sample.lstrip(b"\xef\xbb\xbf \t\r\n")
    wide = sample.replace(b"\0", b"") if sample.startswith((b"\xff\xfe", b"\xfe\xff")) else b""
    if _MHTML.match(lead):
        return Kind.MHTML
    if (lead.startswith(b"<") and _HTML.search(lead)) or (wide and _HTML.search(wide)):
        return Kind.HTML
    if ending in _BY_ENDING:
        is_page = _BY_ENDING[ending] is not Kind.HTML or _HTML.search(sample)
        return _BY_ENDING[ending] if is_page else Kind.TEXT
    if ending in _NOT_TEXT and not _is_chinese(data):
        what = "压缩包" if ending == ".zip" else "文件"
        raise UnreadableError(
            f"{what}不是完好的 {ending}（损坏、不完整或后缀不对）；请重新下载或另存"
        )
    if ending not in _NOT_TEXT and ending not in _TEXT:
        raise UnreadableError(f"还不能读 {ending} 文件；请另存为 .docx、.pdf 或 .txt")
    return Kind.TEXT


def _is_chinese(data: bytes) -> bool:
    """Readable text in Chinese, whatever the name says."""
    try:
        return bool(_WORDS.search(read_text(data)))
    except UnreadableError:
        return False
