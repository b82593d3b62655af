"""Answers from sentences: the one that answers, what belongs beside it, or silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable_name
from retrieval.passages.best import Picker
from retrieval.passages.choose import Chooser
from retrieval.passages.either import either_in_range
from retrieval.passages.for_all import closing_of_track
from retrieval.passages.goals import Aims, aims, with_implied
from retrieval.passages.handed import handed_out
from retrieval.passages.holds import DAY, coarse
from retrieval.passages.leading import without_leads
from retrieval.passages.money import asks_sum, names_sum, tells_none
from retrieval.passages.own_rule import OwnRules
from retrieval.passages.phrase import Phraser
from retrieval.passages.rank import Meaning, Ranker, Scored, Sought, in_scope
from retrieval.passages.reckoned import Reckoner
from retrieval.passages.silence import Silence, reason_of
from retrieval.passages.steps import each_once, headed_once, of_another_phase, phases
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.passages.whole_words import with_whole_words
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED
from retrieval.question.served import tells_span, too_short
from retrieval.question.thing import thing
from retrieval.reply import Piece, Reply
from retrieval.wording import say

Ask = Callable[[], Meaning | None]
_SUBJECT = lazy_re.compile(r"[^,;:，；：。]+")
_FOR_ALL = lazy_re.compile(r"其他|其余|其它|[各每]个?[赛项工]|均|所有|全部|一律|分别")
_WHERE_TO = lazy_re.compile(
    r"(?:去|从|在|上|到)哪[里儿]?(?:个?(?:网站|平台|群))?(?:看|下|找|拿|查|领|弄|要)"
)
_FOUND_AT = lazy_re.compile(
    r"(?:网站|平台|公众号|小程序|微信|qq群|官网)[^，。；]{0,12}(?:发布|公布|下载|公开|推送)"
)
"""Where a paper can be had, said beside what it holds: 样题见技术文件."""
_PROVIDED = lazy_re.compile(r"提供|配备|准备|自备|自带|自行携带|不得(?:携带|自带|使用)|禁止|发放")
_LISTED = lazy_re.compile(r"[\u4e00-\u9fff]{2,8}(?:清单|目录|名单|明细|一览)")
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
        ranker = Ranker(reading, words)
        self._notice: Notice = reading.notice
        self._reading = reading
        self._words = words
        self._ranker = ranker
        self._phraser = Phraser(reading, ranker, words)
        self._picker = Picker(reading, words, ranker)
        self._chooser = Chooser(reading, words, ranker, self._phraser, self._picker)
        self._reckoner = Reckoner(reading, ranker.speaking_of)
        self._own_rules = OwnRules(reading)
        self._silence = Silence(self._notice, words)

    def respond(self, sought: Sought, as_of: datetime, meaning: Ask | None = None) -> Reply:
        """The reply of this notice: sentences, or why it is silent.

        `meaning` is asked only where words alone do not settle the question.
        """
        implied = with_implied(sought.asked, self._words)
        reply = self._respond(replace(sought, asked=implied), as_of, meaning)
        if reply.reason == "not_in_notice" and implied is not sought.asked:
            reply = self._respond(sought, as_of, meaning) if sought.asked.concepts else reply
        return self._again(reply, sought, as_of)

    def _again(self, reply: Reply, sought: Sought, as_of: datetime) -> Reply:
        """The reply, or where nothing was understood that to words the notice writes whole."""
        if reply.reason != "not_in_notice" or sought.asked.concepts:
            return reply
        whole = with_whole_words([u.plain for u in self._reading.units], sought.asked)
        if whole is sought.asked:
            return reply
        return self._respond(replace(sought, asked=whole), as_of, None)

    def _respond(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply:
        asked = sought.asked
        wanted = aims(asked, self._words)
        every = self._ranker.rank(sought, wanted)
        every = [s for s in every if self._own_rules.holds(s.unit, sought.tracks)]
        if sought.groups or phases(wanted):
            every = [s for s in every if not self._elsewhere(s.unit, sought, wanted)]
        every, wanted = self._of_thing(every, asked, wanted)
        ranked = self._picker.holding(every, asked)
        own = self._own(every, sought)
        kept = set(map(id, own))
        held = [s for s in ranked if id(s) in kept]
        held = closing_of_track(held, wanted, sought, self._ranker.speaking_of)
        best = self._picker.best(own, held, wanted, asked)
        if best is None and wanted.stages and any(g.hard for g in wanted.topics):
            # 决赛实操多长时间: what a notice says of the practice alone it says of the final
            broad = [g for g in wanted.stages if not self._words.concepts[g.concept].broad]
            unstaged = replace(wanted, stages=())
            best = None if broad else self._picker.best(own, held, unstaged, asked)
        if best is None and meaning is not None and not wanted.values:
            best = self._picker.agreed(ranked, wanted, asked, meaning())
        best = self._picker.by_words(best, held, wanted, asked)
        if best is None:
            handed = handed_out((s.unit for s in every), wanted)
            best = next((s for s in every if s.unit is handed), None)
        best = best or self._picker.for_winners(ranked, sought) or self._provided(every, asked)
        best = best or _longer(ranked, asked)
        if best is None:
            return self._silence.silent(every, sought, wanted)
        chosen = self._chooser.choose(best, ranked, wanted, sought)
        later = wanted.leaves(best.unit) or _lists_later(best.unit, asked)
        later = later or all(wanted.open(s.unit) for s in chosen)
        if later and not (_WHERE_TO.search(asked.plain) and _FOUND_AT.search(best.unit.plain)):
            return self._silence.left_open(best, sought)
        return self._answered(chosen, sought, wanted, as_of)

    def statement(self, unit: Unit, sought: Sought, as_of: datetime) -> Piece | None:
        """What a sentence says beside an answer; None where it is about another business."""
        wanted = aims(with_implied(sought.asked, self._words), self._words)
        scored = Scored(unit, 0.0, 0.0)
        if not self._picker.holding([scored], sought.asked) or self._of_another(unit, sought):
            return None
        if not self._own_rules.holds(unit, sought.tracks) or self._elsewhere(unit, sought, wanted):
            return None
        if any(goal.by_name and goal.off_contest(unit) for goal in wanted.values):
            return None
        if _dayless(unit, sought.asked, wanted):
            return None
        if wanted.open(unit) or not in_scope(unit, sought) or self._ranker.of_others(unit, sought):
            return None
        return self._phraser.piece(unit, sought, wanted, as_of, alone=False)

    def _own(self, found: list[Scored], sought: Sought) -> list[Scored]:
        """Those that do not begin with another track than the one asked for."""
        if not sought.tracks:
            return found
        return [s for s in found if not self._of_another(s.unit, sought)]

    def _elsewhere(self, unit: Unit, sought: Sought, wanted: Aims) -> bool:
        """Whether a sentence holds for another group or during another phase than is asked."""
        return self._of_another_group(unit, sought) or of_another_phase(unit, wanted)

    def _of_another_group(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence begins with another group and names none of those asked for.

        Not where it goes on with what holds for one of them: 职工组取前60名；学生组取前20队.
        """
        if not sought.groups:
            return False
        others = [comparable_name(g) for g in self._notice.groups if g not in sought.groups]
        after = next(
            (u.plain for u in self._reading.in_clause(unit.path) if u.start >= unit.end), ""
        )
        said = unit.plain + (after if unit.text.endswith(("；", ";")) else "")
        own = any(comparable_name(g) in said for g in sought.groups)
        return not own and unit.plain.startswith(tuple(others))

    def _of_another(self, unit: Unit, sought: Sought) -> bool:
        """Whether a sentence begins with another track than the one asked for."""
        subject = _subject(unit.plain) if sought.tracks else None
        return (
            subject is not None
            and self._ranker.speaking_of.others(subject, sought.tracks)
            and self._ranker.of_others(unit, sought)
        )

    def _of_thing(
        self, every: list[Scored], asked: Asked, wanted: Aims
    ) -> tuple[list[Scored], Aims]:
        """The sentences that tell of the one thing the question names, if it names one.

        Where they say who provides it, no other word of bringing it is missed.
        """
        named = thing(asked, self._words)
        if named is None:
            return every, wanted
        asks = frozenset(asked.concepts)
        found = [
            s
            for s in every
            if named.told(s.unit.plain + s.unit.over, s.unit.said | s.unit.titled, asks)
        ]
        if named.preferred and any(_PROVIDED.search(s.unit.plain) for s in found):
            given = [s for s in found if _PROVIDED.search(s.unit.plain)]
            topics = tuple(replace(g, hard=g.hard and g.concept != "tools") for g in wanted.topics)
            return given, replace(wanted, topics=topics)
        return found or (every if named.preferred else found), wanted

    def _provided(self, every: list[Scored], asked: Asked) -> Scored | None:
        """What tells who provides the thing a question names, whatever else it lacks."""
        named = thing(asked, self._words)
        if named is None or not named.preferred:
            return None
        whole = (s for s in every if _PROVIDED.search(s.unit.plain))
        return next((s for s in whole if all(r in s.unit.plain for r in named.runs)), None)

    def _answered(
        self, chosen: list[Scored], sought: Sought, wanted: Aims, as_of: datetime
    ) -> Reply:
        alone = len(chosen) == 1
        pieces = each_once(
            headed_once(
                (
                    (self._phraser.piece(s.unit, sought, wanted, as_of, alone=alone), s.unit)
                    for s in chosen
                ),
                self._reading.introduction,
            )
        )
        pieces = without_leads(pieces)
        pieces += self._reckoner.worked(sought, chosen, pieces)
        inexact = DAY.search(sought.asked.plain) and all(coarse(s.unit) for s in chosen)
        inexact = inexact or either_in_range(sought.asked.plain, [s.unit for s in chosen])
        if inexact:
            pieces += (Piece(text=say("no_day"), citations=()),)
        said = "".join(p.text for p in pieces)
        whole = said + "".join(s.unit.plain for s in chosen)
        # what must not be charged has no amount
        vague = asks_sum(sought.asked.plain) and not tells_none(said) and not names_sum(whole)
        if vague:
            note = say("no_amount")
            pieces += (Piece(text=note, citations=(), computed=(note,)),)
        inexact = inexact or vague
        left = next((s.unit for s in chosen if s.unit.pointer), None)
        partly = left is not None and any(w in sought.asked.plain for w in _EXACTLY)
        return Reply(
            status="partial" if partly or inexact else "answered",
            notice=self._notice.id,
            reason=reason_of(left) if partly and left else "not_in_notice" if inexact else None,
            pieces=pieces,
            tracks=sought.tracks,
            groups=sought.groups,
            sure=chosen[0].coverage,
            what=self._silence.matter(sought.asked),
        )


@lru_cache(maxsize=8192)  # sentences come again with the next question
def _subject(plain: str) -> str | None:
    """What a sentence begins with; None where it speaks of all."""
    subject = _SUBJECT.match(plain)
    return None if subject is None or _FOR_ALL.search(plain) else subject[0]


def _longer(ranked: list[Scored], asked: Asked) -> Scored | None:
    """What asks for a longer time of the thing somebody has done for too short a time."""
    if "yes_no" not in asked.forms or not tells_span(asked.plain):
        return None
    return next((s for s in ranked if too_short(asked.plain, s.unit.plain)), None)


def _dayless(unit: Unit, asked: Asked, wanted: Aims) -> bool:
    """Whether it is asked when a contest is, and nothing else, and a sentence has no day.

    押金在决赛结束后10个工作日内退回 stands beside no day of the final.
    """
    held = "when" in asked.forms and not wanted.topics and any(g.contest for g in wanted.values)
    return held and not any(v.kind in TIMED for v in unit.values)


def _lists_later(unit: Unit, asked: Asked) -> bool:
    """Whether a list of what is asked for follows elsewhere: 工具清单随技术文件发布."""
    lists = _LISTED.findall(unit.deferred) if asked.forms & {"list", "what"} else []
    said = {p for run in (*asked.literal, *asked.wording) for p in pairs(run) if len(p) > 1}
    return any(pair in each for each in lists for pair in said)
