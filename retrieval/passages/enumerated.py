"""要交什么: of the sentences on papers the one that lists them comes first."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.along import WIDE
from retrieval.passages.rank import Scored
from retrieval.passages.units import Unit
from retrieval.question.asked import Asked

_LISTS = lazy_re.compile(
    r"(?:材料|资料|证件|物品)[^，。；,;]{0,8}(?:包括|包含|含|有|为|如下|[:：])"
    r"|(?:提交|提供|报送|携带|上传|发送|出示)[^，。；,;]{0,12}[^，。；、]{2,}、[^，。；]{2,}"
)
_HEADS = lazy_re.compile(
    r"(?:提交|提供|报送|携带|上传|出示|准备)(?:以下|下列|如下)?(?:材料|资料|证件)?[:：]?$"
)
"""报名须提交：, with an item a line below it or right behind it."""
_FORMS = frozenset({"what", "list"})


def enumerated(told: list[Scored], asked: Asked) -> list[Scored]:
    """The sentences, one that lists papers before the rest where it is asked which ones.

    Not where the first lists them already, or the listing one is far behind.
    """
    if not asks_papers(asked) or len(told) <= 1:
        return told
    first = told[0]
    if lists(first.unit):
        return told
    near = (s for s in told if first.score - s.score <= WIDE and lists(s.unit))
    listing = next(near, None)
    return told if listing is None else [listing, *(s for s in told if s is not listing)]


def under_papers(unit: Unit) -> bool:
    """Whether a sentence is an item right below a heading that leads to papers: 须提交：."""
    if unit.clause.heading or not unit.headings:
        return False
    return bool(_HEADS.search(comparable(unit.headings[0])))


def asks_papers(asked: Asked) -> bool:
    """Whether it is asked which papers are handed in."""
    return "materials" in asked.concepts and bool(asked.forms & _FORMS)


def lists(unit: Unit) -> bool:
    """Whether a sentence lists papers, or is one of such a list."""
    return bool(_LISTS.search(unit.plain)) or under_papers(unit)
