"""Which competition is meant where only an edition, a part of a message or a comparison tells."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.model import Question, Turn

NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
AI_2026, AI_2023, SPECIAL = "cq-ai-2026", "cq-ai-2023", "cq-special-2026"


@pytest.fixture(scope="module")
def desk(make_desk):
    return make_desk()


def notices(desk, text, **about):
    return set(desk.answer(Question(text=text, as_of=NOON, **about)).notices)


@pytest.mark.parametrize("text", ["第四届AI赛报名什么时候", "第四届的主办单位是谁"])
def test_an_edition_is_that_of_the_notice_that_prints_it(desk, text):
    assert notices(desk, text) <= {AI_2026}


def test_an_edition_in_a_persons_past_does_not_leave_the_chosen_notice(desk):
    text = "我是第二届全国职业技能大赛的选手，能报机器视觉吗"
    assert notices(desk, text, notice=AI_2023) <= {AI_2023}


def test_the_other_edition_of_the_chosen_competition_is_meant(desk):
    assert notices(desk, "首届设了几个赛项", notice=AI_2026) == {AI_2023}


def test_what_a_message_names_once_holds_for_all_its_questions(desk):
    history = (Turn(question="第四届人工智能竞赛要交报名费吗"),)
    text = "专项职业能力大赛比到什么时候，联系电话多少"
    assert notices(desk, text, history=history) == {SPECIAL}


def test_a_comparison_of_editions_stays_within_one_competition(desk):
    text = "人工智能竞赛第四届和首届的赛项有什么不同"
    assert notices(desk, text) == {AI_2026, AI_2023}


def test_a_comparison_with_an_edition_that_is_not_here_says_so(desk):
    answer = desk.answer(Question(text="人工智能竞赛第三届跟第四届的赛项有什么不同", as_of=NOON))
    assert (answer.status, answer.reason) == ("not_stated", "no_such_notice")


def test_that_a_competition_is_not_here_is_no_answer_to_the_question_after_the_next(desk):
    history = (Turn(question="成都的技能大赛什么时候"), Turn(question="谢谢"))
    answer = desk.answer(Question(text="专项大赛陪诊服务找谁", as_of=NOON, history=history))
    assert answer.notices == (SPECIAL,)


def test_a_chosen_notice_does_not_answer_for_another_edition_of_its_competition(desk):
    asked = {"as_of": NOON, "notice": SPECIAL}
    other = desk.answer(Question(text="第一届专项技能大赛一等奖是谁拿的", **asked))
    own = desk.answer(Question(text="第二届专项技能大赛设几个一等奖", **asked))
    assert (other.status, own.status) == ("not_stated", "answered")
