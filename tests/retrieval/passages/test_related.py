"""Beside a silence stands what the notice says of the matter next to it."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

NOTICE = """关于举办丹岭市焊接技能竞赛的通知
一、费用
每人收取参赛费200元，食宿自理。
二、地点
比赛地点为丹岭职业学院3号楼。
{prizes}四、联系方式
联系人：高老师，电话：13900000001
2026年6月1日
"""
HONOURS = "三、奖励\n获前三名的选手，由市总工会授予“丹岭市五一劳动奖章”。\n"
CASES = [
    ("奖金多少", HONOURS, ("通知未规定奖金", "五一劳动奖章"), "200元"),
    ("怎么去", HONOURS, ("通知未规定乘车路线", "丹岭职业学院3号楼"), "200元"),
    ("退钱吗", HONOURS, ("通知未规定退费", "200元"), "五一劳动奖章"),
    ("奖金多少，食宿谁出", HONOURS, ("通知未规定奖金", "食宿自理"), "五一劳动奖章"),
    ("奖金多少", "", ("通知未规定奖金", "13900000001"), "200元"),
]


@pytest.mark.parametrize(
    ("question", "prizes", "told", "untold"),
    CASES,
    ids=[
        "honours for prize money",
        "the place for the way",
        "the fee for a refund",
        "asked with another thing",
        "no prizes",
    ],
)
def test_what_stands_beside(question, prizes, told, untold) -> None:
    desk = Desk([read_notice("n", NOTICE.format(prizes=prizes).encode())])
    at = parse_as_of("2026-06-20")
    answer = desk.answer(Question(text=question, notice="n", as_of=at))
    assert answer.status in {"partial", "not_stated"}
    assert all(fact in answer.text for fact in told)
    assert untold not in answer.text
