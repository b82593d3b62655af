"""The words of a roster audit: value, cell, grid, fault.

Rows and columns of a grid count from 0; a place is what a spreadsheet shows (`H19`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Literal, NamedTuple

from knowledge import lazy_re
from knowledge.errors import KnowledgeError
from knowledge.model import Citation, Frozen

Value = str | float | int | bool | date | datetime | time | timedelta | None
Severity = Literal["error", "warn", "confirm"]
SEVERITIES: tuple[Severity, ...] = ("error", "warn", "confirm")
_LETTERS = 26
_UNSEEN = lazy_re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Marks without a shape, which come along when a value is copied from a chat or a web page."""


class RosterError(KnowledgeError):
    """A file that cannot be audited; the message says why and what to do, in one line."""


class Fault(Frozen):
    """Something wrong with a roster, at its cells; the field order is the contract's."""

    sheet: str
    cells: tuple[str, ...]
    """Places and ranges: `H19`, `B41:B65`; empty where it is about the sheet as a whole."""
    severity: Severity
    """error: breaks a rule or cannot be used; warn: worth a look; confirm: more must be known."""
    rule: str
    message: str
    """What is wrong and how to mend it, without personal data."""
    citation: Citation | None


class Area(NamedTuple):
    """Merged cells, from the first to the last row and column, both included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """The values of one sheet, from A1 on; rows may differ in length."""

    name: str
    rows: list[list[Value]]
    areas: tuple[Area, ...] = ()
    merges_kept: bool = True
    """False for text files: what was merged there is blank below the first line."""


class Cell(NamedTuple):
    """A value with its place."""

    value: Value
    place: str

    @property
    def text(self) -> str:
        """The value as written, trimmed."""
        return written(self.value)


@cache
def letters(column: int) -> str:
    """The letters of a column.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    first, last = divmod(column, _LETTERS)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def column_of(name: str) -> int:
    """The column of these letters, upper or lower case.

    >>> column_of("A"), column_of("z"), column_of("AA")
    (0, 25, 26)
    """
    number = 0
    for letter in name.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def place(row: int, column: int) -> str:
    """What a spreadsheet calls a cell.

    >>> place(18, 7)
    'H19'
    """
    return f"{letters(column)}{row + 1}"


def seen_from(sheet: str, own: str, cells: str) -> str:
    """Cells of the sheet `own` as a fault of `sheet` names them.

    >>> seen_from("报名表", "报名表", "H19"), seen_from("报名表", "教师组", "H19")
    ('H19', '教师组!H19')
    """
    return cells if own == sheet else f"{own}!{cells}"


def written(value: Value) -> str:
    """A value as a person would write it; whole numbers without a point.

    >>> written(3.0), written(datetime(1990, 3, 27)), written(None)
    ('3', '1990-03-27', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    text = str(value)
    return (text if text.isascii() else _UNSEEN.sub("", text)).strip()


def ranges(rows: Sequence[int], column: int) -> tuple[str, ...]:
    """The cells of one column, neighbours as one range.

    >>> ranges([4, 5, 6, 9], 1)
    ('B5:B7', 'B10')
    """
    found: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(
        place(first, column) if first == last else f"{place(first, column)}:{place(last, column)}"
        for first, last in found
    )
