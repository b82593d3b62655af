"""Finds the heading lines of a sheet and what each column means.

A heading line names the contestant's name or identity number and at least two columns more. It may
have a line of group headings above it, or a line of sub-headings below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.roster.columns import CAPTAIN, Column, is_group, naming, read_heading
from knowledge.roster.model import Value, written

Row = Sequence[Value]
_LEAST = 3
_PERSONAL = {
    "name", "sex", "birth", "age", "id", "id_type", "phone", "level", "years", "major",
    "school_major", "job", "title", "education", "full_time", "full_time_enrolled", "enrolled",
    "graduated", "female_category", "honours", "identity", "hukou", "residence",
}  # fmt: skip


class Header(NamedTuple):
    """What the columns mean, and the lines it was read from."""

    top: int
    bottom: int
    columns: dict[tuple[str, int, str], int]
    """(role, index, field) → column."""

    def of(self, field: str, index: int = 0) -> int | None:
        """The contestant's column of this field."""
        own = self.columns.get(("contestant", index, field))
        return own if own is not None else self.columns.get(("contestant", 0, field))

    def has(self, field: str) -> bool:
        """Whether any contestant has a column of this field."""
        return any(role == "contestant" and field == own for role, _, own in self.columns)

    def members(self, role: str = "contestant") -> tuple[int, ...]:
        """The places in a team that have columns of their own; (0,) for one person a line."""
        found = {
            index for own, index, field in self.columns if own == role and field in {"name", "id"}
        }
        return tuple(sorted(found - {0} if len(found) > 1 else found))


def header_at(rows: Sequence[Row], at: int) -> Header | None:
    """The header that begins with line `at` or has its leaf headings there."""
    if not _names_person(rows[at]):
        return None
    below = rows[at + 1] if at + 1 < len(rows) else []
    if _is_below(rows[at], below):
        return _header(rows[at], below, at, at + 1)
    above = rows[at - 1] if at else []
    groups = _group_line(above)
    return _header(groups, rows[at], at - bool(groups), at)


def _names_person(row: Row) -> bool:
    if not any(isinstance(value, str) and naming().search(value) for value in row):
        return False
    found = [read_heading(text) for text in map(written, row) if text]
    known = [each for each in found if each]
    return len(known) >= _LEAST and any(
        each.field in {"name", "id"} and each.rank == 0 for each in known
    )


def _is_below(row: Row, below: Row) -> bool:
    """Whether the line is one of sub-headings: each of its own words is a heading."""
    above = [*map(written, row), *[""] * (len(below) - len(row))]
    pairs = [(text, over) for text, over in zip(map(written, below), above, strict=False) if text]
    own = [text for text, over in pairs if text != over]
    known = [found for text in own if (found := read_heading(text)) and found.rank == 0]
    return bool(known) and len(known) * 2 > len(own)


def _group_line(above: Row) -> Row:
    texts = {text for text in map(written, above) if text}
    return above if len(texts) > 1 and any(map(is_group, texts)) else []


def _header(groups: Row, leaves: Row, top: int, bottom: int) -> Header:
    width = max(len(groups), len(leaves))
    upper, lower = ([*map(written, row), *[""] * (width - len(row))] for row in (groups, leaves))
    found: list[tuple[int, Column]] = []
    group = ""
    for column in range(width):
        group = upper[column] or group
        own = lower[column] if lower[column] != upper[column] else ""
        over = group if own else ""
        meaning = read_heading(own or upper[column], over)
        if meaning and meaning.field != "ignored":
            found.append((column, meaning))
    return Header(top, bottom, _by_meaning(found))


def _by_meaning(found: list[tuple[int, Column]]) -> dict[tuple[str, int, str], int]:
    """The best column of each meaning; a second block of a person's columns is another member."""
    found = _captained(found)
    best: dict[tuple[str, int, str], tuple[int, int]] = {}
    blocks: dict[str, int] = {}
    names = [meaning.role for _, meaning in found if (meaning.member, meaning.field) == (0, "name")]
    for column, meaning in found:
        role, index, field, rank = meaning
        if names.count(role) > 1 and index == 0 and field in _PERSONAL and rank == 0:
            blocks[role] = blocks.get(role, 0) + (field == "name")
            index = max(blocks[role], 1)
        key = (role, index, field)
        best[key] = min(best.get(key, (rank, column)), (rank, column))
    return _with_unit({key: column for key, (_, column) in best.items()})


def _captained(found: list[tuple[int, Column]]) -> list[tuple[int, Column]]:
    """A captain with a number of his own is one more member, else a remark on those named."""
    held = {(each.role, each.member, each.field) for _, each in found}
    if ("contestant", 0, "name") not in held:
        return found
    if ("contestant", CAPTAIN, "id") not in held:
        return [each for each in found if each[1].member != CAPTAIN]
    return [(column, each._replace(member=1) if _is_mate(each) else each) for column, each in found]


def _is_mate(column: Column) -> bool:
    return (column.role, column.member) == ("contestant", 0) and column.field in _PERSONAL


def _with_unit(columns: dict[tuple[str, int, str], int]) -> dict[tuple[str, int, str], int]:
    """Who sends the entry stands for the unit where nothing else names one."""
    held = {field for role, _, field in columns if role == "contestant"}
    if held & {"unit", "school", "school_major"}:
        return columns
    return {
        (role, index, "unit" if field == "sender" else field): column
        for (role, index, field), column in columns.items()
    }
