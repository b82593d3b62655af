"""What is refused as no question about competitions, and what must not be."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.model import Question, Turn

REFUSED = [
    "洗衣机脱水不转咋个修",
    "考研英语一国家线多少分",
    "红烧肉怎么炖才软烂入味",
    "帮我查查航班延误没",
    "仓鼠不吃饭怎么办",
]
KEPT = [
    "要交钱吗",
    "哪天比赛",
    "奖金多少",
    "重庆那个比赛在哪儿比",
    "三等奖有几个",
    "带队老师要几个",
    "轮椅能进赛场吗",
    "身份证丢了怎么办",
    "吃饭过敏怎么办",
]
NOW = datetime(2026, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize("text", REFUSED)
def test_refused(desk, text):
    answer = desk.answer(Question(text=text, as_of=NOW))
    assert answer.status == "out_of_scope"


@pytest.mark.parametrize("text", KEPT)
def test_kept(desk, text):
    answer = desk.answer(Question(text=text, as_of=NOW))
    assert answer.status != "out_of_scope"


@pytest.mark.parametrize("text", REFUSED)
def test_about_a_chosen_competition_it_is_silence_at_most(desk, text):
    answer = desk.answer(Question(text=text, notice="cq-ai-2026", as_of=NOW))
    assert answer.status in {"out_of_scope", "not_stated", "partial", "answered"}


def test_a_short_foreign_question_leans_on_no_earlier_one(desk):
    earlier = (Turn(question="重庆第四届人工智能竞赛要交钱吗"),)
    asked = Question(text="洗衣机不转咋办", as_of=NOW, history=earlier)
    assert desk.answer(asked).status == "out_of_scope"
    assert desk.answer(asked.model_copy(update={"text": "那邮箱呢"})).status != "out_of_scope"


def test_what_one_can_enter_is_asked_of_all_competitions(desk):
    earlier = (Turn(question="贵州技能大赛的邮箱是什么"),)
    text = "我20岁，在重庆读大二，能报什么"
    answer = desk.answer(Question(text=text, as_of=NOW, history=earlier))
    assert len(answer.notices) > 1
