"""A contest above the notice's own, of which only its own day or place is an answer: 全国赛在哪比.

A notice of a province tells who goes on to the national contest; where that is held it mostly does
not know, and where its own is held is no answer.
"""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked

_LEVEL = lazy_re.compile(
    r"(?P<of>全国|国家级?|国赛|世赛|世界)[^，,。？?\n]{0,8}?(?:选拔赛|总?决赛|大赛|竞赛|比赛|赛)?"
    r"(?:定|是|会|要|都)*(?:在|去|到)?(?:哪(?!些|几个项)|什么(?:时候|地方)|啥时候?|几[月号]|何[时地])"
)
_HELD = lazy_re.compile(
    r"\d月|\d{4}年|地点|举[办行]|[在于赴][^，,。；;]{2,16}(?:市|省|学院|中心|馆)"
)
_FORMS = frozenset({"when", "where"})


def above(reading: Reading, asked: Asked) -> str:
    """The level above the notice's own that a question asks the day or place of; else empty."""
    if not asked.forms & _FORMS:
        return ""
    match = _LEVEL.search(asked.unnamed or asked.plain)
    if match is None or match["of"][:2] in comparable(reading.notice.name):
        return ""
    return match["of"][:2]


def tells(unit: Unit, level: str) -> bool:
    """Whether a sentence says when or where a contest of the level is held."""
    behind = unit.plain.partition(level)[2]
    return bool(behind) and _HELD.search(behind) is not None
