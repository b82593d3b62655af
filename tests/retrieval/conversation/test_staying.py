"""Words that fit the competition spoken of leave the conversation there, whoever else has them."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn

WISE = """关于举办丹岭市智能制造职业技能竞赛的通知
一、赛项
竞赛设电工、钳工2个赛项。
二、费用
每人收取参赛费200元。
2026年6月1日
"""
MANY = """关于举办云岭省AI应用技能大赛的通知
一、赛项
大赛设智能制造、数据标注2个赛项。
二、费用
大赛不收报名费。
2026年6月1日
"""
DESK = Desk([read_notice("wise", WISE.encode()), read_notice("many", MANY.encode())])
CASES = [
    (
        "it is a track of what was spoken of",
        ("云岭AI大赛有哪些赛项", "那个智能制造收费吗"),
        "不收报名费",
    ),
    ("it is the other's name", ("云岭AI大赛有哪些赛项", "丹岭智能制造竞赛收费吗"), "200元"),
    ("nothing was spoken of", ("丹岭智能制造竞赛收费吗",), "200元"),
    (
        "it is the subject of what was spoken of",
        ("丹岭智能制造有哪些赛项", "那个智能制造比赛收费吗"),
        "200元",
    ),
    ("letters heard as words", ("云岭人工智能大赛收费吗",), "不收报名费"),
    ("letters of a contest", ("云岭AI比武收费吗",), "不收报名费"),
]


@pytest.mark.parametrize(
    ("texts", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_which_competition_answers(texts: tuple[str, ...], wanted: str) -> None:
    *earlier, text = texts
    history = tuple(Turn(question=each) for each in earlier)
    answer = DESK.answer(Question(text=text, as_of=parse_as_of("2026-06-20"), history=history))
    assert wanted in answer.text
