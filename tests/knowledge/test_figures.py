"""Numbers of days, hours, money and lengths in figures."""

from __future__ import annotations

import pytest

from knowledge.figures import figures, number, replaced
from knowledge.plain import comparable


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("八月十八日截止", "8月18日截止"),
        ("十月十六日至十八日", "10月16日至18日"),
        ("二〇二六年十一月三十日前", "2026年11月30日前"),
        ("九月十日十八时前", "9月10日18时前"),
        ("十三时三十分开始", "十三时30分开始"),
        ("每队七千二百元", "每队7200元"),
        ("建设补助两万元", "建设补助2万元"),
        ("三十公里以上", "30公里以上"),
    ],
)
def test_written_numbers(text: str, made: str) -> None:
    assert figures(text) == made


@pytest.mark.parametrize(
    "text",
    ["一元二次方程", "三元区代表队", "一月份", "提前五日内", "第二十元", "多元智能", "三名选手"],
)
def test_left_as_they_are(text: str) -> None:
    assert figures(text) == text


@pytest.mark.parametrize(("numeral", "value"), [("九千零五", 9005), ("二百一十", 210), ("十", 10)])
def test_numbers(numeral: str, value: int) -> None:
    assert number(numeral) == value


def test_places_lead_back() -> None:
    made, at = replaced("于八月十八日发一百二十元")
    start = made.index("120")
    assert (at[start], at[start + 2] + 1) == (7, 11)
    assert len(made) == len(at)


def test_both_spellings_compare() -> None:
    assert comparable("八月二十八日") == comparable("8月28日")
