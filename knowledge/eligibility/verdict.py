"""Findings → verdict: the decision, what is missing, what would change it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter
from datetime import datetime, time
from typing import TYPE_CHECKING, NamedTuple

from knowledge.eligibility.data import table
from knowledge.eligibility.model import Decision, Outcome, Rule, RuleFinding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.eligibility.checks.base import Result
    from knowledge.eligibility.person import Person
    from knowledge.model import Citation, Notice

KEY = "saiwen"
"""Default key of verdict ids; a setting (SAIWEN_VERDICT_KEY) makes ids of an office its own."""
_FIRST = ("track", "identity", "unit_type", "event_category", "group")


class Judged(NamedTuple):
    """A rule with its result and citation."""

    rule: Rule
    result: Result
    citation: Citation | None


def decide(judged: Sequence[Judged]) -> Decision:
    """A rule not met decides, then a fact unknown; remarks never do."""
    outcomes = {item.result.outcome for item in judged}
    if "not_met" in outcomes:
        return "ineligible"
    return "need_info" if "unknown" in outcomes else "eligible"


def missing(judged: Sequence[Judged]) -> tuple[str, ...]:
    """The keys that can still decide, the most decisive first."""
    if decide(judged) != "need_info":
        return ()
    counts = Counter(key for item in judged for key in item.result.missing)
    return rank(counts)


def rank(counts: Counter[str]) -> tuple[str, ...]:
    """Keys that open others first, then those that settle most rules, then by name of the rule."""
    order = {key: place for place, key in enumerate(counts)}
    first = {key: place for place, key in enumerate(_FIRST)}
    return tuple(
        sorted(counts, key=lambda key: (first.get(key, len(first)), -counts[key], order[key]))
    )


def ask(keys: Sequence[str]) -> str | None:
    """The question for the most decisive key."""
    if not keys:
        return None
    questions: dict[str, str] = table("questions.yaml")
    return questions.get(keys[0], f"请补充：{keys[0]}")


def findings(judged: Sequence[Judged], ask_whom: str) -> tuple[RuleFinding, ...]:
    """One finding a rule, and a remark `RULE-boundary` for what is worth knowing of a boundary."""
    found = []
    for item in judged:
        said = item.result.explanation + _exception(item.rule, item.result, ask_whom)
        found.append(_finding(item, item.rule.id, item.result.outcome, said))
        found.extend(
            _finding(item, f"{item.rule.id}-boundary", "remark", note) for note in item.result.notes
        )
    return tuple(found)


def _finding(item: Judged, rule: str, outcome: Outcome, said: str) -> RuleFinding:
    return RuleFinding(
        rule=rule,
        outcome=outcome,
        strength=item.rule.strength,
        explanation=said,
        citation=item.citation,
    )


def _exception(rule: Rule, result: Result, ask_whom: str) -> str:
    if result.outcome != "not_met" or rule.strength == "must":
        return ""
    word = "“原则上”" if rule.strength == "in_principle" else "“一般应”，即原则上如此"
    return f"（通知的用词是{word}，可否例外由主办方决定，请咨询{ask_whom}。）"


def shown(as_of: datetime) -> str:
    """The moment of a verdict: a date where only a date was meant."""
    midnight = as_of.timetz().replace(tzinfo=None) == time()
    return as_of.date().isoformat() if midnight else as_of.isoformat()


def verdict_id(  # noqa: PLR0913 all that makes a verdict what it is
    notice: Notice, rules: str, person: Person, as_of: datetime, track: str | None, *, key: str
) -> str:
    """Keyed hash of rules, date and facts; the same facts in any order give the same id."""
    facts = person.model_dump(mode="json", exclude_none=True)
    if person.is_advisor is False:  # absent means no
        del facts["is_advisor"]
    facts = {
        name: sorted(value) if isinstance(value, list) else value for name, value in facts.items()
    }
    made_of = [notice.id, rules, facts, as_of.isoformat(), track]
    text = json.dumps(made_of, ensure_ascii=True, sort_keys=True, default=str)
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:20]
