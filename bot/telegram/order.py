"""Many chats at once, each chat in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 32
"""Updates worked on; more does not help, the work is done by a few threads."""
WAITING = 1000
"""Updates held; beyond that they are left with Telegram."""


class PerChatOrder(BaseUpdateProcessor):
    """Processes updates of different chats concurrently, those of one chat one after another."""

    __slots__ = ("_chats", "_held", "_room", "_working")

    def __init__(self) -> None:
        super().__init__(max_concurrent_updates=4 * WAITING)
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._working = asyncio.Semaphore(AT_ONCE)
        self._held = 0
        self._room = asyncio.Event()
        self._room.set()

    async def room(self) -> None:
        """Wait until more updates may be fetched."""
        await self._room.wait()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn; asyncio locks are fair, so the order of arrival is kept."""
        chat = update.effective_chat if isinstance(update, Update) else None
        lock = self._chats.setdefault(chat.id if chat else 0, asyncio.Lock())
        self._count(1)
        try:
            async with lock, self._working:
                await coroutine
        finally:
            self._count(-1)

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
