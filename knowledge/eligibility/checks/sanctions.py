"""Bars by sanctions: 近一年内受过记过以上处分的 bars who was demoted lately, not who was warned."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.checks.base import Case, Result, met, not_met, unknown
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Mapping

SANCTION, SINCE = "处分", "处分时间"
"""Keys of `Person.other`: the grade in words; ISO, as far as it is known."""
_LADDER = ("警告", "严重警告", "记过", "记大过", "降级", "撤职", "留用察看", "开除")
GRADE = "严重警告|警告|记大过|记过|降级|撤职|留用察看|留党察看|留校察看|开除"
_PLACE = {**{name: at for at, name in enumerate(_LADDER)}, "留党察看": 6, "留校察看": 6}
_GRADED = lazy_re.compile(
    rf"(?P<grade>{GRADE})(?P<up>(?:处分)?(?:\(含\))?及?以上)?[^,。;、]{{0,6}}处分"
    rf"|(?P<least>{GRADE})处分(?:\(含\))?及?以上"
)
_WITHIN = lazy_re.compile(
    rf"(?:近|最近|前|过去|报名前)(?P<n>{NUMERAL})年|(?P<m>{NUMERAL})年(?:以?内|之内)"
)
_OPEN = lazy_re.compile(r"影响期|处分期|期内|期间|未解除|尚未|未满|年度|近年来|近期")
"""How long the bar lasts is told in another way than by years."""


def by_sanction(case: Case, said: str) -> Result | None:
    """The verdict on a sanction somebody tells of; None if he tells of none, or it bars none."""
    grade = str((case.person.other or {}).get(SANCTION) or "")
    if not grade or "处分" not in said:
        return None
    bar, doubt = f"“{said}”不得报名", "还不能确定是否属于这种情形"
    hit = _reaches(grade, _GRADED.search(comparable(said)))
    if hit is False:
        return met(f"{bar}；{grade}不属于这种情形。")
    within = _recent(case, comparable(said))
    if within is False:
        return met(f"{bar}；已经过了这个期限。")
    if hit and within:
        return not_met(f"{bar}；属于这种情形。")
    return unknown(f"{bar}；{doubt}。", "other")


def _reaches(grade: str, bars: re.Match[str] | None) -> bool | None:
    """Whether a sanction is one of those that bar; None where its grade is not known."""
    if bars is None:
        return True
    if grade not in _PLACE:
        return None
    own, bound = _PLACE[grade], _PLACE[bars["grade"] or bars["least"]]
    return own >= bound if bars["up"] or bars["least"] else own == bound


def _recent(case: Case, said: str) -> bool | None:
    """Whether it was within the years the bar tells of; None where that is not known."""
    within = _WITHIN.search(said)
    if within is None:
        return None if _OPEN.search(said) else True
    since = _days(case.person.other or {})
    if since is None:
        return None
    years = int(float(arabic(within["n"] or within["m"])))
    start = case.day.replace(year=case.day.year - years, day=min(case.day.day, 28))
    first, last = since
    if first >= start:
        return True
    return False if last < start else None


def _days(other: Mapping[str, object]) -> tuple[date, date] | None:
    """The first and the last day on which it may have been."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", str(other.get(SINCE) or ""))
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    return date(year, month or 1, 1), date(year, month or 12, 28)
