"""Statutory retirement age (法定退休年龄).

Source: 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13), in force from
2025-01-01; before that day 国发〔1978〕104号: men 60, women 55 (managerial and technical posts) or
50 (workers). A flexible date a person may choose (up to three years earlier or later) does not
change the statutory age. The table works by month of birth; the retirement day is the day of
birth plus that age.

>>> age_text(date(1971, 4, 9), WOMEN_55, date(2026, 6, 1))
'55周岁零4个月'
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from knowledge.eligibility.ages import Births, add_months

IN_FORCE = date(2025, 1, 1)
Sex = Literal["男", "女"]
Category = Literal["worker", "cadre"]


class Group(NamedTuple):
    """A line of the table: from births in `start` on, a month more for each `band` months."""

    base: int
    start: date
    band: int
    most: int


MEN = Group(60, date(1965, 1, 1), 4, 36)
WOMEN_55 = Group(55, date(1970, 1, 1), 4, 36)
WOMEN_50 = Group(50, date(1975, 1, 1), 2, 60)


def groups(sex: Sex | None, category: Category | None) -> tuple[Group, ...]:
    """The groups a person may belong to; several where sex or post type is unknown."""
    women = {"worker": (WOMEN_50,), "cadre": (WOMEN_55,), None: (WOMEN_50, WOMEN_55)}[category]
    if sex is None:
        return (MEN, *women)
    return (MEN,) if sex == "男" else women


def delay(birth: date, group: Group) -> int:
    """Months by which the age is later than the base, under the law in force from 2025."""
    months = (birth.year - group.start.year) * 12 + birth.month - group.start.month
    return 0 if months < 0 else min(months // group.band + 1, group.most)


def months_old(birth: date, group: Group, as_of: date) -> int:
    """The statutory retirement age in months, by the law that holds on `as_of`."""
    return group.base * 12 + (delay(birth, group) if as_of >= IN_FORCE else 0)


def age_text(birth: date, group: Group, as_of: date) -> str:
    """The age in words: 60周岁零1个月."""
    years, months = divmod(months_old(birth, group, as_of), 12)
    return f"{years}周岁零{months}个月" if months else f"{years}周岁"


def retirement_day(birth: date, group: Group, as_of: date) -> date:
    """The day on which the statutory age is reached, by the law that holds on `as_of`."""
    return add_months(birth, months_old(birth, group, as_of))


def before_retirement(births: Births, group: Group, as_of: date) -> bool | None:
    """法定退休年龄以内: before the retirement day; None if that depends on the day of birth."""
    if as_of < retirement_day(births.first, group, as_of):
        return True
    return None if as_of < retirement_day(births.last, group, as_of) else False
