"""In what, or by how much, two things differ: the question put to each of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.computed.differing import differing
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

TEXT = """关于举办白崖市第二届工匠技能竞赛的通知
一、竞赛安排
初赛于6月进行，采用线上答题的方式。
决赛于8月进行，采用现场操作的方式，形式为实操考核。
二、项目设置见附件1。
联系人：齐老师，0790-6610088
白崖市总工会
2026年5月1日
附件1
项目设置
序号 | 赛事名称 | 承办单位
1 | 白崖市第七届木工技能赛 | 白崖技师学院
2 | 白崖市第四届织布技能赛 | 白崖职业学院
"""
NOTICE = read_notice("baiya-2026", TEXT.encode())
NOON = datetime(2026, 5, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DIFFER = {
    "adjoining stages": ("初赛决赛的考法有啥不同", ("初赛的考法", "决赛的考法")),
    "joined stages": ("初赛和决赛的方式有什么区别", ("初赛的方式", "决赛的方式")),
    "what is said in front": ("补贴这块，甲厂跟乙厂有区别吗", ("甲厂补贴", "乙厂补贴")),
    "more of a thing": ("木作类比织造类多几个工种", ("木作类有几个工种", "织造类有几个工种")),
    "editions": ("木工赛跟电工赛差了几届", ("木工赛第几届", "电工赛第几届")),
}
OTHERWISE = ["初赛和决赛差几天", "木作类有几个工种", "有什么区别", "初赛决赛有啥不同", "决赛比几天"]


@pytest.mark.parametrize("case", DIFFER)
def test_each_is_asked_by_itself(case):
    text, each = DIFFER[case]
    assert differing(plain(text), words()).questions == each


@pytest.mark.parametrize("text", OTHERWISE)
def test_other_questions_ask_no_difference(text):
    assert differing(plain(text), words()) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [("初赛决赛的考法有啥不同", ("线上", "实操")), ("木工跟织布赛差了几届", ("7−4=3届",))],
)
def test_both_are_told(text, said):
    asked = Question(id="q", text=text, as_of=NOON, notice=NOTICE.id)
    found = Desk([NOTICE]).answer(asked)
    assert all(each in found.text for each in said), found.text
