"""What is paid back, or left to pay, of a price that is told elsewhere."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

AS_OF = datetime(2027, 3, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办柳溪市冷链行业职业技能竞赛的通知

各有关单位：

定于2027年10月举办柳溪市冷链行业职业技能竞赛，现就有关事项通知如下：

一、参赛费

类别	预赛费	决赛费
团体赛职工组	每队400元	每队2500元
个人赛学生组	每人100元	每人800元

会员单位的决赛费按八折收取，预赛费不打折。乡村振兴重点帮扶县的院校减半收取全部费用。

二、押金

个人项目不收取押金。团队项目每队交纳押金1200元，跨单位联队每队600元。9月5日前书面退赛的，押金退还50%。

三、退费

进入决赛后退赛的，9月11日前申请退还决赛费的70%，逾期不退。

四、联系方式

报名：邬老师，13900082001

柳溪市商务局
2027年3月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("cold", TEXT.encode())])


def said(desk: Desk, text: str) -> str:
    return desk.answer(Question(text=text, notice="cold", as_of=AS_OF)).text


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        pytest.param("我们是会员单位，团体赛职工组决赛一队交多少", "2500×0.8=2000元", id="a kind"),
        pytest.param("帮扶县的院校，个人赛学生组决赛一人交多少", "800×0.5=400元", id="half of it"),
        pytest.param("个人赛学生组进了决赛，9月11号退赛能退多少钱", "800×70%=560元", id="the day"),
        pytest.param("我们不是联队，9月1号退赛押金能退多少钱", "1200×50%=600元", id="a sentence"),
    ],
)
def test_the_share_is_worked_out(desk: Desk, question: str, formula: str) -> None:
    assert formula in said(desk, question)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("我们不是会员，团体赛职工组决赛一队交多少", id="not of the kind"),
        pytest.param("我们是会员单位，团体赛职工组预赛一队交多少", id="of another stage"),
        pytest.param("个人赛学生组进了决赛，9月12号退赛能退多少钱", id="a day too late"),
        pytest.param("团体赛职工组决赛一队交多少", id="of no kind"),
    ],
)
def test_nothing_is_worked_out_otherwise(desk: Desk, question: str) -> None:
    assert "×" not in said(desk, question)


def test_what_is_free_for_some_costs_others(desk: Desk) -> None:
    assert "1200元" in said(desk, "团队项目押金多少钱")
