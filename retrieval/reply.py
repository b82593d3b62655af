"""What one question got from one notice, before it becomes an answer with wording around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from knowledge.model import Citation, Frozen, Notice
from knowledge.plain import squeeze
from retrieval.model import Reason, Status
from retrieval.passages.units import Unit


class Piece(Frozen):
    """One statement with its proof."""

    text: str
    citations: tuple[Citation, ...]
    computed: tuple[str, ...] = ()
    """What a shown computation or count produced, and judgements, as they stand in the text."""
    amended: tuple[str, ...] = ()
    """Words of the notice as the cited corrections leave them."""
    scope: str = ""
    """Track or group the statement holds for, where the question left it open."""


class Reply(Frozen):
    """The statements that answer one question from one notice."""

    status: Status
    notice: str
    reason: Reason | None = None
    pieces: tuple[Piece, ...] = ()
    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    near: tuple[Citation, ...] = ()
    """Where to read on when the notice is silent."""
    sure: float = 0.0
    """How well the question was covered, 0 to 1."""
    what: str = ""
    """What the question was about, for wording."""
    choices: tuple[str, ...] = ()
    """Track ids or group names that would settle the question."""
    undecided: bool = False
    """A verdict that still depends on what was not told."""
    spread: bool = False
    """One of many competitions, each named in its own text."""
    edition: Literal["", "previous", "older"] = ""
    """Whether it is of an earlier edition than the present one."""
    also: tuple[str, ...] = ()
    """Other notices that say the same; their clauses are cited beside."""

    @property
    def tells(self) -> bool:
        """Whether it answers all of what was asked, or a part."""
        return self.status in {"answered", "partial"}

    def beside(self, *more: Piece | None) -> Reply:
        """The same with more statements after its own; those that are none are left out."""
        return self.model_copy(update={"pieces": (*self.pieces, *filter(None, more))})


def answered(
    notice: str, pieces: Iterable[Piece], tracks: tuple[str, ...], groups: tuple[str, ...]
) -> Reply:
    """Statements that answer all that was asked of these tracks and groups."""
    return Reply(
        status="answered",
        notice=notice,
        pieces=tuple(pieces),
        tracks=tracks,
        groups=groups,
        sure=1.0,
    )


def cite(notice: Notice, path: str, start: int, end: int) -> Citation:
    """The words of `notice` from `start` to `end` as a citation."""
    return Citation(
        notice=notice.id,
        label=notice.label,
        path=path,
        quote=squeeze(notice.text[start:end]),
        start=start,
        end=end,
    )


def cite_spaced(notice: Notice, path: str, span: tuple[int, int]) -> Citation:
    """Cells of a row as a citation, a space between them."""
    found = cite(notice, path, *span)
    return found.model_copy(update={"quote": " ".join(notice.text[slice(*span)].split())})


def cite_unit(notice: Notice, unit: Unit) -> Citation:
    """A whole sentence as a citation."""
    return cite(notice, unit.path, unit.start, unit.end)
