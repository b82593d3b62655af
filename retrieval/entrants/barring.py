"""The heading under which an item bars people: 获得过…称号的 is said with 不得报名的情形."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.units import Unit

_BARS = lazy_re.compile(
    r"不得|不能|不可|不予|不准|不接受|不参加|不列入|不允许|禁止|谢绝|限制(情形|条件|情况)|不含|除外"
)
_OWN = lazy_re.compile(
    r"不得|不能|不可(?!抗)|不予|不准|不再|不接受|不参加|不列入|不允许|禁止"
    r"|可(?!靠|能)|须|应当?(?!届)"
)
_PEOPLE = lazy_re.compile(r"([的者人员家手生工师组部军]|名次?|称号|奖|工作|期)[内]?[；;。，,]?$")
"""How an item ends that names people, or what they did."""
_NEAR = 2


def barring_heading(unit: Unit) -> str:
    """The heading that makes an item a bar; empty where the item says itself what it does.

    >>> bool(_BARS.search("不得报名的情形")), bool(_OWN.search("获得过技术能手称号的"))
    (True, False)
    """
    if _OWN.search(unit.plain) or not _PEOPLE.search(unit.plain):
        return ""
    for heading in unit.headings[:_NEAR]:
        head = comparable(heading)
        if _BARS.search(head) and head not in unit.plain:
            return heading.rstrip("：:。")
    return ""


def under_heading(unit: Unit, text: str) -> str:
    """The words of an item with the heading that makes it a bar."""
    heading = barring_heading(unit)
    return f"{heading}：{text}" if heading and heading not in text else text
