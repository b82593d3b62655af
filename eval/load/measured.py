"""One run of load and its figures."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import psutil

from eval.load.bot import Running
from eval.load.drawn import Drawn
from eval.load.people import People
from eval.load.server import Loopback
from eval.load.waiting import UnansweredError, until
from eval.timing import percentile
from knowledge.model import Frozen

FIRST_CHAT = 1000
STARTS = 120.0
"""Seconds in which a bot must have started and answered every chat once."""
WARM_UP, WARMED = 400, 60.0
"""Answers before anything is measured, and seconds after which it is begun all the same."""
SETTLES = 30.0
"""Seconds in which what is still open must be answered."""


class Figures(Frozen):
    """What a run has shown."""

    what: str
    answered: int
    per_second: float
    median_ms: float
    p95_ms: float
    bot_cpu_ms: float
    """Processor time of the bot for one answer, all its processes."""
    server_cpu_ms: float
    """The same of the server and the people, which share the machine with it."""
    unanswered: int


class Scene:
    """A server, people in chats that have chosen, and a bot."""

    def __init__(
        self, found: Drawn, seed: int, chats: int, workers: int, say: Callable[[str], None]
    ) -> None:
        """`say` is told how far a run has come."""
        self._found, self._seed, self._say = found, seed, say
        self._chats = range(FIRST_CHAT, FIRST_CHAT + chats)
        self._workers = workers
        notices = sorted(found.links)
        self._notice = {chat: notices[chat % len(notices)] for chat in self._chats}

    async def run(
        self,
        store: Path,
        *,
        what: str,
        seconds: float,
        typed_only: bool = False,
        rate: float = 0.0,
    ) -> Figures:
        """Load for so many seconds: `rate` questions a second, or as many as are answered.

        Raises:
            UnansweredError: if the bot does not start, or stops answering before it is measured.
        """
        random = Random(self._seed)  # noqa: S311 nothing secret

        def ask(chat: int) -> str:
            return random.choice(self._found.mix(self._notice[chat], typed_only=typed_only))

        people = People(ask, self._chats, self._seed)
        async with Loopback(people.heard) as server:
            people.server = server
            bot = Running(store, server.url, SAIWEN_WORKERS=str(self._workers))
            try:
                await self._chosen(people, bot)
                await self._warm(people, bot)
                people.waited.clear()
                begun, spent, own = time.monotonic(), bot.cpu(), _cpu()
                load = people.at_rate(rate, seconds) if rate else people.each_again(seconds)
                await load
                ended, spent_then, own_then = time.monotonic(), bot.cpu(), _cpu()
                count = sum(begun <= at <= ended for at in people.answered)
                self._say(f"{what}：{count} 个回答")
                with contextlib.suppress(UnansweredError):  # the figures say how many are open
                    await until(lambda: not people.open, SETTLES, bot, what)
            finally:
                await asyncio.to_thread(bot.stop)
        waited = people.waited or [0.0]  # where nothing came back the count says so
        return Figures(
            what=what,
            answered=count,
            per_second=round(count / (ended - begun), 1),
            median_ms=round(median(waited) * 1000, 1),
            p95_ms=round(percentile(waited, 95) * 1000, 1),
            bot_cpu_ms=round((spent_then - spent) / max(1, count) * 1000, 2),
            server_cpu_ms=round((own_then - own) / max(1, count) * 1000, 2),
            unanswered=people.open,
        )

    async def _warm(self, people: People, bot: Running) -> None:
        """So many answers that every process has read every notice."""
        load = asyncio.create_task(people.each_again(WARMED))
        enough = len(people.answered) + WARM_UP
        try:
            await until(
                lambda: len(people.answered) >= enough or load.done(), 2 * WARMED, bot, "预热"
            )
        finally:
            load.cancel()
            people.stop()
        await until(lambda: not people.open, STARTS, bot, "预热")
        self._say(f"预热完，{len(people.answered)} 个回答")

    async def _chosen(self, people: People, bot: Running) -> None:
        """Every chat chooses its competition."""
        for chat in self._chats:
            people.tell(chat, f"/start {self._found.links[self._notice[chat]]}")
        await until(lambda: bool(people.answered), STARTS, bot, "启动")
        self._say("机器人已启动")
        await until(lambda: not people.open, STARTS, bot, "选定比赛")
        self._say(f"{len(self._chats)} 个聊天选定了比赛")


def _cpu() -> float:
    times = psutil.Process().cpu_times()
    return times.user + times.system
