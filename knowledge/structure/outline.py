"""The outline of a notice: its clauses, tables and attachments, each with its place.

Clauses, tables and the lines that open attachments cover all words of the text, and none twice.
What is left over (white space, page numbers inside a table) says nothing.
"""

from __future__ import annotations

from collections import Counter

from knowledge.model import Attachment, Clause, Frozen, Table
from knowledge.structure.grid import grids
from knowledge.structure.lines import split
from knowledge.structure.pieces import clauses_and_tables
from knowledge.structure.sections import layout


class Outline(Frozen):
    """What a notice consists of."""

    clauses: tuple[Clause, ...] = ()
    tables: tuple[Table, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def outline(text: str) -> Outline:
    """Read the structure of a canonical text; any text has one, if only a `开头`."""
    lines = split(text)
    found = grids(lines)
    plan = layout(lines, found)
    clauses: list[Clause] = []
    tables: list[Table] = []
    for section in plan.sections:
        its_clauses, its_tables = clauses_and_tables(text, lines, found, section)
        clauses += its_clauses
        tables += its_tables
    return Outline(clauses=_unique(clauses), tables=tuple(tables), attachments=plan.attachments)


def _unique(clauses: list[Clause]) -> tuple[Clause, ...]:
    """Number the paths without a mark that come again: the printer's lines are `落款[2]`."""
    seen: Counter[str] = Counter()
    result = []
    for clause in clauses:
        seen[clause.path] += 1
        count = seen[clause.path]
        path = clause.path if count == 1 else f"{clause.path}[{count}]"
        result.append(clause.model_copy(update={"path": path}))
    return tuple(result)
