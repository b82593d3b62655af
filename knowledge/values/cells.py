"""Values in tables: a cell is labelled by its column, and belongs to the track of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.catalogue.mentions import resolve
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import Fold, fold
from knowledge.model import Row, Scope, Table, Track, Value
from knowledge.plain import bare
from knowledge.values.contacts import find_contacts
from knowledge.values.dates import find_dates
from knowledge.values.documents import find_doc_numbers
from knowledge.values.found import Context, Found, without_overlaps
from knowledge.values.numbers import find_numbers
from knowledge.values.parties import find_organisations, find_people

_FINDERS = (
    find_doc_numbers,
    find_contacts,
    find_dates,
    find_numbers,
    find_people,
    find_organisations,
)
_CUT = re.compile(r"截止|截至")
_POINTS = re.compile(r"配分|分值")
_WHEN = re.compile(r"(?:比赛)?(?:时间|日期|日程)")
_STAGE = re.compile(r"阶段|环节|模块|事项|内容")
_NUMBERED = re.compile(r"序号|编号")


def cell_values(
    text: str, table: Table, tracks: Sequence[Track], groups: Sequence[str], context: Context
) -> Iterator[Value]:
    """The values of a table; a cell that holds for several rows has all their tracks."""
    column = next((i for i, head in enumerate(table.header) if is_track_column(head)), None)
    owners = [_track(row, column, tracks) for row in table.rows]
    for row in table.rows:
        place = row.start
        for index, cell in enumerate(row.cells):
            if _inherits(row, index) or not bare(cell):
                continue
            stretch = _locate(text, cell, place, row.end)
            if stretch is None:
                continue
            place = stretch[1]
            head = table.header[index] if index < len(table.header) else ""
            if index == column or _NUMBERED.search(head):
                continue
            scope = _scope(table, row, index, owners, groups, head)
            label = _column_label(table.header, row, index)
            if _POINTS.search(head) and cell.strip().isdigit():
                yield _points(text, stretch, row.path, scope, label)
            yield from _values(text, stretch, row.path, scope, context._replace(label=label))


def _column_label(header: Sequence[str], row: Row, index: int) -> str:
    """The column's name; for a bare 时间 or 配分 the stage or module its row is about."""
    head = header[index] if index < len(header) else ""
    if not (_WHEN.fullmatch(bare(head)) or _POINTS.search(head)):
        return head
    named = next((i for i, name in enumerate(header) if _STAGE.search(name) and i != index), None)
    return row.cells[named] if named is not None and named < len(row.cells) else head


def _points(text: str, stretch: tuple[int, int], path: str, scope: Scope, label: str) -> Value:
    """The points of a module, printed as a bare number below 配分."""
    start, end = stretch
    raw = text[start:end]
    return Value(
        kind="weight", value=f"{raw}分", raw=raw, label=label, path=path,
        start=start, end=end, scope=scope,
    )  # fmt: skip


def _track(row: Row, column: int | None, tracks: Sequence[Track]) -> str | None:
    if column is None or column >= len(row.cells):
        return None
    track = resolve(row.cells[column], tracks)
    return track.id if track else None


def _inherits(row: Row, index: int) -> bool:
    return index < len(row.inherited) and row.inherited[index] is not None


def _locate(text: str, cell: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a cell stands between `start` and `end`; its white space may differ."""
    pattern = r"\s*".join(map(re.escape, bare(cell)))
    match = re.compile(pattern).search(text, start, end)
    return match.span() if match else None


def _scope(  # noqa: PLR0913 what decides whom a cell is about
    table: Table,
    row: Row,
    index: int,
    owners: Sequence[str | None],
    groups: Sequence[str],
    head: str,
) -> Scope:
    found = [
        owner
        for other, owner in zip(table.rows, owners, strict=True)
        if other.number == row.number or _takes(other, index, row.number)
    ]
    tracks = tuple(dict.fromkeys(track for track in found if track))
    words = head if any(group in head for group in groups) else "、".join(row.cells)
    named = tuple(group for group in groups if group in re.split(r"[、，\s/]", words))
    return table.scope.model_copy(
        update={"tracks": tracks or table.scope.tracks, "groups": named or table.scope.groups}
    )


def _takes(row: Row, index: int, number: int) -> bool:
    return index < len(row.inherited) and row.inherited[index] == number


def _values(
    text: str, stretch: tuple[int, int], path: str, scope: Scope, context: Context
) -> Iterator[Value]:
    start, end = stretch
    folded: Fold = fold(text[start:end], start)
    for found in without_overlaps(folded.text, context, _FINDERS):
        first, last = folded.span(found.start, found.end)
        kind = "deadline" if found.kind == "date" and _CUT.search(context.label) else found.kind
        label = _label(found, context.label)
        yield Value(
            kind=kind, value=found.value, raw=text[first:last], label=label, path=path,
            start=first, end=last, scope=scope,
        )  # fmt: skip


def _label(found: Found, head: str) -> str:
    """The column's name; what the finder knows better (a year it inferred) stays."""
    return found.label if found.label.startswith(head) else head or found.label
