"""Word documents (.docx): typed and automatic numbers, tables, text boxes, notes, revisions.

What a reader sees on paper counts: inserted text is in, deleted and hidden text is out, and so are
headers, footers, comments and the table of contents.
"""

from __future__ import annotations

from knowledge.errors import UnreadableError
from knowledge.read.blocks import lines_of
from knowledge.read.docx_walk import Walk
from knowledge.read.docx_xml import open_parts
from knowledge.read.model import Read
from knowledge.read.text import cleaned


def read_docx(data: bytes) -> Read:
    """Read a .docx file.

    Raises:
        UnreadableError: it is broken, locked, has macros, or holds no text.
    """
    parts = open_parts(data)
    walk = Walk(parts)
    text = cleaned("".join(f"{line}\n" for line in lines_of(list(walk.blocks(parts.body)))))
    if not text.strip():
        raise UnreadableError("Word 文档里没有文字（可能只有图片）；请另存为 .pdf 后再读入")
    return Read(text=text)
