"""Answers from sentences: the best one, the others a question needs, and what they leave open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from knowledge.model import Notice
from knowledge.numerals import CHINESE
from knowledge.plain import comparable
from retrieval.computed.prize_sums import COUNT
from retrieval.computed.team_sums import SIZED
from retrieval.computed.throughout import throughout
from retrieval.computed.worked import TOGETHER, WEIGHT, worked
from retrieval.model import Reason
from retrieval.passages.contacts import meant
from retrieval.passages.either import either_in_range
from retrieval.passages.goals import Aims, Goal, aims, with_implied
from retrieval.passages.handed import handed_out
from retrieval.passages.needed import certificates, one_is_enough, shares, with_exceptions
from retrieval.passages.phrase import Phraser
from retrieval.passages.rank import FREE, Meaning, Ranker, Scored, Sought, in_scope
from retrieval.passages.said import COUNTING, of_other_kind, of_same_kind, with_kind
from retrieval.passages.steps import BESIDE, before_the_contest, each_once
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.passages.wordwise import Wordwise
from retrieval.question.apart import apart
from retrieval.question.asked import Asked
from retrieval.question.conditions import bearing
from retrieval.question.conditions import ranked as places_agree
from retrieval.question.conditions import stated as stated_in
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.question.measures import counted
from retrieval.question.moments import TIMED
from retrieval.question.thing import enough_told, thing
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

MARGIN = 1.2
"""Sentences this near to the best one are taken to answer as well as it does."""
WIDE = 3.0
"""The same where a value of a certain form is asked, which no other sentence has by chance."""
FAR = 6.0
"""The same where the question states a number the sentence sets a bound for."""
HALF = 0.5
ENOUGH = 0.3
"""A best sentence that covers less of the question than this does not answer it."""
STRANGE = 4
"""A word this long that the notice never uses makes the question one about something else."""
SURE, STRANGER = 0.9, 6
"""Where a sentence is about just what is asked, a longer one is allowed."""
NEAR = 0.05
"""So much nearer in meaning than the notice's mean (cosine) is a sentence that is meant.

On 664 questions nobody had tuned on, 0.025 answered none more and four that have no answer; of
the questions left silent the nearest unanswerable one lies at 0.044.
"""
MAX_PIECES = 4
NEARLY, COVERED, ALIKE = 0.7, 0.7, 0.9
"""So near in score, and so large a share of its coverage, and the next sentence is shown too;
with a larger share even one that does not speak of the topic."""
PLACES = frozenset({"place", "organisation"})
_VENUE, _SEAL = "venue", "seal"
_TEAM_PRIZE = re.compile(r"团[体队](?:总分|总?奖|第|前|名次)")
_ADDRESS, _ADDRESSED = "地址", re.compile(r"(?<!网络)(?<!登录)地址[:：为是在]|[路街道巷]\d+号")
_AT = re.compile(
    r"地点|地址|赛场|考点|设在|[赴到][^，。；\d]{2,20}|线上|线下|网络|网站|平台|公[开布示]|发布"
    r"|[在于][^，。；\d]{2,24}(?:举|进行|开[展赛]|实施|比赛|竞赛|考试)"
)
_SEVERAL = re.compile(r"[、和与及]")
"""收费和保险: a heading of several things tells of none alone."""
_LISTED = re.compile(r"[\u4e00-\u9fff]{2,8}(?:清单|目录|名单|明细|一览)")
_AGE = "age"
_AMENDED = "amended"
_AWARDS = frozenset({"prize", "honour", "certificate"})
SAID, MORE, TOLD, FEW = 0.55, 0.3, 3, 2
"""So large a share of the question's words makes a sentence the answer, where the best one by
concepts has so much less of them; from so many pairs of characters.
Of fewer it must be nearly all, and from no fewer than the last number, where
a yes or no is asked."""
Ask = Callable[[], Meaning | None]
_FREE = re.compile(r"不得[^，。；]{0,16}收|不收|免收|免费|免缴|免交")
_MONEY = re.compile(r"多少钱|几块|多少元|到手多少|好多钱|几钱")
_AMOUNT = re.compile(r"\d(?:\.\d+)?万?元|不收|免|无需|不发|不设奖金|不另|承担|报销|提供|加倍|倍|×")
_PAYS, _MULTIPLE = re.compile(r"奖"), re.compile(r"[\d两二三]倍|加倍|翻倍|翻番")
_DAY = re.compile(r"几号|哪天|哪一天|几日|哪几天|具体日期")
_WITH_DAY = re.compile(r"(?<!\d)\d{2}-\d{2}(?!\d|-)|--?\d{2}-\d{2}|\d{4}-\d{2}-\d{2}")
_GIVEN = re.compile(
    r"(?:名|[冠亚季]军|等奖)[^，,。？?]{0,4}(?:奖励|奖[什啥]|荣誉|称号|(?:有|给|得|发|拿)了?(?:什么|啥|哪些))"
)
"""What somebody of a rank is given."""
_WINNERS = re.compile(r"获奖(?:的|参赛)*(?:选手|者|人员|个人|队伍?|团队|代表队)")
_STATEMENT = re.compile(r"[^；;。\n]+[；;。\n]*")
_BUT = ("其中", "但", "另", "而")
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[a-z]{2,}")
_COUNTS = re.compile(rf"\d|{CHINESE}|[两俩]")
_PLACED = re.compile(rf"第(?:\d+|{CHINESE})名?能?|[一二三四五]级")
"""Ranks and levels are words of every notice."""
_QUANTITY = re.compile(
    rf"\d|{CHINESE}(?=[个名人队组支项种类次场份年月天日轮位届本套家])|[一二三四五六七八九]等|全部|所有|若干|、|单人|双人|个人赛|团[体队]赛|个人项目|无需|不收|免费|自理|自行承担|承担|报销|支付|列支|费"
)
_JUDGED = frozenset({"yes_no", "consequence"})
_PROGRAMME = re.compile(
    r"日程|赛程|(?:竞赛|比赛|大赛)(?:时间|安排|进程)|时间(?:和|与|及)?地点|时间安排"
)
_USES = re.compile(r"(能|可以|允许|让|准|许)(不能|不可以|否)?(不|直接)?(用|使用|借助)")
_OF_USE = frozenset({"tools", "devices", "software", "gear", "forbidden", "dress"})
_NAMED = frozenset({"email", "url", "qq", "docnumber"})
_EXACTLY = (
    "具体",
    "哪天",
    "哪一天",
    "几号",
    "几点",
    "准确",
    "在哪",
    "地点",
    "哪里",
    "哪个",
    "场馆",
    "名额",
    "几个",
    "第几",
    "哪一场",
    "版本",
    "名单",
)


class Responder:
    """Answers one question from the sentences of one notice."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._notice: Notice = reading.notice
        self._words = words
        self._ranker = Ranker(reading, words)
        self._phraser = Phraser(reading, self._ranker, words)

    @cached_property
    def _sized(self) -> tuple[Unit, ...]:
        """The sentences that tell of shares or of the size of teams."""
        return tuple(u for u in self._reading.units if "%" in u.plain or SIZED.search(u.plain))

    @cached_property
    def _counted(self) -> tuple[Unit, ...]:
        """The sentences that tell how many there are of a prize."""
        return tuple(u for u in self._reading.units if COUNT.search(u.plain))

    def respond(self, sought: Sought, as_of: datetime, meaning: Ask | None = None) -> Reply:
        """The reply of this notice: sentences, or why it is silent.

        `meaning` is asked only where words alone do not settle the question.
        """
        implied = with_implied(sought.asked, self._words)
        reply = self._respond(replace(sought, asked=implied), as_of, meaning)
        if reply.reason == "not_in_notice" and implied is not sought.asked:
            return self._respond(sought, as_of, meaning) if sought.asked.concepts else reply
        return reply

    def _respond(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply:
        asked = sought.asked
        wanted = aims(asked, self._words)
        every = self._ranker.rank(sought, wanted)
        every = self._of_thing(every, asked)
        ranked = self._holding(every, asked)
        best = self._best(every, wanted, asked)
        if best is None and wanted.stages and any(g.hard for g in wanted.topics):
            # 决赛实操多长时间: what a notice says of the practice alone it says of the final
            broad = [g for g in wanted.stages if not self._words.concepts[g.concept].broad]
            best = None if broad else self._best(every, replace(wanted, stages=()), asked)
        if best is None and meaning is not None and not wanted.values:
            best = self._agreed(ranked, wanted, asked, meaning())
        best = self._by_words(best, ranked, wanted, asked)
        if best is None:
            handed = handed_out((s.unit for s in every), wanted)
            best = next((s for s in every if s.unit is handed), None)
        best = best or self._for_winners(ranked, sought)
        if best is None:
            return self._silent(every, sought, wanted)
        chosen = self._choose(best, ranked, wanted, sought)
        later = wanted.leaves(best.unit) or _lists_later(best.unit, asked)
        if later or all(wanted.open(s.unit) for s in chosen):
            return self._left_open(best, sought)
        return self._answered(chosen, sought, wanted, as_of)

    def _of_thing(self, every: list[Scored], asked: Asked) -> list[Scored]:
        """The sentences that tell of the one thing the question names, if it names one."""
        named = thing(asked, self._words)
        if named is None:
            return every
        asks = frozenset(asked.concepts)
        found = [
            s
            for s in every
            if named.told(s.unit.plain + s.unit.over, s.unit.said | s.unit.titled, asks)
        ]
        return found or (every if named.preferred else found)

    def _answered(
        self, chosen: list[Scored], sought: Sought, wanted: Aims, as_of: datetime
    ) -> Reply:
        alone = len(chosen) == 1
        pieces = each_once(
            self._phraser.piece(s.unit, sought, wanted, as_of, alone=alone) for s in chosen
        )
        pieces += self._worked(sought, chosen, pieces)
        coarse = _DAY.search(sought.asked.plain) and all(_coarse(s.unit) for s in chosen)
        coarse = coarse or either_in_range(sought.asked.plain, [s.unit for s in chosen])
        if coarse:
            pieces += (Piece(text=say("no_day"), citations=()),)
        said = "".join(p.text for p in pieces)
        free = _FREE.search(said)  # what must not be charged has no amount
        vague = _MONEY.search(sought.asked.plain) and not free and not _sum(said)
        if vague:
            note = say("no_amount")
            pieces += (Piece(text=note, citations=(), computed=(note,)),)
        coarse = coarse or vague
        left = next((s.unit for s in chosen if s.unit.pointer), None)
        partly = left is not None and any(w in sought.asked.plain for w in _EXACTLY)
        return Reply(
            status="partial" if partly or coarse else "answered",
            notice=self._notice.id,
            reason=_reason(left) if partly and left else "not_in_notice" if coarse else None,
            pieces=pieces,
            tracks=sought.tracks,
            groups=sought.groups,
            sure=chosen[0].coverage,
            what=self.matter(sought.asked),
        )

    def _worked(
        self, sought: Sought, chosen: list[Scored], pieces: tuple[Piece, ...]
    ) -> tuple[Piece, ...]:
        """What follows from the sentences and the numbers of the question, if anything does."""
        question = f"{sought.asked.message}，{sought.asked.plain}"
        multiple = any("倍" in s.unit.plain for s in chosen)
        counts = _COUNTS.search(question) or sought.asked.forms & COUNTING
        if not counts and not TOGETHER.search(question) and not multiple:
            return ()
        shared = [u for u in self._sized if in_scope(u, sought)]
        prizes = (u for u in self._counted if in_scope(u, sought) and u not in shared)
        others = [*shared, *(u for u in prizes if not of_other_kind(question, u.plain))]
        told = [_of_kind(question, p.text) for p in pieces]
        found = throughout(question, told, self._notice.tracks, sought.tracks)
        found = found or worked(question, told, [u.text for u in others])
        if found is None:
            return ()
        sign = WEIGHT if "%" in found.text else SIZED
        sign = COUNT if "元" in found.text else sign
        proof = [u for u in others if "×" in found.text and sign.search(u.plain)]
        cited = [c for p in pieces for c in p.citations] + [
            cite_unit(self._notice, u) for u in proof
        ]
        return (
            Piece(text=found.text, citations=tuple(cited), computed=(found.text, *found.computed)),
        )

    def _best(self, ranked: list[Scored], wanted: Aims, asked: Asked) -> Scored | None:
        """The first sentence that gives what is asked, if it covers enough of the question."""
        holding = self._holding(ranked, asked)
        bears = [(bearing(asked.plain, s.unit.plain), s) for s in holding if stated_in(asked.plain)]
        most = max((much for much, _ in bears), default=0.0)
        stated = next((s for much, s in bears if much == most > 0), None)
        if stated is not None and not wanted.values and _bears(stated, ranked[0], wanted, asked):
            return stated
        if self._lacks(wanted, ranked, asked):
            return None
        fitting = [s for s in holding if wanted.met(s.unit)]
        if asked.anchors:
            fitting = [s for s in holding if any(a in s.unit.plain for a in asked.anchors)]
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
        told = [s for s in _of_team_prizes(fitting, ranked, asked) if not wanted.open(s.unit)]
        told = _exact(_placed(told, asked), asked)
        told = [s for s in told if wanted.entering(s.unit)] or told
        best = next(iter(_counting(told, wanted, asked)), None)
        if fitting and not asked.anchors and wanted.leaves(fitting[0].unit):
            best = fitting[0]  # better than any other, it leaves open what is asked
        if best is None or asked.anchors:
            return best
        return best if self._believable(best, wanted, asked) else None

    def _holding(self, found: list[Scored], asked: Asked) -> list[Scored]:
        """The sentences that hold, or whose headings do, what the question demands of an answer.

        Those with another business than the question's are none of them, nor are empty fields.
        """
        wanted, other = demands().of(asked.plain), apart().asked(asked.plain, asked.concepts)
        if other:
            found = [s for s in found if not apart().of_those(other, s.unit.plain)]
        if _SEAL not in asked.concepts:
            found = [s for s in found if not _empty(s.unit)]
        if not wanted:
            return found
        around = self._reading.contexts
        return [s for s in found if demands().met(wanted, around[s.unit.path, s.unit.start])]

    def _naming(self, fitting: list[Scored], wanted: Aims, asked: Asked) -> list[Scored]:
        """Those that speak of a thing the question insists on, where some do: 投保 for 买保险."""
        parts = {c.id for c in self._words.concepts.values() if c.part}
        things = [g for g in wanted.topics if g.hard and not g.broad and g.concept not in parts]
        if wanted.values or not (things and fitting) or stated_in(asked.plain):
            return fitting
        saying = [s for s in fitting if any(_says(g.concept, s.unit) for g in things)]
        naming = [s for s in fitting if any(self._tells(g, s.unit, asked) for g in things)]
        found = saying or naming
        near = found and fitting[0].score - found[0].score <= WIDE
        return found if near else fitting

    def _by_words(
        self, best: Scored | None, ranked: list[Scored], wanted: Aims, asked: Asked
    ) -> Scored | None:
        """The sentence that says nearly all words of the question, where the best says few."""
        heard = Wordwise(self._reading, asked)
        if asked.anchors or heard.told < (FEW if "yes_no" in asked.forms else TOLD):
            return best
        if best is not None and _ADDRESS in asked.plain and _ADDRESSED.search(best.unit.plain):
            return best
        found = heard.first(
            s.unit
            for s in ranked
            if _could(s.unit, wanted, asked) and self._all(wanted, s.unit, asked)
        )
        if found is None:
            return best
        share, unit = found
        if best is not None and (
            bearing(asked.plain, best.unit.plain) > 0 or stated_in(asked.plain)
        ):
            return best
        sure = SAID if heard.told >= TOLD else SURE
        least = sure if best is None else max(SAID, heard.share(best.unit) + MORE)
        if share < least:
            return best
        return next(s for s in ranked if s.unit is unit)

    def _all(self, wanted: Aims, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence speaks of all topics the question insists on."""
        insists = (g for g in wanted.topics if g.hard and not g.broad)
        return all(self._tells(g, unit, asked) for g in insists)

    def _agreed(
        self, ranked: list[Scored], wanted: Aims, asked: Asked, meaning: Meaning | None
    ) -> Scored | None:
        """The first sentence by words if it is also the first by meaning, and near enough."""
        if meaning is None or not ranked or self._lacks(wanted, ranked, asked):
            return None
        nearest = max(ranked, key=lambda s: (meaning(s.unit), -s.unit.start))
        near = meaning(nearest.unit)
        same = meaning(ranked[0].unit) >= near and not wanted.open(ranked[0].unit)
        return ranked[0] if same and near >= NEAR else None

    def _tells(self, goal: Goal, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence speaks of what is asked, by its words or by those of the question."""
        if goal.spoken(unit):
            return True
        said = (f for f in self._words.spoken(asked.plain) if f.id == goal.concept)
        return any(asked.plain[f.start : f.end] in unit.plain for f in said)

    def _of_another_stage(self, unit: Unit, wanted: Aims, asked: Asked) -> bool:
        """Whether it is asked where one checks in, and the sentence says where the final is."""
        beside = bool(wanted.stages) and {g.concept for g in wanted.stages} <= BESIDE
        if not (beside and "where" in asked.forms) or any(g.near(unit) for g in wanted.stages):
            return False
        return any(self._words.concepts[c].stage for c in unit.said)

    def _given(self, goal: Goal, unit: Unit, wanted: Aims, asked: Asked) -> bool:
        """Whether a sentence already gives what is asked; a mere topic by the question's words."""
        if goal in wanted.values:
            return goal.reached(unit)
        return self._tells(goal, unit, asked)

    def _lacks(self, wanted: Aims, ranked: list[Scored], asked: Asked) -> bool:
        """Whether the question insists on something that nothing in its scope speaks of."""
        lacking = [
            g
            for g in wanted.topics
            if g.hard and not g.broad and not any(self._tells(g, s.unit, asked) for s in ranked)
        ]
        lacking = [g for g in lacking if not self._said_otherwise(g, lacking, asked)]
        # 投诉裁判找仲裁组，组长是谁: what is told along the way need not be in the notice
        first = ranked[0] if ranked else None
        told = [g for g in wanted.hard if first is not None and g.spoken(first.unit)]
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
        if asked.forms & COUNTING and not (told or _counts(best.unit)):
            return False  # 邮箱是多少 counts nothing
        said = best.unit.plain + best.unit.over
        enough = wanted.all or wanted.stages or enough_told(asked, said)
        unknown = self._unknown(asked)
        uses = unknown > 1 and _USES.search(asked.plain)
        if not enough or (uses and not self._used(best.unit, asked)):
            return False
        narrow = [g for g in wanted.all if not self._words.concepts[g.concept].broad]
        parts = self._words.sides
        topics = [g for g in wanted.topics if g.hard and not g.broad and g.concept not in parts]
        sure = [g for g in topics if g.spoken(best.unit)]
        if sure and best.coverage >= SURE:
            return unknown < STRANGER
        if any(g.spoken(best.unit) for g in (*wanted.hard, *wanted.stages, *narrow)):
            return unknown < STRANGE
        return best.coverage >= ENOUGH and unknown < STRANGE

    def _used(self, unit: Unit, asked: Asked) -> bool:
        """Whether a sentence says what may be used, or what notices write for such words."""
        said = any(word in unit.plain for m in asked.meant for word in m.words)
        return said or bool(_OF_USE & unit.said) or bearing(asked.plain, unit.plain) > 0

    def _unknown(self, asked: Asked) -> int:
        """The length of the question's longest word of which the notice knows nothing."""
        known = sorted((m.said for m in asked.meant if self._ranker.says(m.words)), key=len)
        covered = tuple(dict.fromkeys(reversed(known)))
        runs = (run for whole in asked.content for run in _uncovered(whole, covered))
        words = (word for run in runs for word in _WORD.findall(run))
        strange = (w for w in words if not any(self._reading.knows(p) for p in pairs(w)))
        return max(map(len, strange), default=0)

    def _choose(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """The best sentence, one for each thing asked it leaves out, and its twins elsewhere."""
        every = certificates(ranked, sought.asked)
        if best in every:
            return sorted(every, key=lambda s: s.unit.start)[:MAX_PIECES]
        chosen = [best]
        for goal in wanted.values or wanted.hard:
            if not any(self._given(goal, s.unit, wanted, sought.asked) for s in chosen):
                more = next(
                    (s for s in ranked if goal.reached(s.unit) and wanted.about(s.unit)), None
                )
                if more is not None:
                    chosen.append(more)
        chosen += self._twins(best, ranked, wanted, sought)
        chosen += self._cards(best, ranked, wanted, sought)
        chosen += self._other_days(best, ranked, wanted)
        chosen += self._postponed(best, ranked, wanted)
        chosen += self._other_places(best, ranked, wanted, sought)
        chosen += self._of_rank(best, ranked, sought)
        chosen += self._multiple(best, ranked, sought)
        chosen += self._otherwise(best, ranked, sought)
        chosen += with_exceptions(best, ranked)
        chosen += shares(best, ranked, sought.asked)
        if len(chosen) == 1:
            chosen += self._other_words(best, ranked, wanted, sought)
        if len(chosen) == 1:
            labelled = comparable(best.unit.label) in sought.asked.literal
            chosen += [] if labelled else self._runner_up(best, ranked, wanted, sought)
        chosen = self._kept(chosen, best, ranked, wanted, sought)
        return sorted(dict.fromkeys(chosen), key=lambda s: s.unit.start)[:MAX_PIECES]

    def _kept(
        self,
        chosen: list[Scored],
        best: Scored,
        ranked: list[Scored],
        wanted: Aims,
        sought: Sought,
    ) -> list[Scored]:
        """Those of the chosen sentences that stay beside the best one, rows of parts once."""
        if "multi_track" in sought.asked.concepts and not _PAYS.search(
            sought.asked.plain
        ):  # 骨干组 is named, not asked about
            chosen = [s for s in chosen if "multi_track" in s.unit.said] or chosen
        plain = sought.asked.plain
        chosen = [s for s in chosen if s is best or not of_other_kind(plain, s.unit.plain)]
        if all(g.entering for g in wanted.values):
            chosen = [s for s in chosen if s is best or wanted.beside(best.unit, s.unit)]
        if anchors := sought.asked.anchors:
            chosen = [s for s in chosen if any(a in s.unit.plain for a in anchors)]
        else:
            chosen = self._rows(chosen, ranked, wanted, sought)
        if any(_on_a_day(s.unit) for s in chosen):
            chosen = _exact(chosen, sought.asked)
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
        return [s for s in dict.fromkeys(rows) if id(s.unit) not in going]

    def _one_of(self, scored: Scored) -> Scored:
        """What leads to a list of conditions of which one is enough, for an item of the list."""
        above = self._reading.introduction(scored.unit)
        if above is None or not one_is_enough(above.plain):
            return scored
        return replace(scored, unit=above)

    def _cards(
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
        own = meant([s.unit.text for s in cards], sought.asked, self._words)
        return [cards[i] for i in own] or cards

    def _multiple(self, best: Scored, ranked: list[Scored], sought: Sought) -> list[Scored]:
        """The sentence of the clause that pays the track or kind asked for a multiple of it."""
        if not _PAYS.search(best.unit.plain) or "元" not in best.unit.plain:
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

    def _other_days(self, best: Scored, ranked: list[Scored], wanted: Aims) -> list[Scored]:
        """The other steps of the programme, where it is asked when without a stage."""
        asked = {g.concept for g in wanted.all}
        if _AMENDED in asked:  # what was changed is all of it
            return [s for s in ranked if _beside(s.unit, best.unit) and _AMENDED in s.unit.said]
        if "unit_quota" in asked:
            own = [s for s in ranked if _beside(s.unit, best.unit)]
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

    def _otherwise(self, best: Scored, ranked: list[Scored], sought: Sought) -> list[Scored]:
        """What the same clause goes on to say of the track that is asked about: 其中木工在…."""
        of = self._ranker.speaking_of
        own = set(sought.tracks)
        if not own or own & of.named(best.unit.plain):
            return []
        return [
            s
            for s in ranked
            if s.unit.path == best.unit.path
            and s.unit.start > best.unit.start
            and s.unit.plain.startswith(_BUT)
            and own & of.named(s.unit.plain)
        ][:1]

    def _postponed(self, best: Scored, ranked: list[Scored], wanted: Aims) -> list[Scored]:
        """The sentence of the same clause that leaves the exact answer to a later notice."""
        if best.unit.pointer:
            return []
        return [
            s
            for s in ranked
            if s.unit.path == best.unit.path
            and s.unit.pointer == "announced"
            and any(g.concept in s.unit.said for g in wanted.all)
        ][:1]

    def _other_places(
        self, best: Scored, ranked: list[Scored], wanted: Aims, sought: Sought
    ) -> list[Scored]:
        """Where a place is asked for without a stage, the stage whose place is told later."""
        asked = sought.asked
        if "where" not in asked.forms or _VENUE not in asked.concepts or wanted.stages:
            return []
        parent = best.unit.clause.parent
        return [
            s
            for s in ranked
            if parent is not None
            and s.unit.clause.parent == parent
            and s.unit.path != best.unit.path
            and s.unit.pointer == "announced"
            and _VENUE in s.unit.left
            and not self._ranker.of_others(s.unit, sought)
        ][:1]

    def _of_rank(self, best: Scored, ranked: list[Scored], sought: Sought) -> list[Scored]:
        """Where it is asked what a rank is given: what gives it something, for each group."""
        question = sought.asked.plain
        if not _GIVEN.search(question):
            return []
        own = [s for s in ranked if not self._ranker.of_others(s.unit, sought)]
        same = [s for s in own if s.unit.plain == best.unit.plain and s is not best]
        gives = (s for s in own if s.unit.said & _AWARDS and s is not best)
        of_rank = [s for s in gives if places_agree(question, s.unit.plain) > 0]
        return [*same[:1], *of_rank[:2]]

    def _for_winners(self, ranked: list[Scored], sought: Sought) -> Scored | None:
        """Where it is asked what a rank is given, what everybody gets who wins a prize."""
        if not _GIVEN.search(sought.asked.plain):
            return None
        own = (s for s in ranked if s.unit.said & _AWARDS)
        return next((s for s in own if _WINNERS.search(s.unit.plain)), None)

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
            and (not wanted.values or any(g.has_kind(s.unit) for g in wanted.values))
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
            and not s.unit.said & _AWARDS
        ][:2]

    def _of_some(self, unit: Unit) -> bool:
        """Whether a sentence without a scope of its own names groups, beside clauses of others."""
        groups = map(comparable, self._reading.notice.groups)
        return unit.clause.parent is not None and any(g in unit.plain for g in groups)

    def _answers(self, scored: Scored, wanted: Aims) -> bool:
        if wanted.values:
            return any(g.reached(scored.unit) for g in wanted.values)
        return wanted.on_topic(scored.unit) and any(g.spoken(scored.unit) for g in wanted.topics)

    def _left_open(self, scored: Scored, sought: Sought) -> Reply:
        """The notice leaves it to a later notice or to an attachment that is not here."""
        reason = _reason(scored.unit)
        what = self.matter(sought.asked)
        piece = Piece(
            text=say(reason, what=what, quote=scored.unit.text),
            citations=(cite_unit(self._notice, scored.unit),),
        )
        return self._not_stated(reason, piece, sought, scored.coverage)

    def _silent(self, ranked: list[Scored], sought: Sought, wanted: Aims) -> Reply:
        """Why there is no answer: left to others, or not said at all; with the nearest clause."""
        for scored in ranked:
            if scored.unit.pointer and self._speaks_for(scored.unit, wanted):
                return self._left_open(scored, sought)
        near = tuple(cite_unit(self._notice, s.unit) for s in ranked[:1])
        text = say("not_in_notice", what=self.matter(sought.asked))
        sure = ranked[0].coverage if ranked else 0.0
        return self._not_stated("not_in_notice", Piece(text=text, citations=near), sought, sure)

    def _speaks_for(self, unit: Unit, wanted: Aims) -> bool:
        """Whether what the sentence leaves open includes what is asked."""
        if not all(g.near(unit) for g in wanted.topics if g.hard):
            return False
        kin = {k for g in wanted.hard for k in self._words.concepts[g.concept].kin}
        stages = [g for g in wanted.stages if not self._words.concepts[g.concept].broad]
        if stages and not any(g.near(unit) for g in stages):
            return False  # 分赛项日程另行公布 leaves nothing open of where one checks in
        own = any(g.concept in unit.said for g in wanted.hard)
        return own or bool(kin & unit.said)

    def _not_stated(self, reason: Reason, piece: Piece, sought: Sought, sure: float) -> Reply:
        return Reply(
            status="not_stated",
            notice=self._notice.id,
            reason=reason,
            pieces=(piece,),
            tracks=sought.tracks,
            groups=sought.groups,
            sure=sure,
            what=self.matter(sought.asked),
        )

    def matter(self, asked: Asked) -> str:
        """What the question is about, in words for an answer."""
        named = thing(asked, self._words)
        if named is not None and not (named.preferred or named.concepts or named.of):
            return "、".join(named.runs)
        concepts = [self._words.concepts[c] for c in asked.concepts]
        stages = [c.name for c in concepts if c.stage]
        rest = [c for c in concepts if not c.stage]
        narrow = [c.name for c in rest if not c.broad] or [c.name for c in rest]
        if not stages and not narrow:
            return "、".join(asked.content) or say("matter")
        return "的".join([*stages[:1], *narrow[:1]])


def _uncovered(whole: str, covered: Sequence[str]) -> Iterator[str]:
    """What stands between ranks and the words covered, which come longest first."""
    done = 0
    while True:
        placed = _PLACED.search(whole, done)
        spans = [placed.span()] if placed else []
        spans += [(at, at + len(said)) for said in covered if (at := whole.find(said, done)) >= 0]
        start, end = min(spans, key=lambda span: span[0], default=(len(whole), len(whole)))
        yield whole[done:start]
        if not spans:
            return
        done = end


def _sum(text: str) -> bool:
    """Whether words name an amount of money, or that there is none to pay."""
    return bool(_AMOUNT.search(comparable(text)))


def _bears(stated: Scored, first: Scored, wanted: Aims, asked: Asked) -> bool:
    """Whether the sentence with the bound is meant: near the first, or a yes or no on its topic."""
    gap = first.score - stated.score
    about = bool(wanted.topics) and wanted.on_topic(stated.unit)
    return gap <= WIDE or (gap <= FAR and bool(_JUDGED & asked.forms) and about)


def _could(unit: Unit, wanted: Aims, asked: Asked) -> bool:
    """Whether a sentence holds the kind of thing that is asked for, if any is."""
    if "when" in asked.forms and not any(v.kind in TIMED for v in unit.values):
        return False
    if asked.forms & COUNTING and not _counts(unit):
        return False
    if "where" in asked.forms and not _places(unit):
        return False
    if _DAY.search(asked.plain) and _coarse(unit):
        return False
    certain = [g for g in wanted.values if g.hard and not g.kinds & TIMED]
    return all(g.has_kind(unit) for g in certain)


def _lists_later(unit: Unit, asked: Asked) -> bool:
    """Whether a list of what is asked for follows elsewhere: 工具清单随技术文件发布."""
    lists = _LISTED.findall(unit.deferred) if asked.forms & {"list", "what"} else []
    said = {p for run in (*asked.literal, *asked.wording) for p in pairs(run) if len(p) > 1}
    return any(pair in each for each in lists for pair in said)


def _exact(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those with a day, where a day is asked for and some of them have one."""
    if not _DAY.search(asked.plain):
        return told
    return [s for s in told if not _coarse(s.unit)] or told


def _counting(told: list[Scored], wanted: Aims, asked: Asked) -> list[Scored]:
    """Those that say how much of what is asked, where the first one says nothing of it."""
    if not (told and asked.forms & COUNTING) or wanted.values or _counts(told[0].unit):
        return told
    found = (s for s in told if s.coverage >= HALF and wanted.on_topic(s.unit))
    return [s for s in found if _counts(s.unit)] or told


def _of_kind(question: str, text: str) -> str:
    """Without what is said of teams where single entrants are asked about, and the reverse."""
    kept = (s for s in _STATEMENT.findall(text) if not of_other_kind(question, comparable(s)))
    return "".join(kept)


def _beside(one: Unit, other: Unit) -> bool:
    """Whether two sentences are of one clause, or of clauses below the same heading."""
    parent = other.clause.parent
    return one.path == other.path or (parent is not None and one.clause.parent == parent)


def _placed(told: list[Scored], asked: Asked) -> list[Scored]:
    """Those that speak of a place, where one is asked for and some of them do."""
    if _ADDRESS in asked.plain:  # 地址：… tells it better than 设在秘书处
        told = [s for s in told if _ADDRESSED.search(s.unit.plain)] or told
    if _VENUE not in asked.concepts or "where" not in asked.forms:
        return told
    if "when" not in asked.forms:
        told = [s for s in told if not _only_days(s.unit)]
    of_place = [s for s in told if _VENUE in s.unit.said | s.unit.titled or _places(s.unit)]
    return of_place or told


def _of_team_prizes(fitting: list[Scored], ranked: list[Scored], asked: Asked) -> list[Scored]:
    """Those about teams' prizes, where these are asked for and the notice has some of its own."""
    own = [s for s in ranked if _TEAM_PRIZE.search(s.unit.plain)]
    if not own or not _TEAM_PRIZE.search(asked.plain):
        return fitting
    return [s for s in fitting if s in own]


def _places(unit: Unit) -> bool:
    return any(v.kind in PLACES for v in unit.values)


def _says(concept: str, unit: Unit) -> bool:
    """Whether a sentence speaks of a thing, or its heading does of that thing alone."""
    headed = concept in unit.titled and not _SEVERAL.search(unit.headings[0])
    return concept in unit.said or headed


def _empty(unit: Unit) -> bool:
    """Whether a line of a form waits to be filled in: 市残联意见（盖章）："""
    return unit.plain.endswith("):") or unit.plain.endswith("):。")


def _only_days(unit: Unit) -> bool:
    """Whether a sentence below 时间和地点 tells the day alone."""
    days = any(v.kind in TIMED for v in unit.values)
    placed = _AT.search(unit.plain) or _places(unit)
    return days and not placed and not unit.pointer


def _on_a_day(unit: Unit) -> bool:
    return any(v.kind in TIMED and _WITH_DAY.search(v.value) for v in unit.values)


def _coarse(unit: Unit) -> bool:
    """Whether its dates are of months only, 上旬 and 下旬 among them."""
    timed = [v for v in unit.values if v.kind in TIMED]
    return bool(timed) and not any(_WITH_DAY.search(v.value) for v in timed)


def _counts(unit: Unit) -> bool:
    """Whether a sentence says how many or how much at all, be it as a list or as no limit."""
    return bool(_QUANTITY.search(unit.plain) or FREE.search(unit.plain) or "\n" in unit.text)


def _scope(unit: Unit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return unit.scope.tracks, unit.scope.groups


def _reason(unit: Unit) -> Reason:
    return "in_missing_attachment" if unit.missing else "to_be_announced"
