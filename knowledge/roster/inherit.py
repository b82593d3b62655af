"""Blanks that mean “as above”: a unit written once over its people, without merged cells.

In a text file merged cells leave such blanks, so each is filled from the line above. In a workbook
a blank may be an omission; it is filled where a good part of the column is written so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.roster.lines import Line
from knowledge.roster.model import Cell

_FIELDS = ("unit", "track", "group", "team")
_USUAL = 0.25
"""Share of blanks from which on a column of a workbook is written so."""


def inherited(lines: Sequence[Line], *, merges_kept: bool) -> list[Line]:
    """The lines with such blanks filled; a blank line or heading ends what is taken over."""
    fields = [name for name in _FIELDS if _written_once(lines, name, merges_kept=merges_kept)]
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found and found[-1].block == line.block else None
        found.append(_filled(line, above, fields) if above else line)
    return found


def _written_once(lines: Sequence[Line], name: str, *, merges_kept: bool) -> bool:
    own = [line.text(name) for line in lines if name in line.cells]
    blanks = own.count("")
    return bool(blanks) and (not merges_kept or (bool(own[0]) and blanks >= _USUAL * len(own)))


def _filled(line: Line, above: Line, fields: Iterable[str]) -> Line:
    taken = {
        name: Cell(above.cells[name].value, line.cells[name].place)
        for name in fields
        if name in line.cells and name in above.cells and not line.text(name)
    }
    return replace(line, cells={**line.cells, **taken}) if taken else line
