"""Web pages as people save them from a portal: the notice in them, without the page around it."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes
from email.policy import default

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.html_content import content_of
from knowledge.read.html_lines import notice_lines
from knowledge.read.html_page import clean, title_of
from knowledge.read.html_weight import Element
from knowledge.read.model import Read
from knowledge.read.text import cleaned

_DECLARED = lazy_re.compile(rb"""charset\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE)
_XML_HEAD = lazy_re.compile(r"^\s*<\?xml[^>]*>")
_HEAD = 8192
_ENTITY = lazy_re.compile(r"<!ENTITY\s", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST_SHARE = 0.01
_NO_TEXT = "网页里没有正文（内容可能由脚本或框架载入）；请在浏览器中打开后复制文字，或另存为 .pdf"


def read_html(data: bytes) -> Read:
    """Read a saved web page.

    Raises:
        UnreadableError: it holds no text, or declares entities, as no page of a portal does.
    """
    page_text = decoded(data)
    if _ENTITY.search(page_text[:_HEAD]):
        raise UnreadableError("网页里有实体声明，可能是恶意文件；请在浏览器中打开后另存")
    root = _parsed(page_text)
    title = title_of(root)
    try:
        page = clean(root)
        lines = notice_lines(content_of(page), page, title)
    except RecursionError as error:
        raise UnreadableError("网页的嵌套深得不合常理；请复制文字，另存为 .txt") from error
    text = cleaned("".join(f"{line}\n" for line in lines))
    if not text.strip():
        raise UnreadableError(_NO_TEXT)
    return Read(text=text)


def read_mhtml(data: bytes) -> Read:
    """Read a page saved as a single file (.mht, .mhtml).

    Raises:
        UnreadableError: it holds no page, or a page without text.
    """
    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return read_html(content)
    raise UnreadableError(_NO_TEXT)


def decoded(data: bytes) -> str:
    r"""The text of a page; what it says of its encoding is believed only if it is no valid UTF-8.

    >>> decoded('<meta charset="gb2312">朱镕基'.encode("gb18030"))[-3:]
    '朱镕基'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    declared = _DECLARED.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else ""
    for encoding in ("utf-8", _known(name), "gb18030", "big5"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _damaged(data, _known(name))


def _known(name: str) -> str:
    """The encoding meant: what calls itself GB2312 has characters of its successors."""
    if name.startswith(("gb", "x-gbk", "cp936")) or not name:
        return "gb18030"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "gb18030"


def _damaged(data: bytes, encoding: str) -> str:
    """A page cut off or damaged in places is read without these."""
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > _LOST_SHARE * len(text):
        raise UnreadableError("网页的文字编码认不出来；请用浏览器打开后另存，或复制到 .txt")
    return text


def _parsed(text: str) -> Element:
    from lxml import etree, html  # noqa: PLC0415 only when a page is read

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(_XML_HEAD.sub("", text.replace("\0", "")), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(_NO_TEXT) from error
