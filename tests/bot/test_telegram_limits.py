"""How much one person may ask, and what those who run the bot are told."""

from __future__ import annotations

import logging

import pytest

from bot.fault import InputFault
from bot.settings import PER_MINUTE, Settings
from bot.telegram.errors import MOST, Reports
from bot.telegram.limits import PerPerson
from bot.wording import wording

WORDS = wording()


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def test_so_many_at_once_then_as_time_goes_by():
    clock = Clock()
    limit = PerPerson(60, clock)
    assert [limit.allows(1) for _ in range(61)] == [True] * 60 + [False]
    clock.now += 0.9
    assert not limit.allows(1)
    clock.now += 0.2
    assert limit.allows(1)
    assert not limit.allows(1)


def test_others_are_not_concerned():
    limit = PerPerson(1, Clock())
    assert limit.allows(1)
    assert not limit.allows(1)
    assert limit.allows(2)


def test_it_is_told_once_a_minute():
    clock = Clock()
    limit = PerPerson(1, clock)
    assert [limit.tells(1), limit.tells(1), limit.tells(2)] == [True, False, True]
    clock.now += 60
    assert limit.tells(1)


def test_no_limit():
    limit = PerPerson(0, Clock())
    assert all(limit.allows(1) for _ in range(1000))


def test_one_too_many_is_told_once_and_the_others_are_answered(api, serve):
    serve(TELEGRAM_PER_MINUTE="3")
    for number in range(6):
        api.says(f"问{number}")
    api.says("你好", who=8)
    api.reply(1, 8)
    api.reply(4)
    texts = [message["text"] for message in api.sent()]
    assert texts == ["你说：问0", "你说：问1", "你说：问2", WORDS.too_many]


def test_what_people_in_a_group_say_to_each_other_does_not_count(api, serve):
    serve(TELEGRAM_PER_MINUTE="2")
    for _ in range(5):
        api.says("大家好", chat=-100)
    api.says("@saiwen_bot 你好", chat=-100)
    assert api.reply(1, -100)["text"] == "你说：你好"


# --- settings ----------------------------------------------------------------------------------
def test_settings_have_defaults():
    settings = Settings.of({"TELEGRAM_TOKEN": " 1:x ", "TELEGRAM_PER_MINUTE": ""})
    assert settings.token == "1:x"
    assert settings.paced
    assert settings.per_minute == PER_MINUTE
    assert (settings.admin_chat, settings.workers, settings.local_files) == (None, 0, False)


@pytest.mark.parametrize("off", ["off", "OFF", "0", "no", "false"])
def test_the_limits_of_telegram_can_be_switched_off(off):
    assert not Settings.of({"TELEGRAM_LIMITS": off}).paced


@pytest.mark.parametrize("name", ["TELEGRAM_PER_MINUTE", "TELEGRAM_ADMIN_CHAT", "SAIWEN_WORKERS"])
def test_a_number_that_is_none_is_named(name):
    with pytest.raises(InputFault, match=name):
        Settings.of({name: "viele"})


# --- errors ------------------------------------------------------------------------------------
def reported(reports, *names):
    for name in names:
        reports.emit(logging.LogRecord("bot.x", logging.ERROR, "x.py", 1, name, (), None))
    return reports.take()


def test_errors_are_counted_by_what_and_where():
    reports = Reports(["4242:secret"])
    said = reported(reports, "a 4242:secret", "b", "a 4242:secret")
    assert said.splitlines() == ["ERROR bot.x: a *** ×2", "ERROR bot.x: b ×1"]
    assert reports.take() == ""


def test_not_more_kinds_than_fit_into_a_message():
    assert len(reported(Reports(), *map(str, range(100))).splitlines()) == MOST


def test_errors_reach_the_administrators_without_words_of_the_person(api, serve):
    api.says("好", who=99)  # a bot can write only to those who have written to it
    bot = serve(TELEGRAM_ADMIN_CHAT="99")
    api.reply(1, 99)
    api.says("坏 张三 110105194912310021")
    assert api.reply(1)["text"] == WORDS.fault
    assert bot.stop() == 0
    told = api.sent(99)[-1]["text"]
    assert "update not handled: ValueError, desk.py:" in told
    assert "张三" not in told
    assert "1101" not in told
