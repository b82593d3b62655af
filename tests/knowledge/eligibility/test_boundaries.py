"""Every number in a bundled rule has a case exactly on it and one just beyond it.

What must be there is derived from the rules' own parameters; the cases stand in cases/*.yaml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

import pytest

from knowledge.eligibility.ages import birthday
from knowledge.eligibility.capacity import group_capacity
from knowledge.eligibility.person import read_person
from knowledge.eligibility.retirement import MEN, WOMEN_50, WOMEN_55, groups, retirement_day

from .conftest import all_cases, at, person_of

SECOND = timedelta(seconds=1)


class Point(NamedTuple):
    """A place beside a boundary: what it is called, who stands there, how it comes out."""

    name: str
    stands: Callable
    outcome: str


def ages(params, births_day) -> Iterator[Point]:
    for off, outcome in ((-1, "not_met"), (0, "met"), (1, "met")):
        day = timedelta(days=off)
        yield Point(
            f"{off:+} day of {params['years']}",
            lambda person, moment, day=day: births_day(person, moment) == day,
            outcome,
        )


def age_at_least(params):
    def since(person, moment):
        born = person.births(moment.date())
        return moment.date() - birthday(born.first, params["years"]) if known(born) else None

    return ages(params, since)


def known(born):
    return born is not None and born.exact


def within_retirement(_params):
    for group in (MEN, WOMEN_55, WOMEN_50):
        for off, outcome in ((-1, "met"), (0, "not_met"), (1, "not_met")):

            def stands(person, moment, group=group, off=off):
                born, day = person.births(moment.date()), moment.date()
                own = groups(person.sex, person.female_category) == (group,)
                return own and known(born) and day == leaves(born, group, day) + timedelta(off)

            yield Point(f"{off:+} day of {group.base}", stands, outcome)


def leaves(born, group, day):
    return retirement_day(born.first, group, day)


def certificate_or_years(params):
    level, years = params["level"], params["years"]

    def has(wanted_level, low, high):
        return lambda person, _: (
            person.certificate_level == wanted_level
            and person.years_experience is not None
            and low <= person.years_experience <= high
        )

    yield Point(f"level {level}", has(level, 0, years - 0.1), "met")
    yield Point(f"level {level + 1}", has(level + 1, 0, years - 0.1), "not_met")
    yield Point(
        f"{years} years", lambda p, _: no_certificate(p) and p.years_experience == years, "met"
    )
    yield Point("just below", has(level + 1, years - 0.1, years - 0.01), "not_met")


def no_certificate(person):
    return person.certificate_level == 0


def unit_quota(params):
    limit = params["limit"]
    for entered, outcome in ((limit - 1, "met"), (limit, "not_met")):
        yield Point(
            f"{entered} entered",
            lambda p, _, entered=entered: p.unit_entries_same_group == entered,
            outcome,
        )
    for asked, outcome in ((limit, "met"), (limit + 1, "not_met")):
        yield Point(
            f"{asked} asked for",
            lambda p, _, asked=asked: bool(p.unit_entries) and counted(p, params["per"]) == asked,
            outcome,
        )


def counted(person, per):
    if per == "track":
        return sum(person.unit_entries.values())
    who = "student" if person.identity == "student" else "worker"
    return sum(n for name, n in person.unit_entries.items() if group_capacity(name) == who)


def team_size(params):
    for size, outcome in ((params["size"], "met"), (params["size"] + 1, "not_met")):
        yield Point(f"team of {size}", lambda p, _, size=size: p.team_size == size, outcome)


def at_most(params):
    key, limit = params["key"], params["limit"]
    for number, outcome in ((limit, "met"), (limit + 1, "not_met")):
        yield Point(f"{number}", lambda p, _, number=number: getattr(p, key) == number, outcome)


def last_moment(day: date) -> datetime:
    """The last second that counts; a day without an hour counts to its end."""
    if isinstance(day, datetime):
        return day
    return at(day) + timedelta(days=1) - SECOND


def deadline(params, key="at"):
    last = last_moment(params[key])
    yield Point("last second", lambda p, m: p.submitted is None and m == last, "met")
    yield Point(
        "a second later", lambda p, m: p.submitted is None and m == last + SECOND, "not_met"
    )


def not_over(params):
    return deadline(params, "last")


POINTS = {
    "age_at_least": age_at_least,
    "within_retirement": within_retirement,
    "certificate_or_years": certificate_or_years,
    "unit_quota": unit_quota,
    "team_size": team_size,
    "at_most": at_most,
    "deadline": deadline,
    "not_over": not_over,
}
NUMBERLESS = {
    *(
        "place",
        "school",
        "identity",
        "groups",
        "facts",
        "any_fact",
        "open_fact",
        "one_track",
    ),
    *(
        "single_identity",
        "not_adviser",
        "entered_by_unit",
        "team_within_unit",
        "channel",
        "when_given",
        "note",
    ),
    *("barred_honours", "barred_roles", "unit", "category", "unit_fact", "account"),
    *("worker_share", "entries"),
}
"""Checks without a number to stand on; the last two count a whole roster, not one person."""


@pytest.fixture(scope="module")
def tried(run):
    """By notice and rule: every person, moment and outcome of the cases."""
    found = defaultdict(list)
    for sheet, case in all_cases():
        moment = at(case.get("as_of", sheet["as_of"]))
        facts = person_of(sheet, case)
        verdict = run(sheet["notice"], facts, moment.isoformat(), case.get("track"))
        for finding in verdict.findings:
            one = (read_person(facts)[0], moment, finding.outcome)
            found[sheet["notice"], finding.rule].append(one)
    return found


def test_every_check_of_the_bundled_rules_is_looked_at(rules):
    used = {rule.check for its in rules.values() for rule in its.rules}
    assert used <= set(POINTS) | NUMBERLESS
    assert set(POINTS) <= used


def test_there_are_cases_enough():
    assert len(all_cases()) >= 400


def test_every_number_has_a_case_on_it_and_one_beyond(rules, tried):
    looked_at, lacking = 0, []
    for notice, its in rules.items():
        for rule in its.rules:
            for point in POINTS.get(rule.check, lambda _: ())(rule.params):
                looked_at += 1
                there = [out for who, m, out in tried[notice, rule.id] if point.stands(who, m)]
                if point.outcome not in there:
                    lacking.append((notice, rule.id, point.name))
    assert looked_at > 80
    assert not lacking
