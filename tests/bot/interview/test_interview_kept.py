"""Interviews that are kept: whose they are, for how long, what a restart leaves of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fakes.interviewed import CARD, SAID, begun, press, shown, to_the_end
from fakes.talk import ME, OTHER, restarted

from bot.interview.session import MOST_MOMENTS
from bot.memory import FILE
from bot.reply import Who


def test_two_people_have_two_interviews(talk):
    one, two = Who(1, 1), Who(2, 2)
    begun(talk, one)
    begun(talk, two)
    assert "17周岁" in talk.hear(one, "17").text
    assert "45周岁" in talk.hear(two, "45").text


def test_a_day_later_it_is_forgotten(talk, clock):
    begun(talk)
    clock.now += timedelta(days=1, seconds=1)
    assert talk.hear(ME, "17").answer is not None


def test_what_one_said_is_gone_from_memory_a_day_later_once_anybody_speaks(talk, clock):
    begun(talk)
    talk.hear(ME, "1999-03-05")
    clock.now += timedelta(days=1, seconds=1)
    talk.hear(OTHER, "费用是多少？")
    talk.examining.check(OTHER)
    for kept in (talk.shared.chats._states, talk.interviews.kept._sessions):
        assert OTHER in kept
        assert ME not in kept


def test_answers_changed_without_end_take_no_more_room(talk):
    begun(talk)
    talk.hear(ME, "1999-03-05")
    for _ in range(MOST_MOMENTS):
        talk.hear(ME, "改 出生日期")
        reply = talk.hear(ME, "1999-03-05")
    assert len(talk.interviews.kept._sessions.get(ME).moments) == MOST_MOMENTS
    assert press(talk, reply, SAID.back).text


def test_reset_ends_it(talk):
    begun(talk)
    talk.forgetting.reset(ME)
    assert talk.hear(ME, "17").answer is not None


def test_after_a_restart_it_says_that_it_was_lost_and_begins_again(talk, desk, clock, tmp_path):
    begun(talk)
    reply = talk.hear(ME, "1999-03-05")
    new = restarted(desk, clock, tmp_path)
    lost = new.hear(ME, "单位职工")
    assert lost.text.startswith(SAID.lost)
    assert "出生日期" in lost.text
    pressed = restarted(desk, clock, tmp_path)
    assert press(pressed, reply, "单位职工").text.startswith(SAID.lost)
    assert press(pressed, reply, "单位职工").note == SAID.expired


def test_after_a_restart_a_question_is_answered_before_it_begins_again(talk, desk, clock, tmp_path):
    begun(talk)
    reply = restarted(desk, clock, tmp_path).hear(ME, "费用是多少？")
    assert reply.answer is not None
    assert reply.then.text.startswith(SAID.lost)


@pytest.mark.parametrize("end", ["stop", "finish", "wait"])
def test_what_had_ended_is_not_begun_again(talk, desk, clock, tmp_path, end):
    if end == "finish":
        to_the_end(talk)
    else:
        begun(talk)
    if end == "stop":
        talk.hear(ME, "停止")
    if end == "wait":
        clock.now += timedelta(days=1, seconds=1)
    assert restarted(desk, clock, tmp_path).hear(ME, "你好").then is None


def test_nothing_of_a_person_is_on_disk_or_in_a_button(talk, tmp_path):
    begun(talk)
    replies = [talk.hear(ME, text) for text in ("1999-03-05，住重庆渝北", "单位职工", "没有证书")]
    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir() if f.is_file())
    assert b"made-2" in kept
    for words in ("1999", "渝北", "worker", "职工", "第2届"):
        assert words.encode() not in kept
    every = [one.data for reply in replies for one in reply.buttons]
    assert every
    for data in every:
        assert len(data) <= 64
        head, _, serial, code = data.split(":")
        assert (head, serial.isdigit(), len(code) <= 3) == ("i", True, True)


def test_a_broken_memory_does_not_stop_an_interview(desk, clock, tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    talk = restarted(desk, clock, tmp_path)
    assert CARD.eligible in shown(to_the_end(talk)[1])


def test_one_that_ends_with_what_is_not_understood_is_not_begun_again(talk, desk, clock, tmp_path):
    begun(talk)
    reply = talk.hear(ME, "嘻嘻嘻")
    while not reply.lines:
        reply = talk.hear(ME, "嘻嘻嘻")
    assert restarted(desk, clock, tmp_path).hear(ME, "你好").then is None
