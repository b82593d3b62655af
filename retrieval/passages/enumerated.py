"""要交什么: of the sentences on papers the one that lists them comes first."""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.along import WIDE
from retrieval.passages.rank import Scored
from retrieval.question.asked import Asked

_LISTS = lazy_re.compile(
    r"(?:材料|资料|证件|物品)[^，。；,;]{0,8}(?:包括|包含|含|有|为|如下|[:：])"
    r"|(?:提交|提供|报送|携带|上传|发送|出示)[^，。；,;]{0,12}[^，。；、]{2,}、[^，。；]{2,}"
)
_FORMS = frozenset({"what", "list"})


def enumerated(told: list[Scored], asked: Asked) -> list[Scored]:
    """The sentences, one that lists papers before the rest where it is asked which ones.

    Not where the first lists them already, or the listing one is far behind.
    """
    if "materials" not in asked.concepts or not asked.forms & _FORMS or len(told) <= 1:
        return told
    first = told[0]
    if _LISTS.search(first.unit.plain):
        return told
    lists = (s for s in told if first.score - s.score <= WIDE and _LISTS.search(s.unit.plain))
    listing = next(lists, None)
    return told if listing is None else [listing, *(s for s in told if s is not listing)]
