"""What leads to a list is not shown alone; what a clause goes on to say belongs to it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

BAKERY = """关于举办苔岭县第二届面点烘焙技能大赛的通知
各有关单位：
定于2027年5月举办苔岭县第二届面点烘焙技能大赛。
一、比赛时间和地点
（一）决赛时间：2027年5月20日至22日。
（二）地点：苔岭县文化中心；其中裱花师在县食品产业园。
二、比赛项目
设面点师、裱花师、烘焙师3个项目，见下表：
项目	人数
面点师	单人
裱花师	单人
烘焙师	双人
理论占20%，实操占80%。
三、参赛对象
（一）苔岭县餐饮行业协会会员单位员工。
（二）有以下情况者不能报名：
1.第一届大赛同一项目第一名；
2.本届大赛的评委。
（三）一人只报一个项目，重复报名的以最先报名的为准。
四、报名
（一）时间：自2027年4月1日起至2027年4月30日止。
（二）报名后不得无故退赛；确需退赛的，应在赛前2天书面说明。
五、奖励
类别	一等奖	二等奖
个人项目	1名，1600元	2名，900元
双人项目	1队，2600元	2队，1500元
六、纪律
手机一律放入指定保管柜，选手着工装入场。
七、联系
丁老师，13900099901。
苔岭县餐饮行业协会
2027年3月15日
"""
MOMENT = datetime(2027, 4, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("bakery", BAKERY.encode())])


def said(desk: Desk, text: str) -> str:
    return desk.answer(Question(text=text, notice="bakery", as_of=MOMENT)).text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("裱花师在哪比", "县食品产业园", id="the place of one track"),
        pytest.param("报名截止哪天", "2027年4月30日", id="from a day to another"),
        pytest.param("退赛怎么办", "书面说明", id="what goes on after a semicolon"),
        pytest.param("报两个项目会怎样", "最先报名的为准", id="more than one track"),
        pytest.param(
            "评委能参赛吗", "不能报名：本届大赛的评委", id="an item after what leads to it"
        ),
        pytest.param("二等奖多少钱", "1500元", id="a column for a prize"),
        pytest.param("一等奖奖金", "1600元", id="a column for a prize, without a question word"),
        pytest.param("手机能带进去吗", "保管柜", id="telephones are no tools"),
        pytest.param("决赛还有几天", "还有30天", id="days left, not days long"),
        pytest.param("没交会费的非会员单位能报吗", "会员单位员工", id="who may, not what leads on"),
    ],
)
def test_it_is_told(desk, question, says):
    assert says in said(desk, question)


def test_what_leads_to_a_table_leads_to_no_sentence_behind_it(desk):
    assert "见下表" not in said(desk, "理论占多少")


def test_days_left_are_not_counted_as_days_long(desk):
    assert "共3天" not in said(desk, "决赛还有几天")


def test_a_lost_certificate_is_not_answered_by_who_has_one(desk):
    assert "未规定" in said(desk, "证书丢了怎么办")
