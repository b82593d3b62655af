"""The parts a draft is made of: where words stand, what they were read as."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.eligibility.once import once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.eligibility.model import Strength
    from knowledge.fold import Fold
    from knowledge.model import Clause, Notice, Row, Scope

WORKING = ("worker", "teacher", "flexible")


@dataclass(frozen=True)
class Statement:
    """A sentence (or a cell) that may state conditions, folded, with its clause and scope."""

    notice: Notice
    place: Clause | Row
    fold: Fold
    scope: Scope
    section: str
    """who, entry, out or other: what the headings above say."""
    bars: bool = False
    """Whether it stands in a list of people who may not enter."""
    one_of: str = ""
    """Path of the clause whose alternatives it is one of."""
    cell: bool = False
    quote: str = ""
    """For a cell its own words; empty: the statement's."""

    @property
    def text(self) -> str:
        """The folded words."""
        return self.fold.text


class Made(NamedTuple):
    """A check with its parameters, as a builder makes it."""

    check: str
    params: Mapping[str, Any] = {}
    capacities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """A check read at `start:end` of a statement."""

    statement: Statement
    start: int
    end: int
    made: Made
    strength: Strength = "must"
    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    name: str = ""
    """Name of the pattern; becomes part of the rule's id."""


@dataclass
class Findings:
    """What reading a notice has found so far."""

    conditions: list[Condition] = field(default_factory=list)
    references: list[Condition] = field(default_factory=list)
    """Reference dates for ages, with their scope."""


@once
def clauses_of(notice: Notice) -> Mapping[str, Clause]:
    """The clauses of a notice by path."""
    return {clause.path: clause for clause in notice.clauses}
