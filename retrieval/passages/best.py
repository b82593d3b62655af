"""The one sentence that answers, if any does: by its concepts, by its words, by its meaning."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.passages.along import GIVEN, WIDE
from retrieval.passages.annexed import fetches_papers, lists_attachments
from retrieval.passages.beyond import beyond_appeal
from retrieval.passages.enumerated import asks_papers, enumerated, lists
from retrieval.passages.fitting import (
    HALF,
    asks_rate,
    could,
    counting,
    exact,
    in_all,
    made_of,
    nearly_as_full,
    of_contest,
    of_team_prizes,
    placed,
    priced,
    prizes_counted,
    tells_sum,
    timed,
    together,
    where_to,
    windows,
)
from retrieval.passages.goals import Aims, Goal
from retrieval.passages.holds import ADDRESS, ADDRESSED, AWARDS, PLACES, counts, empty, places
from retrieval.passages.next_level import above, tells
from retrieval.passages.rank import Meaning, Ranker, Scored, Sought
from retrieval.passages.said import COUNTING, of_a_kind, of_other_kind, of_same_kind, with_kind
from retrieval.passages.steps import BESIDE
from retrieval.passages.strange import unknown
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.passages.wordwise import Wordwise
from retrieval.question.apart import apart
from retrieval.question.asked import Asked
from retrieval.question.conditions import bearing
from retrieval.question.conditions import stated as stated_in
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.question.measures import counted
from retrieval.question.thing import enough_told
from retrieval.question.whether import whether

FAR = 6.0
"""The same where the question states a number the sentence sets a bound for."""
ENOUGH = 0.3
"""A best sentence that covers less of the question than this does not answer it."""
STRANGE = 4
"""A word this long that the notice never uses makes the question one about something else."""
QUOTED = 0.75
"""So much of a question with a number of the notice's own is about that number."""
NOTHING = 0.1
"""A sentence that covers less says nothing of the question."""
SURE, STRANGER = 0.9, 6
"""Where a sentence is about just what is asked, a longer one is allowed."""
NEAR = 0.05
"""So much nearer in meaning than the notice's mean (cosine) is a sentence that is meant.

On 664 questions nobody had tuned on, 0.025 answered none more and four that have no answer; of
the questions left silent the nearest unanswerable one lies at 0.044.
"""
SAID, MORE, TOLD, FEW = 0.55, 0.3, 3, 2
"""So large a share of the question's words makes a sentence the answer, where the best one by
concepts has so much less of them; from so many pairs of characters.
Of fewer it must be nearly all, and from no fewer than the last number, where
a yes or no is asked."""
_SEAL = "seal"
_SEVERAL = lazy_re.compile(r"[、和与及]")
"""收费和保险: a heading of several things tells of none alone."""
_WINNERS = lazy_re.compile(r"获奖(?:的|参赛)*(?:选手|者|人员|个人|队伍?|团队|代表队)")
_LISTED = lazy_re.compile(r"哪几")
_JUDGED = frozenset({"yes_no", "consequence"})
_USES = lazy_re.compile(r"(能|可以|允许|让|准|许)(不能|不可以|否)?(不|直接)?(用|使用|借助)")
_OF_USE = frozenset({"tools", "devices", "software", "gear", "forbidden", "dress"})
_BECOMES = lazy_re.compile(r"怎么[办弄搞整处]|咋[办弄搞整处]|怎样|会怎|后果|如何处")
_NAMED = frozenset({"email", "url", "qq", "docnumber"})


class Picker:
    """Picks the sentence of one notice that answers a question."""

    def __init__(self, reading: Reading, words: Words, ranker: Ranker) -> None:
        self._reading = reading
        self._words = words
        self._ranker = ranker

    def best(
        self, ranked: list[Scored], holding: list[Scored], wanted: Aims, asked: Asked
    ) -> Scored | None:
        """The first sentence that gives what is asked, if it covers enough of the question.

        `holding` are those that `holding` leaves of `ranked`.
        """
        numbered = holding if stated_in(asked.plain) else []
        bears = [(bearing(asked.plain, s.unit.plain), s) for s in numbered]
        most = max((much for much, _ in bears), default=0.0)
        stated = next((s for much, s in bears if much == most > 0), None)
        if (
            stated is not None
            and not wanted.values
            and self._bears(stated, ranked[0], wanted, asked)
        ):
            return stated
        if self._lacks(wanted, ranked, asked) and not _quoted(ranked, asked):
            return None
        fitting = [s for s in holding if wanted.met(s.unit)]
        if asked.anchors:
            fitting = [s for s in holding if any(a in s.unit.plain for a in asked.anchors)]
        if of_a_kind(asked.plain):
            fitting = [s for s in fitting if not of_other_kind(asked.plain, with_kind(s.unit))]
        fitting = [s for s in fitting if not self._of_another_stage(s.unit, wanted, asked)]
        fitting = self._naming(fitting, wanted, asked)
        # 团体项目按每队6000元、4000元奖励 pays a first prize without naming it
        fitting = fitting or [
            s
            for s in ranked
            if of_same_kind(asked.plain, s.unit.plain)
            and any(g.reached(s.unit) for g in wanted.values)
        ]
        told = [s for s in of_team_prizes(fitting, ranked, asked) if not wanted.open(s.unit)]
        told = of_contest(told, wanted) if not asked.forms & _JUDGED else told
        told = together(timed(exact(placed(told, asked), asked), asked), asked)
        told = in_all(
            where_to(made_of(prizes_counted(priced(told, asked), asked), asked), asked), asked
        )
        told = windows(told, wanted)
        told = nearly_as_full(told, [s for s in told if wanted.entering(s.unit)], asked)
        best = next(iter(enumerated(counting(told, wanted, asked), asked)), None)
        if fitting and not asked.anchors and wanted.leaves(fitting[0].unit):
            best = fitting[0]  # better than any other, it leaves open what is asked
        if best is None or asked.anchors:
            return best
        # 开放时间为8月24日至9月11日 is until when, in other words
        sure = any(g.entering and g.reached(best.unit) for g in wanted.values)
        if sure or self._believable(best, wanted, asked):
            return best
        # its form alone brought it before those that say what is asked
        others = told if best.coverage < NOTHING else []
        full = (s for s in others if s.coverage >= QUOTED and wanted.on_topic(s.unit))
        return next((s for s in full if self._believable(s, wanted, asked)), None)

    def holding(self, found: list[Scored], asked: Asked) -> list[Scored]:
        """The sentences that hold, or whose headings do, what the question demands of an answer.

        Those with another business than the question's are none of them, nor are empty fields.
        """
        wanted, other = demands().of(asked.plain), apart().asked(asked.plain, asked.concepts)
        if other:
            found = [s for s in found if not apart().of_those(other, s.unit.plain)]
        if not fetches_papers(asked):
            found = [s for s in found if not lists_attachments(s.unit)]
        if _SEAL not in asked.concepts:
            found = [s for s in found if not empty(s.unit)]
        if level := above(self._reading, asked):
            found = [s for s in found if tells(s.unit, level)]
        if not wanted:
            return found
        around = self._reading.contexts
        return [
            s
            for s in found
            if demands().met(wanted, around[s.unit.path, s.unit.start])
            or beyond_appeal(s.unit, asked)
        ]

    def by_words(
        self, best: Scored | None, ranked: list[Scored], wanted: Aims, asked: Asked
    ) -> Scored | None:
        """The sentence that says nearly all words of the question, where the best says few."""
        heard = Wordwise(self._reading, asked)
        if asked.anchors or heard.told < (FEW if "yes_no" in asked.forms else TOLD):
            return best
        if best is not None and _holds_asked(best.unit, asked):
            return best
        if best is not None and (
            bearing(asked.plain, best.unit.plain) > 0 or stated_in(asked.plain)
        ):
            return best
        sure = SAID if heard.told >= TOLD else SURE
        least = sure if best is None else max(SAID, heard.share(best.unit) + MORE)
        saying = (s for s in self._saying(heard, ranked, least) if self._all(wanted, s.unit, asked))
        fits = could(wanted, asked)
        return next((s for s in saying if fits(s.unit)), best)

    def _saying(self, heard: Wordwise, ranked: list[Scored], least: float) -> list[Scored]:
        """Those that say so large a share of the question's words.

        First what says most of it; of equals the shorter, then the earlier.
        """
        every = self._ranker.columns
        shares = [round(share, 4) for share in heard.shares(every)]
        said = [(shares[every.places[id(s.unit)]], s) for s in ranked]
        found = [
            (-share, len(s.unit.plain), s.unit.start, s) for share, s in said if share >= least
        ]
        return [s for *_, s in sorted(found, key=lambda each: each[:3])]

    def agreed(
        self, ranked: list[Scored], wanted: Aims, asked: Asked, meaning: Meaning | None
    ) -> Scored | None:
        """The first sentence by words if it is also the first by meaning, and near enough."""
        if meaning is None or not ranked or self._lacks(wanted, ranked, asked):
            return None
        nearest = max(ranked, key=lambda s: (meaning(s.unit), -s.unit.start))
        near = meaning(nearest.unit)
        same = meaning(ranked[0].unit) >= near and not wanted.open(ranked[0].unit)
        return ranked[0] if same and near >= NEAR else None

    def for_winners(self, ranked: list[Scored], sought: Sought) -> Scored | None:
        """Where it is asked what a rank is given, what everybody gets who wins a prize."""
        if not GIVEN.search(sought.asked.plain):
            return None
        own = (s for s in ranked if s.unit.said & AWARDS)
        return next((s for s in own if _WINNERS.search(s.unit.plain)), None)

    def given(self, goal: Goal, unit: Unit, wanted: Aims, asked: Asked) -> bool:
        """Whether a sentence already gives what is asked; a mere topic by the question's words."""
        if goal in wanted.values:
            return goal.reached(unit)
        return self._tells(goal, unit, asked)

    def _naming(self, fitting: list[Scored], wanted: Aims, asked: Asked) -> list[Scored]:
        """Those that speak of a thing the question insists on, where some do: 投保 for 买保险."""
        concepts = self._words.concepts
        hard = [g for g in wanted.topics if g.hard and not g.broad]
        things = [g for g in hard if g.concept not in concepts or not concepts[g.concept].part]
        if wanted.values or not (things and fitting) or stated_in(asked.plain):
            return fitting
        saying = [s for s in fitting if any(_says(g.concept, s.unit) for g in things)]
        naming = [s for s in fitting if any(self._tells(g, s.unit, asked) for g in things)]
        found = saying or naming
        near = found and fitting[0].score - found[0].score <= WIDE
        return found if near else fitting

    def _all(self, wanted: Aims, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence speaks of all topics the question insists on."""
        return all(self._tells(g, unit, asked) for g in wanted.topics if g.hard and not g.broad)

    def _tells(self, goal: Goal, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence speaks of what is asked, by its words or by those of the question."""
        if goal.spoken(unit):
            return True
        plain = asked.plain
        for found in self._words.spoken(plain):
            if found.id == goal.concept and plain[found.start : found.end] in unit.plain:
                return True
        return False

    def _bears(self, stated: Scored, first: Scored, wanted: Aims, asked: Asked) -> bool:
        """Whether the sentence with the bound is meant: near the first, or about its topic.

        Or about what that is one of, where a yes or no is asked: 不足10人的不设奖 of a 一等奖.
        """
        gap = first.score - stated.score
        concepts = self._words.concepts
        wider = {c for g in wanted.topics if g.hard for c in concepts[g.concept].over}
        about = bool(wanted.topics) and wanted.on_topic(stated.unit)
        about = about or bool(wider & stated.unit.said)
        return gap <= WIDE or (gap <= FAR and bool(_JUDGED & asked.forms) and about)

    def _of_another_stage(self, unit: Unit, wanted: Aims, asked: Asked) -> bool:
        """Whether it is asked where one checks in, and the sentence says where the final is."""
        beside = bool(wanted.stages) and {g.concept for g in wanted.stages} <= BESIDE
        if not (beside and "where" in asked.forms) or any(g.near(unit) for g in wanted.stages):
            return False
        return any(self._words.concepts[c].stage for c in unit.said)

    def _lacks(self, wanted: Aims, ranked: list[Scored], asked: Asked) -> bool:
        """Whether the question insists on something that nothing in its scope speaks of."""
        lacking = [
            g
            for g in wanted.topics
            if g.hard
            and not g.broad
            and not any(self._tells(g, s.unit, asked) or _placed(g, s.unit, wanted) for s in ranked)
        ]
        lacking = [g for g in lacking if not self._said_otherwise(g, lacking, asked)]
        # 投诉裁判找仲裁组，组长是谁: what is told along the way need not be in the notice
        first = ranked[0] if ranked else None
        told = [g for g in wanted.hard if first is not None and g.spoken(first.unit)]
        alone = bool(told) and ranked[0].score - max((s.score for s in ranked[1:]), default=0) > FAR
        if alone and not wanted.values:  # 本市的专家当不当裁判: 本市单位人员不担任裁判
            return False
        return bool(lacking) and not (first and first.coverage >= HALF and len(told) > len(lacking))

    def _said_otherwise(self, goal: Goal, lacking: Sequence[Goal], asked: Asked) -> bool:
        """Whether the same words name something the notice has: 带队老师 is 领队 or 指导教师."""
        absent = {g.concept for g in lacking}
        found = self._words.spoken(asked.plain)
        own = {(f.start, f.end) for f in found if f.id == goal.concept}
        here = {f.id for f in self._words.asked(asked.plain)} - absent
        return bool(own) and own <= {(f.start, f.end) for f in found if f.id in here}

    def _believable(self, best: Scored, wanted: Aims, asked: Asked) -> bool:
        """Whether the sentence speaks of enough of the question to be its answer."""
        if bearing(asked.plain, best.unit.plain) > 0 or counted(asked.plain, best.unit.plain):
            return True
        told = any(g.reached(best.unit) and g.holds <= _NAMED for g in wanted.values)
        listed = _LISTED.search(asked.plain)  # 哪几类人能报 is answered without a number
        if asked.forms & COUNTING and not (told or listed or counts(best.unit)):
            return False  # 邮箱是多少 counts nothing
        said = best.unit.plain + best.unit.over
        enough = wanted.all or wanted.stages or enough_told(asked, said)
        strange = unknown(asked, self._reading, self._ranker.says)
        uses = strange > 1 and _USES.search(asked.plain)
        narrow = [g for g in wanted.all if not self._words.concepts[g.concept].broad]
        parts = self._words.sides
        topics = [g for g in wanted.topics if g.hard and not g.broad and g.concept not in parts]
        sure = [g for g in topics if g.spoken(best.unit)]
        told = bool(sure) or self._says_whether(best.unit, asked)
        unsaid = not wanted.all and strange > 1 and not self._says_content(said, asked)
        if unsaid or not (enough and told) or (uses and not self._used(best.unit, asked)):
            return False  # 不及格咋办 is answered by no sentence on what becomes of something else
        if sure and best.coverage >= SURE:
            return strange < STRANGER
        if any(g.spoken(best.unit) for g in (*wanted.hard, *wanted.stages, *narrow)):
            return strange < STRANGE
        return best.coverage >= ENOUGH and strange < STRANGE

    def _says_content(self, said: str, asked: Asked) -> bool:
        """Whether a sentence has words of the question, or what notices write for them.

        What they write where something becomes of something (咋办: 取消, 不得) is in any of them.
        """
        meant = (w for m in asked.meant if not _BECOMES.search(m.said) for w in m.words)
        own = (pair for run in asked.content for pair in pairs(run))
        return any(word in said for word in (*meant, *own))

    def _says_whether(self, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence or its clause says anything of what a yes or no is asked of."""
        act = whether(asked, self._words)
        if act is None:
            return True
        clause = [u for u in self._reading.units if u.path == unit.path]
        said = frozenset(c for u in clause for c in u.said | u.titled)
        return act.told("".join(u.plain + u.over for u in clause), said)

    def _used(self, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence says what may be used, or what notices write for such words."""
        said = any(word in unit.plain for m in asked.meant for word in m.words)
        return said or bool(_OF_USE & unit.said) or bearing(asked.plain, unit.plain) > 0


def _holds_asked(unit: Unit, asked: Asked) -> bool:
    """Whether a sentence holds the address, the papers, or the price of a day, asked for."""
    if ADDRESS in asked.plain and ADDRESSED.search(unit.plain):
        return True
    if asks_papers(asked) and lists(unit):
        return True
    return asks_rate(asked) and tells_sum(unit)


def _quoted(ranked: list[Scored], asked: Asked) -> bool:
    """Whether the first sentence has the number the question quotes, and most of its words."""
    first = ranked[0] if ranked and asked.anchors else None
    quoted = first is not None and any(a in first.unit.plain for a in asked.anchors)
    return first is not None and quoted and first.coverage >= QUOTED


def _placed(goal: Goal, unit: Unit, wanted: Aims) -> bool:
    """Whether a place is asked for, and the sentence names one for the stage that is meant."""
    on_stage = bool(wanted.stages) and any(g.spoken(unit) for g in wanted.stages)
    return bool(goal.holds & PLACES) and on_stage and places(unit)


def _says(concept: str, unit: Unit) -> bool:
    """Whether a sentence speaks of a thing, or its heading does of that thing alone."""
    headed = concept in unit.titled and not _SEVERAL.search(unit.headings[0])
    return concept in unit.said or headed
