"""Running the bot: connect, poll or listen, watch the store, stop cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.fault import InputFault
from bot.live import Live
from bot.log import place
from bot.reminders.reminding import Reminders
from bot.settings import Settings
from bot.talk import Talk
from bot.telegram import coordinating, handoff
from bot.telegram.app import App, build, set_menu
from bot.telegram.errors import Reports, tell, tell_now
from bot.telegram.ledger import Ledger
from bot.telegram.order import PerChatOrder
from bot.telegram.poll import Line, confirm, connect, poll, read, without_webhook
from bot.telegram.postman import deliver, look
from bot.telegram.taken import Taken
from bot.telegram.webhook import Received, Webhook, listen
from bot.wording import Wording

WATCH_EVERY = 2.0
STOP_WITHIN = 20.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Service:
    """A bot and everything it needs to run."""

    settings: Settings
    live: Live
    talk: Talk
    words: Wording
    say: Callable[[str], None]
    """Tells the person who runs the bot."""
    webhook: Webhook | None = None
    reminders: Reminders | None = None
    ledger: Ledger | None = None
    """Where updates that are done are remembered."""
    reports: Reports | None = None
    """Errors for the administrators' chat."""
    alive: Path | None = None
    """A file that is touched while the bot lives."""

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT.

        Raises:
            InputFault: if it cannot be served: token, second poller, addresses.
        """
        taken = Taken(self.ledger)
        order = PerChatOrder(taken)
        app = build(self.settings, self.talk, self.words, order)
        line = Line(self.settings, self.words.serve, self.say)
        stop = _stop_event()
        try:
            if await _until(stop, connect(app, line)):
                self.say(self.words.serve.ready.format(username=app.bot.username))
                await self._recall(app, taken)
                await app.start()
                try:
                    await _until(stop, self._serve(app, order, taken, line))
                finally:
                    await _finish(app)
                    await self._conclude(app, taken)
        finally:
            await app.shutdown()
            for request in app.bot._request:  # noqa: SLF001 left open where nobody was reached
                await request.shutdown()
        self.say(self.words.serve.stopped)

    async def _recall(self, app: App, taken: Taken) -> None:
        """What an earlier process had begun and not ended is answered again, and counted.

        What Telegram does not give out again comes first.
        """
        past = await taken.restore()
        for update in read(map(json.loads, past.kept), app.bot, taken):
            taken.recall(update.update_id)
            await app.update_queue.put(update)
        if past.in_flight:
            self.say(self.words.serve.in_flight.format(count=past.in_flight))

    async def _conclude(self, app: App, taken: Taken) -> None:
        if self.webhook is None:
            await confirm(app.bot, taken.offset())
        if self.reports is not None and self.settings.admin_chat is not None:
            await tell_now(app.bot, self.settings.admin_chat, self.reports)
        if self.ledger is not None:
            self.ledger.close()

    async def _serve(self, app: App, order: PerChatOrder, taken: Taken, line: Line) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(self.live, self.reminders, self.alive))
            if self.reports is not None and self.settings.admin_chat is not None:
                tasks.create_task(tell(app.bot, self.settings.admin_chat, self.reports))
            if self.reminders is not None:
                tasks.create_task(deliver(app.bot, self.reminders))
            if self.talk.office is not None:
                tasks.create_task(handoff.deliver(app.bot, self.talk.office))
                tasks.create_task(coordinating.set_menus(app.bot, self.talk.office, self.words))
            tasks.create_task(set_menu(app, self.words, office=self.talk.office is not None))
            if self.webhook is not None:
                received = Received(app, order, taken)
                await listen(received, self.webhook, line, self.words.serve)
            await without_webhook(app.bot, line)
            await poll(app, order, taken, line)


async def watch(live: Live, reminders: Reminders | None = None, alive: Path | None = None) -> None:
    """Open the store anew when it has changed; one that cannot be opened is tried again."""
    while True:
        if alive is not None:
            await asyncio.to_thread(_beat, alive)
        await asyncio.sleep(WATCH_EVERY)
        try:
            changed = await asyncio.to_thread(live.refresh)
        except Exception as fault:  # noqa: BLE001  whatever is wrong with it, the old desk serves on
            _log.warning("changed store not opened: %s", place(fault))
            continue
        if changed and reminders is not None:
            await look(reminders)


def _beat(alive: Path) -> None:
    with contextlib.suppress(OSError):  # a full disk is no reason to die
        alive.touch()


async def _finish(app: App) -> None:
    """Answer what has been taken, but not for ever."""
    try:
        await asyncio.wait_for(app.stop(), STOP_WITHIN)
    except TimeoutError:
        _log.warning("stopped with updates unanswered")


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work until it ends or `stop` is set; True if it ended. Its faults are raised."""
    task = asyncio.ensure_future(work)
    waiting = asyncio.ensure_future(stop.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    ended = task.done()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return ended
    except BaseExceptionGroup as faults:
        raise _ours(faults) from None
    return ended


def _ours(faults: BaseExceptionGroup[BaseException]) -> BaseException:
    """The fault that can be said in one line, if there is one in a group of tasks."""
    ours = next((fault for fault in faults.exceptions if isinstance(fault, InputFault)), None)
    return ours or faults


def _stop_event() -> asyncio.Event:
    """Set by SIGTERM and SIGINT."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop
