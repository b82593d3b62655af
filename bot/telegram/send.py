"""Sending that survives refusals of markup, unchanged edits, people who left and short outages."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine
from itertools import chain, repeat
from typing import Any, NamedTuple, TypeVar

from telegram import Bot, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.log import place
from bot.render import Part
from bot.reply import File
from bot.telegram.buttons import Keyboard, markup

PAUSES = (0.5, 2.0, 8.0, 15.0)
ENOUGH = 600.0
"""Seconds after which a message is given up: it may be the one the server stumbles over."""
FINISH_WITHIN = 7.0
"""Seconds a message that is being sent has to be written down as sent when the bot stops."""

_log = logging.getLogger(__name__)
_Sent = TypeVar("_Sent")
_NEVER_SENT = frozenset(
    {
        *("ConnectError", "ConnectTimeout", "PoolTimeout"),  # of httpx
        *("ClientConnectorError", "ConnectionTimeoutError"),  # of aiohttp
    }
)


async def wholly(work: Coroutine[Any, Any, bool]) -> bool:
    """Do the work to its end even when the bot stops: what was sent is also written down."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=FINISH_WITHIN)
        raise


async def tried(work: Callable[[], None], what: str) -> None:
    """Do what is done again later anyhow; that it has failed, and `what` it was, is logged."""
    try:
        await asyncio.to_thread(work)
    except Exception as fault:  # noqa: BLE001  whatever is wrong, it is looked at again
        _log.warning("%s not brought up to date: %s", what, place(fault))


async def noted(write: Callable[[], None]) -> None:
    """Write down what has become of messages, tried until it is written: else they come twice."""
    while True:
        try:
            return await asyncio.to_thread(write)
        except (sqlite3.Error, OSError) as fault:
            _log.error("what has become of messages not written: %s", place(fault))
            await asyncio.sleep(PAUSES[1])


class Sent(NamedTuple):
    """A message of the bot."""

    chat_id: int
    message_id: int


async def reply(
    message: Message, part: Part, keyboard: Keyboard | None = None, *, quote: bool
) -> Sent | None:
    """Send a message to the chat of `message`; None if the person cannot be reached."""
    plainly = message.chat.type == ChatType.PRIVATE and not message.is_topic_message
    way = _posted if plainly and not message.business_connection_id else _replied

    async def send(text: str, mode: str | None) -> Sent:
        return await way(message, text, mode, keyboard, quote)

    return await _careful(send, part)


async def _posted(
    message: Message,
    text: str,
    mode: str | None,
    keyboard: Keyboard | None,
    quote: bool,  # noqa: FBT001
) -> Sent:
    """The same request as `reply_text` makes, and of what comes back only the number.

    A message read whole, with all its hundred fields, costs a third of sending it.
    """
    parameters = {"message_id": message.message_id, "allow_sending_without_reply": True}
    data = {
        "chat_id": message.chat_id,
        "text": text,
        "parse_mode": mode,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": keyboard.as_json() if keyboard is not None else None,
        "reply_parameters": parameters if quote else None,
    }
    sent = await message.get_bot()._post("sendMessage", data)  # noqa: SLF001  as in `poll`
    return Sent(message.chat_id, sent["message_id"])


async def _replied(
    message: Message,
    text: str,
    mode: str | None,
    keyboard: Keyboard | None,
    quote: bool,  # noqa: FBT001
) -> Sent:
    """In groups and topics python-telegram-bot knows what belongs to a reply."""
    parameters = ReplyParameters(message.message_id, allow_sending_without_reply=True)
    sent = await message.reply_text(
        text,
        parse_mode=mode,
        reply_markup=markup(keyboard),
        reply_parameters=parameters if quote else None,
        do_quote=None if quote else False,
    )
    return Sent(sent.chat_id, sent.message_id)


async def document(message: Message, file: File, caption: str) -> None:
    """Send a file to the chat of `message`."""
    try:
        await patiently(lambda: message.reply_document(file.data, caption, filename=file.name))
    except Forbidden:
        _log.info("the person has left")


async def remind(bot: Bot, chat: int, part: Part, keyboard: Keyboard | None = None) -> None:
    """Send a message nobody has just asked for.

    Raises:
        Forbidden: if the person has left.
        TelegramError: if it was not sent.
    """
    await patiently(
        lambda: bot.send_message(
            chat, part.html, parse_mode=ParseMode.HTML, reply_markup=markup(keyboard)
        )
    )


async def edit(
    bot: Bot, message: Message | Sent, part: Part, keyboard: Keyboard | None = None
) -> None:
    """Change a message of the bot; that nothing changes is no fault."""

    async def send(text: str, mode: str | None) -> Message | bool:
        return await bot.edit_message_text(
            text,
            chat_id=message.chat_id,
            message_id=message.message_id,
            parse_mode=mode,
            reply_markup=markup(keyboard),
        )

    await _careful(send, part)


async def _careful(send: Callable[[str, str | None], Awaitable[_Sent]], part: Part) -> _Sent | None:
    try:
        try:
            return await patiently(lambda: send(part.html, ParseMode.HTML))
        except BadRequest as refused:
            if "parse entities" not in refused.message:
                raise
            _log.warning("markup refused, sent as plain text")
            return await patiently(lambda: send(part.plain, None))
    except Forbidden:
        return None
    except BadRequest as refused:
        if "not modified" in refused.message:
            return None
        raise


async def once(bot: Bot, chat: int, part: Part) -> None:
    """Send a message that may as well be lost.

    Raises:
        TelegramError: if it was not sent.
    """
    await bot.send_message(chat, part.html, parse_mode=ParseMode.HTML)


async def patiently(call: Callable[[], Awaitable[_Sent]]) -> _Sent:
    """Try again for ten minutes after faults of the network or the server, and after flood limits.

    What was sent although no answer came is sent twice then: better than not at all, and logged.
    """
    clock = asyncio.get_running_loop().time
    until = clock() + ENOUGH
    for usual in chain(PAUSES, repeat(PAUSES[-1])):
        pause = usual
        try:
            return await call()
        except RetryAfter as fault:
            pause = seconds(fault) + usual
        except (BadRequest, Forbidden, InvalidToken, ChatMigrated):
            raise
        except (TelegramError, KeyError, TypeError, ValueError) as fault:
            # the latter: an answer that is JSON and nothing else
            if clock() + pause > until:
                raise
            if type(fault.__cause__).__name__ not in _NEVER_SENT:
                _log.warning("no answer, sent again: %s", place(fault))
        await asyncio.sleep(pause)
    raise AssertionError  # pauses never end


def seconds(fault: RetryAfter) -> float:
    """How long a flood limit asks to wait."""
    after = fault.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
