"""A turn that may mean several competitions and is answered from one settles which one is meant."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn

CARE = """关于举办丹岭市养老护理职业技能大赛的通知
一、赛项
大赛设养老护理员1个赛项。
二、地点
比赛地点为丹岭康养学院。
三、费用
大赛不收报名费。
2026年6月1日
"""
MANY = """关于举办云岭省职业技能系列竞赛的通知
一、赛项
竞赛设焊工、养老护理员2个赛项。
二、费用
每人收取参赛费200元。
2026年6月1日
"""
SAME = MANY.replace("云岭省", "海岭省").replace("200元", "300元").replace("焊工", "电工")
DESK = Desk([read_notice("care", CARE.encode()), read_notice("many", MANY.encode())])
TWO = Desk([read_notice("many", MANY.encode()), read_notice("same", SAME.encode())])


def texts_only(desk: Desk, *texts: str) -> Answer:
    *earlier, text = texts
    history = tuple(Turn(question=each) for each in earlier)
    return desk.answer(Question(text=text, as_of=parse_as_of("2026-06-20"), history=history))


def kept(desk: Desk, *texts: str) -> Answer:
    history: tuple[Turn, ...] = ()
    for text in texts:
        at = parse_as_of("2026-06-20")
        answer = desk.answer(Question(text=text, as_of=at, history=history, goes_on=True))
        history = (*history, Turn(question=text, held=answer.held))
    return answer


@pytest.mark.parametrize("chat", [texts_only, kept])
def test_the_one_that_answered_goes_on(chat) -> None:
    assert chat(DESK, "养老护理员在哪里比赛").notices == ("care",)
    answer = chat(DESK, "养老护理员在哪里比赛", "要交钱吗")
    assert answer.notices == ("care",)
    assert "不收报名费" in answer.text


@pytest.mark.parametrize("chat", [texts_only, kept])
def test_what_both_answer_otherwise_is_asked_back_and_settles_nothing(chat) -> None:
    assert chat(TWO, "养老护理员参赛费多少").status == "clarify"
    assert chat(TWO, "养老护理员参赛费多少", "要交钱吗").status == "clarify"


def test_the_same_answer_of_two_competitions_cites_both() -> None:
    fee = Desk(
        [read_notice("a", MANY.encode()), read_notice("b", SAME.replace("300", "200").encode())]
    )
    told = texts_only(fee, "养老护理员参赛费多少")
    assert {c.notice for c in told.citations} == {"a", "b"}
    assert set(told.notices) == {"a", "b"}
    assert "云岭省" in told.text
    assert "海岭省" in told.text
