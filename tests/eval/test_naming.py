"""Which competition a loosely named question is put to."""

import pytest

from eval.naming import Named, NamingCase, desk_of_all, named, naming_cases, table

CASE = NamingCase(id="x", fits="one", question="冷链那个", as_of="2026-07-01", notices=("cold",))


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (("cold",), "right"),
        ((), "none"),
        (("cold", "other"), "more"),
        (("other",), "wrong"),
    ],
    ids=["the one that is meant", "none", "others, too", "another"],
)
def test_what_is_found_is_compared_with_what_is_meant(found, outcome):
    assert Named(case=CASE, found=found).outcome == outcome


def test_one_of_two_that_fit_is_fewer():
    both = CASE.model_copy(update={"notices": ("cold", "warm")})
    assert Named(case=both, found=("cold",)).outcome == "fewer"


def test_the_table_counts_by_how_many_fit():
    rows = table([Named(case=CASE, found=("cold",)), Named(case=CASE, found=())])
    assert rows.splitlines()[0] == "one: 1/2（none 1）"


@pytest.mark.slow
def test_loosely_named_competitions_are_recognised_among_many():
    cases = naming_cases()
    assert len(cases) >= 300
    found = list(named(desk_of_all(), cases))
    right = sum(each.outcome == "right" for each in found)
    wrong = sum(each.outcome == "wrong" for each in found)
    # 273 and 1 when it was written; 237 and 10 before names were held against each other
    assert right >= 265
    assert wrong <= 4
