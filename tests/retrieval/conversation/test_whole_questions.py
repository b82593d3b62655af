"""A whole question after another is asked of itself; a mere sound asks nothing again."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.model import Question, Turn

NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = "cq-ai-2026"


@pytest.fixture(scope="module")
def desk(make_desk):
    return make_desk()


def after(desk, before, text):
    history = (Turn(question=before),)
    return desk.answer(Question(text=text, notice=NOTICE, history=history, as_of=NOON))


@pytest.mark.parametrize("text", ["都设哪些奖", "有哪些奖项"])
def test_who_asks_for_all_awards_is_not_told_of_advisers(desk, text):
    found = after(desk, "指导老师要几个", text)
    assert found.status == "answered"
    assert "一等奖" in found.text


@pytest.mark.parametrize("text", ["啊啊啊", "呃呃"])
def test_a_sound_repeats_no_answer(desk, text):
    found = after(desk, "联系电话多少", text)
    assert found.status == "out_of_scope"
    assert not found.citations


def test_a_follow_up_that_leaves_out_its_thing_keeps_it(desk):
    assert after(desk, "大赛主办单位是谁", "那联系电话呢").status == "answered"
