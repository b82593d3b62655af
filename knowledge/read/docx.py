"""Word documents (.docx): typed and automatic numbers, tables, text boxes, notes, revisions.

What a reader sees on paper counts: inserted text is in, deleted and hidden text is out, and so are
headers, footers, comments and the table of contents.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.errors import UnreadableError
from knowledge.read.blocks import lines_of
from knowledge.read.docx_walk import Walk
from knowledge.read.docx_xml import open_parts
from knowledge.read.model import Read
from knowledge.read.text import cleaned
from knowledge.read.together import together


def read_docx(data: bytes) -> Read:
    """Read a .docx file.

    Raises:
        UnreadableError: it is broken, locked, has macros, or holds no text.
    """
    parts = open_parts(data)
    walk = Walk(parts)
    text = cleaned("".join(f"{line}\n" for line in lines_of(list(walk.blocks(parts.body)))))
    if text.strip():
        return Read(text=text)
    pictures = [parts.pictures[name] for name in walk.pictures if name in parts.pictures]
    if not pictures:
        raise UnreadableError("Word 文档里没有文字；请检查后再读入")
    return _recognised(pictures)


def _recognised(pictures: Sequence[bytes]) -> Read:
    """The text of a document that is nothing but scanned pages."""
    from knowledge.read.image import read_image  # noqa: PLC0415 only for such a document

    return together(map(read_image, pictures), "\n")
