"""Comparisons: what sets things side by side, and how far apart they are."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.computed.compare import compares, difference, without
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.reply import Piece

NOW = datetime(2026, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    "text", ["职工组比学生组多几分钟", "两个赛项有什么区别", "甲赛和乙赛哪个收费", "理论各占多少"]
)
def test_compares(text):
    assert compares(text)


@pytest.mark.parametrize("text", ["各赛项报名邮箱", "报名费多少", "比赛几点开始"])
def test_compares_nothing(text):
    assert not compares(text)


def piece(text):
    return Piece(text=text, citations=())


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [("时长150分钟", "时长120分钟", "30"), ("设置两个赛项", "共设10个赛项", "8")],
)
def test_difference(first, second, result):
    assert difference("多几个", [piece(first), piece(second)]).computed[0] == result


@pytest.mark.parametrize(
    ("first", "second"), [("150分钟", "2小时"), ("3人", "3人"), ("3人和5人", "4人")]
)
def test_no_difference(first, second):
    assert difference("多几个", [piece(first), piece(second)]) is None


def test_a_side_is_asked_without_the_other():
    assert without("职工组比学生组多几分钟", ("职工组", "学生组"), "职工组") == "职工组比多几分钟"


def test_two_editions_stand_side_by_side_each_with_its_citation(notices):
    desk = Desk(list(notices.values()))
    text = "重庆人工智能竞赛2023那届和2026那届各有几个赛项"
    answer = desk.answer(Question(text=text, as_of=NOW))
    assert {c.notice for c in answer.citations} == {"cq-ai-2023", "cq-ai-2026"}
    assert answer.status == "answered"
