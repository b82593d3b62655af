"""Of which class a thing is that a table lists, and whether it is of the one that is named."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办白崖市第二届工匠技能竞赛的通知
一、项目设置见附件。
联系人：齐老师，0790-6610088
白崖市总工会
2026年5月1日
附件1
传统工艺类建议赛项
序号 | 类别 | 竞赛项目
1 | 木作类 | 木工
2 | 木作类 | 油漆工
3 | 织造类 | 织布工
附件2
新职业类建议赛项
序号 | 竞赛项目
1 | 无人机驾驶
2 | 数据标注与处理
"""
NOTICE = read_notice("baiya-2026", TEXT.encode())
NOON = datetime(2026, 5, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DESK = Desk([NOTICE])
TOLD = {
    "the class of a row": ("油漆工属于哪一类", "木作类", "织造"),
    "by a word of its name": ("做织布的属于什么类别", "织造类", "木作"),
    "it is of the class": ("木工算不算木作类的", "是。", "织造"),
    "it is of the table": ("数据标注属不属于新职业类", "是。", "无人机"),
    "it is of another class": ("织布工算不算木作类", "织造类", "是。"),
}


def answer(text):
    return DESK.answer(Question(id="q", text=text, as_of=NOON, notice=NOTICE.id))


@pytest.mark.parametrize("case", TOLD)
def test_the_class_is_told(case):
    text, said, unsaid = TOLD[case]
    found = answer(text)
    assert found.status == "answered"
    assert said in found.text
    assert unsaid not in found.text.replace("不是。", "")


@pytest.mark.parametrize("text", ["我算不算学生类", "焊工属于哪一类", "木工几号比赛"])
def test_what_no_table_lists_has_no_class(text):
    assert "类别：" not in answer(text).text
