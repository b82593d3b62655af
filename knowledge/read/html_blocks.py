"""Elements of a page → paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.blocks import Block, Cell, Table
from knowledge.read.counting import chinese, letters, roman
from knowledge.read.html_weight import Element

LINK, LINK_END = "\ue000", "\ue001"
"""Put around the text of links, so that a line can be told that is nothing else."""
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_WRAP = lazy_re.compile(r"(?<=[^\x00-\xff])[ \t]*[\r\n]\s*(?=[^\x00-\xff])")
_WHITE = lazy_re.compile(r"[ \t\r\n\f]+")
_WIDEST = 1000
_MOST_PLACES = 200_000
"""Places that the cells of one table may cover."""
_CHINESE = lazy_re.compile(r"cjk-ideographic|simp-chinese|trad-chinese", re.IGNORECASE)


class _Lines:
    """Blocks, and the line that is being written."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._line: list[str] = []
        self._mark = ""

    def add(self, text: str) -> None:
        self._line.append(text)

    def mark(self, number: str) -> None:
        """Put a number before the next text; an item's text may be a paragraph of its own."""
        self._mark += number

    def end(self) -> None:
        """End the line, if anything stands in it."""
        line = "".join(self._line).strip()
        if line.replace(LINK, "").replace(LINK_END, ""):
            self.done.append(self._mark + line)
            self._mark = ""
        self._line.clear()

    def unmark(self) -> None:
        """A number that has no text stands alone."""
        if self._mark:
            self.done.append(self._mark.strip())
            self._mark = ""


def blocks_of(element: Element) -> list[Block]:
    """What an element shows."""
    lines = _Lines()
    _walk(element, lines, pre=False)
    lines.end()
    return lines.done


def _walk(element: Element, lines: _Lines, *, pre: bool) -> None:
    lines.add(_text(element.text, pre=pre))
    for child in element:
        _child(child, lines, pre=pre)
        lines.add(_text(child.tail, pre=pre))


def _child(child: Element, lines: _Lines, *, pre: bool) -> None:
    if child.tag == "br":
        lines.end()
    elif child.tag == "table":
        lines.end()
        lines.unmark()
        lines.done += _table(child)
    elif child.tag in _BLOCKS:
        lines.end()
        if child.tag == "li":
            lines.unmark()
            lines.mark(_number(child))
        _walk(child, lines, pre=pre or child.tag == "pre")
        lines.end()
        if child.tag == "li":
            lines.unmark()
    elif child.tag == "a" and child.get("href"):
        lines.add(LINK)
        _walk(child, lines, pre=pre)
        lines.add(LINK_END)
    elif child.tag in {"rt", "rp"}:
        return
    else:
        _walk(child, lines, pre=pre)


def _text(text: str | None, *, pre: bool) -> str:
    if not text:
        return ""
    return text if pre else _WHITE.sub(" ", _WRAP.sub("", text)).replace("\xa0", " ")


def _number(item: Element) -> str:
    """The number that a browser puts before an item of a numbered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    style = f"{parent.get('style', '')} {item.get('style', '')}"
    if re.search(r"list-style(?:-type)?\s*:\s*none", style):
        return ""
    number = _whole(parent.get("start"), 1)
    for each in parent.iterchildren("li"):
        number = _whole(each.get("value"), number)
        if each is item:
            break
        number += 1
    if _CHINESE.search(style):
        return f"{chinese(number)}、"
    return f"{_styled(number, parent.get('type', '1'))}. "


def _styled(number: int, kind: str) -> str:
    styles = {"a": letters(number).lower(), "A": letters(number), "I": roman(number)}
    return styles.get(kind, roman(number).lower() if kind == "i" else str(number))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 6 else default  # noqa: PLR2004 digits


def _table(table: Element) -> Iterator[Block]:
    for caption in table.iterchildren("caption"):
        yield from blocks_of(caption)
    rows = [row for row in _rows(table) if any(cell.tag in {"td", "th"} for cell in row)]
    taken: set[tuple[int, int]] = set()
    cells = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (at, column) in taken:
                column += 1
            down = min(_whole(cell.get("rowspan"), 1) or len(rows), len(rows) - at)
            wide = min(max(1, _whole(cell.get("colspan"), 1)), _WIDEST)
            if len(taken) + down * wide > _MOST_PLACES:
                raise UnreadableError("网页里的表格大得不合常理；请复制文字，另存为 .txt")
            taken |= {(at + y, column + x) for y in range(down) for x in range(wide)}
            cells.append(Cell(at, column, down, wide, tuple(blocks_of(cell))))
            column += wide
    yield Table(tuple(cells))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")
