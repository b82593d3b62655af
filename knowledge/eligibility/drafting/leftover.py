"""What no pattern took: a condition that must not be lost, a remark, or mere description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT = re.compile(r"[,;。:\0]+")
_SHORTEST = 4
_EDGE = re.compile(
    r"^(?:且|并|和|或者?|以及|同时|其中|的|须|应|为|是|等|及|者|人员|选手|学生|职工)+|(?:的|者|人员|选手|等|且|并|和|或者?|及|须|应|为)+$"
)


def left_over(statement: Statement, left: str) -> Iterator[Condition]:
    """Conditions nobody understood and remarks, from the words that are left."""
    if statement.section != "who" and not (statement.cell and statement.section == "cell"):
        return
    place = 0
    for segment in _CUT.split(left):
        start = left.find(segment, place)
        place = start + len(segment)
        kind = _kind(segment)
        if kind:
            yield from located(statement, start, place, _said(kind, segment), kind)


def _kind(segment: str) -> str:
    """`remark`, `not_understood`, or empty for what demands nothing."""
    core = _EDGE.sub("", segment.strip(" 、()"))
    if len(core) < _SHORTEST or words("known").fullmatch(segment):
        return ""
    if words("remark").search(segment):
        return "conduct"
    if words("ignore").search(segment) or not words("condition").search(segment):
        return ""
    return "not_understood"


def _said(kind: str, segment: str) -> Made:
    if kind == "conduct":
        return Made("note", {"text": f"{segment.strip('、')}（由单位和主办方把握）。"})
    return Made("not_understood", {"said": segment.strip("、").removeprefix("的")})
