"""Run all finders over clauses and tables, and lead what they find back to the notice's text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from knowledge.catalogue.mentions import Mention, group_mentions, track_mentions
from knowledge.fold import Fold, fold, folded
from knowledge.model import Clause, Scope, Table, Track, Value
from knowledge.plain import squeeze
from knowledge.scopes import value_scopes
from knowledge.values.cells import cell_values
from knowledge.values.contacts import find_contacts
from knowledge.values.dates import find_dates
from knowledge.values.documents import find_doc_numbers
from knowledge.values.found import Context, Found, without_overlaps
from knowledge.values.numbers import find_numbers
from knowledge.values.parties import find_organisations, find_people
from knowledge.values.places import find_places

_SCOPE = re.compile(r"(?:组|身份|赛项|赛道)$")
AS_PRINTED = (find_doc_numbers, find_organisations, find_people)
"""These read lines and blanks."""
FOLDED = (find_contacts, find_dates, find_places, find_numbers)
"""These read text without layout."""


def find_values(
    text: str,
    clauses: Sequence[Clause],
    tables: Sequence[Table],
    tracks: Sequence[Track],
    groups: Sequence[str],
    context: Context,
) -> tuple[Value, ...]:
    """All values of a notice in the order they stand in."""
    headings = {clause.path: clause.heading for clause in clauses}
    spans = [(table.start, table.end) for table in tables]
    found: list[Value] = []
    for clause in clauses:
        label = _told(clause.heading) or _told(headings.get(clause.parent or "", ""))
        for start, end in _outside(clause, spans):
            piece = _Piece(text, start, end, clause, tracks, groups)
            found.extend(piece.values(context._replace(label=label)))
    for table in tables:
        if not table.form:
            found.extend(cell_values(text, table, tracks, groups, context))
    return tuple(sorted(found, key=lambda value: (value.start, value.end)))


def _told(heading: str) -> str:
    """A heading as a label; the name of a group or track says nothing about a value."""
    return "" if _SCOPE.search(heading) else squeeze(heading)


def _outside(clause: Clause, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a clause that no table covers."""
    start, end = clause.start, clause.end
    for first, last in sorted(spans):
        if start < last and first < end:
            if start < first:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end


class _Piece:
    """A stretch of a clause: its values, with the tracks and groups named before each."""

    def __init__(  # noqa: PLR0913 what a clause is read with
        self,
        text: str,
        start: int,
        end: int,
        clause: Clause,
        tracks: Sequence[Track],
        groups: Sequence[str],
    ) -> None:
        self.text, self.start, self.end, self.clause = text, start, end, clause
        whole = (start, end) == (clause.start, clause.end)
        self.fold: Fold = folded(clause) if whole else fold(text[start:end], start)
        self.named: list[Mention] = track_mentions(self.fold.text, tracks)
        self.grouped: list[Mention] = group_mentions(self.fold.text, groups)

    def values(self, context: Context) -> Iterator[Value]:
        printed = without_overlaps(self.text[self.start : self.end], context, AS_PRINTED)
        taken = [(found.start + self.start, found.end + self.start) for found in printed]
        for found, (start, end) in zip(printed, taken, strict=True):
            first = bisect_left(self.fold.at, start)
            last = bisect_left(self.fold.at, end)
            yield from self._value(found, start, end, (first, last))
        for found in without_overlaps(self.fold.text, context, FOLDED):
            start, end = self.fold.span(found.start, found.end)
            if all(end <= first or last <= start for first, last in taken):
                yield from self._value(found, start, end, (found.start, found.end))

    def _value(
        self, found: Found, start: int, end: int, folded: tuple[int, int]
    ) -> Iterator[Value]:
        scope = self.clause.scope
        for narrowed in value_scopes(self.fold.text, *folded, scope, self.named, self.grouped):
            yield make_value(self.text, found, start, end, self.clause.path, narrowed)


def make_value(  # noqa: PLR0913 the parts of a value
    text: str, found: Found, start: int, end: int, path: str, scope: Scope
) -> Value:
    """A found value at its place in the notice's text."""
    return Value(
        kind=found.kind,
        value=found.value,
        raw=text[start:end],
        label=found.label,
        path=path,
        start=start,
        end=end,
        scope=scope,
    )
