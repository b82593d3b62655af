"""A file's name and bytes → its canonical text, by the reader of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from knowledge.errors import UnreadableError
from knowledge.read.kinds import Kind, kind_of

if TYPE_CHECKING:
    from knowledge.read.model import Read

Reader = Callable[[bytes], "Read"]
READERS: Mapping[Kind, str] = {
    Kind.TEXT: "plain:read_plain",
    Kind.MARKDOWN: "markdown:read_markdown",
    Kind.DOCX: "docx:read_docx",
    Kind.HTML: "html:read_html",
    Kind.MHTML: "html:read_mhtml",
    Kind.XLSX: "sheets:read_xlsx",
    Kind.XLS: "sheets:read_xls",
    Kind.CALC: "sheets:read_calc",
    Kind.CSV: "sheets:read_csv",
    Kind.PDF: "pdf:read_pdf",
    Kind.IMAGE: "image:read_image",
    Kind.OFFICE: "office:read_office",
}
"""Where the reader of each kind is, as module:function; it is loaded when it is used."""


def read_file(name: str, data: bytes) -> Read:
    """Read a file; `name` matters only where the content does not tell its kind.

    Raises:
        UnreadableError: it cannot be read; the message says why, and what to do.
    """
    kind = kind_of(name, data)
    if kind not in READERS:
        raise UnreadableError("这是压缩包里的压缩包；请解压后再读入")
    return reader_of(kind)(data)


def reader_of(kind: Kind) -> Reader:
    """The reader of a kind."""
    module, _, function = READERS[kind].partition(":")
    return cast("Reader", getattr(import_module(f"knowledge.read.{module}"), function))
