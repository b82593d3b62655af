"""Shares of the people a question counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.computed.sums import sums

PRIZES = "决赛一等奖占10%，二等奖15%，三等奖25%"


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (
            "20人参赛一二三等奖各几个",
            PRIZES,
            "按20人计算：一等奖20×10%=2人，二等奖20×15%=3人，三等奖20×25%=5人",
        ),
        ("20人参赛一等奖几个", PRIZES, "按20人计算：一等奖20×10%=2人"),
        ("20人参赛各奖项几个", PRIZES, "一等奖20×10%=2人，二等奖20×15%=3人，三等奖20×25%=5人"),
        ("25人参赛一等奖几个", PRIZES, "25×10%=2.5人（不是整数的，通知未规定如何取整）"),
        ("40人获奖几个", "获奖总人数不超过参赛选手数量的30%设置优胜奖", "优胜奖最多40×30%=12人"),
        ("20队参赛一等奖几个", PRIZES, "按20队计算：一等奖20×10%=2队"),
        ("60人里企业职工几个", "企业职工参赛比例不低于50%", "至少60×50%=30人"),
    ],
)
def test_share(question, text, said):
    assert said in sums(question, text).text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("一等奖几个", PRIZES),
        ("20人参赛，理论占多少", "理论占30%，实操占70%"),
        ("20人参赛几个奖", "设一等奖1名"),
        ("5个人里25个人呢", PRIZES),
        ("16岁几个名额", PRIZES),
    ],
    ids=["no number", "shares of a mark", "no share", "two numbers", "no people"],
)
def test_no_share(question, text):
    assert sums(question, text) is None


def test_a_notice_that_rounds_is_not_called_silent():
    assert "取整" not in sums("25人一等奖几个", PRIZES, rounding=True).text


@given(st.integers(1, 9999), st.integers(1, 100))
def test_the_result_is_exact(count, share):
    found = sums(f"{count}人参赛几个获奖", f"获奖人数占{share}%")
    assert Decimal(found.computed[0]) == Decimal(count) * share / 100
