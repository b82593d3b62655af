"""Keyboards as JSON are those that python-telegram-bot would send."""

from __future__ import annotations

import json

from bot.links import Link
from bot.reply import Button
from bot.telegram.buttons import ask_buttons, choose_buttons, markup
from bot.wording import wording
from retrieval.model import Option

OPTIONS = tuple(Option(label=f"赛项{n}", notice="n", track=str(n)) for n in range(10))
MORE = (
    Button(label="短", data="x:1"),
    Button(label="好", data="x:2", control=True),
    Button(label="私聊", link=Link("mine")),
)


def test_what_is_posted_is_what_python_telegram_bot_makes_of_it():
    for keyboard in (
        ask_buttons(OPTIONS, wording(), 3, MORE, bot="a_bot"),
        choose_buttons(OPTIONS, wording(), 1, OPTIONS[0]),
    ):
        assert keyboard is not None
        assert json.loads(markup(keyboard).to_json()) == json.loads(json.dumps(keyboard.as_json()))


def test_no_buttons_are_no_keyboard():
    assert ask_buttons((), wording()) is None
    assert markup(None) is None
