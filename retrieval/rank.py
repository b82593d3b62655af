"""Which sentence of a notice answers: concepts, kinds of value, words, scope, and meaning.

Every weight of the ranking stands in `Weights`; they were chosen on the known questions
(`saiwen eval`), not on one notice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from knowledge.model import Frozen, ValueKind
from retrieval.asked import Asked
from retrieval.lexicon import Words
from retrieval.units import Reading, Unit, pairs


class Weights(Frozen):
    """How much each sign of an answer counts."""

    titled: float = 0.75
    above: float = 0.35
    broad: float = 0.5
    content: float = 0.8
    heading_content: float = 0.4
    kind: float = 1.6
    no_kind: float = 1.2
    other_stage: float = 1.5
    own_track: float = 1.0
    own_group: float = 1.0
    anchor: float = 9.0
    meaning: float = 6.0
    length: float = 0.25


@dataclass(frozen=True)
class Sought:
    """What is looked for inside one notice."""

    asked: Asked
    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scored:
    """A sentence with its score and the share of the question it covers (0 to 1)."""

    unit: Unit
    score: float
    coverage: float
    has_kind: bool


Meaning = Callable[[Unit], float]
"""How near a sentence is to the question in meaning, above (+) or below (-) the notice's mean."""


class Ranker:
    """Ranks the sentences of one notice for one question."""

    def __init__(self, reading: Reading, words: Words, weights: Weights | None = None) -> None:
        self._reading = reading
        self._words = words
        self._weights = weights or Weights()
        self._concept_count: dict[str, int] = {}
        for unit in reading.units:
            for name in unit.said | unit.titled:
                self._concept_count[name] = self._concept_count.get(name, 0) + 1

    def rank(self, sought: Sought, meaning: Meaning | None = None) -> list[Scored]:
        """All sentences inside the scope, best first; equal ones in the notice's order."""
        kinds = self.kinds(sought.asked)
        terms = self._terms(sought.asked)
        found = [
            self._score(unit, sought, kinds, terms, meaning)
            for unit in self._reading.units
            if in_scope(unit, sought)
        ]
        return sorted(found, key=lambda s: (-round(s.score, 6), s.unit.start))

    def kinds(self, asked: Asked) -> frozenset[ValueKind]:
        """The kinds of value an answer holds; empty where any sentence may answer."""
        return frozenset(k for c in asked.concepts for k in self._words.concepts[c].kinds)

    def weight(self, concept: str) -> float:
        """How telling a concept is in this notice: the rarer, the more."""
        count = self._concept_count.get(concept, 0)
        base = log(2 + len(self._reading.units) / (1 + count))
        return base * (self._weights.broad if self._words.concepts[concept].broad else 1.0)

    def absent(self, concept: str) -> bool:
        """Whether no sentence or heading of the notice speaks of the concept."""
        return concept not in self._concept_count

    def _terms(self, asked: Asked) -> dict[str, float]:
        """Character pairs of the question's own words with their weight here."""
        return {
            pair: self._reading.rarity(pair)
            for run in asked.content
            for pair in pairs(run)
            if self._reading.knows(pair)
        }

    def _score(
        self,
        unit: Unit,
        sought: Sought,
        kinds: frozenset[ValueKind],
        terms: dict[str, float],
        meaning: Meaning | None,
    ) -> Scored:
        w = self._weights
        concepts = {c: self.weight(c) for c in sought.asked.concepts}
        gained = {c: weight * self._match(c, unit) for c, weight in concepts.items()}
        words = sum(
            weight * (w.content if pair in unit.plain else w.heading_content)
            for pair, weight in terms.items()
            if pair in unit.pairs
        )
        total = sum(concepts.values()) + w.content * sum(terms.values())
        covered = sum(gained.values()) + words
        has_kind = not kinds or any(v.kind in kinds for v in unit.values)
        score = covered
        score += w.kind if kinds and has_kind else -w.no_kind if kinds else 0.0
        score += self._stages(unit, sought.asked)
        score += w.own_track * bool(set(unit.scope.tracks) & set(sought.tracks))
        score += w.own_group * bool(set(unit.scope.groups) & set(sought.groups))
        score += w.anchor * sum(a in unit.plain for a in sought.asked.anchors)
        score -= w.length * log(1 + len(unit.plain) / 40)
        if meaning is not None:
            score += w.meaning * meaning(unit)
        return Scored(unit, score, covered / total if total else 0.0, has_kind)

    def _match(self, concept: str, unit: Unit) -> float:
        if concept in unit.said:
            return 1.0
        if concept in unit.titled:
            return self._weights.titled
        return self._weights.above if concept in unit.above else 0.0

    def _stages(self, unit: Unit, asked: Asked) -> float:
        """A sentence about another stage than the one asked for is no answer."""
        stages = {c for c in asked.concepts if self._words.concepts[c].stage}
        if not stages:
            return 0.0
        spoken = {c for c in unit.said | unit.titled if self._words.concepts[c].stage}
        return -self._weights.other_stage if spoken and not spoken & stages else 0.0


def in_scope(unit: Unit, sought: Sought) -> bool:
    """Whether a sentence speaks of the track and group asked for, or of all of them."""
    tracks, groups = unit.scope.tracks, unit.scope.groups
    if sought.tracks and tracks and not set(tracks) & set(sought.tracks):
        return False
    return not (sought.groups and groups and not set(groups) & set(sought.groups))


def top(ranked: Sequence[Scored], margin: float) -> list[Scored]:
    """The best sentence and those within `margin` of it."""
    return [s for s in ranked if s.score >= ranked[0].score - margin] if ranked else []
