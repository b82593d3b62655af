"""Questions of a chat, and the buttons under them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fakes.desk import FakeDesk, made
from fakes.talk import ME, WORDS, restarted

from bot.competitions import key_of


def test_a_question_that_fits_two_is_asked_back_and_a_number_settles_it(talk):
    back = talk.hear(ME, "费用")
    assert [option.label for option in back.options] == ["第1届试赛", "第2届试赛"]
    assert talk.hear(ME, "2").answer.text == "200元\n按：第2届试赛"


def test_a_button_works_in_the_conversation_and_after_a_restart(talk, desk, clock, tmp_path):
    key = key_of(talk.hear(ME, "费用").options[1])
    assert talk.answering.press(ME, key, "别的问题").answer.text.startswith("200元")
    new = restarted(desk, clock, tmp_path)
    assert new.answering.press(ME, key, "费用").answer.text.startswith("200元")
    assert new.answering.press(ME, key, None).text == WORDS.button_stale


@pytest.mark.parametrize("key", ["", "0" * 16, "made-2", "'; DROP TABLE buttons; --"])
def test_a_forged_button_does_nothing(talk, desk, key):
    talk.hear(ME, "费用")
    asked = len(desk.asked)
    assert talk.answering.press(ME, key, "费用").text == WORDS.button_stale
    assert len(desk.asked) == asked


def test_a_button_of_a_withdrawn_notice_says_so(talk, clock, tmp_path):
    key = key_of(talk.hear(ME, "费用").options[1])
    new = restarted(FakeDesk((made(1, 2),)), clock, tmp_path)
    assert new.answering.press(ME, key, "费用").text == WORDS.button_notice_gone


def test_a_follow_up_knows_the_turns_before_until_a_day_has_passed(talk, desk, clock):
    talk.hear(ME, "费用")
    talk.hear(ME, "2")
    talk.hear(ME, "那邮箱呢")
    assert desk.asked[-1].history[0].chose.notice == "made-2"
    clock.now += timedelta(days=1, seconds=1)
    talk.hear(ME, "那邮箱呢")
    assert desk.asked[-1].history == ()
