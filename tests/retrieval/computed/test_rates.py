"""What is due for each, times how many are asked about; the money of several prizes."""

from __future__ import annotations

import pytest

from retrieval.computed.prize_sums import prize_money
from retrieval.computed.rates import multiplied
from retrieval.computed.sums import sums

DUE = {
    "days and a rate a day": ("住4天食宿多少钱", "标准为每人每天260元", "4×260=1040元"),
    "people and days": ("3个人住4天一共多少", "标准为每人每天260元", "4×3×260=3120元"),
    "from one day to another, both counted": ("9月21到24号伙食费多少", "每人每天120元", "480元"),
    "steps of ten seconds": ("超时30秒扣几分", "超时每10秒扣0.5分", "3×0.5=1.5分"),
    "nights of the room that is named": (
        "单人间住两晚多少钱",
        "双人间每晚280元、单人间每晚240元",
        "2×240=480元",
    ),
    "Chinese numbers": ("五处全排了几分", "每找出1处并排除得18分", "5×18=90分"),
}
NOT_DUE = {
    "no whole number of steps": ("超时25秒扣几分", "超时每10秒扣0.5分"),
    "points where money is asked": ("2天要多少钱", "每天得5分"),
    "a day of the month is no number of days": ("9月3日的餐费多少", "每人每天260元"),
    "days over the end of a month": ("9月28到10月2号伙食费多少", "每人每天120元"),
    "nothing is counted": ("住宿多少钱一天", "每人每天260元"),
}


@pytest.mark.parametrize(("question", "text", "formula"), DUE.values(), ids=DUE)
def test_what_is_due(question, text, formula):
    found = multiplied(question, [text])
    assert found is not None
    assert formula in found.text


@pytest.mark.parametrize(("question", "text"), NOT_DUE.values(), ids=NOT_DUE)
def test_what_is_not_worked_out(question, text):
    assert multiplied(question, [text]) is None


@pytest.mark.parametrize(
    "texts",
    [
        ["一等奖1名、奖金2000元，二等奖2名、奖金各1200元，三等奖3名、奖金各800元"],
        ["设一等奖1名、二等奖2名、三等奖3名", "一、二、三等奖分别奖励2000元、1200元、800元"],
    ],
)
def test_the_money_of_all_prizes(texts):
    found = prize_money("一二三等奖奖金全加起来多少钱", texts)
    assert found is not None
    assert found.text.endswith("1×2000+2×1200+3×800=6800元。")


def test_prizes_without_amounts_have_no_sum():
    assert prize_money("奖金一共多少", ["一等奖1名、二等奖2名，奖金2000元"]) is None


def test_the_share_of_the_case_that_is_named():
    text = "设职工组的赛项，职工参赛比例不低于50%，不分组的赛项职工参赛比例不低于20%"
    found = sums("不分组的决赛50个人职工最少几个人", text)
    assert found is not None
    assert "10人" in found.text
    assert "25人" not in found.text


def test_a_share_has_the_name_of_the_prize_it_is_for():
    text = "一等奖1名、三等奖3名，另按不超过参赛人数的30%设置优胜奖"
    found = sums("30个人优胜奖几个", text)
    assert found is not None
    assert found.text.endswith("优胜奖最多30×30%=9人")
    assert sums("30个人三等奖几个", text) is None
