"""Buttons of an interview: once, one's own, of a step that stands."""

from __future__ import annotations

import pytest
from fakes.interviewed import SAID, begun, data_of, labels, press
from fakes.talk import ME

from bot.reply import Who


def test_another_persons_press_changes_nothing(talk):
    other = Who(2, 2)
    begun(talk)
    reply = talk.hear(ME, "17")
    foreign = talk.interviews.pressing.press(other, data_of(reply, labels(reply)[0]))
    assert foreign.note == SAID.not_yours
    assert not foreign.text
    assert talk.hear(other, "你好").then is None


def test_a_press_twice_does_nothing_the_second_time(talk):
    begun(talk)
    reply = talk.hear(ME, "17")
    data = data_of(reply, labels(reply)[0])
    after = talk.interviews.pressing.press(ME, data)
    assert after.text
    again = talk.interviews.pressing.press(ME, data)
    assert (again.text, again.lines, again.note) == ("", (), "")
    assert talk.hear(ME, "上一步").text in reply.text


def test_an_older_button_takes_its_step_up_again(talk):
    begun(talk)
    older = talk.hear(ME, "30")
    press(talk, older, "单位职工")
    talk.hear(ME, "重庆")
    reply = press(talk, older, "在校学生")
    assert older.text.split("\n")[-1] in reply.closes
    assert "在校在籍" in reply.text or "居住" in reply.text


def test_a_button_of_a_step_taken_back_is_expired(talk):
    begun(talk)
    later = talk.hear(ME, "30")
    talk.hear(ME, "上一步")
    assert press(talk, later, "单位职工").note == SAID.expired


@pytest.mark.parametrize(
    "data",
    [
        "i",
        "i:",
        "i:00000000:0:0",
        "i:zz:0:0",
        "i:00000000:0:e9",
        "i:00000000:99999:0",
        "i:００００００００:0:0",
    ],
)
def test_a_forged_button_is_harmless(talk, data):
    begun(talk)
    assert talk.interviews.pressing.press(ME, data).note == SAID.expired


def test_a_choice_that_does_not_exist_is_harmless(talk):
    reply = begun(talk)
    data = data_of(reply, SAID.unclear)
    for code in ("99", "e9", "e", "z"):
        assert talk.interviews.pressing.press(ME, f"{data[:-1]}{code}").note == SAID.expired


def test_a_notice_withdrawn_meanwhile_expires_the_buttons(talk, desk):
    reply = begun(talk)
    desk.rules = {}
    assert press(talk, reply, SAID.unclear).note == SAID.expired
    assert talk.hear(ME, "17").answer is not None
