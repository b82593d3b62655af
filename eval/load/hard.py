"""Load with a flood limit, and load under which the bot is killed again and again."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from pathlib import Path
from random import Random

from eval.load.bot import Running
from eval.load.marked import Told, command, told
from eval.load.server import Loopback, Message
from knowledge.model import Frozen

LIMIT = 30.0
"""Messages a second that Telegram permits."""
FIRST = 5000
EVERY = 0.02
"""Seconds between updates while the bot is killed."""


class Paced(Frozen):
    """A backlog under the flood limit."""

    told: Told
    per_second: float
    """From the first answer to the last, without the burst at the beginning."""
    refused: int
    """Messages the server has refused as too many."""
    seconds: float


class Killed(Frozen):
    """Kills under load."""

    told: Told
    kills: int
    seconds: float
    drained: bool


async def paced(store: Path, chats: int, each: int) -> Paced:
    """Every chat says so many things at once; the bot keeps the limits."""
    heard: list[Message] = []
    said = Counter(dict.fromkeys(range(FIRST, FIRST + chats), each))
    async with Loopback(heard.append, LIMIT) as server:
        for number in range(each):
            for chat in said:
                server.says(chat, command(chat, number))
        bot = Running(store, server.url, TELEGRAM_LIMITS="on")
        begun = time.monotonic()
        try:
            await _drained(heard, server, sum(said.values()), 60 + 2 * sum(said.values()) / LIMIT)
        finally:
            await asyncio.to_thread(bot.stop)
    steady = [m.at for m in heard[int(LIMIT) :]] or [begun, begun + 1]
    return Paced(
        told=told(said, heard),
        per_second=round((len(steady) - 1) / max(1e-6, steady[-1] - steady[0]), 1),
        refused=server.refused,
        seconds=round(time.monotonic() - begun, 1),
    )


async def killed(store: Path, chats: int, kills: int, seed: int) -> Killed:
    """Updates come all the time, and the bot is killed at moments of chance and started again."""
    random = Random(seed)  # noqa: S311 nothing secret
    heard: list[Message] = []
    said: Counter[int] = Counter()
    when: list[float] = []
    begun = time.monotonic()
    async with Loopback(heard.append) as server:
        saying = asyncio.create_task(_say(server, said, chats, random))
        for _ in range(kills):
            bot = Running(store, server.url)
            before = len(heard)
            while len(heard) == before and bot.process.poll() is None:  # noqa: ASYNC110 from without
                await asyncio.sleep(0.02)
            await asyncio.sleep(random.uniform(0.0, 2.0))
            when.append(time.monotonic())
            bot.kill()
        saying.cancel()
        bot = Running(store, server.url)
        try:
            drained = await _drained(heard, server, sum(said.values()), 120)
        finally:
            await asyncio.to_thread(bot.stop)
    return Killed(
        told=told(said, heard, when),
        kills=kills,
        seconds=round(time.monotonic() - begun, 1),
        drained=drained,
    )


async def _say(server: Loopback, said: Counter[int], chats: int, random: Random) -> None:
    while True:
        chat = FIRST + random.randrange(chats)
        server.says(chat, command(chat, said[chat]))
        said[chat] += 1
        await asyncio.sleep(EVERY)


async def _drained(heard: list[Message], server: Loopback, count: int, seconds: float) -> bool:
    """Wait until everything is answered and confirmed."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if len(heard) >= count and not server.unconfirmed:
            return True
        await asyncio.sleep(0.1)
    return False
