"""Which groups each track has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions, resolve
from knowledge.catalogue.tracks import is_track_column
from knowledge.fold import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.catalogue.mentions import Mention
    from knowledge.model import Clause, Table, Track

_SET = lazy_re.compile(
    r"(?:均|各|另|也)?(?:设置?|设有|分为?|增设)(?:[^,。;:()]{2,6}组\([^()]{1,12}\)[、和与及])*$"
)
_ONLY = lazy_re.compile(r"(?:只|仅)(?:设置?|设有|开设|面向|有)$")
"""Of one track, beside what all have: 农机驾驶操作只设农民组."""
_WITHOUT = lazy_re.compile(r"(?:均|都|则)?不(?:再|单独|另行?)?(?:分组|设组|区分组)别?")
"""Of tracks all of whose entrants compete together: 育婴员不分组."""
_HOLDS = lazy_re.compile(r"(?:共|分别|只|仅)?(?:设置?|设有|开设|包括|含有?|分为)")
_SETS_TOO = lazy_re.compile(r"(?:共|分别|只|仅)?(?:设置?|设有|开设|包括|为|:)")
"""Where the tracks of the next group begin: 职工组设甲、乙，学生组设丙."""
_LISTS = lazy_re.compile(r"(?:\([^()]{0,8}\))?:")
_REST = lazy_re.compile("其余|其他|其它")
"""The tracks that no other words give groups: 甲赛项只设职工组，其余赛项均设两个组."""
_CLOSED = lazy_re.compile(r"\)(?:$|[、;。\n])")
_NOT = lazy_re.compile(r"不(?:单独)?(?:设置?|分)|^[-—/无]$")


def grouped_tracks(
    clauses: Sequence[Clause], tables: Sequence[Table], entrants: Entrants
) -> tuple[Track, ...]:
    """Tracks with their groups, from sentences (`某赛项设学生组`), plans and tables."""
    general: dict[str, list[str]] = defaultdict(list)
    found: dict[str, list[str]] = defaultdict(list)
    only: dict[str, tuple[str, ...]] = {}
    for clause in clauses:
        _from_sentences(clause, entrants, found, general, only)
    for table in tables:
        _from_table(table, entrants, found)
    for track in entrants.tracks:  # 竞赛分中职组、高职组 says nothing where tracks have their own
        found[track.id] = list(only.get(track.id, found[track.id] or general[track.id]))
    return tuple(
        track.model_copy(
            update={"groups": tuple(g for g in entrants.groups if g in found[track.id])}
        )
        for track in entrants.tracks
    )


def _from_sentences(
    clause: Clause,
    entrants: Entrants,
    found: dict[str, list[str]],
    general: dict[str, list[str]],
    only: dict[str, tuple[str, ...]],
) -> None:
    text = folded(clause).text
    named = mentions(text, entrants)
    only |= {n: () for one in named.tracks if _WITHOUT.match(text, one.end) for n in one.names}
    for mention in named.groups:
        sentence = max(text.rfind(sign, 0, mention.start) for sign in "。;\n") + 1
        before = text[sentence : mention.start]
        if _HOLDS.match(text, mention.end) and not _NOT.search(text[mention.end : mention.end + 3]):
            ends = [
                g.start
                for g in named.groups
                if g.start > mention.end and _SETS_TOO.match(text, g.end)
            ]
            for track in _behind(text[: min(ends, default=len(text))], mention.end, named.tracks):
                found[track] += mention.names
        if listed := _LISTS.match(text, mention.end):
            for track in _whole_list(text, listed.end(), named.tracks):
                found[track] += mention.names
        for track in _in_brackets(text, mention, named.tracks):
            found[track] += mention.names
        relative = text[mention.end : mention.end + 1] == "的"
        if relative or not _SET.search(before) or _NOT.search(before):
            continue
        near = [
            other
            for other in named.tracks
            if sentence <= other.start and other.end <= mention.start
        ]
        ids = near[-1].names if near else clause.scope.tracks
        rest = bool(near) and not near[-1].names and bool(_REST.match(text, near[-1].start))
        if near and near[-1].names and _ONLY.search(before):
            only |= dict.fromkeys(ids, tuple(mention.names))
        for track in ids or [
            track.id for track in entrants.tracks if near or not clause.scope.tracks
        ]:
            own = (near and not rest) or clause.scope.tracks
            (found if own else general)[track] += mention.names


def _in_brackets(text: str, mention: Mention, tracks: Sequence[Mention]) -> Sequence[str]:
    """The track of 快递员(职工组、学生组), where these words stand in a list or alone."""
    if text[mention.start - 1 : mention.start] != "(" or not _CLOSED.match(text, mention.end):
        return ()
    return next((one.names[-1:] for one in tracks if one.end == mention.start - 1), ())


def _whole_list(text: str, place: int, tracks: Sequence[Mention]) -> list[str]:
    """The tracks of 职工组：甲、乙; — nothing but them up to the end of the phrase."""
    own = [one for one in tracks if one.start == place]
    return [n for one in own if one.end == len(text) or text[one.end] in "。;\n" for n in one.names]


def _behind(text: str, place: int, tracks: Sequence[Mention]) -> list[str]:
    """The tracks right behind 高职组设: up to the end of the phrase."""
    end = min((at for sign in "。;\n" if (at := text.find(sign, place)) >= 0), default=len(text))
    return [name for one in tracks if place <= one.start < end for name in one.names]


def _from_table(table: Table, entrants: Entrants, found: dict[str, list[str]]) -> None:
    column = next((i for i, head in enumerate(table.header) if is_track_column(head)), None)
    if column is None or table.form:
        return
    for row in table.rows:
        track = resolve(row.cells[column], entrants.tracks) if column < len(row.cells) else None
        if track:
            words = "、".join(cell for cell in row.cells if not _NOT.search(cell))
            heads = [h for h, c in zip(table.header, row.cells, strict=False) if _has(c)]
            found[track.id] += [g for g in entrants.groups if g in words or g in " ".join(heads)]


def _has(cell: str) -> bool:
    """Whether a cell below a group's name says that the group exists."""
    return bool(cell.strip()) and not _NOT.search(cell)
