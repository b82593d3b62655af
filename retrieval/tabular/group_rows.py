"""Rows of the groups of one track: 教师组 and 学生组, where people of both are spoken of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from knowledge.model import Row
from knowledge.plain import squeeze
from retrieval.passages.rank import Sought
from retrieval.question.people_groups import groups_said
from retrieval.tabular.tables import Hit

_SEVERAL = 2


def with_people(sought: Sought, every: Collection[str]) -> Sought:
    """What is sought in the group of whose people the question speaks, if it names none."""
    asked = sought.asked
    said = groups_said(asked.unnamed or asked.plain, every) if not sought.groups else ()
    return replace(sought, groups=said) if len(said) == 1 else sought


def of_groups(hit: Hit, own: Collection[str], every: Collection[str], text: str = "") -> Hit:
    """Of the rows of a track those of the groups meant; all where none is, or none is told.

    `text` (comparable) may say one by its people.
    """
    said = groups_said(text, every)
    own = own or (said if len(said) < _SEVERAL else ())
    kept = tuple(
        row
        for row in hit.rows
        if any(group in _words(row) for group in own)
        or not any(group in _words(row) for group in every)
    )
    return replace(hit, rows=kept) if own and kept else hit


def of_both(hit: Hit, every: Collection[str], text: str) -> Hit:
    """With the rows of the same name for all groups a text speaks of, where it speaks of several.

    Both are told, so that they can be compared: 老师比的时间和学生一样长吗.
    """
    said = groups_said(text, every)
    if len(said) < _SEVERAL:
        return hit
    told = {
        i for row in hit.table.rows for i, cell in enumerate(row.cells) if squeeze(cell) in said
    }
    rows = [row for row in hit.table.rows if _alike(row, hit, told)]
    rows = [row for row in rows if any(squeeze(row.cells[i]) in said for i in told)]
    if len(told) != 1 or len(rows) <= len(hit.rows):
        return hit
    return replace(hit, rows=tuple(rows), mentioned=hit.mentioned | told)


def _alike(row: Row, hit: Hit, groups: Collection[int]) -> bool:
    """Whether a row has the name of one that was found, or the same module of the same track."""
    columns = sorted(hit.mentioned - set(groups) - {hit.key})
    if any(row.cells[hit.key] == own.cells[hit.key] for own in hit.rows):
        return True
    return len(columns) >= _SEVERAL and any(
        all(row.cells[i] == own.cells[i] for i in columns) for own in hit.rows
    )


def _words(row: Row) -> str:
    return "|".join(map(squeeze, row.cells))
