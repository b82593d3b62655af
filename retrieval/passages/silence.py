"""Why a notice has no answer: left to others, or not said at all; with the nearest clause."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.model import Reason
from retrieval.passages.goals import Aims, Goal
from retrieval.passages.rank import Scored, Sought
from retrieval.passages.steps import BESIDE
from retrieval.passages.units import Unit, pairs
from retrieval.question.asked import Asked
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.question.moments import TIMED
from retrieval.question.thing import thing
from retrieval.question.whether import whether
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

MOSTLY = 0.75
"""The first sentence with so much of the question is about it, be it only to leave it open."""
_SHAPES = {"when": TIMED, "where": frozenset({"place"})}
"""Shapes of questions that a matter may be told of without, and the values that tell them."""
_COUNTED = lazy_re.compile(
    r"(?:\d+[万千百十]?|(?<=[\u4e00-\u9fff]{2})[两俩仨几])[个名人支岁]?$|^\d+[万千百][多来]?"
)
_ARRANGED, _ENROL, _RELEASE = "arranged", "enrol", "release"


class Silence:
    """Says of one notice what it leaves open."""

    def __init__(self, notice: Notice, words: Words) -> None:
        self._notice = notice
        self._words = words

    def left_open(self, scored: Scored, sought: Sought) -> Reply:
        """The notice leaves it to a later notice or to an attachment that is not here."""
        reason = reason_of(scored.unit)
        what = self.matter(sought.asked)
        piece = Piece(
            text=say(reason, what=what, quote=scored.unit.text),
            citations=(cite_unit(self._notice, scored.unit),),
        )
        return self._not_stated(reason, piece, sought, scored.coverage)

    def silent(self, ranked: list[Scored], sought: Sought, wanted: Aims) -> Reply:
        """Why there is no answer: left to others, or not said at all; with the nearest clause."""
        act = whether(sought.asked, self._words)
        if act is not None:  # 决赛地点另行通知 leaves nothing open of 可以一直留在赛场里吗
            ranked = [
                s for s in ranked if not s.unit.pointer or act.told(s.unit.plain, s.unit.said)
            ]
        for scored in ranked:
            if _lists(scored.unit, wanted):
                continue
            if scored.unit.pointer and self._speaks_for(scored.unit, wanted):
                return self.left_open(scored, sought)
        first = ranked[0] if ranked else None
        if (
            first is not None
            and not _lists(first.unit, wanted)
            and first.coverage >= MOSTLY
            and wanted.leaves(first.unit)
            and (_ENROL in first.unit.said or not any(g.entering for g in wanted.values))
        ):
            return self.left_open(first, sought)
        near = tuple(cite_unit(self._notice, s.unit) for s in ranked[:1])
        what = demands().what(sought.asked.plain) or self._unsaid(ranked, sought.asked)
        text = say("not_in_notice", what=what)
        sure = ranked[0].coverage if ranked else 0.0
        reply = self._not_stated("not_in_notice", Piece(text=text, citations=near), sought, sure)
        return reply.model_copy(update={"what": what})

    def _unsaid(self, ranked: list[Scored], asked: Asked) -> str:
        """What the notice is silent on.

        Of 我是修手表的能参加吗 it is 修手表, not who may enter, which it does say.
        """
        spoken = {c for s in ranked for c in s.unit.said | s.unit.titled}
        if not asked.concepts or not spoken.issuperset(asked.concepts):
            return self.matter(asked)
        known = {p for s in ranked for p in s.unit.pairs}
        own = (_without_numbers(run) for run in asked.content)
        strange = dict.fromkeys(r for r in own if len(r) > 1 and not pairs(r) & known)
        return "、".join(strange) or self._in_shape(asked)

    def _in_shape(self, asked: Asked) -> str:
        """The time or place of a matter that is told otherwise: 奖项设置的时间."""
        matter = self.matter(asked)
        kinds = {k for c in asked.concepts for k in self._words.concepts[c].kinds}
        shapes = [f for f in _SHAPES if f in asked.forms and not kinds & _SHAPES[f]]
        return say(f"shape.{shapes[0]}", what=matter) if shapes else matter

    def _speaks_for(self, unit: Unit, wanted: Aims) -> bool:
        """Whether what the sentence leaves open includes what is asked."""
        if not all(g.near(unit) or self._arranges(g, unit) for g in wanted.topics if g.hard):
            return False
        of = wanted.hard
        if unit.missing and not of:  # 报名详细要求见实施方案, of what is handed in
            of = tuple(g for g in wanted.all if not g.broad)
        kin = {k for g in of for k in self._words.concepts[g.concept].kin} - {_ARRANGED}
        stages = [g for g in wanted.stages if not self._words.concepts[g.concept].broad]
        if stages and not any(g.near(unit) for g in stages):
            return False  # 分赛项日程另行公布 leaves nothing open of where one checks in
        if self._of_another_stage(unit, wanted):
            return False
        own = any(g.concept in unit.said for g in wanted.hard)
        own = own or any(
            g.concept in unit.left and (_ENROL in unit.said or not g.entering)
            for g in wanted.values
        )
        return (
            own
            or bool(kin & unit.left)
            or bool(kin - {_ENROL} & unit.said)  # 题库在报名审核后推送 leaves no entering open
            or (bool(wanted.stages) and any(self._arranges(g, unit) for g in wanted.values))
        )

    def _of_another_stage(self, unit: Unit, wanted: Aims) -> bool:
        """Whether it leaves open another stage: 裁判培训时间另行通知 is about no final."""
        stages = {c for c in unit.left if self._words.concepts[c].stage} - {_RELEASE}
        asked = {g.concept for g in wanted.stages}
        return bool(stages) and not stages & asked and (bool(asked) or stages <= BESIDE)

    def _arranges(self, goal: Goal, unit: Unit) -> bool:
        """Whether it leaves the arrangements of what is asked for: 决赛安排见附件 for its place."""
        return _ARRANGED in self._words.concepts[goal.concept].kin and _ARRANGED in unit.left

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

    def _strange(self, runs: Iterable[str]) -> str:
        """Those words the notice never writes: of the others it does tell something."""
        own = (_without_numbers(run) for run in runs)
        strange = (run for run in own if len(run) > 1 and run not in self._notice.text)
        return "、".join(dict.fromkeys(strange))

    def matter(self, asked: Asked) -> str:
        """What the question is about, in words for an answer."""
        named = thing(asked, self._words)
        if named is not None and not (named.preferred or named.concepts or named.of):
            return "、".join(named.runs)
        concepts = [self._words.concepts[c] for c in asked.concepts]
        stages = [c.name for c in concepts if c.stage]
        rest = [c for c in concepts if not c.stage]
        rest.sort(key=lambda c: (c.part, c.soft))  # 申诉的材料 is about appeals
        narrow = [c.name for c in rest if not c.broad] or [c.name for c in rest]
        if set(asked.concepts) == {_RELEASE}:
            return "、".join(asked.literal)
        if not stages and not narrow:
            return self._strange(asked.content) or say("matter")
        return "的".join([*stages[:1], *narrow[:1]])


def _without_numbers(run: str) -> str:
    """A stretch of words without what is counted at its ends: 外校 of 外校两; nothing of 报3.

    >>> _without_numbers("外校两"), _without_numbers("报3"), _without_numbers("3d打印")
    ('外校', '', '3d打印')
    """
    bare = _COUNTED.sub("", run)
    return bare if bare == run or len(bare) > 1 else ""


def _lists(unit: Unit, wanted: Aims) -> bool:
    """Whether it lists attachments, of which what is asked is none that is left open."""
    if not (unit.pointer == "announced" and unit.plain.startswith("附件")):
        return False
    return not any(goal.concept in unit.left for goal in wanted.all)


def reason_of(unit: Unit) -> Reason:
    """To whom a sentence leaves it: to an attachment that is not here, or to a later notice."""
    return "in_missing_attachment" if unit.missing else "to_be_announced"
