"""What a question must get an answer to: its goals, and which sentences reach them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import ValueKind
from retrieval.asked import Asked
from retrieval.lexicon import Words
from retrieval.units import Unit

# What a shape of question asks for when no concept says it.
_IMPLIED = {"when": "hold_time", "where": "venue", "how_long": "duration"}
_NAMING = frozenset({"organisation", "person", "place"})
_COUNTING = frozenset({"how_many", "how_much", "how_long"})


@dataclass(frozen=True)
class Goal:
    """One concept to be answered, with the kinds of value that would do it."""

    concept: str
    kinds: frozenset[ValueKind]
    hard: bool

    def reached(self, unit: Unit) -> bool:
        """Whether the sentence speaks of the concept and holds such a value."""
        return self.spoken(unit) and self.has_kind(unit)

    def spoken(self, unit: Unit) -> bool:
        """Whether the sentence or its heading speaks of the concept."""
        return self.concept in unit.said or self.concept in unit.titled

    def has_kind(self, unit: Unit) -> bool:
        """Whether a value of a fitting kind stands in the sentence."""
        return not self.kinds or any(v.kind in self.kinds for v in unit.values)


def with_implied(asked: Asked, words: Words) -> Asked:
    """Add what the shape of the question asks for: 决赛哪天 asks for a time."""
    have = {k for c in asked.concepts for k in words.concepts[c].kinds}
    goals = [c for c in asked.concepts if not words.concepts[c].stage]
    added = [
        concept
        for form, concept in _IMPLIED.items()
        if form in asked.forms
        and concept not in asked.concepts
        and not have & set(words.concepts[concept].kinds)
        and (form != "when" or not goals or _only_timeless(goals, words))
    ]
    return asked.model_copy(update={"concepts": (*asked.concepts, *added)}) if added else asked


def _only_timeless(goals: list[str], words: Words) -> bool:
    return all(words.concepts[c].broad or words.concepts[c].soft for c in goals)


def goals(asked: Asked, words: Words) -> tuple[Goal, ...]:
    """The goals, those the question insists on first; stages only narrow them."""
    found = []
    contact = any(words.concepts[c].card for c in asked.concepts)
    for name in asked.concepts:
        concept = words.concepts[name]
        if concept.stage:
            continue
        # 承办单位电话: the unit only says whose phone is asked for
        narrowing = contact and not concept.card and bool(set(concept.kinds) & _NAMING)
        kinds = frozenset() if narrowing else _kinds(concept.kinds, asked.forms)
        found.append(Goal(name, kinds, not concept.soft))
    return tuple(sorted(found, key=lambda g: not g.hard))


def _kinds(kinds: tuple[ValueKind, ...], forms: frozenset[str]) -> frozenset[ValueKind]:
    """Yes/no questions need no value; who and where are not asked by how many."""
    if "yes_no" in forms:
        return frozenset()
    wanted = frozenset(kinds)
    return frozenset() if forms & _COUNTING and wanted & _NAMING else wanted
