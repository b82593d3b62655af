"""What a notice says of people like the one who asks comes before its general conditions."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026年青川市陶艺职业技能竞赛的通知

各区县人力社保局：
现将2026年青川市陶艺职业技能竞赛有关事项通知如下。
一、组织机构
主办单位：青川市人力资源和社会保障局
承办单位：青川瓷都艺术学校
二、参赛对象
（一）本市在职职工和院校在校学生均可报名参赛。
（二）承办单位的工作人员不得参加本届竞赛。
（三）上届竞赛拉坯项目第一名不得参赛。
（四）外聘教师不参加。
（五）未满18周岁的，须有监护人书面同意。
三、报名
7月1日至7月20日报名。
联系人：魏老师，13900011111
青川市人力资源和社会保障局
2026年6月1日
"""
CASES = {
    "somebody of the organiser": ("我在瓷都艺术学校上班能报名吗", "承办单位的工作人员不得参加"),
    "who won the last time": ("上届拉坯第一名这次还能参加吗", "第一名不得参赛"),
    "a kind of teachers": ("外聘老师能报名吗", "外聘教师不参加"),
    "a minor": ("我17岁想报名参加", "须有监护人书面同意"),
}
OTHERS = {
    "of another school": ("我在青川二中上班能报名吗", "承办单位的工作人员"),
    "a teacher of one's own": ("我是在职老师能报名吗", "外聘"),
}


@pytest.fixture(scope="module")
def pottery():
    return Desk([read_notice("qc-taoyi-2026", TEXT.encode())])


def said(desk, text):
    moment = datetime(2026, 7, 2, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="qc-taoyi-2026", as_of=moment)).text


@pytest.mark.parametrize(("question", "words"), CASES.values(), ids=CASES)
def test_what_is_said_of_such_people(pottery, question, words):
    assert words in said(pottery, question)


@pytest.mark.parametrize(("question", "words"), OTHERS.values(), ids=OTHERS)
def test_what_is_said_of_others_only(pottery, question, words):
    assert words not in said(pottery, question)
