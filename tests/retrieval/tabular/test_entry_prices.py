"""One price of a table whose rows are what is entered and whose columns are kinds of payers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn
from retrieval.tabular.entry_names import entries_named

TEXT = """关于举办临渊省冷链行业职业技能竞赛的通知
各会员单位：
现将有关事项通知如下。
一、竞赛项目
设冷库运维（个人赛）、冷链配送（团体赛）两个项目。
二、费用
预赛不收费。决赛收取参赛费：
| 类别 | 会员单位 | 非会员单位 |
| --- | --- | --- |
| 个人赛（每人） | 320元 | 480元 |
| 团体赛（每队） | 900元 | 1300元 |
| 现场观摩（每人） | 100元 | 150元 |
三、奖励
个人赛设一等奖2名，奖金每人2500元。
临渊省冷链协会
2026年5月6日
"""
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ALL = {"320", "480", "900", "1300", "100元", "150"}
ASKED = {
    "no member, a team": (["我们没入协会，团队一队交多少钱"], {"1300"}),
    "a member, by himself": (["会员单位，单人交多少钱"], {"320"}),
    "a number of people is no entry": (["我们是会员，团体赛一个人交多少"], {"900"}),
    "no kind of payer": (["观摩一个人交多少钱"], {"100元", "150"}),
    "no entry": (["非会员要交多少钱"], {"480", "1300", "150"}),
    "how far two columns lie apart": (["会员和非会员团体赛费用差多少"], {"900", "1300", "400"}),
    "how far two rows lie apart": (["会员单位团体比个人贵多少"], {"900", "320", "580"}),
    "another entry of the same payer": (["我们不是会员，个人赛交多少钱", "团队的呢"], {"1300"}),
    "another payer of the same entry": (["团体赛交多少钱", "非会员呢"], {"1300"}),
    "the fee by its name": (["非会员参赛费多少"], {"480", "1300", "150"}),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("ly-2026", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_the_prices_that_are_meant_and_no_others(case, desk):
    typed, said = ASKED[case]
    turns: list[Turn] = []
    for text in typed:
        asked = Question(text=text, notice="ly-2026", as_of=NOON, history=tuple(turns))
        found = desk.answer(asked)
        turns.append(Turn(question=text, held=found.held))
    told = found.text.partition("按：")[0]
    assert found.status == "answered"
    assert all(each in told for each in said), told
    assert not any(each in told for each in ALL - said), told
    assert "2500" not in told


def test_money_of_another_matter_is_no_price_of_an_entry(desk):
    found = desk.answer(Question(text="个人赛一等奖多少钱", notice="ly-2026", as_of=NOON))
    assert "2500" in found.text
    assert "320" not in found.text


def test_rows_of_one_name_are_not_told_apart():
    assert entries_named({0: "个人", 1: "个人"}, "个人多少钱") == ()
