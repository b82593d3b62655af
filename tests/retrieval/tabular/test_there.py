"""Whether there is a contest in something, by a word of its name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question

TEXT = """关于举办白崖市第二届工匠技能竞赛的通知
一、项目设置见附件。获奖选手发给奖金2000元。
联系人：齐老师，0790-6610088
白崖市总工会
2026年5月1日
附件1
竞赛项目表
序号 | 类别 | 竞赛项目
1 | 木作类 | 古建木工
2 | 木作类 | 油漆工
3 | 织造类 | 织布工
4 | 服务类 | 美发师
"""
NOTICE = read_notice("baiya-2026", TEXT.encode())
NOON = datetime(2026, 5, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DESK = Desk([NOTICE])
THERE = {
    "by a part of its name": ("有没有刷油漆的比赛", "油漆工"),
    "with what asks behind": ("木工的项目有没有", "古建木工"),
    "in the list": ("织布这种比赛名单里有没有", "织布工"),
    "by another word": ("有没有剪头发的项目", "美发师"),
    "there it is": ("有织布的项目没", "织布工"),
}


def answer(text: str) -> Answer:
    return DESK.answer(Question(id="q", text=text, as_of=NOON, notice=NOTICE.id))


@pytest.mark.parametrize(("question", "name"), THERE.values(), ids=THERE)
def test_a_contest_that_is_there_is_named(question: str, name: str) -> None:
    found = answer(question)
    assert found.text.startswith(f"有：{name}")
    assert [c.quote for c in found.citations]


@pytest.mark.parametrize("question", ["有没有做蛋糕的比赛", "有没有奖金", "有没有停车的地方"])
def test_nothing_else_is_called_a_contest(question: str) -> None:
    assert not answer(question).text.startswith("有：")
