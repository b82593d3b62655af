"""The rank of an event: of a school, a county, a city, a province, the country, the world."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.places import hits

_WORDS = (
    (6, "世界|国际|亚洲"),
    (5, "国家级|全国|国赛|中华"),
    (4, "省级|省赛|全省|自治区级|全区级|直辖市级"),
    (3, "市级|地市级|市赛|全市|州级|市州级|市\\(州\\)级"),
    (1, "县级|区级|区县级|全县|县赛|区赛|县区级"),
    (0, "校级|院级|校赛|院赛"),
)
_NAMED = (
    (4, "[一-龥]{2,4}(?:省|自治区)"),
    (3, "[一-龥]{2,4}(?:市|自治州)"),
    (1, "[一-龥]{2,4}(?:县|区)(?!域)"),
)
_OF_RANK = {-1: 0, 0: 4, 1: 3}
_MUNICIPAL = lazy_re.compile("北京|上海|天津|重庆")


def level_of(words: str) -> int | None:
    """The rank words give an event, by its kind or by the area it is named after; None if none.

    >>> level_of("省级"), level_of("2025年青溪县比武"), level_of("贵州技能竞赛"), level_of("竞赛")
    (4, 1, 4, None)
    """
    said = [rank for rank, pattern in _WORDS if re.search(pattern, words)]
    if said:
        return max(said)
    named = [rank for rank, pattern in _NAMED if re.search(pattern, words)]
    if named:
        return 4 if min(named) == 3 and _MUNICIPAL.search(words) else min(named)  # noqa: PLR2004 a city that is a province
    places = [_OF_RANK.get(hit.rank, 1) for hit in hits(words)]
    return min(places, default=None)
