"""Which sentence of a notice answers: concepts, kinds of value, words, scope, and meaning.

Every weight of the ranking stands in `Weights`; they were chosen on the known questions
(`saiwen eval`), not on one notice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

from knowledge.model import Frozen
from knowledge.numerals import CHINESE
from knowledge.plain import comparable
from retrieval.passages.goals import Aims
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.question.asked import Asked
from retrieval.question.conditions import bearing, ranked, stated
from retrieval.question.lexicon import Rendered, Words
from retrieval.question.measures import counted
from retrieval.question.moments import dated

COUNTING = frozenset({"how_many", "how_much", "how_long"})
COUNTED = re.compile(rf"不设[^，。]{{0,6}}限|不限|{CHINESE}[种个项类名人队组支场次家]")
FREE = re.compile(r"不设[^，。]{0,6}限|不限")
_PLACES = frozenset({"place", "organisation"})
_NUMBERS = frozenset({"count", "ratio", "amount", "weight", "duration", "age", "rank"})


_PLACING = re.compile(rf"第(?:\d+|{CHINESE})(?:名|(?![届次条项批轮场])(?=[有能拿得是，,]|$))")
_NAME = 0.4
"""What words of the competition's own name count, as a share of what others do."""
_WANTS = re.compile(
    r"(?<!不)(能?要|需要?|须|应该?|自己)(自己|自)?(带|备|准备|交|提交|穿|戴)[^，。？?]{0,3}(哪|什么|啥)"
)
_KINDS = re.compile(rf"哪(几|些|{CHINESE})大?(块|样|项|种|类|部分|方面)|分(为|成)?哪(几|些)")
_LISTS = re.compile(
    r"(包括|包含|分为|分|以下|如下|涵盖|组成|[:：])[^；;]*、|、[^；;]*(组成|等\d|等[一二三四五六七八九十]|等(?:材料|资料|证明|扫描件|复印件|原件|证件))|连同[^；;]*、"
).search
_WHICH_PAPERS = re.compile(
    r"(什么|啥|哪些|哪几)(样)?(报名)?(材料|资料|表|证明|手续|东西|$)|材料(有|是|包括)?(哪|什么|啥)"
)
_FORBIDS = re.compile(r"不得|不准|禁止|严禁|不能|一律不")
_TEAMS = re.compile(r"团队(?!长)|团体|小队|[双多]人赛")
_SINGLE = re.compile(r"个人(项目|赛|奖|[一二三]等奖)|单人(项目|赛)")
_MODALS = (
    "无需",
    "无须",
    "不需",
    "不用",
    "不必",
    "不得",
    "不能",
    "禁止",
    "必须",
    "须",
    "可以",
    "允许",
)
_PRIZES = re.compile(r"[一二三特]等|奖")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MONEY = re.compile(r"(?<!\d)(\d+(?:\.\d+)?)(万)?(?:块|元)")


@lru_cache(maxsize=4096)
def _sums(text: str) -> frozenset[tuple[str, str]]:
    """The amounts of money a text names: 45块 is 45元."""
    return frozenset(_MONEY.findall(text))


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
    no_stage: float = 0.5
    unasked_stage: float = 0.8
    narrower: float = 1.0
    on_topic: float = 0.8
    listing: float = 0.6
    dependent: float = 0.4
    forbids: float = 1.0
    enumerates: float = 2.0
    agreement: float = 3.0
    counted: float = 0.7
    literal: float = 0.6
    meant: float = 0.9
    own_track: float = 1.0
    own_group: float = 1.0
    other_track: float = 3.0
    labelled: float = 1.0
    anchor: float = 9.0
    length: float = 0.25
    echo: float = 0.3
    place: float = 1.0
    direct: float = 1.0


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


@dataclass(frozen=True)
class _Said:
    """The words of a question with their weight in one notice."""

    terms: dict[str, float]
    """Character pairs of its own words."""
    echo: dict[str, float]
    """Character pairs of the words concepts were recognised by."""
    meant: dict[tuple[str, ...], float]
    """Words of notices for what it says otherwise."""
    concepts: dict[str, float]
    total: float
    """What a sentence that has all of it would gain."""
    placed: bool
    """A place is asked for."""
    numbered: bool
    """It states a number of its own."""
    placing: bool
    """It names a place somebody came in: 第五名."""
    years: frozenset[str]
    """The years it names: 2025、2026."""
    sums: frozenset[tuple[str, str]]
    """Its sums of money."""
    which: bool
    """It asks for the kinds or parts of something: 哪几类."""
    wishes: bool
    """Somebody wants to do something, as a ban forbids it."""
    prizes: bool
    """It counts prizes."""
    sorts: bool
    """It is about teams or about single entrants."""
    groups: tuple[str, ...]
    """The groups it is about, comparable."""
    narrower: frozenset[str]
    """Concepts that are narrower than what it asks."""
    stages: frozenset[str]
    """The stages it asks about."""


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

    def rank(self, sought: Sought, wanted: Aims) -> list[Scored]:
        """All sentences inside the scope, best first; equal ones in the notice's order."""
        terms = self._terms(sought.asked.content)
        every = self._terms(sought.asked.wording)
        aside = {p: w for p, w in self._terms(sought.asked.aside).items() if p.isalpha()}
        echo = {pair: weight for pair, weight in (aside | every).items() if pair not in terms}
        said = self._said(sought, terms, echo)
        found = [
            self._score(unit, sought, wanted, said)
            for unit in self._reading.units
            if in_scope(unit, sought)
        ]
        return sorted(found, key=lambda s: (-round(s.score, 6), s.unit.start))

    def _said(self, sought: Sought, terms: dict[str, float], echo: dict[str, float]) -> _Said:
        """What the question says, weighed once for all sentences."""
        asked = sought.asked
        w, meant = self._weights, self._meant(asked.meant)
        numbered = bool(stated(asked.plain))
        concepts = {c: self.weight(c) for c in asked.concepts}
        total = sum(concepts.values()) + w.content * sum(terms.values())
        return _Said(
            terms=terms,
            echo=echo,
            meant=meant,
            concepts=concepts,
            total=total + w.meant * sum(meant.values()),
            placed="where" in asked.forms and self._placed(asked),
            numbered=numbered,
            placing=bool(_PLACING.search(asked.plain)),
            years=frozenset(_YEAR.findall(asked.plain)),
            sums=_sums(asked.plain),
            which=bool(_KINDS.search(asked.plain)) or _papers(asked),
            wishes=bool(_WANTS.search(asked.plain)),
            prizes=bool(numbered and asked.forms & COUNTING and _PRIZES.search(asked.plain)),
            sorts=bool(_TEAMS.search(asked.plain) or _SINGLE.search(asked.plain)),
            groups=tuple(comparable(group) for group in sought.groups),
            narrower=self._narrower(asked),
            stages=self._stage_names.intersection(asked.concepts),
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

    def _score(
        self,
        unit: Unit,
        sought: Sought,
        wanted: Aims,
        said: _Said,
    ) -> Scored:
        w = self._weights
        headed = self._headed(unit, sought)
        gained = sum(weight * self._match(c, unit, headed) for c, weight in said.concepts.items())
        words = sum(
            weight * (w.content if pair in unit.plain else w.heading_content)
            for pair, weight in said.terms.items()
            if pair in unit.pairs
        )
        words += w.meant * sum(
            weight * (1.0 if any(m in unit.plain for m in group) else 0.5)
            for group, weight in said.meant.items()
            if any(m in unit.plain or m in unit.over for m in group)
        )
        covered = gained + words
        echoed = sum(weight for pair, weight in said.echo.items() if pair in unit.plain)
        has_kind = any(g.has_kind(unit) for g in wanted.values)
        score = covered + w.echo * echoed
        if wanted.values:
            score += w.kind if has_kind else -w.no_kind
        elif "deadline" in sought.asked.concepts:  # 还能报吗: the day tells
            score += w.kind * any(map(dated, unit.values))
        if sought.asked.forms & COUNTING:
            numbered = any(v.kind in _NUMBERS for v in unit.values) or COUNTED.search(unit.plain)
            score += w.counted if numbered else -w.counted
        if said.placed:
            score += w.place * any(v.kind in _PLACES for v in unit.values)
        score += w.literal * sum(t in unit.plain or t in unit.over for t in sought.asked.literal)
        score += w.agreement * bearing(sought.asked.plain, unit.plain) if said.numbered else 0.0
        score += w.agreement * (said.placing and ranked(sought.asked.plain, unit.plain) > 0)
        score -= w.narrower * (not unit.said.isdisjoint(said.narrower))
        score += w.on_topic * (bool(wanted.topics) and wanted.on_topic(unit))
        score += w.listing * ("list" in sought.asked.forms and unit.plain.count("、") > 1)
        score += w.enumerates * bool(said.which and _LISTS(unit.plain))
        score -= w.forbids * bool(said.wishes and _FORBIDS.search(unit.plain))
        score -= w.dependent * unit.plain.startswith(("其中", "其他", "另"))
        score += self._stages(unit, said.stages)
        score += w.own_track * self._of_own(unit, sought)
        score += w.own_group * bool(set(unit.scope.groups) & set(sought.groups))
        score += w.own_group * any(group in unit.plain for group in said.groups)
        if "yes_no" in sought.asked.forms:
            score += w.direct * _direct(sought.asked, unit)
        label = _label(unit.label)
        score += w.labelled * (label in sought.asked.literal)
        score += w.labelled * headed
        score += w.labelled * (label in said.groups)
        score += w.anchor * sum(a in unit.plain for a in sought.asked.anchors)
        other_kind = said.sorts and of_other_kind(sought.asked.plain, unit.plain)
        if self.of_others(unit, sought) or other_kind:
            score -= w.other_track
        score += w.agreement * bool(said.sums and said.sums & _sums(unit.plain))
        score += w.agreement * counted(sought.asked.plain, unit.plain)
        score += w.agreement * (len(said.years) > 1 and all(y in unit.plain for y in said.years))
        shared = said.prizes and "%" in unit.plain and _PRIZES.search(unit.plain)
        score += w.agreement * bool(shared)
        score -= w.length * log(1 + len(unit.plain) / 40)
        return Scored(unit, score, covered / said.total if said.total else 0.0)

    def of_others(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence names other tracks than those asked for, in a clause about all."""
        own = set(unit.scope.tracks) & set(sought.tracks)
        if self._of_other_groups(unit, sought):
            return True
        # of several tracks a clause is about, 报名叉车操作的 speaks of one alone
        alone = bool(own) and len(unit.scope.tracks) == 1
        return not alone and self.speaking_of.others(unit.plain, sought.tracks)

    def _of_own(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence holds for the tracks asked for, by its clause or by naming them."""
        own = set(sought.tracks)
        return bool(own and own & (set(unit.scope.tracks) | self.speaking_of.named(unit.plain)))

    def _of_other_groups(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence goes on about another group: 专业组设冠军1名；亚军1名."""
        if not sought.groups:
            return False
        every = self._groups
        own = {_label(group) for group in sought.groups}
        named = {g for g in every if g in unit.before}
        return bool(own and named) and not named & own and not any(g in unit.plain for g in every)

    def _placed(self, asked: Asked) -> bool:
        """Whether a place is asked for, not where to find something."""
        return any("place" in self._words.concepts[c].kinds for c in asked.concepts)

    def _narrower(self, asked: Asked) -> frozenset[str]:
        """What is narrower than what is asked: 办证费用 for 费用."""
        wanted = frozenset(asked.concepts)
        return frozenset(
            name
            for name, concept in self._words.concepts.items()
            if name not in wanted and not wanted.isdisjoint(concept.over)
        )

    def _headed(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence begins with the track asked for: 育婴员：… below 比赛内容."""
        label = _label(unit.label)
        return len(label) > 1 and bool(
            sought.tracks and self.speaking_of.named(label) & set(sought.tracks)
        )

    def _match(self, concept: str, unit: Unit, headed: bool = False) -> float:  # noqa: FBT001, FBT002
        if concept in unit.said or (headed and concept in unit.above):
            return 1.0
        if concept in unit.titled:
            return self._weights.titled
        return self._weights.above if concept in unit.above else 0.0

    def _stages(self, unit: Unit, stages: frozenset[str]) -> float:
        """A sentence about another stage than the one asked for is no answer."""
        spoken = (unit.said | unit.titled) & self._stage_names
        if spoken & stages:
            return 0.0
        if not spoken:
            return -self._weights.no_stage if stages else 0.0
        return -(self._weights.other_stage if stages else self._weights.unasked_stage)


def _papers(asked: Asked) -> bool:
    """Whether it is asked which papers to hand in: the sentence that lists them answers."""
    return "materials" in asked.concepts and bool(_WHICH_PAPERS.search(asked.plain))


@lru_cache(maxsize=16_384)
def _label(text: str) -> str:
    """A label or group of a notice, comparable."""
    return comparable(text)


def of_same_kind(question: str, words: str) -> bool:
    """Whether both are about teams, or both about single entrants."""
    return any(sort.search(question) and sort.search(words) for sort in (_TEAMS, _SINGLE))


def of_other_kind(question: str, words: str) -> bool:
    """Whether the one is about teams and the other about single entrants."""
    of_teams = _TEAMS.search(question), _TEAMS.search(words)
    of_single = _SINGLE.search(question), _SINGLE.search(words)
    if all(of_teams) or all(of_single):
        return False
    return bool((of_teams[0] and of_single[1]) or (of_single[0] and of_teams[1]))


def _direct(asked: Asked, unit: Unit) -> bool:
    """Whether the sentence says may, must or need not of the very thing: 无需注册."""
    return any(
        f"{modal}{said}" in unit.plain
        for said in asked.literal
        if len(said) > 1
        for modal in _MODALS
    )


def in_scope(unit: Unit, sought: Sought) -> bool:
    """Whether a sentence speaks of the track and group asked for, or of all of them."""
    tracks, groups = unit.scope.tracks, unit.scope.groups
    if sought.tracks and tracks and not set(tracks) & set(sought.tracks):
        return False
    if not (sought.groups and groups) or set(groups) & set(sought.groups):
        return True
    return any(comparable(g) in unit.plain for g in sought.groups)  # 职工组限60人，学生组限40人
