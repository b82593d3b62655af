"""What a check gets and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.eligibility.entered import possible

if TYPE_CHECKING:
    from datetime import date, datetime

    from knowledge.eligibility.model import OtherDate, Outcome
    from knowledge.eligibility.person import Person
    from knowledge.model import Notice, Track


@dataclass(frozen=True)
class Case:
    """One person, one track, one moment."""

    notice: Notice
    person: Person
    as_of: datetime
    track: Track | None
    capacity: str | None
    alike: int = 1
    """How many tracks `track` stands for, where none was chosen."""
    dates: tuple[OtherDate, ...] = ()
    age_date_stated: bool = False

    @property
    def day(self) -> date:
        """The day the verdict is made for."""
        return self.as_of.date()

    @cached_property
    def groups(self) -> frozenset[str]:
        """The groups the person may enter in; every rule asks for them."""
        return possible(self)


class Fix(NamedTuple):
    """A fact that would meet the rule."""

    key: str
    to: Any
    from_date: date | None = None


Way = tuple[Fix, ...]
"""Facts that mend a rule together."""


@dataclass(frozen=True)
class Result:
    """The outcome of a check. `ways` of a rule not met: alternatives, none if nothing mends it."""

    outcome: Outcome
    explanation: str
    missing: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    notes: tuple[str, ...] = field(default=())


Params = Mapping[str, Any]
Check = Callable[[Case, Params], Result]


def met(explanation: str, *notes: str) -> Result:
    """The rule is kept."""
    return Result("met", explanation, notes=notes)


def not_met(
    explanation: str, *fixes: Fix, or_else: tuple[Way, ...] = (), notes: tuple[str, ...] = ()
) -> Result:
    """The rule is broken; the fixes mend it together, and so does each way of `or_else`."""
    return Result("not_met", explanation, ways=((fixes,) if fixes else ()) + or_else, notes=notes)


def unknown(explanation: str, *missing: str) -> Result:
    """A fact is missing."""
    return Result("unknown", explanation, missing=missing)


def remark(explanation: str) -> Result:
    """Nothing is judged."""
    return Result("remark", explanation)


CONFIRMED = "主办方确认"
"""Key of `Person.other`: what the organiser said where the notice leaves it open."""


def left_to_organiser(case: Case, doubt: str) -> Result:
    """The notice leaves it open; only the organiser's word settles it."""
    said = (case.person.other or {}).get(CONFIRMED)
    if said is True:
        return met(f"{doubt}；主办方已确认可以。")
    if said is False:
        return not_met(f"{doubt}；主办方已确认不可以。")
    return unknown(f"{doubt}。", "other")
