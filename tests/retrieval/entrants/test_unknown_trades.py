"""Who tells a trade no notice knows is asked back nothing and refused nothing: who may enter."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办钟表维修技能大赛的通知

一、参赛对象
从事钟表维修及相关工作的在职职工均可报名参赛。
二、报名
报名表于2026年5月8日前发至zhong@example.cn。
三、着装
参赛选手须穿防静电工作服。
"""
NOTICE = read_notice("zhongbiao-2026", TEXT.encode())
AS_OF = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def asked(text):
    desk = Desk([NOTICE])
    return desk.answer(Question(id="q", text=text, as_of=AS_OF, notice=NOTICE.id))


@pytest.mark.parametrize(
    "question",
    ["我是写游戏攻略的，能参加吗", "我是搞爬虫的能不能参加", "我是跑外卖平台数据的可以报名吗"],
)
def test_a_trade_that_is_elsewhere_talk_is_a_question_of_who_may_enter(question):
    answer = asked(question)
    assert answer.status != "out_of_scope"
    assert "在职职工均可报名参赛" in answer.text
    assert "未规定参赛条件" not in answer.text


@pytest.mark.parametrize("question", ["给我写个爬虫", "推荐点游戏攻略"])
def test_talk_is_talk_all_the_same(question):
    assert asked(question).status == "out_of_scope"


@pytest.mark.parametrize("question", ["没有身份证能进场吗", "没带学生证可以进去吗"])
def test_papers_that_tell_who_one_is_are_no_certificates_of_skill(question):
    assert "技能等级" not in asked(question).text


def test_whether_one_may_is_not_that_one_may_not():
    assert "在职职工均可报名参赛" in asked("我是修座钟的能不能参加").text
