"""Reminders over HTTP: asked for by a button, sent when the clock says so, over restarts."""

from __future__ import annotations

import time

import icalendar
from bot_api.rules import RefusedError
from fakes.brisk import PACE

from bot.competitions import key_of
from bot.telegram import postman
from bot.wording import wording
from retrieval.model import Option

WORDS = wording()
SECOND = key_of(Option(label="", notice="made-2"))


def buttons(message):
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["text"] for row in rows for b in row]


def asked_for(api):
    api.says(f"/start r-{SECOND}")
    reply = api.reply(1)
    assert "报名截止时间：2099年9月29日" in reply["text"]
    return reply


def test_a_reminder_comes_once_though_the_bot_is_started_anew(api, serve, at, tmp_path):
    bot = serve()
    asked_for(api)
    assert bot.stop() == 0
    at("2099-09-27T09:00")
    bot = serve()
    message = api.reply(2)
    assert message["text"].startswith("提醒：报名截止时间，2099年9月29日截止")
    assert "expandable_blockquote" in {entity["type"] for entity in message["entities"]}
    assert buttons(message) == [WORDS.remind.calendar, WORDS.remind.stop]
    assert bot.stop() == 0
    serve()
    api.says("你好")
    api.wait(lambda: "你说：你好" in [m["text"] for m in api.sent()])
    assert len(api.sent()) == 3


def test_a_changed_date_is_said_while_running_and_the_person_who_left_is_forgotten(
    api, serve, at, tmp_path
):
    serve()
    asked_for(api)
    (tmp_path / "version").write_text("2099年9月19日", "utf-8")
    assert "由2099年9月29日改为2099年9月19日" in api.reply(2)["text"]
    api.fails("sendMessage", RefusedError(403, "Forbidden: bot was blocked by the user"))
    at("2099-09-18T10:00")
    api.wait(lambda: any(call.status == 403 for call in api.calls))
    api.says("/remind")
    assert api.reply(3)["text"] == WORDS.remind.none


def test_nothing_is_sent_at_night_and_a_withdrawn_notice_is_told_in_the_morning(
    api, serve, at, tmp_path
):
    serve()
    asked_for(api)
    at("2099-09-02T23:30")
    (tmp_path / "version").write_text("withdrawn", "utf-8")
    api.says("/choose 第2届")  # by now the bot has seen it
    api.wait(lambda: len(api.sent()) == 2)
    time.sleep(4 * postman.EVERY / PACE)
    assert len(api.sent()) == 2
    at("2099-09-03T08:00")
    gone = api.reply(3)
    assert gone["text"] == WORDS.remind.gone.format(name="第2届试赛")
    assert "reply_markup" not in gone


def test_what_was_left_to_be_announced_comes_with_its_notice_once_and_over_a_restart(
    api, serve, at, tmp_path
):
    bot = serve()
    assert "决赛时间：待另行通知" in asked_for(api)["text"]
    (tmp_path / "version").write_text("announced", "utf-8")
    told = api.reply(2)
    assert told["text"].startswith("已公布：决赛时间\n10月20日")
    assert "试发〔2023〕3号" in told["text"]
    assert bot.stop() == 0
    serve()
    api.says("你好")
    api.wait(lambda: "你说：你好" in [m["text"] for m in api.sent()])
    assert len(api.sent()) == 3


def test_a_moved_deadline_offers_the_calendar_again_and_the_way_out(api, serve, at, tmp_path):
    serve()
    asked_for(api)
    (tmp_path / "version").write_text("2099年9月19日", "utf-8")
    moved = api.reply(2)
    api.presses(moved, WORDS.remind.calendar)
    api.wait(lambda: api.files)
    (entry,) = icalendar.Calendar.from_ical(*api.files.values()).walk("VEVENT")
    assert str(entry.decoded("dtstart")) == "2099-09-19"
    api.presses(moved, WORDS.remind.stop)
    assert "不再提醒：第2届试赛" in api.reply(4)["text"]


def test_a_reminder_survives_a_server_that_refuses_stumbles_and_talks_garbage(api, serve, at):
    serve()
    asked_for(api)
    flood = RefusedError(429, "Too Many Requests: retry after 1", retry_after=1)
    api.fails("sendMessage", flood, RefusedError(502, "Bad Gateway"), "garbage", "drop")
    at("2099-09-28T10:00")
    assert api.reply(2)["text"].startswith("提醒：报名截止时间")
    assert len(api.sent()) == 2


def test_the_calendar_file_and_the_way_out(api, serve, at, tmp_path):
    serve()
    reply = asked_for(api)
    api.presses(reply, WORDS.remind.calendar)
    api.wait(lambda: api.files)
    ((name, data),) = api.files.items()
    (entry,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert name.endswith(".ics")
    assert "报名截止时间：2099年9月29日" in entry["description"]
    api.presses(reply, "取消提醒")
    assert "不再提醒：第2届试赛" in api.reply(3)["text"]
    at("2099-09-28T10:00")
    api.says("/remind")
    assert api.reply(4)["text"] == WORDS.remind.none


def test_an_answer_about_a_deadline_offers_it_and_a_group_goes_to_private(api, serve, at):
    serve()
    api.says("/remind@saiwen_bot", chat=-100)
    moved = api.reply(1, -100)
    assert moved["text"] == WORDS.group.remind
    api.says("/start r")
    assert api.reply(1)["text"] == WORDS.remind.none
