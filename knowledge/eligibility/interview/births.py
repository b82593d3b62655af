"""Days of birth that stand for all others: one for each stretch over which no age rule differs.

Found by trying the rules on some days and halving where they differ, so new kinds of age rules
need nothing here. Tried are a day every ten years and the days around every date and every number
of years among the parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from knowledge.eligibility.ages import OLDEST, add_months, births_of_date

if TYPE_CHECKING:
    from knowledge.eligibility.ages import Births

Sign = Callable[[date], object]
"""What the rules make of someone born on a day."""


def stretches(sign: Sign, day: date, params: Sequence[Any]) -> tuple[date, ...]:
    """The first day of each stretch of births, up to `day`, the earliest first."""
    around = (near for each in _named(params, day) for near in _near(each) if near <= day)
    tried = sorted({*_coarse(day), *around})
    firsts = [tried[0]]
    for low, high in pairwise(tried):
        firsts += _turns(sign, low, high)
    return tuple(firsts)


def _coarse(day: date) -> Iterator[date]:
    return (add_months(day, -12 * years) for years in range(0, min(OLDEST, day.year - 1), 10))


def _named(params: Sequence[Any], day: date) -> Iterator[date]:
    """The dates among the parameters, and the birthdays their numbers of years lead to."""
    for value in params:
        if isinstance(value, datetime):
            yield value.date()
        elif isinstance(value, date):
            yield value
        elif isinstance(value, str):
            yield from births_of_date(value) or ()
        elif isinstance(value, (int, float)) and 0 < value < min(OLDEST, day.year - 1):
            yield add_months(day, -12 * int(value))
            yield add_months(day, -12 * (int(value) + 1))


def _near(day: date) -> Iterator[date]:
    return (date.fromordinal(max(1, day.toordinal() + days)) for days in (-1, 0, 1))


def _turns(sign: Sign, low: date, high: date) -> list[date]:
    """The day between two at which the sign becomes another, if it does."""
    before, after = sign(low), sign(high)
    if before == after:
        return []
    while high - low > timedelta(1):
        middle = low + (high - low) // 2
        found = sign(middle)
        if found not in (before, after):
            return [*_turns(sign, low, middle), *_turns(sign, middle, high)]
        low, high = (middle, high) if found == before else (low, middle)
    return [high]


def within(firsts: Sequence[date], births: Births) -> tuple[date, ...]:
    """One day of each stretch among the days on which a person may have been born."""
    inner = [day for day in firsts if births.first < day <= births.last]
    return (births.first, *inner)
