"""What a notice says of people by their post, of one of each kind, and what it does not ask for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from knowledge.plain import comparable
from retrieval.desk import Desk
from retrieval.model import Question

LOOM = """关于举办2027年织锦市纺织行业职业技能竞赛的通知

各有关单位：
现将有关事项通知如下。
一、竞赛项目
设挡车工、验布工两个个人项目和“织造班组”一个团队项目。
二、参加人员
（一）职工组：织锦市纺织企业在岗职工；企业负责人、车间主任不参加。
（二）学生组：职业院校在校学生，年满16周岁，所学专业不限。
（三）职工组须年满18周岁。
（四）一名选手最多可同时报名一个个人项目和一个团队项目。
（五）验布工不作证书要求，挡车工须持有上岗证。
三、竞赛办法
（一）因赛场设备故障影响成绩的，可以重做一次；因本队工具故障的，不予重做。
（二）竞赛期间禁止饮酒，违者取消资格。
（三）选手可自带剪刀一把，其他器具统一提供，不得自带。
（四）决赛期间不得连接互联网。
（五）总成绩按理论占30%、操作占70%计算。
四、报名
（一）报名时间为2027年5月6日至5月28日，个人不能自行报名，由所在单位统一填报。
（二）报名后人员变动的，6月2日前可在平台内自行修改。
（三）已按原通知报名的单位，无须重新提交。
五、联络
学生组：织锦职业学院 梅老师 13900000651；职工组：市纺织协会 向老师 13900000652。
织锦市总工会
2027年4月20日
"""
NOW = datetime(2027, 5, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk() -> Desk:
    notice, rules = drafted("loom", LOOM.encode())
    return Desk([notice], rules={"loom": rules})


@pytest.mark.parametrize(
    ("question", "says", "silent_on"),
    [
        ("我是公司老板，能参加吗", ["负责人、车间主任不参加"], []),
        ("服装专业的学生能参加吗，不是纺织专业", ["专业不限"], ["不可以"]),
        (
            "一个人报个人项目又报团队项目可以吗",
            ["一个个人项目和一个团队项目"],
            ["不可以", "不符合"],
        ),
        ("自己队的工具坏了能重来不", ["不予重做"], []),
        ("中间能喝点酒不", ["禁止饮酒"], []),
        ("我能带自己用惯的剪刀吗", ["可自带剪刀"], []),
        ("决赛能上网查资料不", ["不得连接互联网"], []),
        ("我没单位，自己能直接报吗", ["个人不能自行报名"], []),
        ("现在名单还能自己改不", ["6月2日前"], ["不可以"]),
        ("之前按老通知报过名还要重新交吗", ["无须重新提交"], []),
        ("学生组找哪个老师问", ["梅老师"], ["向老师"]),
        ("学生参赛最小几岁", ["16周岁"], ["18周岁"]),
        ("离报名截止还有几天", ["5月28日"], []),
        ("验布工用不用先考个证", ["验布工不作证书要求"], []),
    ],
)
def test_the_sentence_about_such_people_and_things_is_told(desk, question, says, silent_on):
    asked = Question(text=question, notice="loom", as_of=NOW)
    said = comparable(desk.answer(asked).text)
    assert all(comparable(each) in said for each in says), said
    assert not any(comparable(each) in said for each in silent_on), said


def test_only_the_deadline_bars_who_fits_otherwise(desk):
    late = NOW.replace(month=6, day=10)
    text = "我20岁，在织锦市纺织厂上班，能报挡车工吗"
    said = desk.answer(Question(text=text, notice="loom", as_of=late)).text
    assert "报名" in said
    assert "另有不符合之处" not in said
