"""The act that is asked about and its object must stand in an answer; else the notice is silent."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from knowledge.plain import comparable
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.apart import apart
from retrieval.question.asked import asked
from retrieval.question.demands import demands
from retrieval.question.lexicon import words
from retrieval.question.thing import thing

NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办石桥县面塑技能竞赛的通知
各有关单位：
现将有关事项通知如下：
一、项目
竞赛设面塑、糖画两个项目。面塑选手应具有面塑师五级以上证书。
二、安排
初赛在县文化馆举行，初赛成绩不计入总成绩。决赛于2026年8月9日在石桥职业学校举行。
三、报名
报名截止时间为2026年6月1日。赛程冲突的不作调整。
四、器材
刮刀由承办单位统一提供，围裙自备。现场设裁判5名，由裁判长分工。
五、奖励
各项目第一名授予“石桥工匠”称号，颁发奖状。第二名年龄在30周岁以下的，推荐为青年能手候选人。
"""
SILENT = [
    "初赛断网了能重考吗",
    "报名以后想换个人可以吗",
    "能不能换项目",
    "奖状会寄吗",
    "会统一发队服吗",
    "裁判怎么选出来的",
    "报名人太少比赛会取消吗",
    "考几分才算及格",
    "有没有男女比例要求",
    "一个老师最多带几个学生",
    "糖画要不要等级证",
]
ANSWERED = [
    ("初赛成绩算进总成绩吗", "不计入"),
    ("初赛在哪里举行", "文化馆"),
    ("面塑要不要等级证", "五级"),
]
HOLDS = [
    ("选手能换吗", "确需更换选手的须书面申请", "赛程冲突的不作调整"),
    ("裁判从哪来", "裁判从省裁判员库中抽取", "裁判长宣布成绩"),
    ("题库公不公开", "题库于赛前公布", "理论考试60分钟"),
    ("考哪本教材", "以《面塑师》教程为准", "理论考试满分100分"),
    ("现场有几台烤箱", "配备烤箱6台", "现场设备由裁判检查"),
    ("能落户吗", "获奖者可以申请落户", "按人才政策奖励"),
    ("考试是用电脑还是纸质的", "理论采用机考方式", "纸质报名表在报到时提交"),
    ("会发队服吗", "参赛服装由组委会统一发放", "围裙由选手自备,刮刀统一提供"),
]


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("act", TEXT.encode())])


@pytest.mark.parametrize("question", SILENT)
def test_nothing_is_answered_by_a_sentence_on_something_near(desk, question):
    answer = desk.answer(Question(text=question, notice="act", as_of=NOON))
    assert answer.reason == "not_in_notice", answer.text


@pytest.mark.parametrize(("question", "said"), ANSWERED)
def test_what_is_told_is_answered(desk, question, said):
    answer = desk.answer(Question(text=question, notice="act", as_of=NOON))
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize(("question", "holds", "lacks"), HOLDS)
def test_an_answer_holds_the_act(question, holds, lacks):
    wanted = demands().of(comparable(question))
    assert wanted
    assert demands().met(wanted, comparable(holds))
    assert not demands().met(wanted, comparable(lacks))


def test_how_old_one_may_be_is_not_told_by_whom_an_honour_is_for():
    read = asked("参赛年龄有没有上限", words())
    near = comparable("第二名年龄在30周岁以下的，推荐为青年能手候选人。")
    own = comparable("选手年龄不超过50周岁。")
    businesses = apart().asked(read.plain, read.concepts)
    assert apart().of_those(businesses, near)
    assert not apart().of_those(businesses, own)


def test_whose_a_thing_is_does_not_stand_for_the_thing():
    found = thing(asked("队员体重有没有限制", words()), words())
    assert found is not None
    assert found.runs == ("体重",)
    assert not found.concepts
