"""What stands before all handlers: who asks too much is told so, who waits long is told to wait."""

from __future__ import annotations

import asyncio
import logging

from telegram import Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.log import place
from bot.render import text_parts
from bot.telegram import send
from bot.telegram.addressed import in_private, meant
from bot.telegram.limits import PerPerson
from bot.wording import Wording

TOLD_A_MINUTE = 20
"""People told to wait: the line must not take the place of answers."""

_log = logging.getLogger(__name__)


class Guard:
    """Lets updates through, or says why not."""

    def __init__(self, limit: PerPerson, words: Wording) -> None:
        self._limit, self._words = limit, words
        self._waiting, self._all = PerPerson(1), PerPerson(TOLD_A_MINUTE)
        self._lines: set[asyncio.Task[None]] = set()

    async def check(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Count an update that is meant for the bot; one too many ends here.

        Raises:
            ApplicationHandlerStop: nothing else is to be done with it.
        """
        person = update.effective_user or update.effective_chat
        if person is None or not _counts(update) or self._limit.allows(person.id):
            return
        _log.warning("more than one person may ask")
        if self._limit.tells(person.id):
            await self._say(update, self._words.too_many)
        raise ApplicationHandlerStop

    def waits(self, update: Update) -> None:
        """An update has waited long: say once a minute that it will be answered."""
        chat = update.effective_chat
        if chat is None or not _counts(update) or not self._waiting.allows(chat.id):
            return
        if self._all.allows(0):
            task = asyncio.create_task(self._say(update, self._words.busy))
            self._lines.add(task)
            task.add_done_callback(self._lines.discard)

    async def _say(self, update: Update, text: str) -> None:
        """A line that may as well be lost."""
        chat = update.effective_chat
        if chat is None:
            return
        try:
            await send.once(update.get_bot(), chat.id, text_parts(text)[0])
        except TelegramError as fault:
            _log.warning("line not sent: %s", place(fault))


def _counts(update: Update) -> bool:
    """Whether it is meant for the bot: not what people in a group say to each other."""
    message = update.effective_message
    if update.callback_query is not None or not isinstance(message, Message):
        return True
    command = (message.text or "").startswith("/")
    return in_private(message) or command or meant(message, update.get_bot())
