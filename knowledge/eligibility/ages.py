"""Ages and the days on which they are reached (满N周岁).

满N周岁 is reached on the N-th birthday, the everyday and administrative reading; one
criminal-law interpretation (法释〔2006〕1号, art. 2) counts from the day after. A birthday the year
lacks (29 Feb) falls on the last day of the month.

>>> add_months(date(2008, 2, 29), 12 * 16 + 12)
datetime.date(2025, 2, 28)
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from knowledge import lazy_re

_PARTS = lazy_re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
OLDEST = 130


class Births(NamedTuple):
    """The days on which a person may have been born; one day if it is known."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether the day of birth is known."""
        return self.first == self.last


def add_months(day: date, months: int) -> date:
    """The same day `months` later, the last of the month where that day is lacking.

    Beyond the calendar of Python it is the calendar's first or last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_words(day: date) -> str:
    """A day as it is written in a sentence.

    >>> in_words(date(2026, 6, 1))
    '2026年6月1日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def birthday(birth: date, years: int) -> date:
    """The day on which someone born on `birth` turns `years`."""
    return add_months(birth, years * 12)


def age_on(birth: date, day: date) -> int:
    """Full years on `day`.

    >>> age_on(date(2010, 6, 10), date(2026, 6, 9)), age_on(date(2010, 6, 10), date(2026, 6, 10))
    (15, 16)
    """
    years = day.year - birth.year
    return years - (birthday(birth, years) > day)


def births_of_date(written: str) -> Births | None:
    """`1995-03-02`, `1995-03` or `1995` as days; None if there is no such day."""
    parts = _PARTS.fullmatch(written)
    if parts is None:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Births(first, first)
    return Births(first, add_months(first, 1 if month else 12) - timedelta(days=1))


def births_of_age(age: float, on: date) -> Births | None:
    """The days of birth of someone who is `age` full years old on `on`."""
    years = int(age)
    if not 0 <= years < OLDEST:
        return None
    return Births(_last_turned(years + 1, on) + timedelta(days=1), _last_turned(years, on))


def _last_turned(years: int, on: date) -> date:
    """The youngest who have turned `years` by `on`; on 28 Feb those of a 29th may be among them."""
    day = add_months(on, -12 * years)
    leap = min(day, date.max - timedelta(days=1)) + timedelta(days=1)
    return leap if birthday(leap, years) <= on else day


def reached(births: Births, years: int, on: date) -> bool | None:
    """Whether `years` are reached on `on`; None if that depends on the day of birth."""
    if birthday(births.last, years) <= on:
        return True
    return None if birthday(births.first, years) <= on else False
