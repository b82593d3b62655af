"""Markdown: the text without its marks; tables as rows, list numbers as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from knowledge.read.blocks import Block, Cell, Table, text_of
from knowledge.read.model import Read
from knowledge.read.text import cleaned, read_text

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(data: bytes) -> Read:
    """Read a .md file; raises what `read_text` raises."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 only when such a file is read

    # indented lines are paragraphs with an indent, as Chinese ones have, not code
    parser = MarkdownIt("commonmark").enable("table").disable("code")
    return Read(text=cleaned(text_of(list(_blocks(parser.parse(read_text(data)))))))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    number, last, at = "", 0, 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            yield _table(tokens[at:end])
            at = end
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type in {"inline", "fence", "html_block"}:
            if token.map and last and token.map[0] > last:
                yield ""
            text = _inline(token) if token.type == "inline" else token.content.rstrip("\n")
            yield number + text
            number, last = "", token.map[1] if token.map else last
        at += 1


def _table(tokens: Sequence[Token]) -> Table:
    cells: list[Cell] = []
    row, column = -1, 0
    for token in tokens:
        if token.type == "tr_open":
            row, column = row + 1, 0
        elif token.type == "inline":
            cells.append(Cell(row, column, 1, 1, (_inline(token),)))
            column += 1
    return Table(tuple(cells))


def _inline(token: Token) -> str:
    """The words; a line of the file stays a line."""
    return "".join(map(_word, token.children or ()))


def _word(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "html_inline":
        return "\n" if token.content.startswith("<br") else ""
    return "" if token.type == "image" else token.content
