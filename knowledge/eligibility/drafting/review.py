"""What people decided about rules: confirmed, corrected, dropped, added; and what follows from it.

A decision names the rule it was made on by its content, not by its id, so that it outlives
drafting anew. A confirmed rule whose clause has changed stays and is disabled by its hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from knowledge.eligibility.model import Rule, Rules
from knowledge.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["confirmed", "corrected", "dropped", "added"]


class Decision(Frozen):
    """One decision of one person; of several on one rule the last one holds."""

    kind: Kind
    of: Rule | None
    """The rule as it was before; None for one that was added."""
    rule: Rule | None
    """The rule as it is now; None for one that was dropped."""
    who: str
    when: str
    """ISO time in Asia/Shanghai."""


class Review(Frozen):
    """All decisions about the rules of one notice, oldest first."""

    decisions: tuple[Decision, ...] = ()


def fingerprint(rule: Rule) -> str:
    """What makes two rules the same: all but their ids and the mark."""
    return rule.model_copy(update={"id": "", "drafted": False}).model_dump_json()


def reviewed(rules: Rules, review: Review) -> Rules:
    """The rules with the decisions applied; what nobody decided on stays as it is.

    >>> reviewed(Rules(notice="n"), Review()).rules
    ()
    """
    last = _last(review)
    kept = [last.pop(fingerprint(rule), _undecided(rule)).rule for rule in rules.rules]
    own = [one.rule for one in last.values()]
    return rules.model_copy(
        update={"rules": tuple(_named(rule for rule in (*kept, *own) if rule is not None))}
    )


def _undecided(rule: Rule) -> Decision:
    return Decision(kind="confirmed", of=rule, rule=rule, who="", when="")


def _last(review: Review) -> dict[str, Decision]:
    """The holding decision on each rule, by the rule the first decision was made on."""
    found: dict[str, Decision] = {}
    origin: dict[str, str] = {}
    for one in review.decisions:
        before = fingerprint(one.of) if one.of else f"added {len(found)}"
        key = origin.get(before, before)
        found[key] = one
        if one.rule:
            origin[fingerprint(one.rule)] = key
    return found


def _named(rules: Iterator[Rule]) -> Iterator[Rule]:
    """Rules with ids of their own; a later one that repeats an id gets a number."""
    taken: set[str] = set()
    for rule in rules:
        name, number = rule.id, 1
        while name in taken:
            number += 1
            name = f"{rule.id}-{number}"
        taken.add(name)
        yield rule if name == rule.id else rule.model_copy(update={"id": name})


def decided(review: Review, decision: Decision) -> Review:
    """The review with one decision more."""
    return review.model_copy(update={"decisions": (*review.decisions, decision)})


def confirmed(rule: Rule, who: str, when: str) -> Decision:
    """The rule as it stands, without the mark."""
    now = rule.model_copy(update={"drafted": False})
    return Decision(kind="confirmed", of=rule, rule=now, who=who, when=when)


def corrected(rule: Rule, now: Rule, who: str, when: str) -> Decision:
    """Another reading of the same clause."""
    kept = now.model_copy(update={"drafted": False})
    return Decision(kind="corrected", of=rule, rule=kept, who=who, when=when)


def dropped(rule: Rule, who: str, when: str) -> Decision:
    """No rule at all."""
    return Decision(kind="dropped", of=rule, rule=None, who=who, when=when)


def added(rule: Rule, who: str, when: str) -> Decision:
    """A rule written by hand."""
    return Decision(kind="added", of=None, rule=rule, who=who, when=when)
