"""Values in tables: a cell is labelled by its column, and belongs to the track of its row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, group_mentions, mentions, resolve
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import fold
from knowledge.model import Row, Scope, Table, Value, ValueKind
from knowledge.plain import bare, squeeze
from knowledge.values.contacts import find_contacts
from knowledge.values.dates import find_dates
from knowledge.values.documents import find_doc_numbers
from knowledge.values.found import Context, Found, without_overlaps
from knowledge.values.numbers import find_numbers
from knowledge.values.organisations import find_organisations
from knowledge.values.people import find_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FINDERS = (
    find_doc_numbers,
    find_contacts,
    find_dates,
    find_numbers,
    find_people,
    find_organisations,
)
_PLACE = lazy_re.compile(r"地点|地址|场地|赛场|场馆|考点")
_NO_PLACE = lazy_re.compile(r"另行|待定|通知|线上|自定|详见|同上|[,，。;；:：]|^[\d\W]*$")
_CUT = lazy_re.compile(r"截止|截至")
_NUMBERED = lazy_re.compile(r"序号|编号")
_POINTS = lazy_re.compile(r"配分|分值")
_WEIGHT = lazy_re.compile(r"占比|比重|权重|成绩比例")
_WHEN = lazy_re.compile(r"(?:比赛)?(?:时间|日期|日程)")
_STAGE = lazy_re.compile(r"阶段|环节|模块|事项|内容")
_WORDS = lazy_re.compile(r"[、，\s/]")


class _Cell(NamedTuple):
    row: Row
    column: int
    head: str
    start: int
    end: int


def cell_values(text: str, table: Table, entrants: Entrants, context: Context) -> Iterator[Value]:
    """The values of a table; a cell that holds for several rows has all their tracks."""
    column = next((i for i, head in enumerate(table.header) if is_track_column(head)), None)
    owners = [_track(row, column, entrants) for row in table.rows]
    for cell in _cells(text, table):
        if cell.column == column or _NUMBERED.search(cell.head):
            continue
        label = _label(table.header, cell)
        scope = _scope(table, cell, owners, entrants)
        for found in _found(text, cell, context._replace(label=label)):
            yield _value(text, found, cell, scope)


def _cells(text: str, table: Table) -> Iterator[_Cell]:
    """The cells that are printed, with their places; a cell's white space may differ."""
    for row in table.rows:
        place = row.start
        for index, words in enumerate(row.cells):
            if not bare(words) or _inherited(row, index) is not None:
                continue
            start, end = _locate(text, words, place, row.end)
            if start >= 0:
                place = end
                head = table.header[index] if index < len(table.header) else ""
                yield _Cell(row, index, head, start, end)


def _locate(text: str, words: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of a cell are printed, between `start` and `end`; -1 if nowhere."""
    place = text.find(words, start, end)
    if place >= 0:
        return place, place + len(words)
    pattern = re.compile(r"\s*".join(map(re.escape, bare(words))))
    match = pattern.search(text, start, end)
    return match.span() if match else (-1, -1)


def _inherited(row: Row, index: int) -> int | None:
    return row.inherited[index] if index < len(row.inherited) else None


def _track(row: Row, column: int | None, entrants: Entrants) -> str | None:
    if column is None or column >= len(row.cells):
        return None
    track = resolve(row.cells[column], entrants.tracks)
    return track.id if track else None


def _scope(table: Table, cell: _Cell, owners: Sequence[str | None], entrants: Entrants) -> Scope:
    """Tracks of all rows the cell holds for; groups its column or its row names."""
    number = cell.row.number
    found = (
        owner
        for row, owner in zip(table.rows, owners, strict=True)
        if number in (row.number, _inherited(row, cell.column))
    )
    tracks = tuple(dict.fromkeys(owner for owner in found if owner)) or _told(cell.row, entrants)
    in_head = any(group in cell.head for group in entrants.groups)
    words = _WORDS.split(cell.head if in_head else "、".join(cell.row.cells))
    begun = () if in_head else _begun(cell.row, entrants)
    groups = tuple(group for group in entrants.groups if group in words or group in begun)
    return table.scope.model_copy(
        update={"tracks": tracks or table.scope.tracks, "groups": groups or table.scope.groups}
    )


def _begun(row: Row, entrants: Entrants) -> tuple[str, ...]:
    """Groups a cell of the row begins with: 甲组、乙组课堂教学."""
    first = (one for words in row.cells for one in group_mentions(bare(words), entrants.groups))
    return tuple(name for one in first if one.start == 0 for name in one.names)


def _told(row: Row, entrants: Entrants) -> tuple[str, ...]:
    """Tracks of a row one of whose cells lists nothing but tracks: 竹编、刺绣 of a schedule."""
    for words in row.cells:
        named = mentions(bare(words), entrants).tracks if words else []
        if [(one.start, one.end) for one in named] == [(0, len(bare(words)))]:
            return named[0].names
    return ()


def _label(header: Sequence[str], cell: _Cell) -> str:
    """The column's name; for a bare 时间 or 配分 the stage or module its row is about."""
    if not (_WHEN.fullmatch(bare(cell.head)) or _POINTS.search(cell.head)):
        return cell.head
    stages = (i for i, name in enumerate(header) if _STAGE.search(name) and i != cell.column)
    stage = next(stages, None)
    known = stage is not None and stage < len(cell.row.cells)
    return cell.row.cells[stage] if known and stage is not None else cell.head


def _found(text: str, cell: _Cell, context: Context) -> Iterator[Found]:
    """What a cell says; `start` and `end` count in the notice's text."""
    raw = text[cell.start : cell.end]
    if _POINTS.search(cell.head) and raw.isdigit():
        yield Found("weight", f"{raw}分", context.label, cell.start, cell.end)
    if _PLACE.search(cell.head) and not _NO_PLACE.search(bare(raw)):
        yield Found("place", squeeze(raw), context.label, cell.start, cell.end)
        return
    folded = fold(raw, cell.start)
    for found in without_overlaps(folded.text, context, _FINDERS):
        start, end = folded.span(found.start, found.end)
        kind = _kind(found, cell.head, context.label)
        # what the finder adds to the column's name (a year it inferred) stays
        known = found.label.startswith(context.label)
        label = found.label if known else context.label or found.label
        yield found._replace(kind=kind, label=label, start=start, end=end)


def _kind(found: Found, head: str, label: str) -> ValueKind:
    """What the column makes of a value: a date of 截止 is a deadline, a share of 占比 a weight."""
    if found.kind == "date" and _CUT.search(label):
        return "deadline"
    if found.kind == "ratio" and _WEIGHT.search(head) and "奖" not in head:
        return "weight"
    return found.kind


def _value(text: str, found: Found, cell: _Cell, scope: Scope) -> Value:
    return Value(
        kind=found.kind,
        value=found.value,
        raw=text[found.start : found.end],
        label=found.label,
        path=cell.row.path,
        start=found.start,
        end=found.end,
        scope=scope,
    )
