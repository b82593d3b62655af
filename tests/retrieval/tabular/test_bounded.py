"""Rows above or below a bound, places there are none of, and papers by group."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026年栗山州职业院校茶艺技能比赛的通知
各有关学校：
现将有关事项通知如下。
一、组别与项目
比赛设学生组、教师组，设红茶制作、绿茶制作、茶艺展演三个项目。
| 学校类别 | 红茶制作 | 绿茶制作 | 茶艺展演 |
| 州属学校 | 4人 | 3人 | 2人 |
| 县属学校 | 2人 | 1人 | 0 |
二、实操安排
| 项目 | 实操任务 | 总时长 | 指导教师上限 |
| 红茶制作 | 萎凋和揉捻 | 200分钟 | 2人 |
| 绿茶制作 | 杀青和做形 | 130分钟 | 1人 |
| 茶艺展演 | 自创茶席 | 另见规程 | 不设 |
三、奖励
| 项目 | 一等奖 | 二等奖 |
| 红茶制作 | 5000元 | 2000元 |
| 绿茶制作 | 4000元 | 1500元 |
| 茶艺展演 | 7000元 | 2600元 |
四、报名
1.教师组的教学设计须于2026年9月6日前上传平台。
2.报名流程：学校录入选手和指导教师→上传材料→审核。
3.上传材料：
（1）学生组：学籍证明、身份证正反面、安全承诺书。
（2）教师组：教师资格证、聘用合同、师德证明。
4.选手凭身份证、准考证入场，两证不全的不得入场。
栗山州教育局
2026年5月6日
"""
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "longer than": ("哪些项目总时长超过3小时", ("红茶制作", "200分钟"), ("绿茶", "茶艺")),
    "not longer": ("哪些项目总时长不超过3小时", ("绿茶制作", "130分钟"), ("红茶", "茶艺")),
    "money, with the bound behind": ("一等奖5000元以上的是哪些", ("红茶", "茶艺"), ("绿茶",)),
    "less than": ("一等奖不到5000元的是哪个项目", ("绿茶制作",), ("红茶", "茶艺")),
    "no places": ("县属学校能报茶艺展演吗", ("没有名额", "0"), ("7000",)),
    "places without a word that counts": ("县属学校绿茶制作名额", ("1人",), ("4000",)),
    "papers of a group, no limit of advisers": (
        "老师参赛得上传什么",
        ("聘用合同",),
        ("上限", "学籍"),
    ),
    "papers one shows": ("进考场要带哪几个证", ("身份证、准考证",), ()),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("ls-2026", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_the_cells_that_are_meant(case, desk):
    text, said, unsaid = ASKED[case]
    found = desk.answer(Question(text=text, notice="ls-2026", as_of=NOON))
    assert found.status == "answered", found.text
    told = found.text.partition("按：")[0]
    assert all(each in told for each in said), told
    assert not any(each in told for each in unsaid), told
    assert found.citations


def test_places_there_are_say_no_such_thing(desk):
    question = Question(text="县属学校能报绿茶制作吗", notice="ls-2026", as_of=NOON)
    assert "没有名额" not in desk.answer(question).text
