"""A document's body → paragraphs and tables, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.read.blocks import Block, Table
from knowledge.read.docx_numbering import Numbering
from knowledge.read.docx_runs import Runs
from knowledge.read.docx_styles import Styles
from knowledge.read.docx_table import PlacedCell, placed, table
from knowledge.read.docx_xml import Element, Parts, W, is_on, shown

_DRAWN = {"separator", "continuationSeparator", "continuationNotice"}


class Walk:
    """One walk through a document; numbers count on as it goes."""

    def __init__(self, parts: Parts) -> None:
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._runs = Runs(self._styles)
        self._notes = dict(_notes("footnote", parts.footnotes)) | dict(
            _notes("endnote", parts.endnotes)
        )
        self._kept = ""
        self._depth = 0

    @property
    def pictures(self) -> list[str]:
        """Ids of the pictures met so far."""
        return self._runs.pictures

    def blocks(self, parent: Element) -> Iterator[Block]:
        """What the children of an element show; a note stands behind its paragraph or table."""
        for each in shown(parent):
            if each.tag == f"{W}p":
                yield from self._paragraph(each)
            elif each.tag == f"{W}tbl":
                yield self._table(each)
            if not self._depth:
                yield from self._noted()

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        """Its lines; one whose end is deleted goes on in the next."""
        if self._styles.is_contents(self._styles.of(paragraph)):
            self._runs.text(paragraph)  # a field may begin or end here
            return
        text = self._kept + self._runs.text(paragraph)
        boxes, self._runs.boxes = self._runs.boxes, []
        above = [block for first, box in boxes if first for block in self.blocks(box)]
        below = [block for first, box in boxes if not first for block in self.blocks(box)]
        yield from above
        if is_on(paragraph, "pPr/rPr/del"):
            self._kept = text
        else:
            self._kept = ""
            hidden = not text and is_on(paragraph, "pPr/rPr/vanish")
            label = "" if hidden else self._numbering.label(paragraph)
            if not hidden:
                yield label + text if text.strip() else text
        yield from below

    def _table(self, element: Element) -> Table:
        self._depth += 1
        cells = [self._filled(cell) for cell in placed(element)]
        self._depth -= 1
        return table(element, cells)

    def _filled(self, cell: PlacedCell) -> PlacedCell:
        blocks = () if cell.goes_on else tuple(self.blocks(cell.element))
        return cell._replace(blocks=blocks)

    def _noted(self) -> Iterator[Block]:
        while self._runs.notes:
            note = self._notes.pop(self._runs.notes.pop(0), None)
            if note is not None:
                yield from (block for block in self.blocks(note) if block)


def _notes(kind: str, root: Element | None) -> Iterator[tuple[tuple[str, str], Element]]:
    for note in () if root is None else root:
        if note.get(f"{W}type") not in _DRAWN:
            yield (kind, note.get(f"{W}id", "")), note
