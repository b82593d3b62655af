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
_GROUP = lazy_re.compile(r"(?:组|类|赛|队|选手|人员|单位|学校|企业)[:：]?$")
_BESIDES = lazy_re.compile(
    r"除(?:了|开|去)?(?P<said>[^，,。？?]{1,16}?)(?:以外|之外|外)?[,，]?(?:还|另|再|别的)"
)
_AND = lazy_re.compile(r"和|跟|与|及|、")
_FORMS = frozenset({"what", "list"})


def enumerated(told: list[Scored], asked: Asked) -> list[Scored]:
    """The sentences, one that lists papers before the rest where it is asked which ones.

    Not where the first lists them already, or the listing one is far behind.
    """
    if not asks_papers(asked) or len(told) <= 1:
        return told
    others = [s for s in told if lists(s.unit) and not _tells(s.unit, asked)]
    if _BESIDES.search(asked.plain) and others and _tells(told[0].unit, asked):
        return [others[0], *(s for s in told if s is not others[0])]
    first = told[0]
    if lists(first.unit):
        return told
    near = (s for s in told if first.score - s.score <= _wide(s.unit) and lists(s.unit))
    listing = next(near, None)
    return told if listing is None else [listing, *(s for s in told if s is not listing)]


def _wide(unit: Unit) -> float:
    """How far behind the first a listing sentence may be: farther below a heading for papers."""
    return 2 * WIDE if under_papers(unit) else WIDE


def _tells(unit: Unit, asked: Asked) -> bool:
    """Whether a sentence tells the papers that somebody names as known: 除了表格还要什么."""
    known = _BESIDES.search(asked.plain)
    return known is not None and any(
        word in unit.plain for word in _AND.split(known["said"]) if word
    )


def under_papers(unit: Unit) -> bool:
    """Whether a sentence is an item right below a heading that leads to papers: 须提交：."""
    above = unit.headings[1:] if _of_some(unit) else unit.headings
    if not above or (unit.clause.heading and not _of_some(unit)):
        return False
    return bool(_HEADS.search(comparable(above[0])))


def _of_some(unit: Unit) -> bool:
    """Whether the heading of an item only says whose papers it lists: 教师组：."""
    return bool(unit.clause.heading) and bool(_GROUP.search(comparable(unit.clause.heading)))


def asks_papers(asked: Asked) -> bool:
    """Whether it is asked which papers are handed in."""
    return "materials" in asked.concepts and bool(asked.forms & _FORMS)


def lists(unit: Unit) -> bool:
    """Whether a sentence lists papers, or is one of such a list."""
    return bool(_LISTS.search(unit.plain)) or under_papers(unit)
