"""Ages: the youngest, the oldest, the statutory retirement age.

Each check may name the day on which ages are reckoned (`on`); without it the day of the verdict
counts, and a day of the notice on which it would come out otherwise is told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge.eligibility.ages import (
    Births,
    age_on,
    birthday,
    births_of_date,
    in_words,
    reached,
)
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
    from collections.abc import Iterator

    from knowledge.eligibility.model import OtherDate

Holds = Callable[[date], bool | None]
"""Whether the rule is met if ages are reckoned on a day; None if the day of birth decides."""


def age_at_least(case: Case, params: Params) -> Result:
    """年满N周岁: {years, on?}."""
    years, on = int(params["years"]), _reckoned(case, params)
    said = f"须年满{years}周岁"
    births = case.person.births(case.day)
    if births is None:
        return unknown(f"{said}；还不知道出生日期或年龄。", "birth_date")
    old_enough = reached(births, years, on)
    if old_enough is None:
        odd = "".join(_two_ages(case)) or "要知道出生的具体日期才能判断。"
        return unknown(f"{said}；{odd}", "birth_date")
    notes = _other_days(case, params, old_enough, lambda day: reached(births, years, day))
    notes += (*_two_ages(case), *_birthday_today(births, years, on))
    age = _years_old(births, on)
    if old_enough:
        return met(f"{said}；{in_words(on)}为{age}，符合。", *notes)
    since = birthday(births.first, years) if births.exact and "on" not in params else None
    when = f"，{in_words(since)}年满{years}周岁" if since else ""
    fixes = () if "on" in params or _too_late(case, since) else (Fix("age", years, since),)
    return not_met(f"{said}；{in_words(on)}为{age}，还不满{when}。", *fixes, notes=notes)


def age_at_most(case: Case, params: Params) -> Result:
    """不超过N周岁 includes the whole N-th year: {years, on?}."""
    years, on = int(params["years"]), _reckoned(case, params)
    said = f"须不超过{years}周岁"
    births = case.person.births(case.day)
    if births is None or (over := reached(births, years + 1, on)) is None:
        return unknown(f"{said}；还要知道出生日期。", "birth_date")
    notes = _other_days(case, params, not over, lambda day: _not(reached(births, years + 1, day)))
    notes += (*_two_ages(case), *_birthday_today(births, years + 1, on))
    said = f"{said}；{in_words(on)}为{_years_old(births, on)}"
    return not_met(f"{said}，已超过。", notes=notes) if over else met(f"{said}，符合。", *notes)


def within_retirement(case: Case, params: Params) -> Result:
    """法定退休年龄以内: before the retirement day, by the law in force on that day: {on?}."""
    on, said = _reckoned(case, params), "须在法定退休年龄以内"
    births = case.person.births(case.day)
    if births is None:
        return unknown(f"{said}；还不知道出生日期或年龄。", "birth_date")
    possible = groups(case.person.sex, case.person.female_category)
    results = {group: before_retirement(births, group, on) for group in possible}
    if len(set(results.values())) > 1 or None in results.values():
        return unknown(f"{said}；{_open_point(case, results)}", *_missing(case, results))
    within = bool(results[possible[0]])
    notes = _other_days(case, params, within, lambda day: _all_before(births, possible, day))
    notes += tuple(_leaving(births, possible, on))
    if births.exact and len(possible) == 1:
        said += f"；法定退休年龄为{_retires(births.first, possible[0], on)}"
        ends = f"{in_words(on)}尚未到，符合。" if within else f"{in_words(on)}已到。"
    else:
        said += f"；{in_words(on)}为{_years_old(births, on)}"
        ends = "未到法定退休年龄，符合。" if within else "已到法定退休年龄。"
    return met(f"{said}，{ends}", *notes) if within else not_met(f"{said}，{ends}", notes=notes)


def _reckoned(case: Case, params: Params) -> date:
    """The day on which ages are reckoned."""
    on = params.get("on")
    return on if isinstance(on, date) else case.day


def _retires(birth: date, group: Group, on: date) -> str:
    return f"{age_text(birth, group, on)}（{in_words(retirement_day(birth, group, on))}）"


def _leaving(births: Births, possible: tuple[Group, ...], on: date) -> Iterator[str]:
    """Notes for a retirement day that is today, or in this month."""
    for group in possible if births.exact else ():
        leaves = retirement_day(births.first, group, on)
        if leaves == on:
            yield "这一天正好到达法定退休年龄，“以内”按这一天之前算，请向主办方确认。"
        elif (leaves.year, leaves.month) == (on.year, on.month):
            yield f"{in_words(leaves)}到达法定退休年龄，就在本月，请向主办方确认按哪一天算。"


def _open_point(case: Case, results: dict[Group, bool | None]) -> str:
    keys = _missing(case, results)
    if keys == ("birth_date",):
        return "".join(_two_ages(case)) or "要知道出生的具体日期才能判断。"
    asked = {"sex": "性别", "female_category": "岗位类别", "birth_date": "出生的具体日期"}
    differ = "男女" if "sex" in keys else "女性的不同岗位"
    return f"{differ}退休年龄不同，还要知道{'和'.join(asked[key] for key in keys)}。"


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
    return f"{low}周岁" if low == high else f"{low}至{high}周岁"


def _not(value: bool | None) -> bool | None:  # noqa: FBT001 it is the operand
    return None if value is None else not value


def _birthday_today(births: Births, years: int, on: date) -> tuple[str, ...]:
    """The day on which the two ways to count 满N周岁 differ."""
    if not births.exact or birthday(births.first, years) != on:
        return ()
    next_day = in_words(min(on, date.max - timedelta(days=1)) + timedelta(days=1))
    today = f"{in_words(on)}正好是{years}周岁生日，按生日当天即满{years}周岁算"
    return (f"{today}；另有从次日（{next_day}）起算的说法，请向主办方确认。",)


def _two_ages(case: Case) -> tuple[str, ...]:
    age, written = case.person.age, case.person.birth_date
    born = births_of_date(written) if written else None
    if age is None or born is None:
        return ()
    if age_on(born.last, case.day) <= int(age) <= age_on(born.first, case.day):
        return ()
    return ("给出的年龄与出生日期不一致，请核对出生日期。",)


def _too_late(case: Case, since: date | None) -> bool:
    days = [other.date for other in case.dates]
    return since is not None and bool(days) and since > max(days)


def _other_days(case: Case, params: Params, here: bool, there: Holds) -> tuple[str, ...]:  # noqa: FBT001 the outcome compared
    """Notes for the days on which the same rule would, or could, come out otherwise."""
    if case.age_date_stated or "on" in params:
        return ()
    said = f"通知没有写明年龄按哪一天计算；本结论按{in_words(case.day)}算，若按"
    other = [day for day in case.dates if there(day.date) is (not here)]
    if other:
        return (f"{said}{_listed(other)}算，结果相反，请向主办方确认。",)
    unsure = [day for day in case.dates if there(day.date) is None]
    return (f"{said}{_listed(unsure)}算，结果可能不同，请向主办方确认。",) if unsure else ()


def _listed(days: list[OtherDate]) -> str:
    return "、".join(f"{day.label}（{in_words(day.date)}）" for day in days)
