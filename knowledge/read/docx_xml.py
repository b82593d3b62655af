"""The parts of a .docx as XML, and the words of WordprocessingML that matter here.

Read with lxml alone: python-docx refuses files of which a link leads nowhere (Target="NULL", which
office programs do write), templates and the strict form of the format; it knows no text boxes,
no automatic numbers and no revisions.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from knowledge.errors import UnreadableError
from knowledge.read.limits import check_macros, check_package, unpacked

Element: TypeAlias = Any
"""An lxml element; the library has no types of its own."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_OFF = {"0", "false", "off", "none"}
_BROKEN = "Word 文档打不开（文件损坏或不完整）；请用 Word 或 WPS 打开，另存为 .docx"


class Parts(NamedTuple):
    """What a document consists of; a part that is not there is None."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    pictures: Mapping[str, bytes]
    """By the id with which the body refers to them."""


def open_parts(data: bytes) -> Parts:
    """Unpack and parse a document.

    Raises:
        UnreadableError: it is broken, locked, has macros or is a bomb.
    """
    check_macros(data)
    check_package(data)
    files = {name.replace("\\", "/"): part for name, part in unpacked(data)}
    main = next((t for _, kind, t in _links(files, "") if kind == "officeDocument"), "")
    if main not in files:
        main = "word/document.xml"
    if main not in files:
        raise UnreadableError(_BROKEN)
    links = list(_links(files, main))
    targets = {kind: target for _, kind, target in links}
    body = parsed(files[main]).find(f"{W}body")
    if body is None:
        raise UnreadableError(_BROKEN)
    found = {kind: _part(files, targets.get(kind, "")) for kind in Parts._fields[1:5]}
    pictures = {i: files[t] for i, kind, t in links if kind == "image" and t in files}
    return Parts(body=body, pictures=pictures, **found)


def _part(files: Mapping[str, bytes], name: str) -> Element | None:
    return parsed(files[name]) if name in files else None


def parsed(data: bytes) -> Element:
    """The root of an XML part.

    Raises:
        UnreadableError: it is no XML.
    """
    from lxml import etree  # noqa: PLC0415 only when a document is read

    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(_BROKEN) from error


def _links(files: Mapping[str, bytes], source: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind and target of the links of a part; those that lead out of the file are left out."""
    folder, name = posixpath.split(source)
    rels = files.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    for link in parsed(rels) if rels else ():
        if link.get("TargetMode") != "External":
            target = posixpath.join("/", folder, link.get("Target", ""))
            kind = link.get("Type", "").rpartition("/")[2]
            yield link.get("Id", ""), kind, posixpath.normpath(target).lstrip("/")


def value(element: Element | None, path: str, default: str = "") -> str:
    """The `w:val` of the child at a path such as `pPr/numPr/numId`."""
    found = child(element, path)
    return default if found is None else str(found.get(f"{W}val", default))


def number(element: Element | None, path: str, default: int) -> int:
    """The same as a whole number."""
    try:
        return int(value(element, path) or default)
    except ValueError:
        return default


def child(element: Element | None, path: str) -> Element | None:
    """A descendant by its path of names."""
    if element is None:
        return None
    return element.find("/".join(f"{W}{name}" for name in path.split("/")))


def is_on(element: Element | None, path: str) -> bool | None:
    """A switch: on, off, or not set here."""
    found = child(element, path)
    return None if found is None else str(found.get(f"{W}val", "1")).lower() not in _OFF


_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "sdtPr", "sdtEndPr"))


def shown(element: Element) -> Iterator[Element]:
    """The children that a reader sees, through what only wraps them.

    Deleted text, prompts of content controls and the table of contents are left out.
    """
    for each in element:
        if each.tag in _THROUGH:
            yield from shown(each)
        elif each.tag == f"{W}sdt":
            content = each.find(f"{W}sdtContent")
            if content is not None and not _is_prompt(each):
                yield from shown(content)
        elif each.tag == f"{MC}AlternateContent":
            yield from shown(chosen(each))
        elif each.tag not in _GONE:
            yield each


def chosen(alternate: Element) -> Element:
    """Of the same thing in several forms, the first."""
    return next(iter(alternate), alternate)


def _is_prompt(control: Element) -> bool:
    gallery = child(control, "sdtPr/docPartObj/docPartGallery")
    contents = gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
    return contents or is_on(control, "sdtPr/showingPlcHdr") is True
