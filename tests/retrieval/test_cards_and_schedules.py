"""Cards, schedules, measures and earlier editions: answers by what stands in their own words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办第三届清河市“石榴杯”职业技能竞赛的通知

各有关单位：
第二届“石榴杯”竞赛于2024年5月在临川举办，共有73名选手参赛。清河市技能协会定于2026年9月举办第三届清河市“石榴杯”职业技能竞赛。
一、竞赛项目
竞赛设两个项目：刺绣工、陶瓷工。每人限报一个项目。
1.刺绣工。90分钟内完成手帕3幅、香囊2只。
2.陶瓷工。120分钟内完成茶碗4只。
二、报名费用
职工组每人120元，学生组每人60元，社会组每人80元。
三、奖励
职工组设冠军1名，奖金4000元；亚军1名，奖金2500元。
四、日程
环节	时间	地点
各县初赛	5月1日至5月20日	各县
名单报送	6月3日17:00前	协会
授牌仪式	9月20日15:30	文化馆
五、联系
刺绣　工艺部 韦工　13900077701
陶瓷　窑务部 尹工　13900077702
清河市技能协会
2026年3月2日
"""
MOMENT = datetime(2026, 4, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def fair():
    return Desk([read_notice("fair", TEXT.encode())])


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("陶瓷的问题问谁", "13900077702", id="the card of a track"),
        pytest.param("授牌哪天", "9月20日", id="a step by a part of its name"),
        pytest.param("初赛什么时候", "5月1日", id="a step by its stage"),
        pytest.param("名单还能报吗", "6月3日", id="a step by its word"),
        pytest.param("刺绣一共要几幅", "3幅", id="a measure"),
        pytest.param("第二届在哪举办的", "临川", id="where the one before was held"),
        pytest.param("上一届有多少选手", "73名", id="how many the one before had"),
        pytest.param("学生组报名费多少", "60元", id="one of several groups in a sentence"),
    ],
)
def test_what_stands_there_is_said(fair, question, says):
    answer = fair.answer(Question(text=question, notice="fair", as_of=MOMENT))
    assert answer.status in {"answered", "partial"}, answer.text
    assert says in answer.text
    assert answer.citations


@pytest.mark.parametrize("question", ["第二届报名费多少", "上一届在哪天报名截止"])
def test_an_earlier_edition_is_not_answered_from_this_one(fair, question):
    answer = fair.answer(Question(text=question, notice="fair", as_of=MOMENT))
    assert "120元" not in answer.text
    assert "6月3日" not in answer.text


def test_what_goes_on_after_a_semicolon_is_of_the_group_before(fair):
    answer = fair.answer(Question(text="职工组亚军奖金", notice="fair", as_of=MOMENT))
    assert "2500" in answer.text
