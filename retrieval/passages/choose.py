"""The sentences of an answer: the best one, one for each thing it leaves out, its twins."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.along import PAYS, WIDE, Along
from retrieval.passages.best import Picker
from retrieval.passages.beyond import way_to_appeal
from retrieval.passages.each_group import of_each_group
from retrieval.passages.fitting import exact, without_windows
from retrieval.passages.for_all import for_all
from retrieval.passages.goals import Aims
from retrieval.passages.holds import AWARDS, on_a_day
from retrieval.passages.needed import (
    certificates,
    extended,
    made_up,
    one_is_enough,
    other_way,
    shares,
    with_exceptions,
)
from retrieval.passages.onward import way_on
from retrieval.passages.papers import papers
from retrieval.passages.phrase import Phraser
from retrieval.passages.postal import address_beside
from retrieval.passages.rank import Ranker, Scored, Sought
from retrieval.passages.said import of_other_kind
from retrieval.passages.sent_to import sent_to
from retrieval.passages.units import Reading, Unit
from retrieval.passages.whose import of_named_body
from retrieval.question.lexicon import Words
from retrieval.question.people_groups import of_other_people

MARGIN = 1.2
"""Sentences this near to the best one are taken to answer as well as it does."""
MAX_PIECES = 4
NEARLY, COVERED, ALIKE = 0.7, 0.7, 0.9
"""So near in score, and so large a share of its coverage, and the next sentence is shown too;
with a larger share even one that does not speak of the topic."""
_AGE = "age"
_BODIES = lazy_re.compile(r"学校|院校|高校|企业|公司|机构|社区|协会|乡镇|街道|学生|职工|老师|教师")
_ROLES = frozenset({"student", "worker", "teacher"})


class Chooser:
    """Chooses what is told beside the sentence that answers."""

    def __init__(
        self, reading: Reading, words: Words, ranker: Ranker, phraser: Phraser, picker: Picker
    ) -> None:
        self._reading = reading
        self._words = words
        self._ranker = ranker
        self._phraser = phraser
        self._picker = picker
        self._along = Along(words, ranker)

    def choose(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """The best sentence, one for each thing asked it leaves out, and its twins elsewhere."""
        every = certificates(ranked, sought.asked)
        if best in every:
            return sorted(every, key=lambda s: s.unit.start)[:MAX_PIECES]
        listed = papers(best, ranked, wanted, sought.asked, self._reading)
        if best in listed or (listed and _of_one_list(best.unit, listed[0].unit)):
            others = self._ranker.speaking_of.others
            return [s for s in listed if s is best or not others(s.unit.plain, sought.tracks)]
        whose = of_named_body(best, ranked, wanted, sought, self._words)
        if whose:
            return sorted(whose, key=lambda s: s.unit.start)[:MAX_PIECES]
        chosen = [best]
        alone = self._phraser.called_alone(best.unit, sought.asked)
        for goal in () if alone else wanted.values or wanted.hard:
            if not any(self._picker.given(goal, s.unit, wanted, sought.asked) for s in chosen):
                more = next(
                    (s for s in ranked if goal.reached(s.unit) and wanted.about(s.unit)), None
                )
                if more is not None:
                    chosen.append(more)
        chosen += for_all(best, ranked, wanted, sought, self._ranker.speaking_of)
        chosen += self._twins(best, ranked, wanted, sought)
        chosen += self._along.cards(best, ranked, wanted, sought)
        chosen += self._along.other_days(best, ranked, wanted)
        chosen += self._along.postponed(best, ranked, wanted, sought.asked.plain)
        chosen += self._along.other_places(best, ranked, wanted, sought)
        chosen += self._along.of_rank(best, ranked, sought)
        chosen += self._along.multiple(best, ranked, sought)
        chosen += self._along.otherwise(best, ranked, wanted, sought)
        chosen += with_exceptions(best, ranked)
        chosen += extended(best, ranked)
        chosen += other_way(best, ranked)
        chosen += shares(best, ranked, sought.asked)
        chosen += way_on(best, ranked, sought.asked)
        chosen += sent_to(best, self._reading, sought.asked)
        chosen += address_beside(best, ranked, sought.asked)
        chosen += way_to_appeal(best, ranked, sought.asked)
        if len(chosen) == 1 and not alone:
            chosen += self._other_words(best, ranked, wanted, sought)
        if len(chosen) == 1 and not alone:
            labelled = comparable(best.unit.label) in sought.asked.literal
            chosen += [] if labelled else self._runner_up(best, ranked, wanted, sought)
        chosen += of_each_group(chosen, ranked, sought, self._reading.notice.groups)
        chosen = self._kept(chosen, best, ranked, wanted, sought)
        return sorted(_distinct(chosen), key=lambda s: s.unit.start)[:MAX_PIECES]

    def _kept(
        self,
        chosen: list[Scored],
        best: Scored,
        ranked: list[Scored],
        wanted: Aims,
        sought: Sought,
    ) -> list[Scored]:
        """Those of the chosen sentences that stay beside the best one, rows of parts once."""
        if "multi_track" in sought.asked.concepts and not PAYS.search(
            sought.asked.plain
        ):  # 骨干组 is named, not asked about
            chosen = [s for s in chosen if "multi_track" in s.unit.said] or chosen
        plain = sought.asked.plain
        chosen = [s for s in chosen if s is best or not of_other_kind(plain, s.unit.plain)]
        chosen = [s for s in chosen if s is best or not self._ranker.of_others(s.unit, sought)]
        chosen = [s for s in chosen if s is best or not of_other_people(plain, s.unit.plain)]
        chosen = without_windows(chosen, best, sought.asked)
        if all(g.entering for g in wanted.values):
            chosen = [s for s in chosen if s is best or wanted.beside(best.unit, s.unit)]
        if _AGE in sought.asked.concepts:  # 其中40周岁以下的不少于3名 is no limit of age
            chosen = [s for s in chosen if s is best or not made_up(s.unit.plain)]
        if anchors := sought.asked.anchors:
            chosen = [s for s in chosen if any(a in s.unit.plain for a in anchors)]
        else:
            chosen = self._rows(chosen, ranked, wanted, sought)
        if any(on_a_day(s.unit) for s in chosen):
            chosen = exact(chosen, sought.asked)
        return chosen

    def _rows(
        self, chosen: list[Scored], ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """Rows of parts (；) from where they begin, each of them once."""
        own = {id(s.unit): s for s in ranked}
        chosen = [self._one_of(s) for s in chosen]  # 下列条件之一: no single one is the condition
        begun = [self._phraser.begin(s.unit, sought, wanted) for s in chosen]
        rows = [own.get(id(u), s) for u, s in zip(begun, chosen, strict=True)]
        going = {id(u) for s in rows for u in self._phraser.going_on(s.unit, sought, wanted)}
        return [s for s in _distinct(rows) if id(s.unit) not in going]

    def _one_of(self, scored: Scored) -> Scored:
        """What leads to a list of conditions of which one is enough, for an item of the list."""
        above = self._reading.introduction(scored.unit)
        if above is None or not one_is_enough(above.plain):
            return scored
        return scored._replace(unit=above)

    def _other_words(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """Under the same heading, the sentence with a word of the question the best one lacks."""
        lacking = [w for w in sought.asked.literal if len(w) > 1 and w not in best.unit.plain]
        return [
            s
            for s in ranked
            if s.unit.headings == best.unit.headings
            and s.unit.clause.parent == best.unit.clause.parent
            and any(w in s.unit.plain for w in lacking)
            and (
                not wanted.values
                or any(g.has_kind(s.unit) and not g.off_contest(s.unit) for g in wanted.values)
            )
        ][:1]

    def _runner_up(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """The next sentence, where words hardly tell which of the two is meant."""
        near = (s for s in ranked if s is not best and best.score - s.score <= NEARLY)
        return [
            s
            for s in near
            if s.score > 0
            and not self._ranker.of_others(s.unit, sought)
            and wanted.met(s.unit)
            and (wanted.on_topic(s.unit) or s.coverage >= best.coverage * ALIKE)
            and not wanted.open(s.unit)
            and s.coverage >= best.coverage * COVERED
            and s.unit.plain not in best.unit.plain
            and self._as_named(s.unit, best.unit, wanted)
        ][:1]

    def _as_named(self, unit: Unit, best: Unit, wanted: Aims) -> bool:
        """Whether a sentence itself speaks of a thing the best one does, if one is insisted on."""
        hard = (g.concept for g in wanted.topics if g.hard and not g.broad)
        things = {c for c in hard if not self._words.concepts[c].part} & best.said
        return not things or bool(things & unit.said)

    def _twins(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """Sentences as good as the best one that hold for other tracks or groups."""
        own = _scope(best.unit)
        if not any(own) and not self._of_some(best.unit):
            return self._stricter(best, ranked, wanted, sought)
        seen, found = {own}, []
        general = wanted.values and not (sought.tracks or sought.groups)
        for scored in ranked:
            scope = _scope(scored.unit)
            sibling = scored.unit.clause.parent == best.unit.clause.parent
            if self._ranker.of_others(scored.unit, sought):
                continue
            if _of_another_role(scored.unit, best.unit, sought) or _of_another_body(
                scored.unit, best.unit, sought
            ):
                continue
            near = sibling or scored.score >= best.score - (WIDE if wanted.values else MARGIN)
            held = sibling or (any(scope) and any(own)) or (general and any(own))
            if near and held and scope not in seen and self._answers(scored, wanted):
                seen.add(scope)
                found.append(scored)
        return found

    def _stricter(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """The ages set for some tracks or groups, besides the one for all."""
        aged = [g for g in wanted.values if _AGE in g.kinds]
        if not aged or sought.tracks or sought.groups:
            return []
        return [
            s
            for s in ranked
            if any(_scope(s.unit))
            and s is not best
            and any(g.reached(s.unit) for g in aged)
            and not s.unit.said & AWARDS
        ][:2]

    def _of_some(self, unit: Unit) -> bool:
        """Whether a sentence without a scope of its own names groups, beside clauses of others."""
        groups = map(comparable, self._reading.notice.groups)
        return unit.clause.parent is not None and any(g in unit.plain for g in groups)

    def _answers(self, scored: Scored, wanted: Aims) -> bool:
        if wanted.values:
            return any(g.reached(scored.unit) for g in wanted.values)
        return wanted.on_topic(scored.unit) and any(g.spoken(scored.unit) for g in wanted.topics)


def _of_one_list(one: Unit, other: Unit) -> bool:
    """Whether a line stands below the end of the list another is an item of."""
    parent = other.clause.parent
    return parent is not None and one.clause.parent == parent


def _of_another_role(unit: Unit, best: Unit, sought: Sought) -> bool:
    """Whether students (or workers) are asked about, and only the best sentence speaks of them."""
    asked = _ROLES & set(sought.asked.concepts)
    own = asked & (best.said | best.titled)
    return (
        len(asked) == 1 and bool(own) and not own & (unit.said | unit.titled) and any(_scope(unit))
    )


def _of_another_body(unit: Unit, best: Unit, sought: Sought) -> bool:
    """Whether the question names a kind of body or people, and only the best sentence does."""
    named = set(_BODIES.findall(sought.asked.plain))
    return any(word in best.plain and word not in unit.plain for word in named)


def _distinct(found: Iterable[Scored]) -> Iterable[Scored]:
    """Each once; a sentence is one object, which is told by what it is faster than by its words."""
    return {(id(s.unit), s.score, s.coverage): s for s in found}.values()


def _scope(unit: Unit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return unit.scope.tracks, unit.scope.groups
