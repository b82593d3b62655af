"""What the same clause, or one beside it, adds to an answer."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.contacts import meant
from retrieval.passages.goals import Aims
from retrieval.passages.holds import AWARDS, VENUE, places
from retrieval.passages.rank import Ranker, Scored, Sought
from retrieval.passages.steps import before_the_contest
from retrieval.passages.units import Unit, pairs
from retrieval.passages.whose import whole, with_rest
from retrieval.question.conditions import ranked as places_agree
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED

_HOURS, _HOUR = lazy_re.compile(r"几点|几时|时间段"), lazy_re.compile(r"\d[:：]\d\d|\d[点时]")
WIDE = 3.0
"""The same where a value of a certain form is asked, which no other sentence has by chance."""
_AMENDED = "amended"
PAYS, _MULTIPLE = lazy_re.compile(r"奖"), lazy_re.compile(r"[\d两二三]倍|加倍|翻倍|翻番")
GIVEN = lazy_re.compile(
    r"(?:名|[冠亚季]军|等奖|(?:得|获|拿)了?奖)[^，,。？?]{0,4}(?:奖励|奖[什啥]|荣誉|称号|(?:有|给|得|发|拿)了?(?:什么|啥|哪些))"
)
"""What somebody of a rank is given."""
_MOVED = lazy_re.compile(r"(?:改|另|则|单独)(?:安排|设)?[在于]")
_BUT = ("其中", "但", "另", "而")
_SUBJECT = lazy_re.compile(r"[,，:：;；。]")
_PROGRAMME = lazy_re.compile(
    r"日程|赛程|(?:竞赛|比赛|大赛)(?:时间|安排|进程)|时间(?:和|与|及)?地点|时间安排"
)


class Along:
    """The sentences of one notice that belong beside the one that answers."""

    def __init__(self, words: Words, ranker: Ranker) -> None:
        self._words = words
        self._ranker = ranker

    def cards(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """All contacts of the clause, if no single one is named."""
        card = any(self._words.concepts[g.concept].card for g in wanted.all)
        if not card or sought.asked.anchors:
            return []
        cards = [s for s in ranked if s.unit.path == best.unit.path and wanted.met(s.unit)]
        named = [
            s for s in cards if self._ranker.speaking_of.named(s.unit.plain) & set(sought.tracks)
        ]
        if named:
            return named
        groups = [comparable(group) for group in sought.groups]
        of_group = [s for s in cards if any(group in s.unit.plain for group in groups)]
        cards = of_group or cards
        own = meant([whole(s) for s in cards], sought.asked, self._words)
        return with_rest(own, cards) or cards

    def multiple(self, best: Scored, ranked: list[Scored], sought: Sought) -> list[Scored]:
        """The sentence of the clause that pays the track or kind asked for a multiple of it."""
        if not PAYS.search(best.unit.plain) or "元" not in best.unit.plain:
            return []
        own = set(sought.tracks)
        terms = {p for run in sought.asked.wording for p in pairs(run) if len(p) > 1}
        return [
            s
            for s in ranked
            if s.unit.path == best.unit.path
            and _MULTIPLE.search(s.unit.plain)
            and (
                own & self._ranker.speaking_of.named(s.unit.plain)
                or any(t in s.unit.plain[:6] for t in terms)
            )
        ][:1]

    def other_days(self, best: Scored, ranked: list[Scored], wanted: Aims) -> list[Scored]:
        """The other steps of the programme, where it is asked when without a stage."""
        asked = {g.concept for g in wanted.all}
        if _AMENDED in asked:  # what was changed is all of it
            return [s for s in ranked if _listed(s.unit, best.unit) and _AMENDED in s.unit.said]
        if "unit_quota" in asked:
            own = [s for s in ranked if beside(s.unit, best.unit)]
            return [s for s in own if "unit_quota" in s.unit.said]
        timed = "hold_time" in asked and len(wanted.values) == 1 and not wanted.stages
        parts = any(self._words.concepts[g.concept].part for g in wanted.all)
        if timed and not parts:
            held = wanted.values[0]
            steps = [s for s in ranked if s.unit.path == best.unit.path and held.reached(s.unit)]
            if len(steps) > 1:
                return steps
        listed = best.unit.clause.parent is not None and _PROGRAMME.search(best.unit.over)
        if not (timed and listed) or parts:
            return []
        return [
            s
            for s in ranked
            if s.unit.clause.parent == best.unit.clause.parent
            and any(v.kind in TIMED for v in s.unit.values)
            and not before_the_contest(s.unit)
            and not wanted.values[0].off_contest(s.unit)
        ]

    def otherwise(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """What the same clause goes on to say of the track that is asked about: 其中木工在….

        Or of that track alone, of the same thing: 前3名晋升高级工。网站技术不晋升等级。
        """
        of = self._ranker.speaking_of
        own = set(sought.tracks)
        if not own or own & of.named(best.unit.plain):
            return []
        return [
            s
            for s in ranked
            if s.unit.path == best.unit.path
            and s.unit.start > best.unit.start
            and own & of.named(s.unit.plain)
            and (s.unit.plain.startswith(_BUT) or self._of_own(s.unit, wanted, own))
        ][:1]

    def _of_own(self, unit: Unit, wanted: Aims, own: set[str]) -> bool:
        """Whether a sentence begins with one of the tracks alone, and tells what is asked."""
        named = self._ranker.speaking_of.named(_SUBJECT.split(unit.plain)[0])
        things = {g.concept for g in wanted.hard if not g.broad}
        return bool(named) and named <= own and bool(things & unit.said)

    def postponed(
        self, best: Scored, ranked: list[Scored], wanted: Aims, asked: str
    ) -> list[Scored]:
        """The sentence of the same clause that leaves the exact answer to a later notice.

        Or of another on the same stage, where hours are asked for and only days are told.
        """
        if best.unit.pointer:
            return []
        hours = bool(_HOURS.search(asked)) and not _HOUR.search(best.unit.plain)
        return [
            s
            for s in ranked
            if (s.unit.path == best.unit.path or (hours and _of_stage(s.unit, wanted)))
            and s.unit.pointer == "announced"
            and any(g.concept in s.unit.said for g in wanted.all)
        ][:1]

    def other_places(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """Where a place is asked for without a stage: that of some tracks, or one told later."""
        asked = sought.asked
        if "where" not in asked.forms or VENUE not in asked.concepts or wanted.stages:
            return []
        named = self._ranker.speaking_of.named
        same = [s for s in ranked if s.unit.path == best.unit.path and VENUE in s.unit.said]
        moved = [s for s in same if _MOVED.search(s.unit.plain) and named(s.unit.plain)]
        if moved and not sought.tracks:  # 茶艺项目改在文化馆, besides where the others are
            others = [s for s in same if s not in moved and places(s.unit)]
            return [*others[:1], *moved[:2]]
        parent = best.unit.clause.parent
        return [
            s
            for s in ranked
            if parent is not None
            and s.unit.clause.parent == parent
            and s.unit.path != best.unit.path
            and s.unit.pointer == "announced"
            and VENUE in s.unit.left
            and not self._ranker.of_others(s.unit, sought)
        ][:1]

    def of_rank(self, best: Scored, ranked: list[Scored], sought: Sought) -> list[Scored]:
        """Where it is asked what a rank is given: what gives it something, for each group."""
        question = sought.asked.plain
        if not GIVEN.search(question):
            return []
        own = [s for s in ranked if not self._ranker.of_others(s.unit, sought)]
        same = [s for s in own if s.unit.plain == best.unit.plain and s is not best]
        gives = (s for s in own if s.unit.said & AWARDS and s is not best)
        of_rank = [s for s in gives if places_agree(question, s.unit.plain) > 0]
        return [*same[:1], *of_rank[:2]]


def _of_stage(unit: Unit, wanted: Aims) -> bool:
    """Whether a sentence leaves open what is asked of the stage that is asked about."""
    staged = bool(wanted.stages) and all(g.spoken(unit) for g in wanted.stages)
    return staged and wanted.leaves(unit)


def _listed(one: Unit, other: Unit) -> bool:
    """Whether two sentences are of one list; an attachment of its own is one."""
    own = other.scope.attachment
    return beside(one, other) or (own is not None and one.scope.attachment == own)


def beside(one: Unit, other: Unit) -> bool:
    """Whether two sentences are of one clause, or of clauses below the same heading."""
    parent = other.clause.parent
    return one.path == other.path or (parent is not None and one.clause.parent == parent)
