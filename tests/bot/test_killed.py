"""Killed again and again: no update is lost, at most one a chat is answered twice."""

from __future__ import annotations

import time
from collections import Counter

from bot_api.rules import RefusedError

from bot.telegram.taken import WINDOW

KILLS, CHATS, EACH = 4, 12, 14
AS_SERVED = {"TELEGRAM_PER_MINUTE": "0", "PACE": "1"}


def test_nothing_is_lost_and_only_what_was_in_flight_comes_twice(api, serve):
    chats = range(1, CHATS + 1)
    bot = serve(**AS_SERVED)
    for number in range(EACH):
        for chat in chats:
            api.says(f"问{number}", who=chat)
    for kill in range(1, KILLS + 1):
        api.wait(lambda kill=kill: len(api.called("sendMessage")) >= kill * CHATS * 2)
        bot.process.kill()
        bot.process.wait()
        bot = serve(**AS_SERVED)
    wanted = [f"你说：问{number}" for number in range(EACH)]
    for chat in chats:
        answered(api, chat, wanted)
    time.sleep(0.5)
    assert bot.stop() == 0
    for chat in chats:
        texts = [message["text"] for message in api.sent(chat)]
        assert list(dict.fromkeys(texts)) == wanted  # all of them, in order
        twice = [text for text, count in Counter(texts).items() if count > 1]
        assert len(texts) - len(wanted) <= KILLS
        assert len(twice) <= KILLS
    assert "会再答一遍" in bot.said or not api.state.updates


def answered(api, chat, wanted):
    api.wait(lambda: {m["text"] for m in api.sent(chat)} >= set(wanted), timeout=60)


def test_what_is_done_is_not_done_again_after_a_kill(api, serve):
    bot = serve()
    api.says("你好")
    api.reply(1)
    end = time.monotonic() + 20
    while api.state.updates:
        assert time.monotonic() < end
        time.sleep(0.02)
    bot.process.kill()
    bot.process.wait()
    serve()
    api.says("还在吗")
    api.reply(2)
    assert [m["text"] for m in api.sent()] == ["你说：你好", "你说：还在吗"]


def test_a_server_that_repeats_updates_is_answered_once(api, serve):
    serve()
    api.says("你好")
    update = api.state.updates[0] if api.state.updates else None
    api.reply(1)
    if update is not None:
        api.state.updates.append(update)  # with a number that is confirmed long since
    api.says("还在吗")
    api.reply(2)
    assert [m["text"] for m in api.sent()] == ["你说：你好", "你说：还在吗"]


def test_an_update_nobody_can_read_does_not_stop_the_others(api, serve):
    bot = serve()
    api.state.push("message", {"message_id": "nonsense", "text": "张三 110105194912310021"})
    api.says("你好")
    assert api.reply(1)["text"] == "你说：你好"
    assert "update not readable" in bot.said
    assert "张三" not in bot.said


def test_one_that_keeps_a_hundred_waiting_lets_them_pass_and_is_not_lost_by_a_kill(api, serve):
    quick = {"TELEGRAM_PER_MINUTE": "0", "TELEGRAM_LIMITS": "off", "STUCK": "0.5"}
    bot = serve(**quick)
    api.fails("sendMessage", RefusedError(429, "Too Many Requests", retry_after=300))
    api.says("第一个", who=1)
    api.wait(lambda: api.called("sendMessage"))
    for person in range(2, WINDOW + 2):
        api.says("你好", who=person)
    assert api.reply(1, chat=WINDOW + 1)["text"] == "你说：你好"
    end = time.monotonic() + 20
    while api.state.updates:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert api.sent(1) == []
    bot.process.kill()
    bot.process.wait()
    serve(**quick)
    assert api.reply(1, chat=1)["text"] == "你说：第一个"
