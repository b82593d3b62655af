"""Where the questions and answers of a sheet stand: columns by the meaning of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eval.own_sheet.words import Field, words
from knowledge.plain import comparable
from knowledge.roster.fill import filled
from knowledge.roster.model import Grid, Value, written

_DEEPEST = 30
"""Lines down to which the heading is looked for: titles and notes stand above it."""
_LONGEST = 12
_NOTE = re.compile(r"\([^()]*\)|[*#:;,.、。“”\"']")


class Line(NamedTuple):
    """One question of a sheet."""

    row: int
    """From 0."""
    values: Mapping[Field, Value]

    def text(self, field: Field) -> str:
        """The words of a column; "" where there is none."""
        return written(self.values.get(field))


class Heading(NamedTuple):
    """The heading line and what its columns hold."""

    row: int
    columns: Mapping[Field, int]
    ours: Mapping[str, int]
    """Columns that an earlier run wrote, by their heading."""
    width: int
    """Columns that are in use."""


def heading_of(grid: Grid) -> Heading | None:
    """The line that names a column of questions and most of the others; the first of those."""
    rows = filled(grid)
    found = [h for at, row in enumerate(rows[:_DEEPEST]) if (h := _heading(at, row, rows))]
    return max(found, key=lambda h: (len(h.columns), -h.row), default=None)


def _heading(at: int, row: Sequence[Value], rows: Sequence[Sequence[Value]]) -> Heading | None:
    named: dict[Field, tuple[int, int]] = {}
    ours: dict[str, int] = {}
    for column, value in enumerate(row):
        text = written(value)
        if text in words().written:
            ours[text] = column
        elif (meaning := read_heading(text)) is not None:
            field, rank = meaning
            named[field] = min(named.get(field, (rank, column)), (rank, column))
    columns = {field: column for field, (_, column) in named.items()}
    if "question" not in columns:
        return None
    width = max(len(each) for each in rows)
    return Heading(row=at, columns=columns, ours=ours, width=width)


def read_heading(text: str) -> tuple[Field, int] | None:
    """What a heading means, and how surely: 0 it is the name, 1 it begins or ends with it.

    >>> read_heading("参考答案（口径）"), read_heading("序号")
    (('answer', 0), None)
    """
    plain = _NOTE.sub("", comparable(text))
    if not plain or len(plain) > _LONGEST:
        return None
    for rank, fits in enumerate((str.__eq__, _at_an_end)):
        for field, names in words().columns.items():
            if any(fits(plain, name) for name in names):
                return field, rank
    return None


def _at_an_end(text: str, name: str) -> bool:
    return len(name) > 1 and (text.startswith(name) or text.endswith(name))


def lines(grid: Grid, heading: Heading) -> Iterator[Line]:
    """The lines below the heading that ask something, or answer what nobody asked."""
    for at, row in enumerate(filled(grid)):
        values: dict[Field, Value] = {
            field: row[column] for field, column in heading.columns.items() if column < len(row)
        }
        if at > heading.row and any(written(values.get(field)) for field in ("question", "answer")):
            yield Line(row=at, values=values)
