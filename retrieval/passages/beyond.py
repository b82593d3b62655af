"""What no appeal is heard about, where somebody wants just that: 评分尺度不属于申诉范围."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.passages.rank import Scored
from retrieval.passages.units import Unit, pairs
from retrieval.question.asked import Asked

_APPEAL = "appeal"
_BEYOND = lazy_re.compile(
    r"不(?:属于?|在|列入|纳入|作为)[^，。；]{0,8}(?:申诉|仲裁|受理|复核|异议)"
    r"|不(?:予|再|接)?受理?[^，。；]{0,12}(?:申诉|异议|复核)"
    r"|(?:申诉|异议)[^。；]{0,24}不(?:予|再)?受理"
)
_WAY = lazy_re.compile(r"提出|提交|递交|填写|书面|交(?:至|到|给)?[^，。；]{0,4}仲裁")
_ITSELF = lazy_re.compile(r"申诉|仲裁|异议|受理|复核|投诉|裁判员?|评委|仲裁|选手|成绩")
_WORD = lazy_re.compile(r"[\u4e00-\u9fff]{2}")


def way_to_appeal(best: Scored, ranked: Sequence[Scored], asked: Asked) -> list[Scored]:
    """How one appeals against all else, beside what is beyond appeal."""
    if not beyond_appeal(best.unit, asked):
        return []
    told = (s for s in ranked if _APPEAL in s.unit.said and _WAY.search(s.unit.plain))
    return [s for s in told if s is not best and not _BEYOND.search(s.unit.plain)][:1]


def beyond_appeal(unit: Unit, asked: Asked) -> bool:
    """Whether a sentence says that what the question wants to appeal against is beyond appeal.

    The words it shares with the question are more than those of appealing, and who judges.
    """
    if _APPEAL not in asked.concepts or not _BEYOND.search(unit.plain):
        return False
    own = _ITSELF.sub("\n", asked.plain)
    said = _ITSELF.sub("\n", unit.plain)
    shared = (p for line in own.splitlines() for p in pairs(line) if len(p) > 1)
    return any(p in said and _WORD.fullmatch(p) is not None for p in shared)
