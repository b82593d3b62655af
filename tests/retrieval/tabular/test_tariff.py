"""Fees by kind of entrant: whose price it is, and nobody else's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.tabular.tariff import kinds

TEXT = """关于举办第三届霁州绿化行业技能竞赛的通知
霁绿协〔2027〕6号
各有关单位：
现将有关事项通知如下。
一、比赛项目
A单元为造园，每队3人；B单元为修剪，个人参加。每个会员单位限报2队。
二、收费标准（元）
类别 | A单元（每队） | B单元（每人）
会长、副会长单位 | 700 | 90
理事、会员单位 | 900 | 120
非会员企业 | 1400 | 210
院校学生 | 不设 | 免收
三、名额
每个单位A单元限2队，B单元限5人。
霁州市绿化协会
2027年4月9日
"""
MOMENT = datetime(2027, 4, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "a part of a cell that names two kinds": ("会员单位报一个A队多少钱", ("900",), ("1400", "700")),
    "the longer of two names": ("非会员B单元一个人收多少钱", ("210",), ("120", "1400")),
    "its opposite is none of a kind": ("我们是非会员单位，报A多少钱", ("1400",), ("900",)),
    "who has not joined": ("没入会的公司报B要交多少", ("210",), ("120",)),
    "all columns where none is named": ("副会长单位收费多少", ("700", "90"), ("900",)),
    "by how much two kinds differ": ("报A队，非会员比会员单位多交多少", ("500",), ("700",)),
    "what is free": ("学生报B多少钱", ("免收",), ("120",)),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("green", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_the_price_of_the_kind_that_is_named(case, desk):
    text, said, unsaid = ASKED[case]
    found = desk.answer(Question(text=text, notice="green", as_of=MOMENT))
    assert found.status == "answered"
    assert all(each in found.text for each in said)
    assert not any(each in found.text for each in unsaid)
    assert found.citations


def test_how_many_may_be_entered_is_no_price(desk):
    found = desk.answer(Question(text="会员单位能报多少队", notice="green", as_of=MOMENT))
    assert "900" not in found.text
    assert "2队" in found.text


def test_a_name_alone_is_one_kind():
    assert set(kinds("个人")) == {"个人"}
    assert "企业" not in set(kinds("非会员企业"))
