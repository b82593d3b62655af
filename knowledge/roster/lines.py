"""The people of a sheet: which lines are people, with their cells by meaning.

What stands above or between the lines and holds for those below (the unit line, a heading with the
name of a track or group, the name of the sheet) comes along as context.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge import lazy_re
from knowledge.plain import comparable
from knowledge.roster.fill import filled
from knowledge.roster.header import Header, header_at
from knowledge.roster.labels import footer, is_example, unit_in
from knowledge.roster.model import Cell, Grid, Value, place, written
from knowledge.roster.shared import parted

_PERSONAL = ("birth", "phone", "sex")
_DIGITS = lazy_re.compile(r"\d{4}")
_LONG = lazy_re.compile(r"(?:\d\s*){14}")
"""More digits than a phone number has, in a cell of identity numbers."""
_COLON = lazy_re.compile(r"[:：]")
_STAFF = ("adviser", "leader")

Adviser = tuple[Cell | None, Cell | None]
"""Name and phone, as far as there are columns."""


@dataclass(frozen=True)
class Line:
    """One person of a roster; a line with several members gives one each."""

    sheet: str
    row: int
    cells: Mapping[str, Cell]
    """By field; also empty ones whose column is there."""
    advisers: tuple[Adviser, ...]
    leaders: tuple[Adviser, ...]
    titles: tuple[str, ...]
    """Words that hold for the line: the sheet's name, title lines above, the nearest last."""
    unit_line: str = ""
    block: int = 0
    """Lines of one block stand together, without a blank line or heading between them."""
    member: int = 0
    """From 1 where a line holds several."""

    def text(self, name: str) -> str:
        """The words of a field; empty if it is blank or there is no such column."""
        cell = self.cells.get(name)
        return cell.text if cell else ""

    def places(self, *fields: str) -> tuple[str, ...]:
        """Where these fields stand, as far as there are columns; else the name, else the line."""
        found = tuple(self.cells[name].place for name in fields if name in self.cells)
        return found or self.places("name") if "name" in self.cells else found or (self.first,)

    @property
    def first(self) -> str:
        """The first cell of the line."""
        return place(self.row, 0)


@dataclass
class Sheet:
    """What was found in a sheet."""

    name: str
    header: Header | None = None
    lines: list[Line] = field(default_factory=list)


def read_sheet(grid: Grid) -> Sheet:
    """The people of a grid; a sheet without headings has none."""
    sheet = Sheet(grid.name)
    reader = _Reader(grid, filled(grid))
    sheet.lines = reader.lines()
    sheet.header = reader.first
    return sheet


class _Reader:
    """Walks down a sheet and keeps what holds for the lines below."""

    def __init__(self, grid: Grid, rows: list[list[Value]]) -> None:
        self.grid, self.rows = grid, rows
        self.header: Header | None = None
        self.first: Header | None = None
        self.unit = ""
        self.title, self.section = "", ""
        self.block = 0
        self.below = {
            (row, area.left)
            for area in grid.areas
            for row in range(area.top + 1, min(area.bottom + 1, len(rows)))
        }
        self.wide: dict[int, list[tuple[int, int]]] = {}
        for area in grid.areas:
            if area.right > area.left:
                for row in range(area.top, min(area.bottom + 1, len(rows))):
                    self.wide.setdefault(row, []).append((area.left, area.right))

    def lines(self) -> list[Line]:
        """Every person, from top to bottom."""
        skip = -1
        found: list[Line] = []
        for at, row in enumerate(self.rows):
            if at <= skip:
                continue
            if header := header_at(self.rows, at):
                self.header, skip = header, header.bottom
                self.block += 1
                self.first = self.first or header
            elif not any(value is not None for value in row):
                self.block += 1
            elif found and self._continues(at):
                more = self._staff("adviser", at, row)
                found[-1] = replace(found[-1], advisers=(*found[-1].advisers, *more))
            elif self.header is None or not self._is_person(at, row):
                self._note(row)
            else:
                found += self._people(at, row)
        return found

    def _continues(self, at: int) -> bool:
        """Whether the line only adds an adviser to the person above, whose name may be merged."""
        if self.header is None:
            return False
        filled_in = {column for column, value in enumerate(self.rows[at]) if written(value)}
        theirs = {c for (role, _, _), c in self.header.columns.items() if role in _STAFF}
        return (at, self.header.of("name")) in self.below or filled_in <= theirs

    def _note(self, row: Sequence[Value]) -> None:
        """A line that is no person: its unit or heading holds for what follows."""
        texts = list(dict.fromkeys(text for text in map(written, row) if text))
        unit = unit_in(texts)
        if unit:
            self.unit = unit
        elif len(texts) == 1 and not footer().match(comparable(texts[0])):
            if self.header is None:
                self.title = f"{self.title} {texts[0]}".strip()
            else:
                self.section = texts[0]
        self.block += 1

    def _is_person(self, at: int, row: Sequence[Value]) -> bool:
        """A name, or without one enough of what else a person has; no label, sum or signature."""
        texts = [text for text in map(written, row) if text]
        if len(set(texts)) == 1 and (self.wide.get(at) or _COLON.search(texts[0])):
            return False
        named, numbered = self._own(at, row, "name"), self._own(at, row, "id")
        label = footer().match(comparable(texts[0])) or _COLON.search(texts[0][-1])
        if (
            _COLON.search(named)
            or (label and not _LONG.search(numbered))
            or is_example(texts[0], named)
        ):
            return False
        others = [self._own(at, row, name) for name in _PERSONAL]
        told = any(_DIGITS.search(text) for text in (numbered, *others))
        return bool(named) or (told and sum(map(bool, (numbered, *others))) > 1)

    def _own(self, at: int, row: Sequence[Value], name: str) -> str:
        """The words of a field of some member, unless an area over several columns brought them."""
        columns = self.header.columns.items() if self.header else ()
        found = (
            written(row[column])
            for (role, _, own), column in columns
            if role == "contestant" and own == name and not self._across(at, column)
        )
        return next(filter(None, found), "")

    def _across(self, at: int, column: int) -> bool:
        """Whether an area over several columns covers the cell."""
        return any(left <= column <= right for left, right in self.wide.get(at, ()))

    def _people(self, at: int, row: Sequence[Value]) -> Iterator[Line]:
        header = self.header
        if header is None:
            return
        members = header.members() or (0,)
        advisers, leaders = (self._staff(role, at, row) for role in _STAFF)
        titles = tuple(text for text in (self.grid.name, self.title, self.section) if text)
        for member in members:
            cells = self._cells(at, row, member)
            if len(members) > 1 and not any(
                cells[name].text for name in ("name", "id") if name in cells
            ):
                continue
            line = Line(
                self.grid.name, at, cells, advisers, leaders, titles, self.unit, self.block, member
            )
            yield from _each(line)

    def _cells(self, at: int, row: Sequence[Value], member: int) -> dict[str, Cell]:
        header = self.header
        found: dict[str, Cell] = {}
        for (role, index, name), column in header.columns.items() if header else ():
            if role == "contestant" and index in {0, member} and (index or name not in found):
                found[name] = Cell(row[column] if column < len(row) else None, place(at, column))
        return found

    def _staff(self, role: str, at: int, row: Sequence[Value]) -> tuple[Adviser, ...]:
        members = self.header.members(role) if self.header else ()
        return tuple(self._adviser(role, at, row, index) for index in members)

    def _adviser(self, role: str, at: int, row: Sequence[Value], index: int) -> Adviser:
        columns = self.header.columns if self.header else {}
        name, phone = (columns.get((role, index, key)) for key in ("name", "phone"))
        return (
            None if name is None else Cell(row[name], place(at, name)),
            None if phone is None else Cell(row[phone], place(at, phone)),
        )


def _each(line: Line) -> Iterator[Line]:
    """The people of a line; several may share its cells."""
    people = parted(line.cells)
    if len(people) == 1:
        yield line
        return
    for member, cells in enumerate(people, start=1):
        yield replace(line, cells=cells, member=member)
