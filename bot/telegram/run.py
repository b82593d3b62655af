"""Running the bot: connect, poll or listen, watch the store, stop cleanly."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import warnings
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telegram.error import TelegramError
from telegram.warnings import PTBUserWarning

from bot.fault import InputFault
from bot.live import Live
from bot.log import place
from bot.reminders.reminding import Reminders
from bot.settings import Settings
from bot.talk import Talk
from bot.telegram.app import ALLOWED, App, build, set_menu
from bot.telegram.order import PerChatOrder
from bot.telegram.poll import Line, connect, poll, without_webhook
from bot.telegram.postman import deliver, look
from bot.wording import Serve, Wording
from knowledge.model import Frozen

WATCH_EVERY = 2.0
STOP_WITHIN = 20.0

_log = logging.getLogger(__name__)


class Webhook(Frozen):
    """Where Telegram delivers to, and where we listen behind a proxy that ends TLS."""

    url: str
    listen: str = "127.0.0.1"
    port: int = 8080


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

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT.

        Raises:
            InputFault: if it cannot be served: token, second poller, addresses.
        """
        order = PerChatOrder()
        app = build(self.settings, self.talk, self.words, order)
        line = Line(self.settings, self.words.serve, self.say)
        stop = _stop_event()
        try:
            if await _until(stop, connect(app, line)):
                self.say(self.words.serve.ready.format(username=app.bot.username))
                await app.start()
                try:
                    await _until(stop, self._serve(app, order, line))
                finally:
                    await _finish(app)
        finally:
            await app.shutdown()
        self.say(self.words.serve.stopped)

    async def _serve(self, app: App, order: PerChatOrder, line: Line) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(self.live, self.reminders))
            if self.reminders is not None:
                tasks.create_task(deliver(app.bot, self.reminders))
            tasks.create_task(set_menu(app, self.words))
            if self.webhook is not None:
                await _listen(app, self.webhook, self.words.serve)
                return
            await without_webhook(app.bot, line)
            await poll(app, order, line)


async def watch(live: Live, reminders: Reminders | None = None) -> None:
    """Open the store anew when it has changed; one that cannot be opened is tried again."""
    while True:
        await asyncio.sleep(WATCH_EVERY)
        try:
            changed = await asyncio.to_thread(live.refresh)
        except Exception as fault:  # noqa: BLE001  whatever is wrong with it, the old desk serves on
            _log.warning("changed store not opened: %s", place(fault))
            continue
        if changed and reminders is not None:
            await look(reminders)


async def _listen(app: App, webhook: Webhook, words: Serve) -> None:
    """Receive updates over HTTP; what does not carry the secret token is refused."""
    if app.updater is None:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PTBUserWarning)
        try:
            await app.updater.start_webhook(
                listen=webhook.listen,
                port=webhook.port,
                url_path=urlsplit(webhook.url).path.lstrip("/"),
                webhook_url=webhook.url,
                secret_token=secrets.token_urlsafe(32),
                allowed_updates=ALLOWED,
            )
        except RuntimeError as fault:
            raise InputFault(words.no_webhook_server) from fault
        except OSError as fault:
            raise InputFault(
                words.webhook_busy.format(listen=webhook.listen, port=webhook.port)
            ) from fault
        except TelegramError as fault:
            raise InputFault(words.webhook_refused) from fault


async def _finish(app: App) -> None:
    """Answer what has been taken, but not for ever."""
    if app.updater is not None and app.updater.running:
        await app.updater.stop()
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
