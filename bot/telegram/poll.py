"""Connecting and long polling, with one clear line for each thing that can be wrong.

python-telegram-bot's own loop dies silently when a token is revoked and logs a traceback for
every fault; here the caller is told.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from telegram import Bot, Update
from telegram.error import (
    BadRequest,
    Conflict,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.fault import InputFault
from bot.log import place
from bot.settings import TELEGRAM, Settings
from bot.telegram import send
from bot.telegram.app import ALLOWED
from bot.telegram.order import PerChatOrder
from bot.telegram.taken import WINDOW, Taken
from bot.telegram.typed import App
from bot.wording import Serve

LONG_POLL = 30
NEWCOMER = 30.0
"""Seconds after its start in which a poller gives way to one that was there before."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
SOON, AGAIN = 0.02, 0.1
"""Seconds between looks for new updates while others are being worked on: when some came, when
none did."""
BUSY = 0.5
"""Seconds between them while as many chats are worked on as can be: who comes would only wait, and
every look brings all that wait once more."""
SLACK = 10.0
"""Seconds an answer may take longer than was asked for."""

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
            return send.seconds(fault)
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


async def poll(app: App, order: PerChatOrder, taken: Taken, line: Line) -> None:
    """Fetch updates for ever and hand them to the application.

    What is being worked on stays unconfirmed, so Telegram gives it out again if the process ends.

    Raises:
        InputFault: for a refused token, or another program that polls with the same one.
    """
    started = asyncio.get_running_loop().time()
    while True:
        await order.room()
        fetched = await _fetch(app.bot, taken, line, started)
        come = read(fetched, app.bot, taken)
        new = [each for each in come if taken.take(each.update_id, each.to_json)]
        for update in new:
            await app.update_queue.put(update)
        if order.busy:
            await _calm(order, taken)
        if new:
            await asyncio.sleep(SOON)
        elif taken.count:
            freed = len(fetched) >= WINDOW and await taken.let_go()
            await taken.moves(0.0 if freed else AGAIN)


async def _calm(order: PerChatOrder, taken: Taken) -> None:
    """Wait until another update could be worked on, but not for long."""
    clock = asyncio.get_running_loop().time
    end = clock() + BUSY
    while order.busy and clock() < end:
        await taken.moves(end - clock())


def read(fetched: Iterable[Any], bot: Bot, taken: Taken) -> Iterator[Update]:
    """The updates among what was fetched that are new; what cannot be read is passed over."""
    for each in fetched:
        number = each.get("update_id") if isinstance(each, dict) else None
        if not isinstance(number, int) or taken.known(number):
            continue
        try:
            yield Update.de_json(each, bot)
        except Exception as fault:  # noqa: BLE001  one that nobody can read must not stop the others
            _log.error("update not readable: %s", place(fault))
            taken.passed(number)


async def _fetch(bot: ExtBot[Any], taken: Taken, line: Line, started: float) -> Sequence[Any]:
    """The updates that are not confirmed, as JSON; waits for one if all are done."""
    asked = {
        "offset": taken.offset(),
        "timeout": 0 if taken.count else LONG_POLL,
        "allowed_updates": list(ALLOWED),
    }
    try:
        # get_updates reads all or nothing, and once more what is being worked on
        found = await bot._post("getUpdates", asked, read_timeout=LONG_POLL + SLACK)  # noqa: SLF001
    except Conflict as fault:
        now = asyncio.get_running_loop().time()
        line.conflict(fault, newcomer=now - started < NEWCOMER)
        await asyncio.sleep(FIRST_PAUSE)
        return ()
    except TelegramError as fault:
        await asyncio.sleep(line.failed(fault))
        return ()
    except Exception as fault:  # noqa: BLE001  an answer that is JSON and nothing else
        _log.warning("answer not readable: %s", place(fault))
        await asyncio.sleep(line.failed(NetworkError("garbage")))
        return ()
    line.reached()
    return found if isinstance(found, list) else ()


async def confirm(bot: ExtBot[Any], offset: int | None) -> None:
    """Tell Telegram which updates are done, so that a restart does not repeat them."""
    if offset is None:
        return
    try:
        await bot.get_updates(offset, timeout=0, limit=1, allowed_updates=ALLOWED)
    except Exception as fault:  # noqa: BLE001  it is remembered in the ledger as well
        _log.warning("last updates not confirmed: %s", place(fault))
