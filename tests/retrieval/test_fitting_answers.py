"""An answer fits the measure asked for; rows tell what is done; the last day is a deadline."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """关于举办竹编技能大赛的通知

一、参赛条件
从事竹编工作满5年，具备扎实的理论基础。名额之外可带观摩人员，观摩人员不受参赛条件限制。
二、竞赛内容
职业\t规定作品\t自选作品\t总时长
竹编工\t六角提篮\t果盘1件\t150分钟
藤编工\t圆凳\t挂件1件\t120分钟
三、报名
各单位于2026年5月8日前报名。作品照片于5月20日前寄到。
四、奖励
设“巧手”奖6个，各奖价值300元的购物卡。
五、联系方式
联系人：季老师，电话：0571-88990011。
"""
NOTICE = read_notice("zhubian-2026", TEXT.encode())
AS_OF = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def asked(text, *history):
    turns = tuple(Turn(question=each) for each in history)
    return Desk([NOTICE]).answer(Question(id="q", text=text, as_of=AS_OF, history=turns))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("竹编工规定做啥", "六角提篮"),
        ("藤编工要做几个钟头", "120分钟"),
        ("报名最后一天是几号", "5月8日"),
        ("观摩的人有没有年龄限制", "不受参赛条件限制"),
        ("巧手奖的奖品是啥", "购物卡"),
        ("谁能报名", "满5年"),
        ("哪些人可以参加", "满5年"),
    ],
)
def test_the_answer_is_of_the_kind_that_is_asked(question, words):
    answer = asked(question)
    assert answer.status == "answered"
    assert words in answer.text


def test_years_are_no_answer_to_how_many_minutes():
    answer = asked("理论考试多少分钟")
    assert answer.status == "not_stated"
    assert "5年" not in answer.text
