"""What no pattern took: a condition that must not be lost, a remark, or mere description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.deeds import deed_of, honours
from knowledge.eligibility.drafting.grammar import data, words
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT = re.compile(r"[,;。:\0]+")
_SHORTEST = 4
_EDGE = re.compile(
    r"^(?:20\d\d年度?|且|并|和|或者?|以及|同时|其中|的|须|应|为|是|等|及|者|人员|参赛选手|选手|学生|职工)+"
    r"|(?:20\d\d年度?|的|者|人员|选手|等|且|并|和|或者?|及|须|应|为)+$"
)
_YEAR = re.compile(r"20\d\d年(?:度)?")
_ASKED = re.compile(r"不得|不能|不可|[须应需]|必须")
_WON = re.compile(r"获(?:得|奖)?|取得|荣获|入围")


def left_over(statement: Statement, left: str) -> Iterator[Condition]:
    """Conditions nobody understood and remarks, from the words that are left."""
    if statement.section != "who" and not (statement.cell and statement.section == "cell"):
        return
    place = 0
    for segment in _CUT.split(left):
        start = left.find(segment, place)
        place = start + len(segment)
        if made := _read(segment):
            yield from located(statement, start, place, *made)


def _read(segment: str) -> tuple[Made, str] | None:
    """The check a segment makes and its name; None for what demands nothing."""
    kind = _kind(segment)
    said = segment.strip("、").removeprefix("的")
    if kind == "conduct":
        return Made("note", {"text": f"{segment.strip('、')}（由单位和主办方把握）。"}), kind
    if kind == "asked":
        return Made("when_told", {"text": said}), kind
    if kind == "absent":
        return Made("other_fact", {"called": re.sub("^[^,]{0,6}?[须应需]", "", said)}), kind
    if kind == "not_understood":
        return _deed(said) or (Made("not_understood", {"said": said}), kind)
    return None


def _kind(segment: str) -> str:
    """`conduct`, `asked`, `absent`, `not_understood`, or empty for what demands nothing."""
    core = _EDGE.sub("", segment.strip(" 、()"))
    if len(core) < _SHORTEST or words("known").fullmatch(_YEAR.sub("", segment)):
        return ""
    if _says("demand", segment):
        return "not_understood"
    if _says("leave", segment) or _says("course", segment):
        return "asked" if _ASKED.search(segment) else ""
    if _says("absent", segment):
        return "absent"
    if _says("conduct", segment):
        return "conduct"
    return "not_understood" if _says("condition", segment) else ""


def _says(name: str, segment: str) -> bool:
    return bool(re.search(data("leftover.yaml")[name], segment))


def _deed(said: str) -> tuple[Made, str] | None:
    """A prize or an honour that is asked for."""
    if not _WON.search(said):
        return None
    if names := honours(said):
        return Made("honour", {"names": list(names)}), "honour"
    deed = deed_of(said)
    if deed is None or "prizes" not in deed[0].params:
        return None
    return Made("won", deed[0].params), "won"
