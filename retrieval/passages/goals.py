"""What a question must get an answer to, and which sentences give it.

A question asks for values (a date, an address, a ratio) about topics (the final, insurance). A
topic narrows every value asked; a value without a topic is asked in general.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from knowledge import lazy_re
from knowledge.model import ValueKind
from knowledge.plain import comparable
from retrieval.passages.entering import (
    CHANGES,
    all_aside,
    asks_open,
    dated_parts,
    headed_aside,
    of_checking,
    of_entering,
    of_opening,
    of_persons,
    registers,
    says_aside,
)
from retrieval.passages.labelled import tells_window
from retrieval.passages.units import Unit
from retrieval.question.asked import UNTIL, Asked
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED, dated

# What a shape of question asks for when no concept says it.
_IMPLIED = {"when": "hold_time", "where": "venue", "how_long": "duration"}
# Values whose absence is certain: their form cannot be overlooked in a text.
_CERTAIN = frozenset(
    {"email", "phone", "qq_group", "url", "date", "range", "deadline", "duration", "amount", "age"}
)


_RELEASE, _ENTER_TIME = "release", "enrol_time"
_DAY = "hold_time"
_OF_STAGE = frozenset({"hold_time", "deadline", "finish_time"})
_BESIDE = frozenset({"checkin", "ceremony", "training"})
"""Stages beside the contest itself."""
_ORDINAL = lazy_re.compile(r"(?:第[一二三四五1-5]|首|末|最后[一1]?)[日天](?!起|前|内)")
_MEASURE, _CONTACT = "duration", "contact"
_WAYS = frozenset({"procedure", "form_source"})
"""从哪里报 asks for a way, not for a place."""
_LATER = lazy_re.compile(
    r"(技术文件|样题|题库|技术方案|大纲|评判标准|评分|规程)[^，。；]{0,16}(另行|另发|另定|待定)"
)
"""What is released later is not here: 技术文件另行发布."""
_OF_CONTEST = frozenset({"hold_time", "finish_time"})
_ENTERED = frozenset({"deadline", "enrol_time", "enrol", "tracks", "who_can", "procedure"})
_WITH_ENTRY = frozenset({"enrol", "enrol_time", "materials", "hand_in"})
"""What is done when one enters: 材料几号前交."""
_OF_PEOPLE = frozenset({"student", "teacher", "worker"})
"""Whose day it is: 学生几号截止."""
_OPENED = _ENTERED | {"login"}
_OF_ENTERING = frozenset({"enrol", "procedure", "materials", "deadline", "form_source"})
_NO_CONTEST = _OF_ENTERING | {_RELEASE, "publicity", "payment", "refund", "appeal"}
_RELEASED = lazy_re.compile(
    r"(题库|样题|技术文件|图纸|大纲|名单|成绩)[^，。；]{0,4}[于在]?\d[^，。；]*(公[开布示]|发[布放])"
)
_ENTERS = lazy_re.compile(r"报名|申报|报送|提交|截止|上报|推荐|填报|注册|发送|寄")
_HELD = lazy_re.compile(
    r"举[办行]|开[赛幕展考]|赛期|培训|报到|(比赛|竞赛|大赛|公开赛|[初预复决]赛|选拔|考试|考核|实操|理论|答辩|评审)"
    r"(?!报名|申报|办公室|组委会|组织委员会|执委会|秘书处|领导小组|工作组|专家|证书|奖金"
    r"|成绩|分数|得分|名次|排名|结果|名单|费|题|大纲|规程|手册|须知|通知)"
)
_OF_AGE = lazy_re.compile(r"出生|年龄|周岁|岁数|工作时间|年限|以来")
_BEGINS = lazy_re.compile(r"举[办行]|开赛|定于|拟于|定在|[初预复决]赛(?:时间|在|于|[(:：])")
"""The day ages are reckoned by is none on which something is held."""
_CLOCK = lazy_re.compile(r"几点|时间段|上班|营业|受理时间")
_HANDLED = lazy_re.compile(
    r"上传|下载|汇入|汇款|转账|缴[费纳清]|领取|审[核查]|公[示布]|留存|更换|变更|报送|提交|寄[至到送]|开放时间|换人|递补|补正|补齐|复核|复查|异议|申诉|退赛|退费"
)
"""What is done with papers and money has days of its own, on which nothing is held."""
_PUBLISHED = lazy_re.compile(
    r"(?:成绩|名单|结果|分数|名次)[^，,。？?]{0,8}(?:公[示布]|出来?|发布|查|知道|揭晓)"
)
"""Asked is when something becomes known, not when it is contested."""
_CONTEST_SAID = lazy_re.compile(
    r"比赛|竞赛|大赛|[初复决预]赛|比武|举[办行]|开[赛比]|(?:哪[天日]|几号|时候|几月)(?:正式)?(?:开始)?[比赛考]"
)
_DONE_AFTER = lazy_re.compile(r"确认|缴费|交费|缴纳|领取|抽签|递补|查询|审[核查批]|复核")
"""What is done after entering has a last day of its own."""
_OF_TIME = lazy_re.compile(
    r"时间|时候|时刻|几时|何时|日期|日程|赛程|安排|几[月号日点天]|哪[天月日]|截止|截至|期限|多久|最[晚迟早]|来得及|"
    r"[之以号日]前|过期|逾期|还能|为止|补报|忘|错过|[今明昨]天"
)
"""Words that ask when; without them a day may be said in passing: 比完发什么证."""
_OTHERWISE = frozenset({"what", "how", "how_many", "how_much", "list", "who", "which", "where"})
_SHARES = frozenset({"ratio", "weight"})
_LATEST = "deadline"
_BEFORE_EVENT = lazy_re.compile(
    r"(?:[赛考]|报到|开幕)(?:前\d+个?(?:天|日|工作日|周)|\d+个?(?:天|日|工作日)(?:之|以)?前)"
)
"""Until when, told from the day of the contest: 赛前20天, 决赛5日前."""
_DECIDED = lazy_re.compile(r"\d[日号][^，,。；;\d]{0,12}(?:会议|研究|审议|批复|印发)")
"""A day on which something was decided or sent."""
_WITHDRAWS = lazy_re.compile(r"退赛|退出|弃权|弃赛|请假")
"""Until when one may step back is not until when one may enter."""


@dataclass(frozen=True)
class Goal:
    """One concept to be answered, with the kinds of value that would do it."""

    concept: str
    kinds: frozenset[ValueKind]
    hard: bool
    broad: bool = False
    holds: frozenset[ValueKind] = frozenset()
    """All kinds of value that say something of it, whether one is needed or not."""
    dated: bool = False
    """Asked is the day: an hour without one (9:00—12:00) does not tell it."""
    contest: bool = False
    """Asked is when the contest is held: until when one can register does not tell it."""
    itself: bool = False
    """Asked is the contest, nothing beside it: the day of a briefing does not tell it."""
    by_name: bool = False
    """The contest is asked about by a word for it, and nothing that is handed in or paid."""
    entering: bool = False
    """Asked is until when one enters: until when one may change something does not tell it."""
    beside: bool = False
    """Asked is until when something else is done: until when one enters does not tell it."""

    def spoken(self, unit: Unit) -> bool:
        """Whether the sentence or its heading speaks of the concept."""
        return self.concept in unit.said or self.concept in unit.titled

    def near(self, unit: Unit) -> bool:
        """Whether a heading further up does."""
        return self.spoken(unit) or self.concept in unit.above

    def has_kind(self, unit: Unit) -> bool:
        """Whether a value of a fitting kind stands in the sentence."""
        if self.concept == _LATEST and _BEFORE_EVENT.search(unit.plain):
            return not _WITHDRAWS.search(unit.plain)
        return not self.kinds or any(
            v.kind in self.kinds and (not self.dated or dated(v)) for v in unit.values
        )

    def reached(self, unit: Unit) -> bool:
        """Whether the sentence speaks of the concept and holds such a value."""
        spoken = self.spoken(unit) or self._opened(unit) or self._called(unit)
        fits = spoken and self.has_kind(unit)
        if self.beside and _ENTER_TIME in unit.said and tells_window(unit.plain):
            return False
        return fits and not self.off_contest(unit) and not self.changes(unit)

    def changes(self, unit: Unit) -> bool:
        """Whether all days of the sentence are those of a change: 可于5月20日前调整.

        Or of those who check the entries, or of people: 7月31日前毕业的，不得参加.
        """
        days = dated_parts(unit.plain) if self.entering else []
        if days and of_checking(days):
            return True
        return bool(days) and all(CHANGES.search(day) or of_persons(day) for day in days)

    def of_entering(self, unit: Unit) -> bool:
        """Whether some day of the sentence is one until when one enters."""
        return of_entering(unit.plain) or self._opened(unit)

    def _called(self, unit: Unit) -> bool:
        """Whether whom to call is asked, and the sentence gives a person with a number."""
        return self.concept == _CONTACT and {"person", "phone"} <= {v.kind for v in unit.values}

    def _opened(self, unit: Unit) -> bool:
        """Whether the sentence says from when to when one enters, in other words than 截止."""
        if not (self.entering and any(v.kind == "range" for v in unit.values)):
            return False
        opens = of_opening(unit.plain) or tells_window(unit.plain)
        return registers(unit.plain) or (_ENTER_TIME in unit.said and opens)

    def off_contest(self, unit: Unit) -> bool:
        """Whether it is asked when the contest is, and the sentence tells another day."""
        if self.itself and (all_aside(unit.plain) or _headed_aside(unit)):
            return True
        return self._before_contest(unit)

    def _of_papers(self, plain: str) -> bool:
        """Whether papers are published, or all days are of what is handed in, paid or fetched."""
        days = dated_parts(plain) if self.by_name else []
        handled = bool(days) and all(_HANDLED.search(day) for day in days)
        return handled or bool(_RELEASED.search(plain))

    def _before_contest(self, unit: Unit) -> bool:
        """Whether it is asked when the contest is, and the sentence says when to register.

        Or when something was decided: 经6月3日会议研究.
        """
        if not self.contest:
            return False
        if not _HELD.search(unit.plain) and self._of_papers(unit.plain):
            return True
        if len(_DECIDED.findall(unit.plain)) >= sum(map(dated, unit.values)) > 0:
            return True
        if _OF_AGE.search(unit.plain) and not _BEGINS.search(unit.plain):
            return True
        if not UNTIL & unit.said:
            return False
        return bool(_ENTERS.search(unit.plain + unit.over)) and not _HELD.search(unit.plain)


def _headed_aside(unit: Unit) -> bool:
    """Whether the heading right above a sentence is of something beside the contest alone."""
    return bool(unit.headings) and headed_aside(comparable(unit.headings[0]))


@dataclass(frozen=True)
class Aims:
    """The goals of a question."""

    values: tuple[Goal, ...]
    topics: tuple[Goal, ...]
    stages: tuple[Goal, ...]

    @property
    def all(self) -> tuple[Goal, ...]:
        """Values and topics."""
        return (*self.values, *self.topics)

    @property
    def hard(self) -> tuple[Goal, ...]:
        """Those the question insists on."""
        return tuple(g for g in self.all if g.hard)

    def about(self, unit: Unit) -> bool:
        """Whether the sentence is on the topics the question insists on, and on its stage."""
        topics = [g for g in self.topics if g.hard]
        on_topic = not topics or any(g.near(unit) for g in topics)
        return on_topic and (not self.stages or any(g.near(unit) for g in self.stages))

    def met(self, unit: Unit) -> bool:
        """Whether the sentence gives one of the values asked for; True if none is."""
        if not self.values:
            return True
        return self.about(unit) and any(
            g.reached(unit)
            or self._measured(g, unit)
            or self._by_ordinal(g, unit)
            or self._on_stage(g, unit)
            for g in self.values
        )

    def _measured(self, goal: Goal, unit: Unit) -> bool:
        """Whether a sentence on another topic of the question tells how long: 干满多久, 满1年."""
        topics = [g for g in self.topics if not g.broad]
        about = any(g.spoken(unit) for g in topics)
        return goal.concept == _MEASURE and about and goal.has_kind(unit)

    def _on_stage(self, goal: Goal, unit: Unit) -> bool:
        """Whether a day is asked of a stage beside the contest, and a sentence dates that stage.

        16日10:00至16:00在宾馆报到 tells when and until when one checks in.
        """
        held = goal.concept in _OF_STAGE and goal.has_kind(unit)
        beside = {g.concept for g in self.stages} & _BESIDE
        return held and bool(beside) and beside <= unit.said

    def _by_ordinal(self, goal: Goal, unit: Unit) -> bool:
        """Whether a sentence on a topic of the question tells its day by number: 第三日开放观摩."""
        if goal.concept != _DAY or not _ORDINAL.search(unit.plain):
            return False
        return any(g.hard and not g.broad and g.concept in unit.said for g in self.topics)

    def beside(self, best: Unit, unit: Unit) -> bool:
        """Whether a sentence may stand beside the best one: of two days both are for entering."""
        return self.entering(unit) or not self.entering(best)

    def entering(self, unit: Unit) -> bool:
        """Whether it is asked until when one enters, and the sentence says so."""
        return any(g.entering and g.of_entering(unit) for g in self.values)

    def on_topic(self, unit: Unit) -> bool:
        """Whether the sentence speaks of a topic of the question that is no commonplace."""
        told = self.told
        return not told or not (told.isdisjoint(unit.said) and told.isdisjoint(unit.titled))

    @cached_property
    def told(self) -> frozenset[str]:
        """The topics that are no commonplaces; all of them where there are no others."""
        hard = [g for g in self.topics if g.hard]
        wanted = hard or [g for g in self.topics if not g.broad] or self.topics
        return frozenset(g.concept for g in wanted)

    def open(self, unit: Unit) -> bool:
        """Whether the sentence only says that what is asked will be said elsewhere."""
        if not unit.pointer:
            return False
        if any(g.concept == _RELEASE for g in self.stages) and _LATER.search(unit.plain):
            return True
        if self.leaves(unit):
            return True
        return bool(self.values) and not any(g.has_kind(unit) for g in self.values)

    def leaves(self, unit: Unit) -> bool:
        """Whether the sentence says of something asked that it will be said elsewhere."""
        return any(
            g.concept in unit.left
            and not any(v.kind in g.holds for v in unit.values)
            and not _BEFORE_EVENT.search(unit.plain)
            for g in self.all
            if not g.broad
        )


def with_implied(asked: Asked, words: Words) -> Asked:
    """Add what the shape of the question asks for: 决赛哪天 asks for a time."""
    have = {k for c in asked.concepts for k in words.concepts[c].kinds}
    goals = [c for c in asked.concepts if not words.concepts[c].stage]
    added = [
        concept
        for form, concept in _IMPLIED.items()
        if form in asked.forms
        and concept not in asked.concepts
        and not (form == "where" and _WAYS & set(asked.concepts))
        and not any(concept in words.concepts[c].over for c in asked.concepts)
        and not have & set(words.concepts[concept].kinds)
        and not any(words.concepts[c].element for c in goals)
    ]
    return asked.model_copy(update={"concepts": (*asked.concepts, *added)}) if added else asked


def aims(asked: Asked, words: Words) -> Aims:
    """Sort the concepts of a question into values, topics and stages."""
    values, topics, stages = [], [], []
    contact = any(words.concepts[c].card for c in asked.concepts)
    for name in asked.concepts:
        concept = words.concepts[name]
        if concept.stage:
            stages.append(Goal(name, frozenset(), hard=True))
            continue
        if name == "female" and "age" in asked.concepts:
            continue  # one age for all is hers too
        kinds, holds = _kinds(concept.kinds, asked.forms), frozenset(concept.kinds)
        kinds = frozenset() if concept.soft and _in_passing(kinds, asked) else kinds
        if name in UNTIL and asks_open(asked) and set(asked.concepts) <= _OPENED:
            kinds = holds
        # 承办单位电话: the unit only says whose phone is asked for
        if kinds and (concept.card or not contact):
            day = name in UNTIL and not _CLOCK.search(asked.plain)
            held = name in _OF_CONTEST and not _NO_CONTEST & set(asked.concepts)
            held = held and not _PUBLISHED.search(asked.plain)
            enters = set(asked.concepts) <= _ENTERED | _OF_PEOPLE and not CHANGES.search(
                asked.plain
            )
            enters = enters and not _DONE_AFTER.search(asked.plain)
            itself = name in _OF_CONTEST and not says_aside(asked.plain)
            own = _CONTEST_SAID.search(asked.plain) and not _HANDLED.search(asked.plain)
            goal = Goal(
                name, kinds, not concept.soft, holds=holds, dated=day, contest=held, itself=itself
            )
            goal = replace(goal, by_name=held and bool(own))
            beside = name in UNTIL and not enters and not _WITH_ENTRY & set(asked.concepts)
            values.append(replace(goal, entering=enters and name in UNTIL, beside=beside))
        else:
            # 题库在哪 asks for a page, which no sentence calls a place
            paged = name == "venue" and _RELEASE in asked.concepts
            hard = not (concept.soft or paged)
            topics.append(Goal(name, frozenset(), hard, concept.broad, holds))
    if values:  # 时间地点: a place is asked beside another value, not about it
        places = [g for g in topics if "place" in words.concepts[g.concept].kinds]
        values += [replace(g, kinds=frozenset(words.concepts[g.concept].kinds)) for g in places]
        topics = [g for g in topics if g not in places]
    if not values and not topics:
        return Aims((), tuple(stages), ())
    return Aims(tuple(values), tuple(topics), tuple(stages))


def _in_passing(kinds: frozenset[ValueKind], asked: Asked) -> bool:
    """Whether a day is mentioned and something else asked: 比完发什么证."""
    other = asked.forms & _OTHERWISE and "when" not in asked.forms
    return bool(kinds) and kinds <= TIMED and bool(other) and not _OF_TIME.search(asked.plain)


def _kinds(kinds: tuple[ValueKind, ...], forms: frozenset[str]) -> frozenset[ValueKind]:
    """Yes/no questions and those after consequences need no value.

    An amount is needed only where one asks how much.
    """
    if forms & {"yes_no", "consequence"}:
        return frozenset()
    if "how_much" in forms and set(kinds) & _SHARES:
        return frozenset(kinds)
    if not set(kinds) & _CERTAIN:
        return frozenset()
    if set(kinds) == {"amount"} and not forms & {"how_much", "how_many"}:
        return frozenset()
    return frozenset(kinds)
