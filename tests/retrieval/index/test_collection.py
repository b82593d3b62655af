"""Desks over many notices ask the likeliest only, and conclude nothing from the others."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.synthetic import synthetic
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.index.collection import MANY
from retrieval.merge import merged
from retrieval.model import Question
from retrieval.reply import Piece, Reply
from retrieval.scoping.nearby import CLOSE, Nearby

NOON = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def reply(notice: str, text: str) -> Reply:
    return Reply(status="answered", notice=notice, pieces=(Piece(text=text, citations=()),))


@pytest.mark.parametrize(("whole", "expected"), [(True, "n1"), (False, None)])
def test_the_same_from_all_is_one_answer_only_if_all_were_asked(whole, expected):
    replies = [reply("n1", "不收费"), reply("n2", "不收费")]
    found = merged(replies, named=False, whole=whole)
    assert (found.notice if found else None) == expected


def test_a_handful_of_names_are_all_looked_at_whatever_is_asked():
    few = {f"n{i}": [f"第{i}号竞赛"] for i in range(CLOSE)}
    assert Nearby(few).of("无关的话") == tuple(few)


def test_of_many_names_those_that_share_rare_pairs_are_looked_at():
    many = {f"n{i}": ["技能竞赛"] for i in range(CLOSE * 3)} | {"rare": ["茶艺技能竞赛"]}
    found = Nearby(many).of("茶艺的技能竞赛何时开始")
    assert "rare" in found
    assert len(found) == CLOSE


def test_a_text_that_shares_nothing_with_many_names_is_near_none():
    many = {f"n{i}": ["技能竞赛"] for i in range(CLOSE + 1)}
    assert Nearby(many).of("天气") == ()


def test_a_question_is_put_to_a_bounded_number_of_notices(notices):
    made = [read_notice(n.id, n.text.encode()) for n in synthetic(60)]
    asked: list[str] = []

    class Some:
        def likeliest(self, question, _among):
            asked.append(question)
            return [n.id for n in made[:MANY]]

        def knows(self, _words):
            return True

    desk = Desk([*notices.values(), *made], collection=Some())
    answer = desk.answer(Question(text="报名截止是哪天", as_of=NOON))
    assert asked
    assert answer.status == "clarify"
    assert {o.notice for o in answer.options} <= {n.id for n in made[:MANY]}
