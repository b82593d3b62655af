"""Levels of schooling and groups, tracks won in before and entered now, roles without a group."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.persons import drafted
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.entrants.entered_now import now_and_before
from retrieval.model import Question

TEXT = """关于举办第四届岫州市学生职业技能竞赛的通知
岫教职〔2026〕11号
各有关院校：
定于2026年11月举办第四届岫州市学生职业技能竞赛。
一、赛项和组别
竞赛设网页设计、餐厅服务、园艺3个赛项。
（一）网页设计、餐厅服务分高职组和中职组。
（二）园艺不分组别。
二、参赛条件
（一）高职组面向高职（专科）学生；中职组面向中等职业学校学生。
（二）校外实习单位的人员不在参赛范围。
（三）往届本竞赛一等奖获得者，不得再报同一赛项。
三、联系方式
联系人：明老师，13900083001
岫州市教育局
2026年9月1日
"""


@pytest.fixture(scope="module")
def students():
    notice, rules = drafted("xz-xuesheng-2026", TEXT.encode())
    return Desk([notice], rules={notice.id: rules})


def said(desk, text):
    moment = datetime(2026, 9, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="xz-xuesheng-2026", as_of=moment)).text


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("中专生想报高职组可不可以", "不可以"),
        ("大专生能报中职组吗", "不可以"),
        ("高职生可以报高职组吗", "可以"),
    ],
)
def test_a_level_belongs_to_one_group(students, question, lead):
    assert said(students, question).startswith(lead)


def test_a_prize_of_another_track_bars_nothing(students):
    assert "不可以" not in said(students, "去年拿了园艺一等奖，今年换餐厅服务报可以吗")


def test_a_prize_of_the_same_track_bars(students):
    text = said(students, "去年园艺拿了一等奖，今年还报园艺可以吗")
    assert text.startswith("不可以")


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("去年拿了园艺一等奖,今年报网页设计", ("t01",), ("t03",)),
        ("上届园艺拿了第一名,这次还报园艺", ("t03",), ("t03",)),
        ("想报园艺和网页设计", (), ()),
    ],
    ids=["another track", "the same track", "nothing won"],
)
def test_which_track_is_entered(text, now, before):
    notice = read_notice("xz-xuesheng-2026", TEXT.encode())
    assert now_and_before(text, notice) == (now, before)
