"""Regions of many notices, compared with a question once each."""

import pytest

from retrieval.scoping.places import Places

PLACES = Places({"gz": "贵州", "cq": "重庆", "zy": "遵义", "all": None})
EVERY = ("gz", "cq", "zy", "all")


@pytest.mark.parametrize(
    ("text", "ids", "said"),
    [
        ("贵州和重庆的呢", EVERY, ["贵州", "重庆"]),
        ("贵州和重庆的呢", ("gz", "all"), ["贵州"]),
        ("上海的呢", EVERY, []),
        ("", EVERY, []),
    ],
)
def test_a_region_is_said_where_it_stands_in_the_text_and_is_one_of_the_notices(
    text: str, ids: tuple[str, ...], said: list[str]
) -> None:
    assert PLACES.said(text, ids) == said


def test_a_city_lies_within_its_province_and_no_region_in_none() -> None:
    assert PLACES.within({"贵州"}, EVERY) == ("gz", "zy")
    assert PLACES.within({"上海"}, EVERY) == ()


def test_notices_of_a_region_are_those_of_that_name_alone() -> None:
    assert PLACES.of(["贵州"], EVERY) == ("gz",)
    assert PLACES.of([], EVERY) == ()
