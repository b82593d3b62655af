"""The outline of a notice: its clauses, tables and attachments, each with its place.

Clauses, tables and the lines that open attachments cover all words of the text, and none twice.
What is left over (white space, page numbers inside a table) says nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from knowledge.model import Attachment, Clause, Frozen, Table
from knowledge.structure.grid import Grid, grids
from knowledge.structure.lines import split
from knowledge.structure.naming import numbered
from knowledge.structure.pieces import clauses_and_tables
from knowledge.structure.printed import untabbed
from knowledge.structure.sections import Section, layout


class Outline(Frozen):
    """What a notice consists of."""

    clauses: tuple[Clause, ...] = ()
    tables: tuple[Table, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def outline(text: str) -> Outline:
    """Read the structure of a canonical text; any text has one, if only a `开头`."""
    lines = untabbed(split(text))
    found = grids(lines)
    plan = layout(lines, found)
    clauses: list[Clause] = []
    tables: list[Table] = []
    for section in plan.sections:
        own = _within(found, section)
        its_clauses, its_tables = clauses_and_tables(text, lines, own, section)
        clauses += its_clauses
        tables += its_tables
    return Outline(clauses=_unique(clauses), tables=tuple(tables), attachments=plan.attachments)


def _within(grids: list[Grid], section: Section) -> list[Grid]:
    first = bisect_left(grids, section.first, key=lambda grid: grid.first)
    last = bisect_left(grids, section.last, key=lambda grid: grid.first)
    return grids[first:last]


def _unique(clauses: list[Clause]) -> tuple[Clause, ...]:
    """Number the paths that come again: the printer's lines after an attachment are `落款[2]`."""
    paths = numbered(clause.path for clause in clauses)
    return tuple(
        clause if clause.path == path else clause.model_copy(update={"path": path})
        for clause, path in zip(clauses, paths, strict=True)
    )
