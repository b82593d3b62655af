"""The updates taken from Telegram: each is worked on once, none is confirmed too early."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable

from bot.recent import Recent
from bot.telegram.ledger import KEPT, Ledger, Past, Step

WINDOW = 100
"""Updates Telegram gives at most, from the first unconfirmed one on."""
STUCK = 60.0
"""Seconds after which a single update no longer keeps all others waiting."""
_UNWRITTEN = 5_000

_log = logging.getLogger(__name__)


class Taken:
    """Open and done updates. The ledger may fail: then only a kill can double an answer."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        self._ledger = ledger
        self._open: dict[int, asyncio.Future[None]] = {}
        """In the order of arrival."""
        self._since: dict[int, float] = {}
        self._words: dict[int, Callable[[], str]] = {}
        self._done = Recent[int, bool](KEPT)
        self._next: int | None = None
        self._late: set[int] = set()
        """Open as well, but confirmed: the ledger keeps them."""
        self._kept: set[int] = set()
        self._steps: deque[Step] = deque(maxlen=_UNWRITTEN)
        self._writing: asyncio.Task[None] | None = None
        self._moved = asyncio.Event()
        self._failing = False

    async def restore(self) -> Past:
        """Read what earlier processes have done."""
        if self._ledger is None:
            return Past()
        try:
            past = await asyncio.to_thread(self._ledger.past)
        except sqlite3.Error as fault:
            _log.warning("updates of before not readable: %s", type(fault).__name__)
            return Past()
        for number in sorted(past.done):
            self._done.keep(number, value=True)
        return past

    def recall(self, number: int) -> None:
        """An update that the ledger has kept is worked on again."""
        self._late.add(number)
        self._note(Step(update=number))

    def take(self, number: int, words: Callable[[], str] | None = None) -> bool:
        """Note an update that has come; False if it came before and must not be worked on.

        `words` gives it as JSON; without that it is never confirmed before it is done.
        """
        if number in self._open or number in self._late:
            return False
        self._next = number + 1
        if number in self._done:
            return False
        self._open[number] = asyncio.get_running_loop().create_future()
        self._since[number] = asyncio.get_running_loop().time()
        if words is not None:
            self._words[number] = words
        self._note(Step(update=number))
        return True

    def known(self, number: int) -> bool:
        """Whether an update has come before."""
        return number in self._open or number in self._late or number in self._done

    def passed(self, number: int) -> None:
        """An update that nobody can read counts as done."""
        self._next = number + 1
        self._done.keep(number, value=True)

    async def until_done(self, number: int) -> None:
        """Wait until an update that is being worked on is done."""
        if (waiting := self._open.get(number)) is not None:
            await asyncio.shield(waiting)

    async def finish(self, number: int) -> None:
        """An update is done; returns when that is written, or cannot be."""
        self._note(Step(update=number, done=True))
        self._done.keep(number, value=True)
        self._late.discard(number)
        self._kept.discard(number)
        if self._writing is not None:
            await asyncio.shield(self._writing)
        waiting = self._open.pop(number, None)
        self._since.pop(number, None)
        self._words.pop(number, None)
        if waiting is not None:
            waiting.set_result(None)
        self._moved.set()

    @property
    def count(self) -> int:
        """How many are being worked on."""
        return len(self._open)

    def offset(self) -> int | None:
        """The first update that is not done: what stands before it is confirmed."""
        return next(iter(self._open), self._next)

    async def moves(self, seconds: float) -> None:
        """Wait until one is done, but not longer than so many seconds."""
        self._moved.clear()
        try:
            # wait_for would swallow a cancellation that comes together with the event (Python 3.11)
            async with asyncio.timeout(seconds):
                await self._moved.wait()
        except TimeoutError:
            return

    async def let_go(self) -> bool:
        """Confirm the first one early if it alone keeps new ones from being given out.

        Before that it is written down, so that a kill does not lose it; where it cannot be written
        the others wait on.
        """
        first = next(iter(self._open), None)
        if first is None or not self._stuck(first) or not await self._keep(first):
            return False
        if (waiting := self._open.pop(first, None)) is None:
            return True  # done in the meantime
        self._late.add(first)
        waiting.set_result(None)
        self._since.pop(first)
        self._words.pop(first)
        _log.warning("an update that takes long was written down and confirmed before it was done")
        return True

    def _stuck(self, number: int) -> bool:
        if len(self._open) > WINDOW // 2:
            return False
        return asyncio.get_running_loop().time() - self._since[number] >= STUCK

    async def _keep(self, number: int) -> bool:
        """Write an update down; whether that has succeeded."""
        words = self._words.get(number)
        if self._ledger is None or words is None:
            return False
        if number not in self._kept:
            self._kept.add(number)
            self._steps.append(Step(update=number, kept=words()))
        self._begin_writing(self._ledger)
        if self._writing is not None:
            await asyncio.shield(self._writing)
        return not self._failing

    def _note(self, step: Step) -> None:
        if self._ledger is None:
            return
        self._steps.append(step)
        self._begin_writing(self._ledger)

    def _begin_writing(self, ledger: Ledger) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write(ledger))

    async def _write(self, ledger: Ledger) -> None:
        """Write all steps there are; those that cannot be written wait for the next time."""
        while self._steps:
            steps = tuple(self._steps)
            self._steps.clear()
            try:
                await asyncio.to_thread(ledger.write, steps)
            except sqlite3.Error as fault:
                if not self._failing:
                    _log.error("done updates not written: %s", type(fault).__name__)
                self._failing = True
                self._steps.extendleft(reversed(steps))
                return
            self._failing = False
