"""Many chats at once, each chat in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.log import place
from bot.telegram.taken import Taken

AT_ONCE = 32
"""Updates worked on; more does not help, the work is done by a few threads."""
WAITING = 1000
"""Updates held; beyond that they are left with Telegram."""
LONG = 5.0
"""Seconds an update waits for its turn before the person is told that it will be answered."""

_log = logging.getLogger(__name__)


class PerChatOrder(BaseUpdateProcessor):
    """Processes updates of different chats concurrently, those of one chat one after another."""

    __slots__ = ("_chats", "_held", "_room", "_taken", "_working", "waits")

    def __init__(self, taken: Taken | None = None) -> None:
        """`taken` is told of every update that is done."""
        super().__init__(max_concurrent_updates=4 * WAITING)
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._working = asyncio.Semaphore(AT_ONCE)
        self._held = 0
        self._room = asyncio.Event()
        self._room.set()
        self._taken = taken or Taken()
        self.waits: Callable[[Update], None] | None = None
        """Called with an update that has waited long for its turn."""

    async def room(self) -> None:
        """Wait until more updates may be fetched."""
        await self._room.wait()

    @property
    def full(self) -> bool:
        """Whether no more updates should be taken now."""
        return not self._room.is_set()

    @property
    def busy(self) -> bool:
        """Whether another update would wait although none of its chat is worked on."""
        return self._working.locked()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn; asyncio locks are fair, so the order of arrival is kept."""
        chat = update.effective_chat if isinstance(update, Update) else None
        lock = self._chats.setdefault(chat.id if chat else 0, asyncio.Lock())
        self._count(1)
        patience = asyncio.get_running_loop().call_later(LONG, self._tell, update)
        try:
            async with lock, self._working:
                patience.cancel()
                await self._process(update, coroutine)
        finally:
            patience.cancel()
            self._count(-1)

    async def _process(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update, and have it written that it is done before the next of its chat."""
        try:
            await coroutine
        except Exception as fault:  # noqa: BLE001  handlers have failed and so has saying so
            _log.error("update not handled: %s", place(fault))
        if isinstance(update, Update):
            await self._taken.finish(update.update_id)

    def _tell(self, update: object) -> None:
        if self.waits is not None and isinstance(update, Update):
            self.waits(update)

    def _count(self, change: int) -> None:
        self._held += change
        if self._held < WAITING:
            self._room.set()
        else:
            self._room.clear()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""
