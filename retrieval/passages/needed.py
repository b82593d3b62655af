"""All the certificates a notice asks of entrants, where it is asked which one needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.passages.rank import Scored
from retrieval.question.asked import Asked

_WHICH = re.compile(
    r"(?:要|需要?|得有|须|必须|持|有|凭)(?:有)?(?:什么|啥|哪些?|哪种|几级)[^，,。？?]{0,6}(?:证(?!明)|执照|等级)|(?:什么|啥|哪些)证(?:书)?(?:才|能|可以)"
)
_GIVEN = re.compile(r"奖|待遇|颁|获得|发(?:给|什么|啥)|拿")
_SETS = re.compile(
    r"(?:持有?|具有|具备|取得|须有|应有|考取)[^。；]{0,40}(?:证(?!明|件)|执照|技能等级)|(?:等级|证书)[^，。；]{0,10}不作要求"
)
_OTHERWISE = re.compile(r"提交|提供[^，。；]{0,12}复印件|颁发|核发|授予|认定|晋升|参加过|抽签|报到")
_HEADED = re.compile(r"奖|待遇|材料")


def certificates(ranked: Sequence[Scored], asked: Asked) -> list[Scored]:
    """The sentences that set a certificate as a condition; none where something else is asked."""
    if "skill_level" not in asked.concepts or not _WHICH.search(asked.plain):
        return []
    if _GIVEN.search(asked.plain):
        return []
    return [s for s in ranked if _sets(s)]


def _sets(scored: Scored) -> bool:
    unit = scored.unit
    if any(_HEADED.search(h) for h in unit.headings[:1]):
        return False
    return bool(_SETS.search(unit.plain)) and not _OTHERWISE.search(unit.plain)
