"""Ages on a day the notice names, and windows of birth dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.ages import Births, reached
from knowledge.eligibility.ages import age_on as full_years
from knowledge.eligibility.checks.base import Case, Params, Result, met, not_met, unknown
from knowledge.eligibility.retirement import before_retirement, groups

if TYPE_CHECKING:
    from datetime import date


def age_on(case: Case, params: Params) -> Result:
    """An age on a stated day: {day, min?, max?}; max includes the whole year."""
    on: date = params["day"]
    low, high = params.get("min"), params.get("max")
    parts = [f"年满{low}周岁"] * (low is not None) + [f"不超过{high}周岁"] * (high is not None)
    said = f"须{'、'.join(parts)}，年龄按{on}计算"
    births = case.person.births(case.day)
    if births is None:
        return unknown(f"{said}；还不知道出生日期或年龄。", "birth_date")
    old = True if low is None else reached(births, int(low), on)
    over = False if high is None else reached(births, int(high) + 1, on)
    if old is False or over is True:
        return not_met(f"{said}；当日{_years(births, on)}，不符合。")
    if old is None or over is None:
        return unknown(f"{said}；要知道出生日期才能判断。", "birth_date")
    return met(f"{said}；当日{_years(births, on)}，符合。")


def _years(births: Births, on: date) -> str:
    low, high = full_years(births.last, on), full_years(births.first, on)
    return f"为{low}周岁" if low == high else f"为{low}至{high}周岁"


def born_between(case: Case, params: Params) -> Result:
    """Born in a window, both days included: {first?, last?}."""
    first: date | None = params.get("first")
    last: date | None = params.get("last")
    said = "须" + "、".join(
        [f"{first}以后出生"] * (first is not None) + [f"{last}以前出生"] * (last is not None)
    )
    births = case.person.births(case.day)
    if births is None:
        return unknown(f"{said}；还不知道出生日期。", "birth_date")
    early = first is not None and births.last < first
    late = last is not None and births.first > last
    if early or late:
        return not_met(f"{said}；{'早于' if early else '晚于'}这一范围。")
    if (first and births.first < first) or (last and births.last > last):
        return unknown(f"{said}；要知道出生的具体日期。", "birth_date")
    edge = births.exact and births.first in {first, last}
    notes = ("出生日期正好是界限这一天，按“以后、以前”含当日算，请向主办方确认。",) if edge else ()
    return met(f"{said}；符合。", *notes)


def retirement_on(case: Case, params: Params) -> Result:
    """法定退休年龄以内 on a stated day: {day}."""
    on: date = params["day"]
    said = f"须在法定退休年龄以内（按{on}计算）"
    births = case.person.births(case.day)
    if births is None:
        return unknown(f"{said}；还不知道出生日期或年龄。", "birth_date")
    possible = groups(case.person.sex, case.person.female_category)
    results = {before_retirement(births, group, on) for group in possible}
    if results == {True}:
        return met(f"{said}；符合。")
    if results == {False}:
        return not_met(f"{said}；到这一天已到法定退休年龄。")
    key = (
        "sex" if case.person.sex is None else "birth_date" if None in results else "female_category"
    )
    return unknown(f"{said}；还要知道出生日期、性别或岗位类别才能判断。", key)
