"""A sentence of a notice as a statement of an answer: trimmed, headed, dated, led in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from knowledge import lazy_re
from knowledge.model import Clause, Notice
from knowledge.numerals import CHINESE
from knowledge.plain import comparable, comparable_name
from retrieval.computed.sums import Sum, one_at_least, rounding_of, sums
from retrieval.entrants.barring import under_heading
from retrieval.entrants.persons import persons
from retrieval.passages.contacts import meant, pieces
from retrieval.passages.entering import asks_open, contest_days
from retrieval.passages.goals import Aims
from retrieval.passages.holds import AWARDS
from retrieval.passages.lacking import not_listed
from retrieval.passages.money import asks_sum
from retrieval.passages.needed import excepts
from retrieval.passages.own_part import by_itself
from retrieval.passages.rank import Ranker, Sought
from retrieval.passages.said import COUNTING, of_other_kind
from retrieval.passages.trim import ALIKE, LOOSELY, permits_alone, trim
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.passages.whole import broken
from retrieval.passages.whose_day import of_the_asker
from retrieval.question.asked import Asked
from retrieval.question.conditions import agreement, of_other_prizes, ranked, stated
from retrieval.question.expiring import runs_out
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED, asked_day, begun, days_before, days_left, past
from retrieval.question.people_groups import of_other_people
from retrieval.question.put_off import put_off_to
from retrieval.question.served import too_short
from retrieval.question.spread import too_many_places
from retrieval.question.stance import lead, outside, stance
from retrieval.question.whether import permits
from retrieval.reply import Piece, cite_unit
from retrieval.wording import say

_BARE_VALUE = 24
_STEP = lazy_re.compile(r"(若|如)?(仍|再|还)(然|是)?(相同|一样|不能|并列|无法)")
"""The next step of an order that a row of sentences gives."""
_ITEM = 3
_NOTE = ("（", "(", "注：", "注:")
"""How a line below a list begins that is none of it: （附件2、3请在网站下载）."""
_NEXT = 2
"""Characters at most between a sentence and the next one."""
_AFTER = lazy_re.compile(r"完(了|以?后|之后)|[以之]后|过了(以?后)?|(?<=[过完])后")
_THEN = 4.0
"""What 审核通过后 counts where one asks what comes after it; what follows goes with it."""
_INSTEAD = 1.5
_CARD, _OWN = 9.0, 6.0
"""So much that name and telephone of a contact are both kept."""
_SHARED = lazy_re.compile(r"占[^，。；]{0,6}\d+(?:\.\d+)?%")
_DIGIT = lazy_re.compile(r"\d")
_NUMBER = lazy_re.compile(rf"\d|(?:{CHINESE}|[两半])[个名人位次队题道分项天年月支组轮]")
_BODY = lazy_re.compile(r"(组|部|处|委员会|办公室|中心)$")
_GROUNDS, _GROUNDS_SHARE = lazy_re.compile(r"(根据|按照|依据|为贯彻|为了)"), 0.3
_VERB = lazy_re.compile(r"[为是有设不须应可得由在将收占见]|进行|举行|组织|参加")
_LABELLED = lazy_re.compile(r"[\u4e00-\u9fff\d]{1,10}[:：]")
_SETS = lazy_re.compile(
    r"(?:须|应|应当|必须|需)(?:为|是|具有|具备|持有?|年满)|[，,](?:具有|具备|持有|年满|从事)"
)
"""A sentence that sets conditions."""
_STILL = lazy_re.compile(r"还|来得及|赶得上|行不|行吗|可以|能")
_NOW = lazy_re.compile(r"现在|今天|目前|这会儿|来得及|赶得上|还(能|可以|行|来)|已经")
_MAY = lazy_re.compile(
    r"能|可以|可不可|来得及|赶得上|得行|要得|[行成]不|[行成]吗|允许|让|补|还.{0,6}[收接报交来算赶认]|算数|作数|有效|认不认|收不收$|[收报接认]吗$"
)
"""Asked is whether somebody may still do something; 是同一天吗 and 收不收费 ask no such thing."""
_TODAY = lazy_re.compile(r"(?:现在|今天|目前|这会儿|今日)[^，,。？?]{0,6}(?:能|可以|来得及|让|行)")
_THE_OTHERS = lazy_re.compile(
    r"(?:其他|其余|其它|另外)(?:各|的)?(?:\d+个)?(?:项目|赛项|工种|职业|选手|赛道|组)"
)
_BEGUN = lazy_re.compile(r"开始|开了|开放|启动|开通")
_SAME = lazy_re.compile(r"一样|相同|同样|区别|不同|差别")
"""Whether two are alike is no question of what one needs."""
_DEADLINES = frozenset({"deadline", "enrol_time", "finish_time"})


@dataclass(frozen=True)
class _Told:
    """A sentence as it is told, and what its lead is judged by."""

    unit: Unit
    text: str
    bare: str
    """Without what stands below it, unless that belongs to what it says."""
    under: tuple[Unit, ...]
    intro: Unit | None
    moment: datetime
    dated: str
    days: bool
    notes: tuple[str, ...] = ()
    """What is said of the day of each line, where several have one of their own."""

    @property
    def whole(self) -> str:
        """With what introduces it, comparable."""
        return comparable(f"{self.intro.text if self.intro else ''}{self.text}")


class Phraser:
    """Turns chosen sentences of one notice into statements."""

    def __init__(self, reading: Reading, ranker: Ranker, words: Words) -> None:
        self._reading = reading
        self._notice: Notice = reading.notice
        self._ranker = ranker
        self._words = words
        self._tracks = {t.id: t.name for t in self._notice.tracks}
        self._of = ranker.speaking_of

    def piece(
        self, unit: Unit, sought: Sought, wanted: Aims, as_of: datetime, *, alone: bool
    ) -> Piece:
        """The statement a sentence makes; `alone` if it is the only one of the answer."""
        told = self._told(unit, sought, wanted, as_of)
        led, intro, under = self._led(told, sought, as_of, alone=alone), told.intro, told.under
        text, dated = told.text, told.dated
        year = self._year(unit, text, sought.asked)
        text += say("year_told", year=year) if year else ""
        worked_out = self._sums(text, sought.asked)
        if worked_out:
            text = f"{text}\n{worked_out.text}"
        counted = self._counted(unit, sought.asked)
        if counted:
            counted = (say("count", count=counted[0], what=unit.label),)
            text = f"{counted[0]}\n{text}"
        text = text if intro is not None else under_heading(unit, text)
        cited = [intro, unit] if intro is not None else [unit]
        if intro is not None:
            text = f"{intro.text}{text}"
        return Piece(
            text=f"{led}{text}",
            citations=tuple(cite_unit(self._notice, u) for u in (*cited, *under)),
            computed=(
                led,
                dated,
                *told.notes,
                *counted,
                *((year, say("year_told", year=year)) if year else ()),
                *((worked_out.text, *worked_out.computed) if worked_out else ()),
            ),
            scope="" if alone else self._scope(unit.clause),
        )

    def _told(self, unit: Unit, sought: Sought, wanted: Aims, as_of: datetime) -> _Told:
        """What is told of a sentence before it is led by anything."""
        bare = self._words_of(unit, sought, wanted)
        listed = self._reading.introduced(unit)
        under = listed or self.going_on(unit, sought, wanted)
        lines = [bare, *(_marked(u, unit) for u in under)]
        text = "\n".join(lines)
        put_off = put_off_to(sought.asked.plain, as_of)
        still = bool(_STILL.search(sought.asked.plain))
        moment = put_off or (asked_day(sought.asked.plain, as_of) if still else as_of)
        dated, days = self._dated(unit, text, sought.asked, moment)
        if dated and put_off:  # no day is counted from then on
            dated = say("past.then" if self._over(unit, text, moment) else "open.then")
        own = () if listed or put_off else self._each_dated((unit, *under), lines, sought, moment)
        text = "\n".join(map("".join, zip(lines, own, strict=True))) if own else text + dated
        return _Told(
            unit=unit,
            text=text,
            bare=text + dated if listed or any(excepts(u.plain) for u in under) else bare,
            under=tuple(under),
            intro=self._reading.introduction(unit),
            moment=moment,
            dated=dated,
            days=bool(days),
            notes=own,
        )

    def _each_dated(
        self, units: Sequence[Unit], lines: Sequence[str], sought: Sought, moment: datetime
    ) -> tuple[str, ...]:
        """What is said of the day of each sentence; empty where at most one of them has any."""
        if len(units) == 1:
            return ()
        pairs_of = zip(units, lines, strict=True)
        notes = tuple(self._dated(u, line, sought.asked, moment)[0] for u, line in pairs_of)
        return notes if sum(map(bool, notes)) > 1 else ()

    def _led(self, told: _Told, sought: Sought, as_of: datetime, *, alone: bool) -> str:
        """What leads a statement: a yes or no, or that a list lacks what is asked for."""
        lacks = _falls_short(sought.asked, told.text, as_of)
        if "yes_no" not in sought.asked.forms:
            return say("lead.no_may") if lacks else ""
        key = "no_may" if lacks else self._stance(told, sought, alone=alone)
        late = told.days and _MAY.search(sought.asked.plain) and self._late(told)
        key = "no_may" if late else key
        if asks_open(sought.asked) and told.days and not late:
            key = self._opening(told.unit, told.text, sought.asked, told.moment) or key
        if key:
            return say(f"lead.{key}")
        lacking = not_listed(sought.asked, told.unit) or self._other_prize(sought, told.whole)
        return say("not_listed", what=lacking) if lacking else ""

    def _late(self, told: _Told) -> bool:
        return bool(self._over(told.unit, told.text, told.moment))

    def _stance(self, told: _Told, sought: Sought, *, alone: bool) -> str | None:
        """The key of the yes or no that the words themselves say."""
        asked = sought.asked
        # whether a bound lets in or bars is for what introduces it to say
        key = outside(asked.plain, told.whole)
        dates = told.days and bool(_DEADLINES & set(asked.concepts))
        if key is None and alone and not dates:  # whether it is open still is for the day to say
            key = lead(asked.plain, told.bare)
        key = key or ("no_may" if self._of.left_out(told.unit.plain, sought.tracks) else None)
        if _SAME.search(asked.plain):
            return None
        unsure = key == "yes_may" and not permits(asked, self._words, comparable(told.text))
        return None if unsure else key

    @staticmethod
    def _other_prize(sought: Sought, said: str) -> str:
        """The prize of the question, where the words bar those who won others."""
        bars = "honour_holder" in sought.asked.concepts and stance(said) == "forbidden"
        return of_other_prizes(sought.asked.plain, said) if bars else ""

    @staticmethod
    def _year(unit: Unit, text: str, asked: Asked) -> str:
        """The year of a day printed without one, where the year is asked for."""
        if "year_question" not in asked.concepts:
            return ""
        plain = comparable(text)
        days = [v for v in unit.values if v.kind in TIMED and comparable(v.raw) in plain]
        years = {v.value[:4] for v in days if v.value[:4] not in v.raw and v.value[:4].isdigit()}
        return next(iter(years)) if len(years) == 1 else ""

    def _sums(self, text: str, asked: Asked) -> Sum | None:
        """Shares of the number of people the question states, if it asks how many."""
        if not asked.forms & COUNTING:
            return None
        said = asked.plain if stated(asked.plain) else f"{asked.message}，{asked.plain}"
        told = self._notice.text
        return sums(said, text, rounding=rounding_of(told), least=one_at_least(told))

    def _counted(self, unit: Unit, asked: Asked) -> tuple[str, ...]:
        """How many entries a field has, if that is asked."""
        if "how_many" not in asked.forms or unit.kind != "field" or "\n" not in unit.text:
            return ()
        lines = unit.text.split("\n")
        first = lines[0].rstrip("：: ").endswith(unit.label)
        noted = sum(line.startswith(_NOTE) for line in lines)
        return (str(len(lines) - first - noted),)

    def going_on(self, unit: Unit, sought: Sought, wanted: Aims) -> tuple[Unit, ...]:
        """The next sentences of a row of them (；) that speak of the same."""
        found: list[Unit] = []
        asked, tracks = sought.asked, sought.tracks
        if self.called_alone(unit, asked):
            return ()
        things = {g.concept for g in wanted.topics if g.hard and not g.broad} & unit.said
        own = [run for run in asked.content if len(run) > 1 and run in unit.plain]
        own = [run for run in own if not self._words.spoken(run)]
        for other in self._reading.in_clause(unit.path):
            last = found[-1] if found else unit
            if own and not any(run in other.plain for run in own) and not _STEP.match(other.plain):
                continue  # 区县 where 企业 is asked
            follows = other.path == unit.path and other.start >= last.end
            if follows and self._of_other_group(other, sought):
                if not other.text.endswith(("；", ";")):
                    break
                continue
            if self._of.others(other.plain, tracks):
                continue
            same = bool(other.said & set(asked.concepts)) or (
                bool(own) and not (things and other.said & AWARDS)
            )
            same = same and not any(self._rivals(c, other) for c in things)
            same = same or (not tracks and self._of.alike(unit.plain, other.plain))
            same = same or (other.start <= last.end + _NEXT and excepts(other.plain))
            if follows and last.text.endswith(("；", ";")) and same:
                found.append(other)
        return tuple(found)

    def called_alone(self, unit: Unit, asked: Asked) -> bool:
        """Whether of a row of contacts this one alone is meant: 技术咨询, where that is asked."""
        if not any(self._words.concepts[c].card for c in asked.concepts):
            return False
        every = self._reading.in_clause(unit.path)
        row = [u for u in every if any(v.kind == "phone" for v in u.values)]
        own = meant([u.text for u in row], asked, self._words) if unit in row else ()
        return len(own) == 1 and row[own[0]] is unit

    def _rivals(self, concept: str, other: Unit) -> bool:
        """Whether a sentence speaks of another of a kind alone: 二等奖 where 一等奖 is asked."""
        mine = self._words.concepts[concept]
        each = ((name, self._words.concepts[name]) for name in other.said - {concept})
        rivals = (
            n for n, c in each if (mine.part and c.part) or (mine.over and mine.over == c.over)
        )
        return concept not in other.said and any(rivals)

    def begin(self, unit: Unit, sought: Sought, wanted: Aims) -> Unit:
        """Where the row a sentence belongs to begins to speak of the same."""
        first = unit
        card = any(self._words.concepts[c].card for c in sought.asked.concepts)
        if card or ranked(sought.asked.plain, unit.plain) > 0 or stated(sought.asked.plain):
            return unit  # 妇联的电话: no other contact is hers
        before = [u for u in self._reading.in_clause(unit.path) if u.end <= unit.start]
        things = {g.concept for g in wanted.topics if g.hard and not g.broad} & unit.said
        for each in reversed(before):
            if not each.text.endswith(("；", ";")) or self._of_other_group(each, sought):
                break
            if any(self._rivals(c, each) for c in things) or self._of_others(each, sought, wanted):
                break
            if wanted.values and not any(g.reached(each) for g in wanted.values):
                break  # a telephone before the e-mail that is asked for
            if unit in self.going_on(each, sought, wanted):
                first = each
        return first

    def _of_others(self, unit: Unit, sought: Sought, wanted: Aims) -> bool:
        """Whether a part is about other tracks, or not about the stage that is asked for."""
        staged = bool(wanted.stages) and not any(g.spoken(unit) for g in wanted.stages)
        return staged or self._of.others(unit.plain, sought.tracks)

    def _of_other_group(self, unit: Unit, sought: Sought) -> bool:
        named = [g for g in self._notice.groups if comparable_name(g) in unit.plain]
        if sought.groups and named:
            return not set(named) & set(sought.groups)
        return of_other_people(sought.asked.plain, unit.plain)

    def _scope(self, clause: Clause) -> str:
        names = "、".join(self._tracks.get(t, t) for t in clause.scope.tracks)
        return " ".join(n for n in (names, "、".join(clause.scope.groups)) if n)

    def _words_of(self, unit: Unit, sought: Sought, wanted: Aims) -> str:
        """The answering words, under their heading where they say nothing without it."""
        if unit.kind == "card":
            one = self._contact(unit, sought)
            if one:
                return one
            body = bool(unit.headings) and _BODY.search(unit.headings[0])
            return f"{unit.headings[0]}\n{unit.text}" if body else unit.text
        if "\n" in unit.text:
            return self._lines(unit, sought)
        names = tuple(g for g in self._notice.groups if g not in sought.groups) + sought.groups
        names = names if sought.groups else ()
        names += tuple(run[:_ITEM] for run in sought.asked.content if len(run) >= _ITEM)
        narrow = wanted.values or sought.asked.forms & COUNTING
        speaks = self._speaks(unit, sought, wanted)
        text = trim(unit.text, speaks, names, ALIKE if narrow else LOOSELY)
        # a value cut off from what it is the value of says something else
        topics = {g.concept for g in wanted.topics if g.hard and g.concept in unit.said}
        cut = comparable_name(text)
        alone = by_itself(cut, unit.plain, sought.tracks, self._of)
        lost = any(w in unit.plain and w not in cut for w in sought.asked.literal if len(w) > 1)
        lost = lost and not self._of_own_group(cut, unit, sought)
        lost = lost or _dateless(cut, unit, sought.asked) or _valueless(cut, unit, wanted)
        lost = lost or self._fewer_days(cut, unit, sought, wanted)
        lost = lost or _sumless(cut, unit, sought.asked)
        lost = lost or _undated(cut, unit, sought.asked) or _numberless(cut, unit, sought.asked)
        # one way of two says little, and what goes on with 与 is said of what stands before it
        goes_on = text.startswith(("或", "与")) and not unit.text.startswith(text)
        lost = lost or permits_alone(text) or goes_on
        lost = lost or self._of_another(cut, unit, sought) or broken(unit.plain, cut, sought.asked)
        special = text.startswith("其中") and bool(self._of.named(cut) & set(sought.tracks))
        lost = lost or bool({"forbidden"} & set(sought.asked.concepts) & unit.said)
        how = {"how"} & sought.asked.forms and "procedure" in sought.asked.concepts
        # 须为在职职工 is but the first of the conditions a sentence sets
        whole = "who_can" in sought.asked.concepts and _SETS.search(unit.plain)
        if not (special or alone) and (
            topics - self._words.said(cut) or lost or how or (whole and not narrow)
        ):
            text = unit.text  # what one does is not told by its last step
        if (
            sought.asked.forms & {"who", "which"}
            and unit.headings
            and _BODY.search(unit.headings[0])
        ):
            return f"{unit.headings[0]}：{text}"
        bare_value = len(unit.text) <= _BARE_VALUE and not _VERB.search(unit.text)
        led = self._reading.introduction(unit) is not None
        if bare_value and unit.kind == "sentence" and unit.headings and not led:
            head = comparable(unit.headings[0])
            if (
                head not in unit.plain
                and not _beside_head(unit, head)
                and not unit.text.endswith(("：", ":"))
            ):
                return f"{unit.headings[0]}：{text}"
        return text

    def _fewer_days(self, cut: str, unit: Unit, sought: Sought, wanted: Aims) -> bool:
        """Whether a part leaves out days of a programme whose heading alone says what it is of.

        决赛：18日报到，19日进行个人项目，20日进行团队项目 is told whole where its days are asked.
        """
        held = "when" in sought.asked.forms and any(g.contest for g in wanted.values)
        if not held or not wanted.stages or sought.tracks or sought.groups:
            return False
        spoken = self._words.said(unit.plain) & {g.concept for g in wanted.stages}
        return not spoken and any(day not in cut for day in contest_days(unit.plain))

    def _of_own_group(self, cut: str, unit: Unit, sought: Sought) -> bool:
        """Whether a part is what a sentence says of the group asked about, beside another's."""
        own = tuple(map(comparable, sought.groups))
        other = [comparable(g) for g in self._notice.groups if g not in sought.groups]
        beside = any(f",{g}" in f",{unit.plain}".replace(";", ",") for g in other)
        return beside and bool(own) and cut.startswith(own) and not any(g in cut for g in other)

    def _of_another(self, cut: str, unit: Unit, sought: Sought) -> bool:
        """Whether a part speaks of other tracks and leaves out what is said of the asked one."""
        own = set(sought.tracks) & self._of.named(unit.plain)
        return bool(own) and not own & self._of.named(cut) and self._of.others(cut, sought.tracks)

    def _contact(self, unit: Unit, sought: Sought) -> str:
        """The one contact of a card that is meant, as printed; empty if none alone is."""
        each = pieces(unit.text)
        own = meant(each, sought.asked, self._words) if len(each) > 1 else ()
        return each[own[0]] if len(own) == 1 else ""

    def _lines(self, unit: Unit, sought: Sought) -> str:
        """Of a field with entries those the question's own words point at, else all."""
        lines = unit.text.split("\n")
        if sought.asked.forms & {"list", "how_many"}:
            return unit.text
        runs = [r for r in (*sought.asked.content, *sought.asked.anchors) if len(r) > 1]
        runs = [r for r in runs if r not in comparable(unit.label)]
        kept = [line for line in lines if any(run in comparable(line) for run in runs)]
        if not kept:
            return unit.text
        head = unit.label + "：" if unit.label and lines[0] not in kept else ""
        return head + "\n".join(kept)

    def _speaks(self, unit: Unit, sought: Sought, wanted: Aims) -> Callable[[str], float]:
        kinds = {k for g in wanted.values for k in g.kinds}
        # a telephone goes with whose it is
        card = any(self._words.concepts[c].card for c in sought.asked.concepts)
        kinds |= {"person", "phone"} if card else set()
        kinds |= {"amount"} if asks_sum(sought.asked.plain) else set()
        terms = {p for run in sought.asked.content for p in pairs(run)}
        instead = {w for m in sought.asked.meant for w in m.words if len(w) > 1}
        asked_parts = {c for c in sought.asked.concepts if self._words.concepts[c].part}
        own = sought.groups
        other = set(self._notice.groups) - set(sought.groups) if sought.groups else set()

        others = tuple(map(comparable, other))
        beside = any(f",{comparable(g)}" in f",{unit.plain}".replace(";", ",") for g in own)
        after = bool(_AFTER.search(sought.asked.plain))
        own_named = bool(self._of.named(unit.plain) & set(sought.tracks))
        own_clause = bool(set(unit.scope.tracks) & set(sought.tracks))

        def weight(segment: str) -> float:
            plain = comparable_name(segment)
            said = self._words.said(plain)
            total = sum(self._ranker.weight(c) for c in sought.asked.concepts if c in said)
            total += sum(self._reading.rarity(p) for p in terms if p in plain)
            total += _INSTEAD * any(w in plain for w in instead)
            total += _THEN * (after and any(f"{w.removesuffix('后')}后," in plain for w in instead))
            holds = any(v.kind in kinds and comparable_name(v.raw) in plain for v in unit.values)
            total += (_CARD if card else 2.0) * holds
            own_track = bool(sought.tracks) and bool(self._of.named(plain) & set(sought.tracks))
            total += _OWN * (own_track and segment.startswith("其中"))
            total += 4.0 * max(0.0, agreement(sought.asked.plain, plain))
            # 只能报进阶组 is a consequence for the group asked about, no statement about another
            counted = any(_DIGIT.search(plain.partition(g)[2]) for g in other)
            elsewhere = counted and not any(g in plain for g in own)
            elsewhere = elsewhere or (not own_clause and self._of.others(plain, sought.tracks))
            # 森林消防员18至45周岁，其他项目18至55周岁
            elsewhere = elsewhere or (own_named and bool(_THE_OTHERS.match(plain)))
            elsewhere = elsewhere or of_other_kind(sought.asked.plain, plain)
            elsewhere = elsewhere or (beside and plain.startswith(others))
            parts = {c for c in said if self._words.concepts[c].part}
            elsewhere = elsewhere or bool(asked_parts and parts and not parts & asked_parts)
            shared = _SHARED.search(plain) and "share" in sought.asked.concepts
            elsewhere = elsewhere or bool(shared and asked_parts & unit.said and not parts)
            total *= _GROUNDS_SHARE if _GROUNDS.match(segment) else 1.0
            return -1.0 if elsewhere else total

        return weight

    def _opening(self, unit: Unit, text: str, asked: Asked, moment: datetime) -> str | None:
        """Whether what the words date has not begun; or, asked 开始了没, that it has."""
        plain = comparable(text)
        values = [v for v in unit.values if comparable(v.raw) in plain]
        if days_before(values, plain, moment) is not None:
            return "not_begun"
        return "begun" if _BEGUN.search(asked.plain) and begun(values, moment) else None

    def _over(self, unit: Unit, text: str, moment: datetime) -> bool:
        """Whether every date of the answering words is past."""
        plain = comparable(text)
        return past([v for v in unit.values if comparable(v.raw) in plain], moment) is True

    def _dated(
        self, unit: Unit, text: str, asked: Asked, as_of: datetime
    ) -> tuple[str, tuple[str, ...]]:
        """Whether the deadline or event in the answer is past, with the days counted."""
        timed = any(not TIMED.isdisjoint(self._words.concepts[c].kinds) for c in asked.concepts)
        now = "yes_no" in asked.forms and bool(_NOW.search(asked.plain))
        if not (timed or now):
            return "", ()
        plain = comparable(text)
        values = [v for v in unit.values if comparable_name(v.raw) in plain]
        values = of_the_asker(values, plain, asked.plain)
        # 现在还能换人吗 asks of the day until which one may
        still = now and any(v.kind == "deadline" for v in values)
        over, days = past(values, as_of), days_left(values, as_of)
        if not (timed or still) or over is None or (days is None and not over):
            return "", ()
        left = days_before(values, plain, as_of) if asks_open(asked) else None
        if left is not None:
            return say("left.begins", days=str(left)), (str(left),)
        if days is None or not (_DEADLINES & set(asked.concepts) or still):
            return (say("past.event") if over else ""), ()
        # within its last day a deadline with an hour can be over with 0 days gone
        key = ("past.deadline" if days else "past.today") if over else "open.deadline"
        key = "open.today" if not over and not days else key
        return say(key, days=str(abs(days))), (str(abs(days)),)


def _falls_short(asked: Asked, text: str, as_of: datetime) -> bool:
    """Whether who asks, or wishes to enter, tells of less or of more than a sentence allows."""
    plain = comparable(text)
    supposes = "yes_no" in asked.forms or asked.plain.endswith("呢")
    if supposes and too_many_places(asked.plain, plain):
        return True
    if "yes_no" not in asked.forms and not persons().wishes(asked.plain):
        return False
    return too_short(asked.plain, plain) or runs_out(asked.plain, plain, as_of.year)


def _beside_head(unit: Unit, head: str) -> bool:
    """Whether a sentence has a label of its own beside the one its clause begins with.

    第二批：12月8日报到 is none of 第一批.
    """
    run_in = comparable(unit.clause.text).partition(head)[2].startswith((":", "："))
    return run_in and _LABELLED.match(unit.plain) is not None


def _valueless(cut: str, unit: Unit, wanted: Aims) -> bool:
    """Whether a part leaves out the kind of value that is asked for: 闭卷机考，时长90分钟."""
    kinds = {k for g in wanted.values if g.reached(unit) for k in g.kinds} - TIMED
    raws = [comparable(v.raw) for v in unit.values if v.kind in kinds]
    return bool(raws) and not any(raw in cut for raw in raws)


def _sumless(cut: str, unit: Unit, asked: Asked) -> bool:
    """Whether a part leaves out the amount of a sentence where it is asked how much money."""
    raws = [comparable(v.raw) for v in unit.values if v.kind == "amount"]
    asks = asks_sum(asked.plain) or ("yes_no" in asked.forms and "fee" in asked.concepts)
    return asks and bool(raws) and not any(raw in cut for raw in raws)


def _dateless(cut: str, unit: Unit, asked: Asked) -> bool:
    """Whether a part leaves out the days of a sentence where it is asked when."""
    days = [comparable(v.raw) for v in unit.values if v.kind in TIMED]
    wants = "when" in asked.forms or asks_open(asked)
    return wants and bool(days) and not any(d in cut for d in days)


def _numberless(cut: str, unit: Unit, asked: Asked) -> bool:
    """Whether a part has no number where it is asked how many, and the sentence has some."""
    return "how_many" in asked.forms and not _NUMBER.search(cut) and bool(_DIGIT.search(unit.plain))


def _undated(cut: str, unit: Unit, asked: Asked) -> bool:
    """Whether a part leaves out until when, where it is asked if somebody still may today."""
    due = [comparable(v.raw) for v in unit.values if v.kind == "deadline"]
    now = "yes_no" in asked.forms and bool(_TODAY.search(asked.plain))
    return now and len(due) == 1 and due[0] not in cut


def _marked(item: Unit, above: Unit) -> str:
    """An item of a list with its mark; the next sentence of the same clause has none."""
    return item.text if item.path == above.path else f"{item.clause.mark}{item.text}"
