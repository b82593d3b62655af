"""Whom to call: no complaint line, but the contact where nothing names one for the matter."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.asked import asked
from retrieval.question.lexicon import words

TEXT = """关于举办白河市面食制作技能竞赛的通知
一、报名
（一）填写报名表，加盖单位公章后发至报名邮箱。个体经营者无公章的，以营业执照复印件代替。
（二）未满18周岁的须提交监护人同意书。
（三）每个区县限推荐2队。
二、监督
监督电话：0587-5550119。
三、赛点
赛点 | 覆盖区县 | 日期
一号赛点 | 青禾县 | 8月8日
二号赛点 | 沙湾区 | 8月9日
四、联系方式
事项 | 联系人 | 电话
报名咨询 | 贺小满 | 0587-5550201
2026年2月1日
"""
DESK = Desk([read_notice("mianshi", TEXT.encode())])


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("报名不会弄打谁电话", "0587-5550201", "0587-5550119"),
        ("举报打什么电话", "0587-5550119", "0587-5550201"),
        ("孩子17岁，要家长弄个啥材料", "监护人同意书", "通知未规定"),
        ("每个区县能推几支队", "限推荐2队", "个赛点"),
    ],
)
def test_what_is_told(question, told, untold):
    on = datetime(2026, 2, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    text = DESK.answer(Question(id="q", text=question, as_of=on, notice="mianshi")).text
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    ("question", "lacks"),
    [("没公章的咋报名", True), ("有没有公章要求", False), ("公章没盖", False)],
)
def test_what_somebody_lacks(question, lacks):
    said = {word for meant in asked(question, words()).meant for word in meant.words}
    assert ("无公章" in said) == lacks
