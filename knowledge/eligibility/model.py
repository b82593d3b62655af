"""The words of the checker: rule, finding, change, verdict."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from knowledge.model import Citation, Frozen

Outcome = Literal["met", "not_met", "unknown", "remark"]
Strength = Literal["must", "in_principle", "generally"]
Decision = Literal["eligible", "ineligible", "need_info"]


class Cite(Frozen):
    """Where the words that justify a rule stand, and the hash of the clause they stand in."""

    path: str
    quote: str
    """Verbatim, white space aside."""
    hash: str


class Rule(Frozen):
    """A condition as data; `check` names one of the functions in `checks.CHECKS`."""

    id: str
    check: str
    params: dict[str, Any] = Field(default_factory=dict)
    strength: Strength = "must"
    tracks: tuple[str, ...] = ()
    """Ids, names or aliases; empty: all."""
    capacities: tuple[str, ...] = ()
    """student, worker, teacher, flexible; empty: whoever enters."""
    groups: tuple[str, ...] = ()
    """Groups as the notice prints them (机构组); empty: all."""
    drafted: bool = False
    """Made from the clause by `drafting`, and confirmed by nobody yet."""
    cite: Cite | None
    """None for a general remark only."""


class OtherDate(Frozen):
    """A day other than today on which an age could be reckoned, as far as the notice names one."""

    date: date
    label: str
    tracks: tuple[str, ...] = ()


class Ask(Frozen):
    """Whom to ask about exceptions, as the notice names them."""

    who: str
    tracks: tuple[str, ...] = ()


class Rules(Frozen):
    """The rules of one notice."""

    notice: str
    asks: tuple[Ask, ...] = ()
    dates: tuple[OtherDate, ...] = ()
    age_date_stated: bool = False
    """Whether the notice states a reference date for ages."""
    rules: tuple[Rule, ...] = ()


class Change(Frozen):
    """A fact that would have to be another for a rule to be met."""

    key: str
    to: Any
    from_date: date | None = None
    rule: str


class RuleFinding(Frozen):
    """What one rule says about one person."""

    rule: str
    outcome: Outcome
    strength: Strength
    explanation: str
    citation: Citation | None


class Verdict(Frozen):
    """A verdict with its proof; the field order is the contract's key order."""

    id: str | None = None
    verdict: Decision
    findings: tuple[RuleFinding, ...] = ()
    missing: tuple[str, ...] = ()
    next_question: str | None = None
    would_change: tuple[Change, ...] = ()
    ignored: tuple[str, ...] = ()
    as_of: str
    verdict_id: str
