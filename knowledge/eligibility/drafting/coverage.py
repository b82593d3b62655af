"""Words of who may enter that no pattern took and that demand nothing by name.

A number or a place in them is never dropped, so that silence is not taken for a yes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.parts import Made
from knowledge.eligibility.drafting.regions import area_words

if TYPE_CHECKING:
    from knowledge.model import Notice

_N = r"(?:\d{1,3}(?:\.\d)?|[一二三四五六七八九十两半]{1,3})"
_QUANTITY = lazy_re.compile(
    rf"(?<!含)\d{{2}}周?岁|退休年龄|(?<!退)出生|(?:满|达到?|不少于|不低于|不足|超过){_N}(?:个?月|年)(?!级|制)"
    rf"|{_N}(?:个月|年)(?:\(含\))?(?:及?以[上内下]|之内)|[一二三四五]级(?:/\S|及?以上)"
)
_SAME_AGE = lazy_re.compile(r"\d{2}周?岁\(")
"""An age whose birth dates stand behind it: 45周岁（1981年1月1日及以后出生）."""
_ASIDE = lazy_re.compile(r"^[(、]?\(?(?:不?含|包括)[^()]*\)?$")
_UNIT = lazy_re.compile(r"单位|企业|公司|机构|院校|学校|集团|协会|会员|岗位|系统|行业")
_LET = lazy_re.compile(r"可|允许|准予|视|计入|推荐|审核|记录|为准|[(]含|含(?!量)")
"""Who is let in besides, or what units do: nobody is denied anything by it."""
_WITH = lazy_re.compile(r"\(含[^()]*\)?")
_SCHOOL = lazy_re.compile(r"中等职业|中职|高等职业|高职|本科")
_PLACED = lazy_re.compile(
    r"(?:地|地点|所在地|户籍|户口|居住|工作|学籍|生源)(?:均|都)?[须应需]?(?:在|为|是|属于?|位于)"
)
"""What stands before the name of a place somebody must belong to."""
_WORDY = 8


def passed(segment: str, notice: Notice, *, leads: bool) -> tuple[Made, str] | None:
    """A segment of who may enter from which nothing was read, and which demands nothing by name.

    A number of years, an age or a place in it makes a yes doubtful; words about the unit that lead
    to what was read (`leads`) only where the person's own words deny them.
    """
    said = _WITH.sub("", segment.strip("、() "))
    if _ASIDE.match(segment):
        return None
    if leads and _SAME_AGE.fullmatch(segment):
        return None
    if _QUANTITY.search(said) or _of_place(said, notice):
        return Made("not_understood", {"said": said}), "unread"
    telling = len(said) >= _WORDY or _SCHOOL.search(said)
    wordy = leads and telling and _UNIT.search(said) and not _LET.search(said)
    if wordy and not words("papers").search(said):
        return Made("unread_words", {"said": said}), "unread_words"
    return None


def _of_place(said: str, notice: Notice) -> bool:
    # compiled for each area: only where the words before it stand there
    return bool(_PLACED.search(said) and re.search(_PLACED.pattern + area_words(notice), said))
