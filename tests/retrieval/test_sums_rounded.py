"""Shares rounded as the notice rounds them, multiples of a prize, items a list does not have."""

from __future__ import annotations

import pytest

from retrieval.computed.sums import rounding_of, sums
from retrieval.computed.worked import doubled


@pytest.mark.parametrize(
    ("notice", "rule"),
    [
        ("人数四舍五入取整，不足1个的按1个计", "四舍五入"),
        ("计算结果含小数的向上取整", "向上取整"),
        ("小数部分舍去尾数", "向下取整"),
        ("四舍五入；学生组向上取整", ""),
        ("只取整", ""),
        ("按10%设一等奖", None),
    ],
)
def test_the_rule_of_a_notice(notice, rule):
    assert rounding_of(notice) == rule


@pytest.mark.parametrize(
    ("rule", "ends"),
    [("四舍五入", "为3队"), ("向上取整", "为3队"), ("向下取整", "为2队"), ("", "2.5队")],
)
def test_a_row_of_shares_is_read_with_its_row_of_prizes(rule, ends):
    text = "按决赛队数的10%、20%、30%评定一、二、三等奖"
    found = sums("来了25队，一等奖几个", text, rounding=rule)
    assert found is not None
    assert "一等奖25×10%=2.5队" in found.text
    assert found.text.endswith(ends)


def test_a_whole_number_is_not_rounded():
    found = sums("来了20人，金奖几个", "按5%、15%、25%评选金、银、铜奖", rounding="向上取整")
    assert found is not None
    assert found.text.endswith("金奖20×5%=1人")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["一等奖500元，二等奖300元", "团队赛奖金加倍"], "500×2=1000元"),
        (["一等奖8000元", "按上述标准的2倍发给团队"], "8000×2=16000元"),
        (["一等奖8000元"], None),
        (["二等奖8000元", "奖金加倍"], None),
    ],
)
def test_a_multiple_of_a_prize(texts, said):
    found = doubled("一等奖一共多少钱", texts)
    assert (found and said and said in found.text) or (found is None and said is None)
