"""Prices by kinds of tracks and by groups."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

TEXT = """关于举办白河市首届花木园艺技能大赛的通知

一、比赛项目
（一）插花类
1.东方插花（个人）：现场完成一件作品。
2.花束设计（个人）：现场完成两件作品。
（二）养护类
3.盆景修剪（个人）：用时两小时。
4.庭院营造（团体）：每队3人，用时四小时。
各项目均分职业组和学生组。

二、费用
（一）参赛费标准（单位：元）
类别 | 职业组 | 学生组 | 会员单位职业组
插花类个人赛（每项） | 640 | 320 | 540
养护类个人赛（每项） | 480 | 240 | 380
庭院营造（每队） | 1800 | 900 | 1500
（二）3月10日（含）前缴费的，参赛费减免60元；团体赛每队减免120元。早缴减免可与会员优惠同时享受。
（三）插花类选手须持有花艺师证书；养护类选手不要求。

2026年2月1日
"""
NOTICE = "huamu"
DESK = Desk([read_notice(NOTICE, TEXT.encode())])
CASES = {
    "by the kind of the track": ("花束设计职业组报名费多少", ["640", "540"], ["480", "320"]),
    "a member": ("我们是会员单位，职业组报盆景修剪多少钱", ["380"], ["480", "640"]),
    "no member": ("我们店不是会员，职业组盆景修剪多少钱", ["480"], ["380"]),
    "students enter in the group for students": ("学生报花束设计要多少钱", ["320"], ["640"]),
    "a row of its own": ("庭院营造学生组要多少钱", ["900"], ["240", "1800"]),
    "a kind": ("养护类学生组多少钱", ["240"], ["320"]),
    "paid early": ("会员单位职业组报花束设计，3月10号交钱一共多少", ["540-60=480元"], []),
    "a team's own sum": ("学生组报庭院营造，3月1号缴费，要交多少钱", ["900-120=780元"], []),
    "paid too late": ("会员单位职业组报花束设计，3月11号交钱多少钱", ["540"], ["480元"]),
    "others' sentences answer nobody": ("盆景修剪要花艺师证书吗", ["养护类选手不要求"], ["需要。"]),
    "its own sentence does": ("花束设计要花艺师证书吗", ["插花类选手须持有"], []),
}


@pytest.mark.parametrize(("question", "told", "untold"), CASES.values(), ids=CASES)
def test_whose_price_is_told(question, told, untold):
    text = _text(question)
    assert [t for t in told if t not in text] == [], text
    assert [t for t in untold if t in text] == [], text


def test_the_same_is_asked_of_other_people():
    text = _text("上班的人报呢", history=(Turn(question="学生报花束设计多少钱"),))
    assert "640" in text
    assert "320" not in text


def _text(question: str, **more: object) -> str:
    on = datetime(2026, 2, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    return DESK.answer(Question(id="q", text=question, as_of=on, notice=NOTICE, **more)).text
