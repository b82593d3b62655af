"""Which sentence of a notice answers: concepts, kinds of value, words, scope, and meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import NamedTuple

import numpy as np

from knowledge import lazy_re
from knowledge.plain import comparable, comparable_name
from retrieval.passages.columns import Column, Columns
from retrieval.passages.goals import Aims
from retrieval.passages.marks import Marks
from retrieval.passages.said import Said, shape
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.passages.weights import Weights
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Rendered, Words

FREE = lazy_re.compile(r"不设[^，。]{0,6}限|不限")
_STEPS = 1e6
"""Scores that differ by less than one of so many steps are equal."""
_NAME = 0.4
"""What words of the competition's own name count, as a share of what others do."""


@dataclass(frozen=True)
class Sought:
    """What is looked for inside one notice."""

    asked: Asked
    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


class Scored(NamedTuple):
    """A sentence with its score and the share of the question it covers (0 to 1)."""

    unit: Unit
    score: float
    coverage: float


Meaning = Callable[[Unit], float]
"""How near a sentence is to the question in meaning, above (+) or below (-) the notice's mean."""


class Ranker:
    """Ranks the sentences of one notice for one question."""

    def __init__(self, reading: Reading, words: Words, weights: Weights | None = None) -> None:
        self._reading = reading
        self._words = words
        self._weights = weights or Weights()
        self.speaking_of = SpeakingOf(reading.notice)
        self._named = pairs(comparable(reading.notice.name))
        self._groups = frozenset(comparable(group) for group in reading.notice.groups)
        self._stage_names = frozenset(i for i, c in words.concepts.items() if c.stage)
        self._concept_count: dict[str, int] = {}
        self._group_count: dict[tuple[str, ...], int] = {}
        for unit in reading.units:
            for name in unit.said | unit.titled:
                self._concept_count[name] = self._concept_count.get(name, 0) + 1
        # chats stay with a track and a group
        self._narrowed = lru_cache(maxsize=64)(self._narrow)

    @cached_property
    def columns(self) -> Columns:
        """Every sentence with what it shows of itself."""
        return Columns(self._reading.units, self.speaking_of, self._stage_names)

    def rank(self, sought: Sought, wanted: Aims) -> list[Scored]:
        """All sentences inside the scope, best first; equal ones in the notice's order."""
        said, units = self._said(sought), self._reading.units
        among, others = self._narrowed(sought.tracks, sought.groups)
        marks = Marks(self.columns, self._weights, among, others)
        covered = marks.covered(said)
        score = sum(marks.all(sought.asked, wanted, said), covered + marks.echoed(said.echo))
        scores, shares = score.tolist(), (covered / (said.total or 1.0)).tolist()
        lowest = np.rint(score * -_STEPS).tolist()
        found = sorted(among, key=lowest.__getitem__)
        return [Scored(units[at], scores[at], shares[at]) for at in found]

    def _narrow(
        self, tracks: tuple[str, ...], groups: tuple[str, ...]
    ) -> tuple[Sequence[int], Column]:
        """The places of the sentences in a scope, as they stand in the notice.

        And which of all are about others.
        """
        units, every = self._reading.units, self.columns
        places = sorted(range(len(units)), key=lambda at: units[at].start)
        if not (tracks or groups):
            return places, every.none
        among = [at for at in places if holds_for(units[at], tracks, groups)]
        return among, every.each(lambda unit: self._about_others(unit, tracks, groups), among)

    def _said(self, sought: Sought) -> Said:
        """What the question says, weighed once for all sentences."""
        asked, w = sought.asked, self._weights
        terms, every = self._terms(asked.content), self._terms(asked.wording)
        aside = {p: much for p, much in self._terms(asked.aside).items() if p.isalpha()}
        meant, concepts = self._meant(asked.meant), {c: self.weight(c) for c in asked.concepts}
        total = sum(concepts.values()) + w.content * sum(terms.values())
        return Said(
            terms=terms,
            echo={pair: much for pair, much in (aside | every).items() if pair not in terms},
            meant=meant,
            concepts=concepts,
            total=total + w.meant * sum(meant.values()),
            placed="where" in asked.forms and self._placed(asked),
            tracks=frozenset(sought.tracks),
            own_groups=frozenset(sought.groups),
            groups=tuple(comparable_name(group) for group in sought.groups),
            narrower=self._words.narrower(asked.concepts),
            stages=self._stage_names.intersection(asked.concepts),
            shape=shape(asked),
        )

    def weight(self, concept: str) -> float:
        """How telling a concept is in this notice: the rarer, the more."""
        count = self._concept_count.get(concept, 0)
        base = log(2 + len(self._reading.units) / (1 + count))
        return base * (self._weights.broad if self._words.concepts[concept].broad else 1.0)

    def absent(self, concept: str) -> bool:
        """Whether no sentence or heading of the notice speaks of the concept."""
        return concept not in self._concept_count

    def _terms(self, runs: tuple[str, ...]) -> dict[str, float]:
        """Character pairs of these words with their weight here."""
        return {
            pair: self._reading.rarity(pair) * (_NAME if pair in self._named else 1.0)
            for run in runs
            for pair in pairs(run)
            if self._reading.knows(pair)
        }

    def says(self, group: tuple[str, ...]) -> int:
        """How many sentences have one of these words."""
        count = self._group_count.get(group)
        if count is None:
            count = sum(any(w in unit.plain for w in group) for unit in self._reading.units)
            self._group_count[group] = count
        return count

    def _meant(self, rendered: Iterable[Rendered]) -> dict[tuple[str, ...], float]:
        """Words of notices for what the question says, with their weight here."""
        return {
            m.words: log(1 + len(self._reading.units) / (1 + self.says(m.words)))
            for m in rendered
            if self.says(m.words)
        }

    def of_others(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence names other tracks than those asked for, in a clause about all."""
        return self._about_others(unit, sought.tracks, sought.groups)

    def _about_others(self, unit: Unit, tracks: tuple[str, ...], groups: tuple[str, ...]) -> bool:
        if self._of_other_groups(unit, groups):
            return True
        if not tracks:
            return False
        # of several tracks a clause is about, 报名叉车操作的 speaks of one alone
        own = set(unit.scope.tracks) & set(tracks)
        alone = bool(own) and len(unit.scope.tracks) == 1
        return not alone and self.speaking_of.others(unit.plain, tracks)

    def _of_other_groups(self, unit: Unit, groups: tuple[str, ...]) -> bool:
        """Whether a sentence goes on about another group: 专业组设冠军1名；亚军1名."""
        if not (groups and unit.before):
            return False
        every = self._groups
        own = {comparable_name(group) for group in groups}
        named = {g for g in every if g in unit.before}
        return bool(own and named) and not named & own and not any(g in unit.plain for g in every)

    def _placed(self, asked: Asked) -> bool:
        """Whether a place is asked for, not where to find something."""
        return any("place" in self._words.concepts[c].kinds for c in asked.concepts)


def in_scope(unit: Unit, sought: Sought) -> bool:
    """Whether a sentence speaks of the track and group asked for, or of all of them."""
    return holds_for(unit, sought.tracks, sought.groups)


def holds_for(unit: Unit, tracks: tuple[str, ...], groups: tuple[str, ...]) -> bool:
    """The same of these tracks and groups; of none, everything holds."""
    if not (tracks or groups):
        return True
    scope = unit.scope
    if tracks and scope.tracks and not set(scope.tracks) & set(tracks):
        return False
    if not (groups and scope.groups) or set(scope.groups) & set(groups):
        return True
    # 职工组限60人，学生组限40人
    return any(comparable_name(g) in unit.plain for g in groups)
