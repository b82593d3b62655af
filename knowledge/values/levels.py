"""Skill levels (职业技能等级), in the form `四级/中级工`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.values.found import Context, Found
from knowledge.values.labels import number_label

if TYPE_CHECKING:
    from collections.abc import Iterator

GRADES = {"五级": "初级工", "四级": "中级工", "三级": "高级工", "二级": "技师", "一级": "高级技师"}
"""Level → name; source: 国家职业技能标准编制技术规程."""

_NUMBERS = {grade: number for number, grade in GRADES.items()}
_GRADE = r"高级技师|技师|高级工|中级工|初级工"
_NUMBER = r"[一二三四五]级"
_LEVEL = lazy_re.compile(
    rf"(?P<n1>{_NUMBER})(?:\((?P<g1>{_GRADE})\)|/(?P<g2>{_GRADE}))"
    rf"|(?P<g3>{_GRADE})\((?P<n3>{_NUMBER})\)"
    rf"|(?P<g4>{_GRADE})(?!学院|学校|院校|人)"
    rf"|(?P<n5>{_NUMBER})(?=(?:及?以上)?(?:等级|职业|技能|资格|证书))"
)
_UP = lazy_re.compile(r"(?:职业技能等级|技能等级)?及?以上")


def find_levels(text: str, context: Context) -> Iterator[Found]:
    """Levels of a folded text, by number, by name, or both.

    >>> [f.value for f in find_levels("四级(中级工)及以上职业资格", Context())]
    ['四级/中级工及以上']
    """
    for match in _LEVEL.finditer(text):
        grade = match["g1"] or match["g2"] or match["g3"] or match["g4"]
        number = match["n1"] or match["n3"] or match["n5"] or _NUMBERS[grade]
        tail = "及以上" if _UP.match(text, match.end()) else ""
        value = f"{number}/{grade or GRADES[number]}{tail}"
        label = number_label(text, match.start(), context.label)
        yield Found("level", value, label, *match.span())
