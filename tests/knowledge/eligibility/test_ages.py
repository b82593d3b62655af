"""Ages and the statutory retirement age, with the anchors of the Decision of 2024-09-13."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.eligibility.ages import Births, add_months, age_on, births_of_age, reached
from knowledge.eligibility.retirement import (
    IN_FORCE,
    MEN,
    WOMEN_50,
    WOMEN_55,
    before_retirement,
    months_old,
    retirement_day,
)

NEW, OLD = date(2026, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("group", "born", "years", "months", "leaves"),
    [
        (MEN, (1964, 12), 60, 0, (2024, 12)),
        (MEN, (1965, 1), 60, 1, (2025, 2)),
        (MEN, (1965, 4), 60, 1, (2025, 5)),
        (MEN, (1965, 5), 60, 2, (2025, 7)),
        (MEN, (1966, 1), 60, 4, (2026, 5)),
        (MEN, (1967, 5), 60, 8, (2028, 1)),
        (MEN, (1976, 8), 62, 11, None),
        (MEN, (1976, 9), 63, 0, None),
        (MEN, (1999, 9), 63, 0, None),
        (WOMEN_55, (1969, 12), 55, 0, None),
        (WOMEN_55, (1970, 1), 55, 1, None),
        (WOMEN_55, (1971, 4), 55, 4, (2026, 8)),
        (WOMEN_55, (1974, 10), 56, 3, None),
        (WOMEN_55, (1981, 8), 57, 11, None),
        (WOMEN_55, (1981, 9), 58, 0, None),
        (WOMEN_50, (1974, 12), 50, 0, None),
        (WOMEN_50, (1975, 1), 50, 1, None),
        (WOMEN_50, (1975, 3), 50, 2, (2025, 5)),
        (WOMEN_50, (1975, 11), 50, 6, (2026, 5)),
        (WOMEN_50, (1984, 10), 54, 11, None),
        (WOMEN_50, (1984, 11), 55, 0, None),
    ],
)
def test_anchor(group, born, years, months, leaves):
    birth = date(*born, 15)
    assert divmod(months_old(birth, group, NEW), 12) == (years, months)
    if leaves:
        day = retirement_day(birth, group, NEW)
        assert (day.year, day.month, day.day) == (*leaves, 15)


@pytest.mark.parametrize(("group", "base"), [(MEN, 60), (WOMEN_55, 55), (WOMEN_50, 50)])
def test_before_2025_the_old_ages_hold(group, base):
    assert months_old(date(1976, 9, 1), group, OLD) == base * 12
    assert months_old(date(1984, 11, 1), group, IN_FORCE) > base * 12


def test_within_means_before_the_retirement_day():
    birth = date(1966, 1, 31)
    leaves = retirement_day(birth, MEN, NEW)
    assert leaves == date(2026, 5, 31)
    once = Births(birth, birth)
    assert before_retirement(once, MEN, leaves - timedelta(days=1)) is True
    assert before_retirement(once, MEN, leaves) is False


def test_a_retirement_day_the_month_lacks_is_its_last():
    assert retirement_day(date(1966, 10, 31), MEN, NEW) == date(2027, 4, 30)


@pytest.mark.parametrize(
    ("birth", "day", "years"),
    [
        (date(2010, 6, 10), date(2026, 6, 9), 15),
        (date(2010, 6, 10), date(2026, 6, 10), 16),
        (date(2008, 2, 29), date(2025, 2, 27), 16),
        (date(2008, 2, 29), date(2025, 2, 28), 17),
        (date(2008, 2, 29), date(2024, 2, 28), 15),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
    ],
)
def test_age_on_a_day(birth, day, years):
    assert age_on(birth, day) == years


@settings(deadline=None)
@given(st.integers(0, 120), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_an_age_and_its_days_of_birth_agree(age, on):
    births = births_of_age(age, on)
    assert age_on(births.first, on) == age_on(births.last, on) == age
    assert age_on(births.first - timedelta(days=1), on) == age + 1
    assert reached(births, age, on) is True
    assert reached(births, age + 1, on) is False


@settings(deadline=None)
@given(st.dates(date(1940, 1, 1), date(2010, 1, 1)))
def test_the_retirement_day_never_comes_earlier_for_the_younger(birth):
    for group in (MEN, WOMEN_55, WOMEN_50):
        later = retirement_day(birth + timedelta(days=1), group, NEW)
        assert retirement_day(birth, group, NEW) <= later


def test_add_months_over_the_end_of_the_year():
    assert add_months(date(2025, 12, 31), 2) == date(2026, 2, 28)
