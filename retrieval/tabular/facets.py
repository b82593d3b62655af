"""Columns told by two things at once: 职工组单人, 职工组双人, 学生组单人 beside one another.

No word of such a heading is its own; what a question and the rows of its track say of each of the
two leaves the columns that are meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.model import Notice, Row, Track
from knowledge.plain import comparable, comparable_name
from retrieval.passages.units import pairs

Heads = Mapping[int, str]
_NAME = 2


def by_facets(
    heads: Heads, notice: Notice, tracks: Sequence[Track], groups: Sequence[str], text: str
) -> tuple[int, ...]:
    """The columns that fit what is said best; none where nothing tells columns apart.

    `text` is the question, comparable; `groups` are those it is about.
    """
    said = set(_most(heads, _shared(heads, text))) or set(heads)
    rows = tuple(_rows(notice, tracks, _own(groups, text, notice)))
    told = {i for row in rows for i in _most(heads, _names(heads, row))} or set(heads)
    found = tuple(sorted((said & told) or said))
    return found if len(found) < len(heads) else ()


def _shared(heads: Heads, text: str) -> list[str]:
    """The pairs of characters of a text that some headings have and others have not."""
    every = {i: pairs(head) for i, head in heads.items()}
    some = {p for own in every.values() for p in own if len(p) == _NAME}
    return [p for p in sorted(some) if p in text and not all(p in own for own in every.values())]


def _names(heads: Heads, row: Row) -> list[str]:
    """The cells of a row that some headings name and others do not."""
    cells = {comparable_name(cell) for cell in row.cells}
    return [
        c
        for c in sorted(cells)
        if len(c) >= _NAME and 0 < sum(c in head for head in heads.values()) < len(heads)
    ]


def _most(heads: Heads, words: Sequence[str]) -> tuple[int, ...]:
    """The columns whose headings have the most of these words; none if no heading has any.

    >>> _most({1: "职工组单人", 2: "职工组双人", 3: "学生组单人"}, ["学生", "单人"])
    (3,)
    """
    share = {i: sum(word in head for word in words) for i, head in heads.items()}
    best = max(share.values(), default=0)
    return tuple(i for i, much in share.items() if much == best > 0)


def _own(groups: Sequence[str], text: str, notice: Notice) -> tuple[str, ...]:
    """The groups that are meant: those named, or the one whose people are."""
    said = (g for g in notice.groups if comparable_name(g).removesuffix("组") in text)
    return tuple(groups) or tuple(said)


def _rows(notice: Notice, tracks: Sequence[Track], groups: Sequence[str]) -> Iterable[Row]:
    """The rows of tables that name a track, of these groups where rows say groups."""
    names = {comparable(track.name) for track in tracks}
    own, every = set(map(comparable_name, groups)), set(map(comparable_name, notice.groups))
    for table in notice.tables if names else ():
        for row in table.rows:
            cells = {comparable_name(cell) for cell in row.cells}
            if names & cells and (not own or not cells & every or cells & own):
                yield row
