"""Errors reach the chat of those who run the bot: what, where and how often."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable
from threading import Lock

from telegram import Bot
from telegram.error import TelegramError

from bot.log import Discreet
from bot.render import text_parts
from bot.telegram import send

EVERY = 30.0
"""Seconds between messages: a fault that repeats is told once with its number."""
MOST = 20
"""Kinds of errors in a message."""

_log = logging.getLogger(__name__)


class Reports(logging.Handler):
    """Collects errors of the log, in the words of the log."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(logging.ERROR)
        self.setFormatter(Discreet(secrets))
        self._found: Counter[str] = Counter()
        self._own = Lock()

    def emit(self, record: logging.LogRecord) -> None:
        """Count an error."""
        _, _, line = self.format(record).partition(" ")  # without the moment
        with self._own:
            if line in self._found or len(self._found) < MOST:
                self._found[line] += 1

    def take(self) -> str:
        """What has come since; empty if nothing."""
        with self._own:
            found, self._found = self._found, Counter()
        return "\n".join(f"{line} ×{count}" for line, count in found.items())


async def tell(bot: Bot, chat: int, reports: Reports) -> None:
    """Send what comes, for ever; what cannot be sent stands in the log all the same."""
    while True:
        await asyncio.sleep(EVERY)
        await tell_now(bot, chat, reports)


async def tell_now(bot: Bot, chat: int, reports: Reports) -> None:
    """Send what has come since."""
    if text := reports.take():
        try:
            await send.once(bot, chat, text_parts(text)[0])
        except TelegramError as fault:
            _log.warning("administrators not reached: %s", type(fault).__name__)
