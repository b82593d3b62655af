"""Buttons and what their callback data mean.

Data are a letter and keys that are looked up (64 bytes are allowed, about 25 are used), so a
forged or old button can at most name something that exists and anybody may ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from telegram import InlineKeyboardMarkup

from bot.competitions import key_of
from bot.links import address
from bot.render import button_label
from bot.reply import Button
from bot.wording import Wording
from retrieval.model import Option

ASK, OPEN, SETTLE, ANY, PAGE, MORE = "a", "o", "s", "x", "p", "m"
PAGE_SIZE = 8
SHORT = 10
"""Characters of a label of which two fit into a row."""


Made = Mapping[str, str]
"""A button as Telegram's JSON has it."""


class Keyboard(NamedTuple):
    """Buttons below a message, as JSON: objects of python-telegram-bot take ten times as long."""

    rows: Sequence[Sequence[Made]]

    def as_json(self) -> dict[str, Any]:
        """What a request has as `reply_markup`."""
        return {"inline_keyboard": self.rows}


def markup(keyboard: Keyboard | None) -> InlineKeyboardMarkup | None:
    """The same for python-telegram-bot."""
    return None if keyboard is None else InlineKeyboardMarkup.de_json(keyboard.as_json())


class Pressed(NamedTuple):
    """Callback data, taken apart."""

    action: str
    key: str
    page: int


def pressed(data: str) -> Pressed:
    """Read callback data; what is no button of ours has an action nobody knows."""
    action, _, rest = data.partition(":")
    key, _, page = rest.partition(":")
    return Pressed(action, key, int(page) if page.isascii() and page.isdigit() else 0)


def ask_buttons(
    options: Iterable[Option],
    words: Wording,
    left: int = 0,
    more: Sequence[Button] = (),
    *,
    bot: str = "",
) -> Keyboard | None:
    """Under an answer: its options, other buttons, and the rest of a long one; None if none.

    `bot` is the user name that links into a private chat lead to.
    """
    rows = [[_button(option.label, f"{ASK}:{key_of(option)}")] for option in options]
    rows += _rows(more, bot)
    if left:
        rows.append([_button(words.more.format(count=left), MORE)])
    return Keyboard(rows) if rows else None


def choose_buttons(
    options: Sequence[Option], words: Wording, page: int = 0, final: Option | None = None
) -> Keyboard:
    """A page of competitions, tracks or groups; `final` stays with the level above them."""
    pages = max(1, -(-len(options) // PAGE_SIZE))
    page = min(page, pages - 1)
    if final is None:
        rows = [[_button(words.any_competition, ANY)]]
    else:
        rows = [[_button(final.label, f"{SETTLE}:{key_of(final)}")]]
    shown = options[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    rows += [[_button(option.label, f"{OPEN}:{key_of(option)}")] for option in shown]
    turn = [(page - 1, words.previous_page), (page + 1, words.next_page)]
    above = key_of(final) if final else ""
    rows.append([_button(label, f"{PAGE}:{above}:{at}") for at, label in turn if 0 <= at < pages])
    return Keyboard([row for row in rows if row])


def _rows(shown: Sequence[Button], bot: str) -> list[list[Made]]:
    """Long labels in rows of their own, short ones by twos, controls together at the end."""
    rows: list[list[Made]] = []
    half = False
    for one in (each for each in shown if not each.control):
        made, short = _made(one, bot), len(one.label) <= SHORT
        if half and short:
            rows[-1].append(made)
            half = False
        else:
            rows.append([made])
            half = short
    controls = [_made(one, bot) for one in shown if one.control]
    return [*rows, controls] if controls else rows


def _made(one: Button, bot: str) -> Made:
    if one.link is not None:
        return {"text": button_label(one.label), "url": address(bot, one.link)}
    return _button(one.label, one.data)


def _button(label: str, data: str) -> Made:
    return {"text": button_label(label), "callback_data": data}
