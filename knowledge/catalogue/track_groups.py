"""Which groups each track has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from knowledge.catalogue.mentions import group_mentions, resolve, track_mentions
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import folded
from knowledge.model import Clause, Table, Track

_SET = re.compile(r"(?:均|各|另|也)?(?:设置?|设有|分为?|增设)$")
_NOT = re.compile(r"不(?:单独)?(?:设置?|分)|^[-—/无]$")


def groups_by_track(
    clauses: Sequence[Clause],
    tables: Sequence[Table],
    tracks: Sequence[Track],
    groups: Sequence[str],
) -> dict[str, tuple[str, ...]]:
    """Track id → groups, from sentences (`X赛项设学生组`), plans of one track, and tables."""
    found: dict[str, list[str]] = defaultdict(list)
    for clause in clauses:
        _from_sentences(clause, tracks, groups, found)
    for table in tables:
        _from_table(table, tracks, groups, found)
    return {
        track: tuple(group for group in groups if group in names) for track, names in found.items()
    }


def _from_sentences(
    clause: Clause,
    tracks: Sequence[Track],
    groups: Sequence[str],
    found: dict[str, list[str]],
) -> None:
    text = folded(clause).text
    named = track_mentions(text, tracks)
    for mention in group_mentions(text, groups):
        sentence = max(text.rfind(sign, 0, mention.start) for sign in "。;\n") + 1
        before = text[sentence : mention.start]
        relative = text[mention.end : mention.end + 1] == "的"
        if relative or not _SET.search(before) or _NOT.search(before):
            continue
        near = [other for other in named if sentence <= other.start and other.end <= mention.start]
        ids = near[-1].names if near else clause.scope.tracks
        for track in ids or [track.id for track in tracks if near or not clause.scope.tracks]:
            found[track] += mention.names


def _from_table(
    table: Table, tracks: Sequence[Track], groups: Sequence[str], found: dict[str, list[str]]
) -> None:
    column = next((i for i, head in enumerate(table.header) if is_track_column(head)), None)
    if column is None or table.form:
        return
    for row in table.rows:
        track = resolve(row.cells[column], tracks) if column < len(row.cells) else None
        if track:
            words = "、".join(cell for cell in row.cells if not _NOT.search(cell))
            heads = [h for h, c in zip(table.header, row.cells, strict=False) if _has(c)]
            found[track.id] += [g for g in groups if g in words or g in " ".join(heads)]


def _has(cell: str) -> bool:
    """Whether a cell below a group's name says that the group exists."""
    return bool(cell.strip()) and not _NOT.search(cell)
