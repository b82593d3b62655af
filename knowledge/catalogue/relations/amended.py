"""A notice as its corrections leave it, with the way back to the words as they were published.

The corrected words stand in its text, tables and values, so that whatever is read from it (answers,
deadlines, drafted rules) is what holds now; a citation is led back to the published words and to
the correction's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from knowledge.catalogue.mentions import Entrants
from knowledge.catalogue.relations.appended import above
from knowledge.catalogue.relations.changes import Change, changes_of
from knowledge.catalogue.relations.placed import placed
from knowledge.model import Citation, Clause, Notice, Row, Table
from knowledge.plain import squeeze
from knowledge.values import find_values
from knowledge.values.found import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T", Clause, Table)


@dataclass(frozen=True)
class Edit:
    """Words of a notice that a correction replaces or strikes out."""

    start: int
    end: int
    """In the text before this correction."""
    words: str
    """What stands there now; the words as they were where they are only struck out."""
    was: str
    """What stood there before."""
    change: Change
    by: Notice


@dataclass(frozen=True)
class Layer:
    """One correction laid over a notice."""

    below: Notice
    edits: tuple[Edit, ...]
    """By place, without overlaps."""

    def above(self, at: int, *, end: bool = False) -> int:
        """The place in the new text of a place in the old one."""
        moved = 0
        for edit in self.edits:
            if edit.end <= at:
                moved += len(edit.words) - (edit.end - edit.start)
            elif edit.start < at:
                return edit.start + moved + (len(edit.words) if end else 0)
        return at + moved

    def spans(self) -> tuple[tuple[int, int, Edit], ...]:
        """The edits, each with its stretch of the new text."""
        found, moved = [], 0
        for edit in self.edits:
            start = edit.start + moved
            found.append((start, start + len(edit.words), edit))
            moved += len(edit.words) - (edit.end - edit.start)
        return tuple(found)

    def old(self, at: int, *, end: bool = False) -> int:
        """The place in the old text of a place in the new one; the edge of the edit inside one."""
        moved = 0
        for start, stop, edit in self.spans():
            if at >= stop and (at > start or not end):
                moved += len(edit.words) - (edit.end - edit.start)
            elif at > start:
                return edit.end if end else edit.start
        return at - moved


@dataclass(frozen=True)
class Amended:
    """A notice with the corrections in force laid over it, the earliest first."""

    notice: Notice
    layers: tuple[Layer, ...]

    @cached_property
    def published(self) -> Notice:
        """The notice as it was published."""
        return self.layers[0].below if self.layers else self.notice

    def back(self, citation: Citation) -> tuple[Citation, tuple[Edit, ...]]:
        """The published words of a citation, and the edits in it; others stay as they are."""
        if citation.notice != self.notice.id:
            return citation, ()
        start, end = citation.start, citation.end
        met: list[Edit] = []
        for layer in reversed(self.layers):
            met += [e for first, last, e in layer.spans() if first < end and start < last]
            start, end = layer.old(start), layer.old(end, end=True)
        told: dict[str, object] = {"start": start, "end": end}
        if met:
            cells = self.published.text[start:end].split("\t")
            told["quote"] = " ".join(filter(None, map(squeeze, cells)))
        return citation.model_copy(update=told), tuple(reversed(met))


def amended(notice: Notice, corrections: Iterable[Notice]) -> Amended:
    """Lay the corrections over the notice, in the order in which they were published."""
    layers: list[Layer] = []
    ordered = sorted(corrections, key=lambda each: (each.issued_on or date.min, each.id))
    for correction in ordered:
        edits = tuple(_edits(notice, correction))
        if edits:
            layers.append(Layer(notice, edits))
            notice = _laid(layers[-1])
    return Amended(notice, tuple(layers))


def _edits(notice: Notice, correction: Notice) -> Sequence[Edit]:
    """What the correction changes in the notice, by place; the first of two in one place."""
    found: list[Edit] = []
    body = above(notice)  # a correction says of its own words what was and what is
    for change in changes_of(correction):
        if change.kind == "same":
            continue
        for start, end in placed(change, body):
            old = notice.text[start:end]
            words = change.after if change.kind == "replaced" else old
            if not any(start < edit.end and edit.start < end for edit in found):
                found.append(Edit(start, end, words, old, change, correction))
    return sorted(found, key=lambda edit: edit.start)


def _laid(layer: Layer) -> Notice:
    """The notice with the edits of the layer in its text, clauses, tables and values."""
    below = layer.below
    text, at = "", 0
    for edit in layer.edits:
        text, at = text + below.text[at : edit.start] + edit.words, edit.end
    text += below.text[at:]
    clauses = tuple(_clause(clause, layer, text) for clause in below.clauses)
    tables = tuple(_table(table, layer) for table in below.tables)
    entrants = Entrants(below.tracks, below.groups)
    context = Context(issued_on=below.issued_on, year=below.year)
    moved = {
        "text": text,
        "clauses": clauses,
        "tables": tables,
        "values": find_values(text, clauses, tables, entrants, context),
        "attachments": tuple(
            item.model_copy(update=_place(layer, item.start, item.end))
            for item in below.attachments
        ),
        "recognised": (),
    }
    return below.model_copy(update=moved)


def _place(layer: Layer, start: int | None, end: int | None) -> dict[str, int | None]:
    return {
        "start": None if start is None else layer.above(start),
        "end": None if end is None else layer.above(end, end=True),
    }


def _clause(clause: Clause, layer: Layer, text: str) -> Clause:
    start, end = layer.above(clause.start), layer.above(clause.end, end=True)
    same = not any(e.start < clause.end and clause.start < e.end for e in layer.edits)
    words = clause.text if same else text[start:end].strip()
    return clause.model_copy(update={"start": start, "end": end, "text": words})


def _table(table: Table, layer: Layer) -> Table:
    rows = {row.number: row for row in table.rows}
    own = tuple(_row(row, rows, layer) for row in table.rows)
    place = _place(layer, table.start, table.end)
    return table.model_copy(update={**place, "rows": own})


def _row(row: Row, rows: dict[int, Row], layer: Layer) -> Row:
    sources = row.inherited or (None,) * len(row.cells)
    cells = tuple(
        _cell(cell, row if source is None else rows.get(source, row), layer)
        for cell, source in zip(row.cells, sources, strict=False)
    )
    return row.model_copy(
        update={
            "start": layer.above(row.start),
            "end": layer.above(row.end, end=True),
            "cells": cells,
        }
    )


def _cell(cell: str, row: Row, layer: Layer) -> str:
    """The cell with the edits of the row its words stand in."""
    for edit in layer.edits:
        if not (row.start <= edit.start and edit.end <= row.end):
            continue
        old = squeeze(edit.was)
        if old in cell:
            return cell.replace(old, edit.words)
    return cell
