"""Running the bot: connect, poll or listen, watch the store, stop cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.live import Live
from bot.log import place
from bot.reminders.reminding import Reminders
from bot.settings import Settings
from bot.talk.talk import Talk
from bot.telegram import coordinating
from bot.telegram.app import build, set_menu
from bot.telegram.errors import Reports, tell, tell_now
from bot.telegram.handoff import postman
from bot.telegram.ledger import Ledger
from bot.telegram.order import PerChatOrder
from bot.telegram.poll import Line, confirm, connect, poll, read, without_webhook
from bot.telegram.postman import deliver, look
from bot.telegram.stopping import ANSWERED_WITHIN, CLOSED_WITHIN, asked_to_stop, until, within
from bot.telegram.taken import Taken
from bot.telegram.typed import App
from bot.telegram.webhook import Received, Webhook, listen
from bot.wording import Wording

WATCH_EVERY = 2.0

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
    told_to_stop: Callable[[], None] = lambda: None
    """Called when it is told to stop."""

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT.

        Raises:
            InputFault: if it cannot be served: token, second poller, addresses.
        """
        taken = Taken(self.ledger)
        order = PerChatOrder(taken)
        app = build(self.settings, self.talk, self.words, order)
        line = Line(self.settings, self.words.serve, self.say)
        stop = asked_to_stop(self.told_to_stop)
        try:
            if await until(stop, connect(app, line)):
                self.say(self.words.serve.ready.format(username=app.bot.username))
                await self._recall(app, taken)
                await app.start()
                try:
                    await until(stop, self._serve(app, order, taken, line))
                finally:
                    await within(ANSWERED_WITHIN, app.stop(), "updates unanswered")
                    await within(CLOSED_WITHIN, self._conclude(app, taken), "nobody told")
                    if self.ledger is not None:
                        self.ledger.close()
        finally:
            await within(CLOSED_WITHIN, _close(app), "connections open")
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

    async def _serve(self, app: App, order: PerChatOrder, taken: Taken, line: Line) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(self.live, self.reminders, self.alive))
            if self.reports is not None and self.settings.admin_chat is not None:
                tasks.create_task(tell(app.bot, self.settings.admin_chat, self.reports))
            if self.reminders is not None:
                tasks.create_task(deliver(app.bot, self.reminders))
            if self.talk.office is not None:
                tasks.create_task(postman.deliver(app.bot, self.talk.office))
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


async def _close(app: App) -> None:
    await app.shutdown()
    for request in app.bot._request:  # noqa: SLF001 left open where nobody was reached
        await request.shutdown()
