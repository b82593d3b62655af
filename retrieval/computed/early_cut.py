"""What is left of a price where whoever pays early pays so much less: 580-50=530元."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from retrieval.computed.worked import number
from retrieval.question.moments import said_day
from retrieval.wording import say

_CUT = lazy_re.compile(
    r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:[(（]含[^()（）]{0,4}[)）])?(?:之|以)?前"
    r"[^。；;\n]{0,12}?(?:缴费|交费|付款|缴纳|报名)[^。；;\n]{0,12}?"
    r"(?:减免?|优惠|立减|便宜|少[交收])(?P<sum>\d+)元"
)
_OF_TEAM = lazy_re.compile(
    r"[；;，,](?P<all>团[体队](?:赛|项目)?(?:每[队支组])?(?:减免?|优惠|立减|便宜|少[交收])(?P<sum>\d+)元)"
)
_TOGETHER = lazy_re.compile(r"(?:可以?|能)[^。；;\n]{0,10}(?:同时享受|叠加|同享)")


class Early(NamedTuple):
    """How much less is paid, and the words of the notice that grant it."""

    less: Decimal
    granted: str


def early_cut(question: str, text: str, *, of_team: bool, of_member: bool) -> Early | None:
    """The sum a notice takes off until a day, where the question names one that is not later.

    A member's price is cut only where the notice lets both be had.

    >>> told = "3月10日（含）前缴费的，参赛费减免50元；团体赛每队减免100元。"
    >>> early_cut("3月5号交多少", told, of_team=True, of_member=False).less
    Decimal('100')
    >>> early_cut("3月11号交多少", told, of_team=False, of_member=False)
    """
    match, day = _CUT.search(text), said_day(question)
    if match is None or day is None or (of_member and not _TOGETHER.search(text)):
        return None
    if day > (int(match["m"]), int(match["d"])):
        return None
    team = _OF_TEAM.match(text, match.end()) if of_team else None
    if of_team and team is None:
        return None
    return (
        Early(Decimal(team["sum"]), team["all"]) if team else Early(Decimal(match["sum"]), match[0])
    )


def left_of(price: Decimal, early: Early) -> tuple[str, str]:
    """The line that tells what is left, and the formula in it: 580-50=530元."""
    formula = f"{number(price)}-{number(early.less)}={number(price - early.less)}元"
    return say("worked.together", formula=formula), formula
