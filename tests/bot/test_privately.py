"""Which questions of a group are about one person."""

from __future__ import annotations

from datetime import date

import pytest

from bot.privately import personal

DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    "text",
    [
        "我17岁，能参加吗", "17岁能参加吗", "我是学生，可以报名吗", "我儿子在读高职，能报名吗",
        "我能报哪些比赛？",
    ],
)  # fmt: skip
def test_of_one_person(text):
    assert personal(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "报名截止到什么时候？", "学生能参加吗", "我们单位报名发到哪个邮箱", "年龄有什么要求",
        "费用", "你好", "",
    ],
)  # fmt: skip
def test_of_everybody(text):
    assert not personal(text, DAY)
