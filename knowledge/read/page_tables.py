"""Tables that run over pages: pieces joined, repeated headers dropped, torn rows mended."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.read.page import Cell, Table, least
from knowledge.read.page_paragraphs import glue

_SAME_EDGE = 0.012
"""Of the page's width."""

Row = tuple[Cell, ...]


def continues(before: Table, after: Table, width: float) -> bool:
    """Whether a table at the top of a page has the columns of the one that ended the last."""
    return len(before.edges) == len(after.edges) and all(
        abs(a - b) < _SAME_EDGE * width for a, b in zip(before.edges, after.edges, strict=True)
    )


def joined(before: Table, after: Table) -> Table:
    """One table from two pieces."""
    rows = list(after.rows[_repeated(before.rows, after.rows) :])
    if not rows:
        return before
    old = list(before.rows)
    if _torn(old[-1], rows[0]):
        old[-1] = tuple(_mended(a, b) for a, b in zip(old[-1], rows.pop(0), strict=True))
    return before._replace(rows=(*old, *_inherited(old[-1], rows)))


def _repeated(before: Sequence[Row], after: Sequence[Row]) -> int:
    """How many rows of the header stand again."""
    count = 0
    for a, b in zip(before, after, strict=False):
        if [_bare(c) for c in a] != [_bare(c) for c in b]:
            break
        count += 1
    return count


def _bare(cell: Cell) -> str:
    return "".join(cell.text.split())


def _torn(last: Row, first: Row) -> bool:
    """Whether a row goes on in the first row of the next page.

    Then text stands only below cells with text, one of them with a full last line, and what was
    finished in one line (a number, a name) has nothing below it.
    """
    below = [(a, b) for a, b in zip(last, first, strict=True) if b.text]
    missing = any(a.text and not b.text for a, b in zip(last, first, strict=True))
    return (
        bool(below)
        and missing
        and not first[0].text
        and all(a.text for a, _ in below)
        and any(a.full for a, _ in below)
    )


def _mended(one: Cell, two: Cell) -> Cell:
    if not two.text:
        return one
    text = glue(one.text, two.text, wrapped=one.full)
    return Cell(text, least([one.confidence, two.confidence]), two.full, one.rows)


def _inherited(last: Row, rows: Sequence[Row]) -> list[Row]:
    """A cell over several rows that began on the page before gives its text to the rest of them."""
    done = [list(row) for row in rows]
    for column, above in enumerate(last):
        first = rows[0][column] if rows else None
        if first is None or first.text or not (above.rows > 1 and above.text):
            continue
        for row in done[: first.rows]:
            row[column] = above
    return [tuple(row) for row in done]
