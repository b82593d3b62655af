"""Which sentence of a notice answers: concepts, kinds of value, words, scope, and meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.plain import comparable, comparable_name
from retrieval.passages.goals import Aims
from retrieval.passages.said import REST, Said, of_other_kind, shape, sums, with_kind
from retrieval.passages.signs import Signs, signs
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.passages.weights import Weights
from retrieval.question.asked import Asked
from retrieval.question.conditions import bearing, ranked
from retrieval.question.lexicon import Rendered, Words
from retrieval.question.measures import counted

FREE = lazy_re.compile(r"不设[^，。]{0,6}限|不限")
_TELLING = 4
"""A heading of so many characters, said whole, tells what is below it."""
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

    @cached_property
    def _signed(self) -> tuple[tuple[Unit, Signs], ...]:
        """Every sentence with what it shows of itself."""
        own = self.speaking_of, self._stage_names
        return tuple((unit, signs(unit, *own)) for unit in self._reading.units)

    def rank(self, sought: Sought, wanted: Aims) -> list[Scored]:
        """All sentences inside the scope, best first; equal ones in the notice's order."""
        said = self._said(sought)
        every = not (sought.tracks or sought.groups)
        found = [
            self._score(unit, signs, sought, wanted, said)
            for unit, signs in self._signed
            if every or in_scope(unit, sought)
        ]
        return sorted(found, key=lambda s: (-round(s.score, 6), s.unit.start))

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

    def _score(self, unit: Unit, signs: Signs, sought: Sought, wanted: Aims, said: Said) -> Scored:
        headed = not signs.named.isdisjoint(said.tracks)
        covered = self._covered(unit, said, headed)
        score = covered + self._weights.echo * _told(said.echo, unit.plain)
        for mark in self._of_values(unit, signs, wanted, sought.asked, said):
            score += mark
        for mark in self._of_topic(unit, signs, wanted, sought.asked, said):
            score += mark
        for mark in self._of_scope(unit, signs, sought, said, headed):
            score += mark
        if said.shape.figures:
            for mark in self._of_numbers(unit, signs, sought.asked, said):
                score += mark
        score -= self._weights.length * signs.long
        return Scored(unit, score, covered / said.total if said.total else 0.0)

    def _covered(self, unit: Unit, said: Said, headed: bool) -> float:  # noqa: FBT001
        """How much of the question's concepts and words the sentence says."""
        w, plain, gained, words, instead = self._weights, unit.plain, 0.0, 0.0, 0.0
        for concept, much in said.concepts.items():
            gained += much * self._match(concept, unit, headed)
        own = unit.pairs
        for pair, much in said.terms.items():
            if pair in own:
                words += much * (w.content if pair in plain else w.heading_content)
        for group, much in said.meant.items():
            if any(m in plain for m in group):
                instead += much
            elif any(m in unit.over for m in group):
                instead += much * 0.5
        return gained + (words + w.meant * instead)

    def _of_values(
        self, unit: Unit, signs: Signs, wanted: Aims, asked: Asked, said: Said
    ) -> Iterator[float]:
        """What counts for and against it by the values it holds."""
        w = self._weights
        if wanted.values:
            yield w.kind if any(g.has_kind(unit) for g in wanted.values) else -w.no_kind
        elif signs.dated and "deadline" in asked.concepts:  # 还能报吗: the day tells
            yield w.kind
        if said.shape.counting:
            yield w.counted if signs.numbered else -w.counted
        if said.placed and signs.placed:
            yield w.place
        if literal := sum([t in unit.plain or t in unit.over for t in asked.literal]):
            yield w.literal * literal
        if said.shape.numbered:
            yield w.agreement * bearing(asked.plain, unit.plain)
        if said.shape.placing and ranked(asked.plain, unit.plain) > 0:
            yield w.agreement

    def _of_topic(
        self, unit: Unit, signs: Signs, wanted: Aims, asked: Asked, said: Said
    ) -> Iterator[float]:
        """What counts for and against it by what it speaks of, and how."""
        w = self._weights
        if said.narrower and not unit.said.isdisjoint(said.narrower):
            yield -w.narrower
        if wanted.topics and wanted.on_topic(unit):
            yield w.on_topic
        if signs.listing and "list" in asked.forms:
            yield w.listing
        if signs.enumerates and said.shape.which:
            yield w.enumerates
        if signs.forbids and said.shape.wishes:
            yield -w.forbids
        if said.shape.rest and unit.plain.startswith(REST):
            yield w.agreement + w.on_topic
        if signs.dependent:
            yield -w.dependent
        yield self._stages(signs.stages, said.stages)

    def _of_scope(
        self,
        unit: Unit,
        signs: Signs,
        sought: Sought,
        said: Said,
        headed: bool,  # noqa: FBT001
    ) -> Iterator[float]:
        """What counts for and against it by whom and what it is about."""
        w = self._weights
        if said.tracks and self._of_own(unit, signs, said):
            yield w.own_track
        if said.own_groups and not signs.groups.isdisjoint(said.own_groups):
            yield w.own_group
        if said.groups and any(group in unit.plain for group in said.groups):
            yield w.own_group
        if said.shape.direct and said.shape.said_directly(unit.plain):
            yield w.direct
        if signs.label in sought.asked.literal:
            yield w.labelled
        if headed:
            yield w.labelled
        yield w.headed * _below(signs, sought.asked)
        if signs.label in said.groups:
            yield w.labelled
        if sought.asked.anchors and (
            anchors := sum([a in unit.plain for a in sought.asked.anchors])
        ):
            yield w.anchor * anchors
        other = said.shape.sorts and of_other_kind(sought.asked.plain, with_kind(unit))
        narrowed = sought.tracks or sought.groups
        if other or (narrowed and self.of_others(unit, sought)):
            yield -w.other_track

    def _of_numbers(self, unit: Unit, signs: Signs, asked: Asked, said: Said) -> Iterator[float]:
        """What counts for it by the sums, measures, years and shares that it names, too."""
        much, told = self._weights.agreement, said.shape
        if told.sums and told.sums & sums(unit.plain):
            yield much
        if told.counts and counted(asked.plain, unit.plain):
            yield much
        if told.years and all(year in unit.plain for year in told.years):
            yield much
        if told.prizes and signs.shares:
            yield much

    def of_others(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence names other tracks than those asked for, in a clause about all."""
        if self._of_other_groups(unit, sought):
            return True
        if not sought.tracks:
            return False
        # of several tracks a clause is about, 报名叉车操作的 speaks of one alone
        own = set(unit.scope.tracks) & set(sought.tracks)
        alone = bool(own) and len(unit.scope.tracks) == 1
        return not alone and self.speaking_of.others(unit.plain, sought.tracks)

    def _of_own(self, unit: Unit, signs: Signs, said: Said) -> bool:
        """Whether a sentence holds for the tracks asked for, by its clause or by naming them."""
        if not said.tracks:
            return False
        own = signs.tracks | self.speaking_of.named(unit.plain)
        return not own.isdisjoint(said.tracks)

    def _of_other_groups(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence goes on about another group: 专业组设冠军1名；亚军1名."""
        if not (sought.groups and unit.before):
            return False
        every = self._groups
        own = {comparable_name(group) for group in sought.groups}
        named = {g for g in every if g in unit.before}
        return bool(own and named) and not named & own and not any(g in unit.plain for g in every)

    def _placed(self, asked: Asked) -> bool:
        """Whether a place is asked for, not where to find something."""
        return any("place" in self._words.concepts[c].kinds for c in asked.concepts)

    def _match(self, concept: str, unit: Unit, headed: bool) -> float:  # noqa: FBT001
        """`headed`: it begins with the track asked for: 育婴员：… below 比赛内容."""
        if concept in unit.said or (headed and concept in unit.above):
            return 1.0
        if concept in unit.titled:
            return self._weights.titled
        return self._weights.above if concept in unit.above else 0.0

    def _stages(self, spoken: frozenset[str], stages: frozenset[str]) -> float:
        """A sentence about another stage than the one asked for is no answer."""
        if not spoken:
            return -self._weights.no_stage if stages else 0.0
        if not spoken.isdisjoint(stages):
            return 0.0
        return -(self._weights.other_stage if stages else self._weights.unasked_stage)


def _told(weights: Mapping[str, float], plain: str) -> float:
    """The weights of the pairs of characters that some words have."""
    told = 0.0
    for pair, much in weights.items():
        if pair in plain:
            told += much
    return told


def _below(signs: Signs, asked: Asked) -> bool:
    """Whether the question or the rest of its message says whole what a sentence stands below."""
    whole = len(signs.under) >= _TELLING
    return whole and (signs.under in asked.plain or signs.under in asked.message)


def in_scope(unit: Unit, sought: Sought) -> bool:
    """Whether a sentence speaks of the track and group asked for, or of all of them."""
    if not (sought.tracks or sought.groups):
        return True
    tracks, groups = unit.scope.tracks, unit.scope.groups
    if sought.tracks and tracks and not set(tracks) & set(sought.tracks):
        return False
    if not (sought.groups and groups) or set(groups) & set(sought.groups):
        return True
    # 职工组限60人，学生组限40人
    return any(comparable_name(g) in unit.plain for g in sought.groups)
