"""Pages → canonical text: furniture dropped, paragraphs and tables joined over pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.read.model import Read, Recognised
from knowledge.read.page import Line, Page, Table, units
from knowledge.read.page_furniture import without_furniture
from knowledge.read.page_paragraphs import Margins, goes_on, joint, margins_of, title_goes_on
from knowledge.read.page_tables import continues, joined

_FEW = 4
"""A page with fewer lines takes the margins of the document."""

_ENOUGH = 8
"""Characters whose width tells their size."""
_OTHER_SIZE, _OTHER_HEIGHT = 1.2, 1.45
"""From these ratios on a size is another; heights of recognised boxes vary by a quarter."""


class _Placed(NamedTuple):
    line: Line
    margins: Margins
    page: int


class _Piece(NamedTuple):
    text: str
    confidence: float | None


def read_pages(pages: Sequence[Page]) -> Read:
    """The text of pages, with the spans that were read from pictures."""
    pieces: list[_Piece] = []
    for block in _blocks(without_furniture(pages)):
        pieces += _row_pieces(block) if isinstance(block, Table) else _paragraph_pieces(block)
    return _read(pieces)


def _blocks(pages: Sequence[Page]) -> Iterable[Table | list[_Placed]]:
    """Tables, and the lines between them as paragraphs."""
    margins = _margins(pages)
    found: list[Table | list[_Placed]] = []
    for number, page in enumerate(pages):
        for at, block in enumerate(page.blocks):
            last = found[-1] if found else None
            if isinstance(block, Table):
                if at == 0 and isinstance(last, Table) and continues(last, block, page.width):
                    found[-1] = joined(last, block)
                elif block.rows:
                    found.append(block)
                continue
            placed = _Placed(block, margins[number], number)
            if isinstance(last, list) and _joins(last, placed):
                last.append(placed)
            else:
                found.append([placed])
    return found


def _joins(paragraph: Sequence[_Placed], then: _Placed) -> bool:
    line, here, page = paragraph[-1]
    if page == then.page and title_goes_on(line, then.line, here):
        return True
    if page == then.page and _far(line, then.line):
        return False
    return goes_on(line, then.line, here, then.margins, first=len(paragraph) == 1)


def _far(line: Line, then: Line) -> bool:
    """Set apart by more than two lines, or in another size."""
    if then.top - line.bottom > 2.5 * max(line.height, then.height):
        return True
    if min(units(line.text), units(then.text)) >= _ENOUGH:  # widths tell sizes best
        return not 1 / _OTHER_SIZE < then.em / line.em < _OTHER_SIZE
    return not 1 / _OTHER_HEIGHT < then.height / line.height < _OTHER_HEIGHT


def _margins(pages: Sequence[Page]) -> list[Margins]:
    """The margins of every page; what a page does not show the document does."""
    lines = [_lines(page) for page in pages]
    usual = margins_of([line for some in lines for line in some]) or Margins(0, 0, 1)
    return [_page_margins(some, usual) for some in lines]


def _page_margins(lines: Sequence[Line], usual: Margins) -> Margins:
    own = margins_of(lines)
    if own is None or len(lines) < _FEW:
        return usual
    left, right = own.left, own.right
    if 1.4 * own.em < left - usual.left < 2.6 * own.em:  # every line here begins a paragraph
        left = usual.left
    full = sum(right - line.x1 < 1.5 * own.em for line in lines)
    narrow = right - left < 0.6 * (usual.right - usual.left)
    if narrow or full < max(_FEW, len(lines) // 4):  # short lines have no margin of their own
        right = max(right, usual.right)
    return Margins(left, right, own.em)


def _lines(page: Page) -> list[Line]:
    return [block for block in page.blocks if isinstance(block, Line)]


def _paragraph_pieces(paragraph: Sequence[_Placed]) -> Iterable[_Piece]:
    text = ""
    for line, _, _ in paragraph:
        more = line.text.strip()
        yield _Piece(joint(text, more) if text else "", None)
        yield _Piece(more, line.confidence)
        text = more
    yield _Piece("\n", None)


def _row_pieces(table: Table) -> Iterable[_Piece]:
    for row in table.rows:
        for at, cell in enumerate(row):
            yield _Piece("\t" if at else "", None)
            yield _Piece(cell.text, cell.confidence)
        yield _Piece("\n", None)


def _read(pieces: Iterable[_Piece]) -> Read:
    text, spans = [], []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.confidence is not None and end > at:
            spans.append(Recognised(start=at, end=end, confidence=piece.confidence))
        text.append(piece.text)
        at = end
    return Read(text="".join(text), recognised=tuple(spans))
