"""What ends a talk is answered in kind; what is left to an attachment is said to be."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """关于举办盆景制作技能大赛的通知

一、竞赛项目
设盆景制作1个赛项。各赛项决赛安排见附件1。
二、报名
报名截止2026年5月8日。参赛选手不得携带手机进入赛场。
三、联系方式
联系人：季老师，电话：0571-88990011。

附件：1.竞赛日程
"""
NOTICE = read_notice("penjing-2026", TEXT.encode())
AS_OF = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def asked(text, *history):
    turns = tuple(Turn(question=each) for each in history)
    return Desk([NOTICE]).answer(Question(id="q", text=text, as_of=AS_OF, history=turns))


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("再见", "再见"),
        ("拜拜啦！", "再见"),
        ("bye", "Goodbye"),
        ("好的", "好的"),
        ("嗯嗯", "好的"),
        ("知道了，谢谢", "好的"),
        ("got it", "All right"),
    ],
)
def test_a_word_of_parting_repeats_no_answer(said, reply):
    answer = asked(said, "能带手机吗")
    assert answer.text.startswith(reply)
    assert not answer.citations


@pytest.mark.parametrize("question", ["决赛在哪里比", "决赛什么时候"])
def test_the_arrangements_of_a_stage_are_left_to_the_attachment(question):
    answer = asked(question)
    assert (answer.status, answer.reason) == ("not_stated", "in_missing_attachment")
    assert "决赛安排见附件" in answer.text


def test_other_matters_are_not_among_the_arrangements():
    assert asked("决赛有奖金吗").reason == "not_in_notice"
