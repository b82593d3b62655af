"""Load with a flood limit, and load under which the bot is killed again and again."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from eval.load.bot import Running
from eval.load.marked import Told, command, told
from eval.load.server import Loopback, Message
from eval.load.waiting import UnansweredError, until
from knowledge.model import Frozen

LIMIT = 30.0
"""Messages a second that Telegram permits."""
FIRST = 5000
EVERY = 0.02
"""Seconds between updates while the bot is killed."""
BACKLOG = 300
"""Unconfirmed updates beyond which nobody says more: they would only be waited for at the end."""
STARTS = 60.0
"""Seconds in which a bot must have started and answered something."""
LIVES = 2.0
"""Seconds at most from its first answer to its end."""
DRAINED = 120.0
"""Seconds in which everything must be answered in the end."""


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


async def paced(store: Path, *, chats: int, each: int, say: Callable[[str], None]) -> Paced:
    """Every chat says so many things at once; the bot keeps the limits.

    Raises:
        UnansweredError: if not everything is answered in time.
    """
    heard: list[Message] = []
    said = Counter(dict.fromkeys(range(FIRST, FIRST + chats), each))
    async with Loopback(heard.append, LIMIT) as server:
        for number in range(each):
            for chat in said:
                server.says(chat, command(chat, number))
        bot = Running(store, server.url, TELEGRAM_LIMITS="on")
        begun = time.monotonic()
        try:
            await until(lambda: bool(heard), STARTS, bot, "启动")
            say(f"机器人已启动，积压 {server.unconfirmed} 条")
            count = sum(said.values())
            done = _answered(heard, server, count)
            await until(done, 2 * count / LIMIT + STARTS, bot, "积压的消息")
        finally:
            await asyncio.to_thread(bot.stop)
    steady = [m.at for m in heard[int(LIMIT) :]] or [begun, begun + 1]
    return Paced(
        told=told(said, heard),
        per_second=round((len(steady) - 1) / max(1e-6, steady[-1] - steady[0]), 1),
        refused=server.refused,
        seconds=round(time.monotonic() - begun, 1),
    )


async def killed(
    store: Path, *, chats: int, kills: int, seed: int, say: Callable[[str], None]
) -> Killed:
    """Updates come all the time, and the bot is killed at moments of chance and started again.

    Raises:
        UnansweredError: if a bot does not answer in time.
    """
    random = Random(seed)  # noqa: S311 nothing secret
    heard: list[Message] = []
    said: Counter[int] = Counter()
    when: list[float] = []
    begun = time.monotonic()
    async with Loopback(heard.append) as server:
        saying = asyncio.create_task(_say(server, said, chats, random))
        try:
            for number in range(kills):
                when.append(await _shot(store, server, heard, random))
                say(f"强行结束 {number + 1}/{kills}：说了 {sum(said.values())}，答了 {len(heard)}")
        finally:
            saying.cancel()
        drained = await _drained(store, server, heard, sum(said.values()))
    return Killed(
        told=told(said, heard, when),
        kills=kills,
        seconds=round(time.monotonic() - begun, 1),
        drained=drained,
    )


async def _shot(store: Path, server: Loopback, heard: list[Message], random: Random) -> float:
    """Start a bot and kill it some time after its first answer; when that was."""
    before = len(heard)
    bot = Running(store, server.url)
    try:
        await until(lambda: len(heard) > before, STARTS, bot, "启动")
        await asyncio.sleep(random.uniform(0.0, LIVES))
    finally:
        at = time.monotonic()
        bot.kill()
    return at


async def _drained(store: Path, server: Loopback, heard: list[Message], count: int) -> bool:
    """Whether a last bot answers and confirms everything there is."""
    bot = Running(store, server.url)
    try:
        await until(_answered(heard, server, count), STARTS + DRAINED, bot, "最后")
    except UnansweredError:
        return False
    finally:
        await asyncio.to_thread(bot.stop)
    return True


async def _say(server: Loopback, said: Counter[int], chats: int, random: Random) -> None:
    while True:
        if server.unconfirmed >= BACKLOG:
            await asyncio.sleep(EVERY)
            continue
        chat = FIRST + random.randrange(chats)
        server.says(chat, command(chat, said[chat]))
        said[chat] += 1
        await asyncio.sleep(EVERY)


def _answered(heard: list[Message], server: Loopback, count: int) -> Callable[[], bool]:
    """Whether everything is answered and confirmed."""
    return lambda: len(heard) >= count and not server.unconfirmed
