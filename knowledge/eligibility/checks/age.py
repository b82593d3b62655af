"""Ages: the youngest, the oldest, the statutory retirement age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.ages import Births, age_on, birthday, births_of_date, reached
from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, unknown
from knowledge.eligibility.retirement import (
    MEN,
    Group,
    age_text,
    before_retirement,
    groups,
    retirement_day,
)

if TYPE_CHECKING:
    from datetime import date


def age_at_least(case: Case, params: Params) -> Result:
    """年满N周岁: {years}."""
    years = int(params["years"])
    births = case.person.births(case.day)
    if births is None:
        return unknown(f"须年满{years}周岁；还不知道出生日期或年龄。", "birth_date")
    old_enough = reached(births, years, case.day)
    if old_enough is None:
        odd = "".join(_two_ages(case)) or "要知道出生的具体日期才能判断。"
        return unknown(f"须年满{years}周岁；{odd}", "birth_date")
    notes = _other_dates(case, old_enough, lambda day: reached(births, years, day))
    notes += _two_ages(case)
    turns = birthday(births.first, years)
    if births.exact and turns == case.day:
        notes += (
            (
                f"今天正好是{years}周岁生日，按生日当天即满{years}周岁算；"
                "另有从次日起算的说法，请向主办方确认。"
            ),
        )
    if old_enough:
        return met(f"须年满{years}周岁；到{case.day}{_years_old(births, case.day)}，符合。", *notes)
    since = turns if births.exact else None
    when = f"，{since}起年满{years}周岁" if since else ""
    fixes = () if since and _too_late(case, since) else (Fix("age", years, since),)
    return not_met(
        f"须年满{years}周岁；到{case.day}{_years_old(births, case.day)}，未满{when}。",
        *fixes,
        notes=notes,
    )


def age_at_most(case: Case, params: Params) -> Result:
    """不超过N周岁 includes the whole N-th year: {years}."""
    years = int(params["years"])
    births = case.person.births(case.day)
    if births is None or (over := reached(births, years + 1, case.day)) is None:
        return unknown(f"须不超过{years}周岁；还要知道出生日期。", "birth_date")
    notes = _other_dates(case, not over, lambda day: _negated(reached(births, years + 1, day)))
    said = f"须不超过{years}周岁；到{case.day}{_years_old(births, case.day)}"
    if over:
        return not_met(f"{said}，已超过。", notes=notes)
    return met(f"{said}，符合。", *notes)


def within_retirement(case: Case, _: Params) -> Result:
    """法定退休年龄以内: before the retirement day, by the law in force on that day."""
    births = case.person.births(case.day)
    if births is None:
        return unknown("须在法定退休年龄以内；还不知道出生日期或年龄。", "birth_date")
    possible = groups(case.person.sex, case.person.female_category)
    results = {group: before_retirement(births, group, case.day) for group in possible}
    if len(set(results.values())) > 1 or None in results.values():
        return unknown(f"须在法定退休年龄以内；{_open_point(results)}", *_missing(case, results))
    group = possible[0]
    within = bool(results[group])
    notes = _other_dates(case, within, lambda day: _all_before(births, possible, day))
    if births.exact and len(possible) == 1:
        return _settled(case, births.first, group, within=within, notes=notes)
    said = f"须在法定退休年龄以内；到{case.day}{_years_old(births, case.day)}"
    if within:
        return met(f"{said}，未到法定退休年龄。", *notes)
    return not_met(f"{said}，已到法定退休年龄。", notes=notes)


def _settled(
    case: Case, birth: date, group: Group, *, within: bool, notes: tuple[str, ...]
) -> Result:
    leaves = retirement_day(birth, group, case.day)
    said = f"须在法定退休年龄以内；法定退休年龄为{age_text(birth, group, case.day)}（{leaves}）"
    if leaves == case.day:
        notes += ("今天正好是到达法定退休年龄的日子，“以内”按这一天之前算，请向主办方确认。",)
    elif (leaves.year, leaves.month) == (case.day.year, case.day.month):
        notes += (f"本月到达法定退休年龄（{leaves}），临近界限，请向主办方确认按哪一天算。",)
    if within:
        return met(f"{said}，{case.day}尚未到，符合。", *notes)
    return not_met(f"{said}，{case.day}已到。", notes=notes)


def _open_point(results: dict[Group, bool | None]) -> str:
    if None in results.values():
        return "要知道出生的具体日期才能判断。"
    return "男女及女性岗位类别的退休年龄不同，要知道才能判断。"


def _missing(case: Case, results: dict[Group, bool | None]) -> tuple[str, ...]:
    keys = []
    women = {result for group, result in results.items() if group != MEN}
    if case.person.sex is None and len(set(results.values())) > 1:
        keys.append("sex")
    elif case.person.sex != "男" and len(women) > 1:
        keys.append("female_category")
    if None in results.values():
        keys.append("birth_date")
    return tuple(keys)


def _all_before(births: Births, possible: tuple[Group, ...], day: date) -> bool | None:
    results = {before_retirement(births, group, day) for group in possible}
    return results.pop() if len(results) == 1 else None


def _years_old(births: Births, day: date) -> str:
    low, high = age_on(births.last, day), age_on(births.first, day)
    return f"为{low}周岁" if low == high else f"为{low}至{high}周岁"


def _negated(value: bool | None) -> bool | None:  # noqa: FBT001 it is the operand
    return None if value is None else not value


def _two_ages(case: Case) -> tuple[str, ...]:
    age, written = case.person.age, case.person.birth_date
    born = births_of_date(written) if written else None
    if age is None or born is None:
        return ()
    if age_on(born.last, case.day) <= int(age) <= age_on(born.first, case.day):
        return ()
    return ("给出的年龄与出生日期不一致，请核对出生日期。",)


def _too_late(case: Case, since: date) -> bool:
    days = [other.date for other in case.dates]
    return bool(days) and since > max(days)


def _other_dates(case: Case, here: bool, there: object) -> tuple[str, ...]:  # noqa: FBT001 the outcome compared
    """Notes for the days on which the same rule would come out otherwise."""
    if case.age_date_stated or not callable(there):
        return ()
    other = [day for day in case.dates if there(day.date) is (not here)]
    if not other:
        return ()
    days = "、".join(f"{day.label}（{day.date}）" for day in other)
    return (
        f"通知没有写明年龄按哪一天计算；本结论按{case.day}算，若按{days}算，结果相反，请向主办方确认。",
    )
