"""Connecting and long polling, with one clear line for each thing that can be wrong.

python-telegram-bot's own loop dies silently when a token is revoked and logs a traceback for
every fault; here the caller is told.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.fault import InputFault
from bot.log import place
from bot.settings import TELEGRAM, Settings
from bot.telegram.app import ALLOWED, App
from bot.telegram.order import PerChatOrder
from bot.wording import Serve

LONG_POLL = 30
NEWCOMER = 30.0
"""Seconds after its start in which a poller gives way to one that was there before."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

_log = logging.getLogger(__name__)


class Line:
    """Whether Telegram is reached; says so once when that changes."""

    def __init__(self, settings: Settings, words: Serve, say: Callable[[str], None]) -> None:
        self._api, self._words, self._say = settings.api, words, say
        self._own_server = settings.api != TELEGRAM
        self._pause = 0.0
        self._conflict = False

    def reached(self) -> None:
        """A request has been answered."""
        if self._pause > FIRST_PAUSE:
            self._say(self._words.network_back.format(api=self._api))
        self._pause = 0.0

    def failed(self, fault: TelegramError) -> float:
        """Note a request that was not answered, and return how long to wait.

        Raises:
            InputFault: for a token the server refuses.
        """
        if isinstance(fault, InvalidToken):
            line = self._words.wrong_token_api if self._own_server else self._words.wrong_token
            raise InputFault(line.format(api=self._api)) from fault
        if isinstance(fault, RetryAfter):
            return _seconds(fault)
        if isinstance(fault, BadRequest):
            _log.warning("request refused: %s", place(fault))
        elif not self._pause:
            self._say(self._words.no_network.format(api=self._api))
        self._pause = min(LONGEST_PAUSE, max(FIRST_PAUSE, self._pause) * 1.5)
        return self._pause

    def conflict(self, fault: Conflict, *, newcomer: bool) -> None:
        """Another program polls: a newcomer gives way, else it is said once."""
        if newcomer:
            raise InputFault(self._words.conflict) from fault
        if not self._conflict:
            self._say(self._words.conflict_running)
        self._conflict = True


async def connect(app: App, line: Line) -> None:
    """Ask Telegram who we are, until it answers."""
    while True:
        try:
            await app.initialize()
        except TelegramError as fault:
            await asyncio.sleep(line.failed(fault))
        else:
            line.reached()
            return


async def without_webhook(bot: ExtBot[Any], line: Line) -> None:
    """Take back a webhook set earlier: Telegram delivers only one way."""
    while True:
        try:
            await bot.delete_webhook()
        except TelegramError as fault:
            await asyncio.sleep(line.failed(fault))
        else:
            return


async def poll(app: App, order: PerChatOrder, line: Line) -> None:
    """Fetch updates for ever and hand them to the application.

    Raises:
        InputFault: for a refused token, or another program that polls with the same one.
    """
    offset: int | None = None
    started = asyncio.get_running_loop().time()
    try:
        while True:
            await order.room()
            updates = await _fetch(app.bot, offset, line, started)
            for update in updates:
                await app.update_queue.put(update)
                offset = update.update_id + 1
    finally:
        await asyncio.shield(_confirm(app.bot, offset))


async def _fetch(
    bot: ExtBot[Any], offset: int | None, line: Line, started: float
) -> tuple[Update, ...]:
    try:
        updates = await bot.get_updates(offset, timeout=LONG_POLL, allowed_updates=ALLOWED)
    except Conflict as fault:
        now = asyncio.get_running_loop().time()
        line.conflict(fault, newcomer=now - started < NEWCOMER)
        await asyncio.sleep(FIRST_PAUSE)
        return ()
    except TelegramError as fault:
        await asyncio.sleep(line.failed(fault))
        return ()
    line.reached()
    return updates


async def _confirm(bot: ExtBot[Any], offset: int | None) -> None:
    """Tell Telegram which updates have been taken, so that a restart does not repeat them."""
    if offset is None:
        return
    try:
        await bot.get_updates(offset, timeout=0, allowed_updates=ALLOWED)
    except TelegramError as fault:
        _log.warning("last updates not confirmed: %s", place(fault))


def _seconds(fault: RetryAfter) -> float:
    after = fault.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
