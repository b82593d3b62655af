"""The rules of one notice under review: what is there, what is decided, kept after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.fault import InputFault
from knowledge.eligibility.drafting import mending
from knowledge.eligibility.drafting.review import (
    Decision,
    Review,
    added,
    confirmed,
    corrected,
    decided,
    dropped,
    fingerprint,
)
from knowledge.eligibility.rules import RulesError
from knowledge.eligibility.ties import tie
from knowledge.eligibility.wording import concerned, described, parameters
from retrieval.storage.ruling import review_of, review_text, rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.eligibility.model import Rule, Rules
    from knowledge.model import Notice
    from retrieval.storage.store import Entry, Store


class Reviewing:
    """One reviewer at the rules of one notice.

    `who` and `when` are recorded with each decision, which is kept at once.
    """

    def __init__(self, store: Store, entry: Entry, who: str, when: str) -> None:
        self.store, self.entry, self.who, self.when = store, entry, who, when

    @property
    def notice(self) -> Notice:
        """The notice."""
        return self.entry.notice

    @property
    def rules(self) -> Rules:
        """Its rules as they are now; raises `RulesError`."""
        return rules_of(self.entry)

    def find(self, name: str) -> Rule:
        """The rule of that name.

        Raises:
            InputFault: there is none; the message lists those there are.
        """
        rules = {rule.id: rule for rule in self.rules.rules}
        if name not in rules:
            raise InputFault(f"没有规则 {name}；现有的：{'、'.join(rules) or '（没有）'}")
        return rules[name]

    def open(self) -> list[Rule]:
        """The drafted rules nobody has decided on."""
        return [rule for rule in self.rules.rules if rule.drafted]

    def confirm(self, rule: Rule) -> None:
        """The clause says what the rule says; a rule that is confirmed already stays as it is."""
        if rule.drafted:
            self._keep(confirmed(rule, self.who, self.when))

    def correct(self, rule: Rule, now: Rule) -> None:
        """The clause says something else."""
        self._keep(corrected(rule, now, self.who, self.when))

    def drop(self, rule: Rule) -> None:
        """The clause demands nothing of the kind."""
        self._keep(dropped(rule, self.who, self.when))

    def set(self, rule: Rule, pairs: Sequence[str]) -> None:
        """Correct single values, `key=value`; raises `RulesError`, of an unknown key too."""
        known = self.settable(rule)
        for pair in pairs:
            key = pair.partition("=")[0].strip()
            if key not in known:
                raise RulesError(f"规则 {rule.id} 没有参数 {key}；可改的有：{'、'.join(known)}")
        self.correct(rule, mending.with_values(self.notice, rule, pairs))

    @staticmethod
    def settable(rule: Rule) -> tuple[str, ...]:
        """What of a rule can be set: its own parameters, those of its check, its fields."""
        return tuple(
            dict.fromkeys((*rule.params, *parameters(rule.check), *sorted(mending.FIELDS)))
        )

    def item(self, name: str) -> dict[str, Any]:
        """One rule as `listed` has it."""
        return next(item for item in self.listed() if item["rule"] == name)

    def add(self, name: str, path: str, quote: str, text: str) -> None:
        """Add a rule by hand; raises `RulesError`."""
        rule = mending.by_hand(self.notice, name, path, quote, text)
        self._keep(added(rule, self.who, self.when))

    def _keep(self, decision: Decision) -> None:
        review = review_text(decided(review_of(self.entry), decision))
        self.store.put_review(self.notice.id, review)
        self.entry = self.entry.model_copy(update={"review": review})

    def listed(self) -> list[dict[str, Any]]:
        """Every rule with its clause, our reading of it and its state, as plain data."""
        by = _deciders(review_of(self.entry))
        return [
            {
                "rule": item.rule.id,
                "state": "drafted" if item.rule.drafted else "confirmed",
                "reading": described(item.rule),
                "concerns": concerned(_with_names(item.rule, self.notice)),
                "check": item.rule.check,
                "params": _shown(item.rule.params),
                "strength": item.rule.strength,
                "path": item.rule.cite.path if item.rule.cite else None,
                "quote": item.rule.cite.quote if item.rule.cite else None,
                "valid": item.valid,
                "by": by.get(fingerprint(item.rule), {}).get("who"),
                "at": by.get(fingerprint(item.rule), {}).get("when"),
            }
            for item in tie(self.notice, self.rules)
        ]


def _deciders(review: Review) -> dict[str, dict[str, str]]:
    """Who decided on a rule and when, by the rule as it is now."""
    return {
        fingerprint(one.rule): {"who": one.who, "when": one.when}
        for one in review.decisions
        if one.rule
    }


def _with_names(rule: Rule, notice: Notice) -> Rule:
    names = {track.id: track.name for track in notice.tracks}
    return rule.model_copy(update={"tracks": tuple(names.get(one, one) for one in rule.tracks)})


def _shown(value: Any) -> Any:
    """Parameters as JSON can hold them: dates as ISO."""
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_shown(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
