"""What a chat is shown: answers in parts, with buttons, and a sign of work when it takes long."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from telegram import Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.log import place
from bot.recent import Recent
from bot.render import Part, answer_parts, line_parts, text_parts
from bot.reply import Reply
from bot.telegram import buttons, send
from bot.telegram.addressed import in_private
from bot.wording import Wording

SLOW = 0.8
"""Seconds after which the person is shown that the bot is at work."""
TYPING_LASTS = 4.5
AT_ONCE = 3
"""Messages of one answer sent without asking; the rest comes at a press."""
KEPT = 5_000

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Screen:
    """Sends answers, and remembers which message answers which question."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._rest = Recent[tuple[int, int], tuple[Part, ...]](KEPT)
        self._replies = Recent[tuple[int, int], send.Sent](KEPT)

    def rest_of(self, message: Message) -> tuple[Part, ...]:
        """Take the parts that were left below a message; none after a restart."""
        return self._rest.pop((message.chat_id, message.message_id)) or ()

    async def show(self, message: Message, reply: Reply, *, edited: bool = False) -> None:
        """Send an answer, with its options and the rest of a long one as buttons.

        An `edited` question changes the answer it had, if that was one message and still is.
        """
        if reply.file is not None:
            await send.document(message, reply.file, reply.text)
            return
        parts = parts_of(reply)
        now, rest = parts[:AT_ONCE], parts[AT_ONCE:]
        # Telegram sends the question along with a press on a quoted reply, also after a restart.
        keyboard = buttons.ask_buttons(
            reply.options, self._words, len(rest), reply.buttons, bot=message.get_bot().username
        )
        before = self._replies.get((message.chat_id, message.message_id)) if edited else None
        if before is not None and len(parts) == 1:
            await send.edit(message.get_bot(), before, parts[0], keyboard)
            return
        quote = bool(reply.options) or (reply.answer is not None and bool(reply.buttons))
        sent = await self.send(message, now, keyboard, quote=quote)
        if sent is not None and rest:
            self._rest.keep((message.chat_id, sent.message_id), rest)
        if sent is not None and len(parts) == 1:
            self._replies.keep((message.chat_id, message.message_id), sent)
        if reply.then is not None:
            await self.show(message, reply.then)

    async def pressed(self, message: Message, reply: Reply) -> None:
        """What a press led to: the pressed message without its buttons, then what comes next."""
        if reply.closes:
            await send.edit(message.get_bot(), message, text_parts(reply.closes)[0])
        if reply.text or reply.lines:
            await self.show(message, reply)

    async def turn(self, message: Message, reply: Reply) -> None:
        """Another page in the place of the one that is shown."""
        keyboard = buttons.ask_buttons((), self._words, more=reply.buttons)
        await send.edit(message.get_bot(), message, parts_of(reply)[0], keyboard)

    async def quote(self, message: Message, reply: Reply) -> None:
        """Reply to a message and quote it, so that the buttons know what they are about."""
        text, name = reply.text or reply.note, message.get_bot().username
        keyboard = buttons.ask_buttons((), self._words, more=reply.buttons, bot=name)
        if text:
            await send.reply(message, text_parts(text)[0], keyboard, quote=True)

    async def send(
        self,
        message: Message,
        parts: Sequence[Part],
        keyboard: buttons.Keyboard | None = None,
        *,
        quote: bool = False,
    ) -> send.Sent | None:
        """Send parts in order, the keyboard under the last one, which is returned."""
        quote = quote or not in_private(message)
        for part in parts[:-1]:
            await send.reply(message, part, quote=quote)
        return await send.reply(message, parts[-1], keyboard, quote=quote)


def parts_of(reply: Reply) -> tuple[Part, ...]:
    """A reply as the messages it takes."""
    if reply.answer:
        return answer_parts(reply.answer, reply.context)
    return line_parts(reply.lines) if reply.lines else text_parts(reply.text)


async def at_work(message: Message, work: Callable[[], _Result]) -> _Result:
    """Do slow work in a thread, showing “typing” only if it takes long."""
    task = asyncio.create_task(asyncio.to_thread(work))
    done, _ = await asyncio.wait({task}, timeout=SLOW)
    while not done:
        try:
            await message.reply_chat_action(ChatAction.TYPING)
        except TelegramError as fault:
            _log.warning("typing not shown: %s", place(fault))
        done, _ = await asyncio.wait({task}, timeout=TYPING_LASTS)
    return task.result()
