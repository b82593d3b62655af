"""What is said between two questions and is about no competition is leant on by none."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

NOTICE = """关于举办丹岭市焊接技能竞赛的通知
一、奖励
设一等奖1名，奖金3000元；二等奖2名，奖金2000元。
二、其他
竞赛不收报名费。在职职工和在校学生均可报名参加。
2026年6月1日
"""
DESK = Desk([read_notice("hanjie", NOTICE.encode())])


@pytest.mark.parametrize(
    ("before", "question", "told", "untold"),
    [
        (("一等奖几名", "今天天气怎么样"), "二等奖呢", "2名", "天气"),
        (("一等奖几名", "你叫什么名字"), "二等奖呢", "2名", "名字"),
        (("要交钱不",), "学生能去不", "学生", "不收报名费"),
    ],
)
def test_the_question_before_the_talk_is_meant(
    before: tuple[str, ...], question: str, told: str, untold: str
) -> None:
    history = tuple(Turn(question=each) for each in before)
    at = parse_as_of("2026-06-20")
    text = DESK.answer(Question(text=question, notice="hanjie", as_of=at, history=history)).text
    assert told in text
    assert untold not in text
