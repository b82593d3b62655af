"""Clauses that settle what happens at which number of entries (or points), and contradict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.lint.bounds import INFINITE, Bound, clashes, find_bounds
from knowledge.lint.fault import Fault, Material, Piece

_PER_UNIT = lazy_re.compile(
    r"每个?(?:单位|所|家|支|队|校|院|区|市|县|参赛|代表|组|赛项|人|名|位)|各(?:单位|院校|参赛单位|区县|学校|学院)|同一(?:单位|院校|学校)"
    r"|指导教师|指导老师|领队|教练|选派|限报|推荐|组队|团队(?:人数|成员)|队员|成员|承办|字|页|限额|名额|奖励?.{0,3}名"
)
_SUBJECT = lazy_re.compile(
    r"(?P<what>参赛|报名|决赛|实际|到场|有效|总分|成绩|得分|评分|分数)[\u4e00-\u9fff]{0,8}?(?:人数|队数|选手|队伍|规模|数量|数|成绩|分)?"
)
_STAGE = lazy_re.compile(r"报名|初赛|复赛|预赛|决赛|总分|总成绩|成绩|参赛")
_PRIZE = lazy_re.compile(r"等奖|\d名的?按")
_PERSONS = frozenset("人队名支组")
_MIN = 2


class _Told(NamedTuple):
    piece: Piece
    bound: Bound


def sizes(material: Material) -> Iterator[Fault]:
    """Numbers at which two bounds of one clause both hold, or neither does."""
    for group in _grouped(material).values():
        bounds = [told.bound for told in group]
        if len(bounds) < _MIN:
            continue
        for clash in clashes(bounds):
            one = group[bounds.index(clash.one)]
            other = group[bounds.index(clash.other)]
            if clash.high >= INFINITE:
                continue
            yield _fault(material, one, other, (clash.low, clash.high), is_gap=clash.is_gap)


def _fault(
    material: Material, one: _Told, other: _Told, numbers: tuple[int, int], *, is_gap: bool
) -> Fault:
    low, high = numbers
    first, second = sorted((one, other), key=_place)
    at = f"{low}{first.bound.unit}" if low == high else f"{low}至{high}{first.bound.unit}"
    (start, stop), (begin, end) = _place(first), _place(second)
    text = material.notice.text
    values = {"at": at, "one": text[start:stop], "other": text[begin:end]}
    values["where"] = first.piece.path
    # of two clauses the later one is quoted; the words between are not part of the fault
    span = (start if first.piece is second.piece else begin, end)
    return Fault("range_gap" if is_gap else "range_overlap", second.piece.path, span, values)


def _place(told: _Told) -> tuple[int, int]:
    return told.piece.fold.span(told.bound.start, told.bound.end)


def _grouped(material: Material) -> dict[object, list[_Told]]:
    """Bounds that divide one domain: one part, one thing counted, no limit for each unit."""
    found: dict[object, list[_Told]] = defaultdict(list)
    for piece in material.clauses:
        stage = ""
        for bound in find_bounds(piece.text):
            kind = _kind(piece.text, bound)
            stage = _stage(piece.text, bound) or stage
            if kind:
                # what names no stage is compared with its own clause only
                place = piece.scope if stage else piece.path
                found[kind, stage, place].append(_Told(piece, bound))
    return found


def _stage(text: str, bound: Bound) -> str:
    """What is counted: those who register or those who take part, in which round."""
    begin = max(text.rfind(sign, 0, bound.start) for sign in "。；;,\n") + 1
    named = _STAGE.findall(text, begin, bound.start)
    return str(named[-1]) if named else ""


def _kind(text: str, bound: Bound) -> str:
    """`entries` or `points`; empty if the bound limits something else."""
    begin = max(text.rfind(sign, 0, bound.start) for sign in "。；;,:\n") + 1
    stops = [at for at in (text.find(sign, bound.end) for sign in "。；;,\n") if at >= 0]
    before = text[begin : bound.start]
    around = before + text[bound.end : min(stops, default=len(text))]
    if bound.high <= 1 or bound.low == bound.high or _PRIZE.search(before):
        return ""
    if _PER_UNIT.search(before) or _PER_UNIT.search(_rest(text, bound)):
        return ""
    said = _SUBJECT.search(before) or not before or _SUBJECT.search(around)
    if not said:
        return ""
    if bound.unit == "分":
        return "points"
    return "entries" if bound.unit[0] in _PERSONS else ""


def _rest(text: str, bound: Bound) -> str:
    """The few words right behind a bound, within its phrase."""
    return re.split(r"[,，、。；;:]", text[bound.end : bound.end + 6])[0]
