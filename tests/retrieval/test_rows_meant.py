"""Rows told by what people say for a cell, or by the heading over the table; days in brackets."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026年蒲岭县物业服务职业技能竞赛的通知
蒲人社发〔2026〕14号
各物业企业：
定于2026年9月举办2026年蒲岭县物业服务职业技能竞赛。
一、竞赛工种
工种\t竞赛形式
绿化养护\t个人赛
设施巡检\t双人赛
秩序维护\t个人赛
二、竞赛步骤
1.企业初选（7月中旬至8月上旬）。各企业自行组织。
2.县级决赛（2026年9月19日至20日）。先理论后实操。
三、参赛条件
1.年龄在18周岁至55周岁之间。
2.参加设施巡检竞赛的，须取得电工作业操作证。
四、竞赛内容
工种\t理论范围\t操作项目
绿化养护\t植物保护\t修剪整形、病虫害防治
设施巡检\t供配电常识\t水泵房巡检、配电箱排障
秩序维护\t消防法规\t灭火器使用、应急疏散
五、咨询
联系人：靳老师，13900084001
2026年6月3日
"""
FACTS = {
    "a cell said otherwise": ("哪些工种是两个人一起比", ["设施巡检"]),
    "its opposite": ("哪些工种一个人就能比", ["绿化养护", "秩序维护"]),
    "the heading over the table": ("绿化养护比啥内容", ["修剪整形"]),
    "days in a bracket behind the name": ("县里决赛几号到几号", ["9月19日至20日"]),
    "what must be held": ("设施巡检要啥证", ["电工作业操作证"]),
}


@pytest.fixture(scope="module")
def houses():
    return Desk([read_notice("pl-wuye-2026", TEXT.encode())])


def answer(desk, text):
    moment = datetime(2026, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, notice="pl-wuye-2026", as_of=moment))


@pytest.mark.parametrize(("question", "words"), FACTS.values(), ids=FACTS)
def test_the_fact_is_said(houses, question, words):
    found = answer(houses, question)
    assert found.status in {"answered", "partial"}
    assert [word for word in words if word not in found.text] == []


def test_only_the_rows_that_are_meant(houses):
    assert "绿化养护" not in answer(houses, "哪些工种是两个人一起比").text


def test_no_certificate_is_made_up(houses):
    assert answer(houses, "秩序维护要不要证").status == "not_stated"
