"""Tables joined by a class: 路桥公司 is of 二类单位, and 二类单位 may enter 2组.

One table lists which bodies make up each class, another tells of each class; whoever asks names a
body of his own. A remark that puts a body into another class goes before the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit
from retrieval.question.likeness import items
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.matrix import Matrices, matrix_reply
from retrieval.tabular.rows import row_piece
from retrieval.tabular.tables import TableView

_KIND = lazy_re.compile(r"(?:分?公司|集团|单位|学校|学院|中心|医院|[局厂校院])$")
_WHO = lazy_re.compile(
    r"(?:都|分别|具体|指的?|包括|包含|有|是|含)+(?:的是)?(?:哪|谁|什么单位|啥单位)"
)
_LEAST = 2


class _Member(NamedTuple):
    """A body with the row of its class."""

    said: str
    row: Row
    of: str


class ClassMembers:
    """The table of one notice that lists the members of classes told of in other tables."""

    def __init__(self, reading: Reading, views: Sequence[TableView]) -> None:
        self._notice: Notice = reading.notice
        self._reading = reading
        self._views = views

    def reply(self, matrices: Matrices, sought: Sought, of: SpeakingOf) -> Reply | None:
        """What is told of the class of the body named, or the bodies of the class named."""
        if self._list is None:
            return None
        listed = self._listed(sought.asked.plain)
        if listed is not None:
            return listed
        member = self._named(sought.asked.plain)
        if member is None or member.of in sought.asked.plain:
            return None
        notes = [u for u in self._notes(member) if self._concerns(u, sought, of)]
        other = next((c for u in notes for c in self._classes if c in u.plain), member.of)
        text = sought.asked.plain.replace(member.said, other)
        asked = sought.asked.model_copy(update={"plain": text, "unnamed": text})
        told = matrix_reply(self._notice, matrices, replace(sought, asked=asked))
        if told is None:
            return None
        pieces = (*told.pieces, *self._why(member, notes))
        return told.model_copy(update={"pieces": pieces})

    @cached_property
    def _list(self) -> tuple[TableView, int] | None:
        """The table of members, and the column that lists them."""
        for view in self._views:
            elsewhere = {n for v in self._views if v is not view for n in v.names}
            columns = (i for i in range(len(view.heads)) if i != view.key)
            listing = [i for i in columns if any(len(items(c)) > 1 for c in _cells(view, i))]
            if len(listing) == 1 and len(elsewhere.intersection(view.names)) >= _LEAST:
                return view, listing[0]
        return None

    @cached_property
    def _classes(self) -> tuple[str, ...]:
        return self._list[0].names if self._list is not None else ()

    @cached_property
    def _members(self) -> tuple[_Member, ...]:
        """Every body by what tells it from the others: 路桥 of 华岱路桥公司."""
        if self._list is None:
            return ()
        view, column = self._list
        found = [
            (name, row, comparable(row.cells[view.key]))
            for row in view.table.rows
            for name in items(comparable(row.cells[column]))
        ]
        shared = _shared([name for name, _, _ in found])
        return tuple(
            _Member(said, row, of) for name, row, of in found for said in _called(name, shared)
        )

    def _named(self, text: str) -> _Member | None:
        """The one body a question (comparable) names, by the longest words for it."""
        said = [m for m in self._members if m.said in text]
        longest = max((len(m.said) for m in said), default=0)
        best = [m for m in said if len(m.said) == longest]
        return best[0] if best and len({m.row.number for m in best}) == 1 else None

    def _listed(self, text: str) -> Reply | None:
        """The bodies of a class, where it is asked which these are: 一类单位是哪几家."""
        if self._list is None:
            return None
        view, _ = self._list
        for name, row in zip(view.names, view.table.rows, strict=True):
            at = text.find(name)
            if at >= 0 and _WHO.match(text, at + len(name)):
                piece = row_piece(self._notice, view.table, row)
                pieces = (piece,) if piece is not None else ()
                return Reply(status="answered", notice=self._notice.id, pieces=pieces, sure=1.0)
        return None

    def _notes(self, member: _Member) -> Iterator[Unit]:
        """The sentences that tell of the body by its name and put it into another class."""
        for unit in self._reading.units:
            named = member.said in unit.plain and member.of not in unit.plain
            if named and any(c in unit.plain for c in self._classes):
                yield unit

    @staticmethod
    def _concerns(unit: Unit, sought: Sought, of: SpeakingOf) -> bool:
        """Whether a remark is about the tracks asked for, or about none."""
        named = of.named(unit.plain)
        return not named or bool(named & set(sought.tracks))

    def _why(self, member: _Member, notes: Iterable[Unit]) -> Iterator[Piece]:
        """The row of the body, and the remark that takes it out of there."""
        piece = row_piece(self._notice, self._list[0].table, member.row) if self._list else None
        if piece is not None:
            yield piece
        for unit in notes:
            yield Piece(text=unit.text, citations=(cite_unit(self._notice, unit),))


def _cells(view: TableView, column: int) -> list[str]:
    return [comparable(row.cells[column]) for row in view.table.rows]


def _shared(names: Sequence[str]) -> int:
    """How many characters all names begin with.

    >>> _shared(["华岱一局", "华岱路桥公司"]), _shared(["华岱一局"])
    (2, 0)
    """
    first, last = min(names, default=""), max(names, default="")
    same = (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return next(same, 0)


def _called(name: str, shared: int) -> Iterator[str]:
    """The ways to call a body: whole, without what all of them begin with, without its kind.

    >>> list(_called("华岱路桥公司", 2)), list(_called("华岱一局", 2))
    (['华岱路桥公司', '路桥公司', '路桥'], ['华岱一局', '一局'])
    """
    own = name[shared:]
    bare = _KIND.sub("", own)
    yield from dict.fromkeys(said for said in (name, own, bare) if len(said) >= _LEAST)
