"""Chats that ask: each waits for its answer, or all together so many times a second."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from random import Random

from eval.load.server import Loopback, Message

PAUSE = 0.05
"""Seconds after an answer before the next question, in which its further messages come."""


class People:
    """So many chats; `ask` gives the next question of a chat."""

    def __init__(self, ask: Callable[[int], str], chats: Sequence[int], seed: int) -> None:
        self._ask, self._chats = ask, chats
        self._random = Random(seed)  # noqa: S311 nothing secret
        self._asked: dict[int, float] = {}
        self._next: dict[int, asyncio.TimerHandle] = {}
        self._going = False
        self.server: Loopback
        self.answered: list[float] = []
        """When each was answered."""
        self.waited: list[float] = []
        """Seconds from a question to the first message of its answer."""

    def heard(self, message: Message) -> None:
        """A message of the bot has come."""
        since = self._asked.pop(message.chat, None)
        if since is not None:
            self.answered.append(message.at)
            self.waited.append(message.at - since)
        if self._going and message.chat in self._next:
            self._later(message.chat)

    @property
    def open(self) -> int:
        """Chats whose question is not answered."""
        return len(self._asked)

    async def each_again(self, seconds: float) -> None:
        """Every chat asks its next question when the last one is answered."""
        self._going = True
        for chat in self._chats:
            self._next[chat] = asyncio.get_running_loop().call_soon(self._say, chat)  # type: ignore[assignment]
        await asyncio.sleep(seconds)
        self.stop()

    async def at_rate(self, per_second: float, seconds: float) -> None:
        """A chat without open question asks, so many times a second."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for number in range(round(per_second * seconds)):
            await asyncio.sleep(max(0.0, begun + number / per_second - loop.time()))
            free = [chat for chat in self._chats if chat not in self._asked]
            if free:
                self._say(self._random.choice(free))

    def stop(self) -> None:
        """Ask no more."""
        self._going = False
        for handle in self._next.values():
            handle.cancel()
        self._next.clear()

    def tell(self, chat: int, text: str) -> None:
        """Say something that is answered like a question."""
        self._asked[chat] = time.monotonic()
        self.server.says(chat, text)

    def _later(self, chat: int) -> None:
        self._next[chat].cancel()
        loop = asyncio.get_running_loop()
        self._next[chat] = loop.call_later(PAUSE, self._say, chat)

    def _say(self, chat: int) -> None:
        self.tell(chat, self._ask(chat))
