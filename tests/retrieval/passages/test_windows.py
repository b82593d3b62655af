"""From when to when entering is open, whose day it is, and what else has a day beside it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.passages.entering import of_checking, of_entering

TEXT = """关于举办禾川市第三届木工技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、组别
设学徒学生组、在校学生组和教师组三个组别，各组别均设细木工和家具制作两个赛项。
二、报名
1.一律通过竞赛平台报名。系统开放时间：学生组2026年5月6日9:00至5月20日17:00；教师组2026年5月9日9:00至5月25日17:00。
2.区县审核截止时间：学生组2026年5月24日17:00，教师组2026年5月28日17:00。
3.图样说明须于2026年6月3日前上传平台。
三、经费
参赛费由单位承担，学生组每人60元；教师组每人90元。
"""
NOON = datetime(2026, 5, 7, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "both groups": ("报名什么时候截止", ("5月20日", "5月25日"), ("5月24日", "6月3日")),
    "students": ("学生报名几号截止", ("5月20日",), ("5月25日", "5月24日")),
    "teachers": ("老师报名几号截止", ("5月25日",), ("5月20日", "5月28日")),
    "the check": ("审核几号截止", ("5月24日",), ("5月20日", "6月3日")),
    "what is sent in": ("图样说明最晚哪天传", ("6月3日",), ("5月20日", "5月25日")),
    "what teachers pay": ("老师的参赛费一个人多少", ("90元",), ("60元",)),
    "what all pay": ("参赛费一个人多少", ("60元", "90元"), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("hc-2026", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_the_day_or_price_of_those_asked_about(case, desk):
    text, told, untold = ASKED[case]
    found = desk.answer(Question(text=text, notice="hc-2026", as_of=NOON))
    assert found.status == "answered"
    assert all(each in found.text for each in told)
    assert not any(each in found.text for each in untold)


@pytest.mark.parametrize(
    ("plain", "checking"),
    [
        ("区县审核截止时间:5月24日", True),
        ("5月24日前完成资格审查", True),
        ("报名及审核时间:5月6日至5月20日", False),
        ("报名截止时间:5月20日", False),
    ],
)
def test_until_when_others_check_is_not_until_when_one_enters(plain, checking):
    assert of_checking([plain]) is checking
    assert of_entering(plain) is not checking
