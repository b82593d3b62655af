"""Too short a time at a thing, and papers that run out too early: both sides of each boundary."""

from __future__ import annotations

import pytest

from retrieval.question.expiring import runs_out
from retrieval.question.served import too_short


@pytest.mark.parametrize(
    ("question", "part", "short"),
    [
        ("会员登记刚两个月能不能参加", "须会员登记满3个月", True),
        ("会员登记三个月了能不能参加", "须会员登记满3个月", False),
        ("当组长一年半了,想报名", "须担任组长满2年", True),
        ("当组长半年能报吗", "担任组长满6个月", False),
        ("当组长半年能报吗", "担任组长满7个月以上", True),
        ("当组长两年多能报吗", "担任组长满3年", False),
        ("干绿化两年能报吗", "担任组长满3年", False),
        ("还有两个月当组长满期能报吗", "担任组长满3年", False),
        ("当组长两年能报吗", "担任组长满3年或者持有高级工证书", False),
        ("当组长两年,干绿化一年能报吗", "担任组长满3年", False),
        ("当组长2024年的能报吗", "担任组长满3年", False),
    ],
    ids=[
        "a month too short",
        "just enough",
        "a year and a half",
        "half a year is six months",
        "not seven",
        "more than two may be three",
        "another thing",
        "what is left",
        "another way in",
        "of two times nobody knows which",
        "a year of the calendar",
    ],
)
def test_a_time_is_too_short(question, part, short):
    assert too_short(question, part) is short


@pytest.mark.parametrize(
    ("question", "part", "out"),
    [
        ("电工证7月14号到期行吗", "电工证有效期须至2027年7月15日", True),
        ("电工证7月15号到期行吗", "电工证有效期须至2027年7月15日", False),
        ("电工证7月到期行吗", "电工证有效期须至2027年7月15日", False),
        ("电工证2026年12月过期了行吗", "电工证有效期须至2027年7月15日", True),
        ("合同6月到期行吗", "电工证有效期须至2027年7月15日", False),
        ("电工证6月到期行吗", "6月30日前报送电工证", False),
    ],
    ids=["a day before", "the day", "some day of the month", "a year before", "another", "no term"],
)
def test_a_paper_runs_out_before_the_day(question, part, out):
    assert runs_out(question, part, 2027) is out
