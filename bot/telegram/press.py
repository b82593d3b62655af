"""A press on a button: by whom, under which message, and that it has been noticed."""

from __future__ import annotations

import logging

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, TelegramError

from bot.log import place
from bot.reply import Who

_log = logging.getLogger(__name__)


def pressed(update: Update) -> tuple[CallbackQuery | None, Who | None, Message | None]:
    """What was pressed, by whom, under which message."""
    query, chat, person = update.callback_query, update.effective_chat, update.effective_user
    message = query.message if query is not None else None
    who = Who(chat.id, person.id) if chat is not None and person is not None else None
    return query, who, message if isinstance(message, Message) else None


async def acknowledge(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Stop the button's spinning; what was pressed is done also where that fails.

    With `alert` the text must be closed, else it goes by itself.
    """
    try:
        await query.answer(text or None, show_alert=alert and bool(text))
    except BadRequest:
        _log.info("callback query too old")
    except TelegramError as fault:
        _log.warning("press not acknowledged: %s", place(fault))
