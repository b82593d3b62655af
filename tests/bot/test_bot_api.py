"""The fake Bot API server refuses what Telegram refuses."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import telegram
from bot_api import rules, typed
from bot_api.markup import MarkupError, parse
from bot_api.rules import LONGEST, RefusedError, answer
from bot_api.state import State, person, private


@pytest.fixture
def state():
    made = State()
    made.add(private(7), person(7), text="你好")
    return made


@pytest.mark.parametrize(
    "html",
    ["<x>a</x>", "<b>a", "a</b>", "<b><i>a</b></i>", "a < b", "<",
     "<blockquote><blockquote>a</blockquote></blockquote>"],
)  # fmt: skip
def test_broken_markup_is_refused_as_telegram_does(html, state):
    with pytest.raises(MarkupError, match="can't parse entities"):
        parse(html)
    with pytest.raises(RefusedError) as refused:
        answer(state, "sendMessage", {"chat_id": 7, "text": html, "parse_mode": "HTML"})
    assert refused.value.body["description"].startswith("Bad Request: can't parse entities")


def test_markup_becomes_entities_counted_in_utf16():
    parsed = parse("🏆<b>甲&lt;</b><blockquote expandable>乙</blockquote>")
    assert parsed.text == "🏆甲<乙"
    assert [(e.kind, e.start, e.end) for e in parsed.entities] == [
        ("bold", 2, 4), ("expandable_blockquote", 4, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fits"),
    [("字" * LONGEST, True), ("字" * LONGEST + "字", False), ("🏆" * 2048, True),
     ("🏆" * 2048 + "a", False), ("&lt;" * LONGEST, True), ("", False), (" \n", False),
     ("\ud800", False)],
    ids=["满", "多一字", "表情满", "表情多一字", "转义不计", "空", "空白", "半个代理对"],
)  # fmt: skip
def test_length_is_counted_after_parsing(text, fits, state):
    params = {"chat_id": 7, "text": text, "parse_mode": "HTML"}
    if fits:
        assert answer(state, "sendMessage", params)["text"]
    else:
        with pytest.raises(RefusedError):
            answer(state, "sendMessage", params)


@pytest.mark.parametrize(("length", "fits"), [(64, True), (65, False), (0, False)])
def test_callback_data_have_one_to_64_bytes(length, fits, state):
    markup = {"inline_keyboard": [[{"text": "按", "callback_data": "x" * length}]]}
    params = {"chat_id": 7, "text": "选", "reply_markup": markup}
    if fits:
        assert answer(state, "sendMessage", params)
    else:
        with pytest.raises(RefusedError, match="BUTTON_DATA_INVALID"):
            answer(state, "sendMessage", params)


def test_an_edit_that_changes_nothing_is_refused(state):
    message = answer(state, "sendMessage", {"chat_id": 7, "text": "甲"})
    edit = {"chat_id": 7, "message_id": message["message_id"], "text": "甲"}
    with pytest.raises(RefusedError, match="message is not modified"):
        answer(state, "editMessageText", edit)
    assert answer(state, "editMessageText", {**edit, "text": "乙"})["text"] == "乙"


@pytest.mark.parametrize(
    ("method", "raw", "wrong"),
    [
        ("sendMessage", {"chat_id": "7", "text": "甲"}, False),
        ("sendMessage", {"chat_id": "7", "text": "甲", "colour": "red"}, True),
        ("sendMessage", {"chat_id": "7"}, True),
        ("sendMessage", {"chat_id": "7", "text": "甲", "disable_notification": '"x"'}, True),
        ("sendMessage", {"chat_id": "7", "text": "甲", "reply_markup": "{"}, True),
        ("sendMessage",
         {"chat_id": "7", "text": "甲", "reply_parameters": '{"message_id": 1}'}, False),
        ("sendMessage", {"chat_id": "7", "text": "甲", "reply_parameters": '{"id": 1}'}, True),
        ("sendMessage", {"chat_id": "7", "text": "甲",
                         "link_preview_options": '{"is_disabled": true, "odd": 1}'}, True),
        ("sendmessage", {"chat_id": "7", "text": "甲"}, False),
        ("getUpdates", {"offset": "5", "allowed_updates": '["message"]'}, False),
        ("getUpdates", {"allowed_updates": "message"}, True),
        ("sendTelepathy", {}, True),
    ],
)  # fmt: skip
def test_requests_are_read_with_independent_types(method, raw, wrong):
    assert bool(typed.faults(method, raw)[1]) == wrong


def test_what_is_not_json_typed_is_left_as_words():
    assert typed.faults("sendMessage", {"chat_id": "-100", "text": "123"})[0]["text"] == "123"


ROOT = Path(__file__).resolve().parents[2]
SHORT = {
    "reply_text": "sendMessage", "reply_document": "sendDocument", "edit_text": "editMessageText",
    "reply_chat_action": "sendChatAction", "answer": "answerCallbackQuery", "initialize": "getMe",
}  # fmt: skip
"""Methods of python-telegram-bot's messages and queries, and what they call."""


def called_by_the_bot():
    """The methods of the Bot API that the bot's code names."""
    own = {name for name, _ in inspect.getmembers(telegram.Bot, inspect.iscoroutinefunction)}
    files = list((ROOT / "bot/telegram").glob("*.py"))
    assert len(files) > 10
    words = {w for f in files for w in re.findall(r"[.]([a-z][a-z_]+)\b", f.read_text("utf-8"))}
    found = {
        name.partition("_")[0] + name.partition("_")[2].title().replace("_", "")
        for name in words & own
        if "_" in name
    }
    return found | {SHORT[name] for name in words & SHORT.keys()}


def test_every_method_the_bot_calls_is_served_and_has_independent_types():
    called = called_by_the_bot()
    assert {"sendMessage", "getFile", "setMyCommands", "setWebhook", "getUpdates"} <= called
    assert {name.lower() for name in called} == {*rules.METHODS, "getupdates"}
    assert all(typed.method_named(name) for name in called)
