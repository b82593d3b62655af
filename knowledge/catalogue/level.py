"""The level of a competition: 国家级一类, 省级, 市级二类, 区县级, 行业.

A notice that states it is believed; else it follows from who holds it and how far it reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.regions import PROVINCES
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.model import Clause

_LEVEL = (
    r"(?P<level>国家级?|省级|自治区级|市级|地市级|区级|县级|区县级|县区级|行业级?|企业级|院级|校级)"
)
_CLASS = r"(?P<kind>[一二三]类)?"
_IS = r"(?:为|是|系|属于?|列入|列为|纳入|定为|确定为|级别[:：]|类别[:：]|按照?|等级[:：])"
_STATED = lazy_re.compile(
    rf"(?:竞赛|大赛|比赛|赛事|级别|类别|等级)[^。；;，,]{{0,16}}?{_IS}[^。；;，,]{{0,12}}?{_LEVEL}{_CLASS}"
    r"(?=(?:职业)?(?:技能)?(?:[^。；;，,]{0,6})(?:竞赛|大赛|比赛|赛事|活动)|[。；;，,\n（(]|$)"
)
_OTHERS = lazy_re.compile(r"以上|以下|获|推荐|选拔|晋级|曾|参加过|不低于|不高于|承办|申报|其他")
_SHORT = {
    "国家": "国家级", "自治区级": "省级", "地市级": "市级", "区级": "区县级", "县级": "区县级",
    "县区级": "区县级", "行业级": "行业", "院级": "校级",
}  # fmt: skip
_NATION = lazy_re.compile(
    r"^(?:20\d\d年|第[^届]{1,4}届|首届)?(?:[“\"][^”\"]*[”\"]杯?)?(?:全国|中国|中华)"
)
_CENTRAL = lazy_re.compile(r"^(?:国家|中国|中华|全国|教育部|工业和信息化部|人力资源和社会保障部)")
_PROVINCE = lazy_re.compile(
    rf"^(?:全省|全区)|(?:{'|'.join(PROVINCES)})(?:省|自治区)|(?:北京|天津|上海|重庆)市|省"
)
_MUNICIPAL = lazy_re.compile(r"^(?:北京|天津|上海|重庆)市?.{1,4}(?:区|县)")
_COUNTY = lazy_re.compile(r"^.{2,8}?(?:县|旗|(?<!社)(?<!校)(?<!园)(?<!自治)区)(?!级|域|块)")
_CITY = lazy_re.compile(r"^(?:全市|.{2,6}?(?:市|自治州|州|盟|地区))")
_TRADE = lazy_re.compile(r"协会|学会|商会|联合会$|行业")
_FIRM = lazy_re.compile(
    r"(?:公司|集团|厂)(?:[^，。]{0,6}(?:工会|委员会|[部处]))?$|集团(?:公司)?第.{1,4}届"
)
_SCHOOL = lazy_re.compile(r"(?:大学|学院|学校|中学|小学|技师学院)(?:[^，。]{0,6}[处部院系])?$")

_HOLDERS = (
    ("企业级", _FIRM),
    ("校级", _SCHOOL),
    ("区县级", _MUNICIPAL),
    ("区县级", _COUNTY),
    ("省级", _PROVINCE),
    ("市级", _CITY),
)


def level_of(name: str, issuers: Sequence[str], clauses: Iterable[Clause]) -> str | None:
    """The level a notice states for its own competition, else the one of who holds it.

    >>> level_of("江宁区焊接技能大赛", ("江宁区总工会",), ())
    '区县级'
    """
    for clause in clauses:
        if clause.scope.attachment is None and (stated := _stated(bare(normal(clause.text)))):
            return stated
    return _held(name, issuers)


def _stated(text: str) -> str | None:
    for match in _STATED.finditer(text):
        if not _OTHERS.search(match[0]):
            level = match["level"]
            return _SHORT.get(level, level) + (match["kind"] or "")
    return None


def _held(name: str, issuers: Sequence[str]) -> str | None:
    """From the first of those who hold it, and from the place the name begins with."""
    if _NATION.match(name) or any(_CENTRAL.match(each) for each in issuers[:1]):
        return "国家级"
    for words in (*issuers[:1], name):
        for level, found in _HOLDERS:
            if found.search(words):
                return "行业" if level == "市级" and _TRADE.search(words) else level
    return "行业" if any(_TRADE.search(each) for each in issuers) else None
