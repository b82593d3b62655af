"""Run all finders over clauses and tables, and lead what they find back to the notice's text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.fold import fold, folded
from knowledge.model import Clause, Table, Value
from knowledge.plain import squeeze
from knowledge.statements import value_scopes
from knowledge.structure.grid import outside
from knowledge.values.cells import cell_values
from knowledge.values.contacts import find_contacts
from knowledge.values.dates import find_dates
from knowledge.values.documents import find_doc_numbers
from knowledge.values.found import Context, Found, without_overlaps
from knowledge.values.numbers import find_numbers
from knowledge.values.organisations import find_organisations
from knowledge.values.people import find_people
from knowledge.values.places import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AS_PRINTED = (find_doc_numbers, find_organisations, find_people)
"""These read lines and blanks."""
FOLDED = (find_contacts, find_dates, find_places, find_numbers)
"""These read text without layout."""

_SCOPE = lazy_re.compile(r"(?:组|身份|赛项|赛道)$")


def find_values(
    text: str,
    clauses: Sequence[Clause],
    tables: Sequence[Table],
    entrants: Entrants,
    context: Context,
) -> tuple[Value, ...]:
    """All values of a notice in the order they stand in; a blank form states none."""
    headings = {clause.path: _told(clause.heading) for clause in clauses}
    spans = sorted((table.start, table.end) for table in tables)
    found: list[Value] = []
    for clause in clauses:
        above = headings.get(clause.parent or "", "")
        label = headings[clause.path] or above
        for start, end in outside((clause.start, clause.end), spans):
            piece = _Piece(text, (start, end), clause, entrants)
            found.extend(piece.values(context._replace(label=label, above=above)))
    for table in tables:
        if not table.form:
            found.extend(cell_values(text, table, entrants, context))
    return tuple(sorted(found, key=lambda value: (value.start, value.end)))


def _told(heading: str) -> str:
    """A heading as a label; the name of a group or track says nothing about a value."""
    return "" if _SCOPE.search(heading) else squeeze(heading)


class _Piece:
    """A stretch of a clause: its values, with the tracks and groups named before each."""

    def __init__(
        self, text: str, span: tuple[int, int], clause: Clause, entrants: Entrants
    ) -> None:
        self.text, self.clause = text, clause
        self.start, self.end = span
        whole = span == (clause.start, clause.end)
        self.fold = folded(clause) if whole else fold(text[self.start : self.end], self.start)
        self.named = mentions(self.fold.text, entrants)

    def values(self, context: Context) -> Iterator[Value]:
        taken: list[tuple[int, int]] = []
        for found in without_overlaps(self.text[self.start : self.end], context, AS_PRINTED):
            span = (found.start + self.start, found.end + self.start)
            taken.append(span)
            first, last = (bisect_left(self.fold.at, place) for place in span)
            yield from self._value(found, span, (first, last))
        for found in without_overlaps(self.fold.text, context, FOLDED):
            start, end = self.fold.span(found.start, found.end)
            if all(end <= first or last <= start for first, last in taken):
                yield from self._value(found, (start, end), (found.start, found.end))

    def _value(
        self, found: Found, span: tuple[int, int], place: tuple[int, int]
    ) -> Iterator[Value]:
        """The value at `span` of the notice's text, which is `place` in the folded one."""
        start, end = span
        for scope in value_scopes(self.fold.text, place, self.clause.scope, self.named):
            yield Value(
                kind=found.kind,
                value=found.value,
                raw=self.text[start:end],
                label=found.label,
                path=self.clause.path,
                start=start,
                end=end,
                scope=scope,
            )
