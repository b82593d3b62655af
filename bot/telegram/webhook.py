"""Updates that Telegram delivers over HTTP, behind a proxy that ends TLS.

An update is acknowledged when it is done, so Telegram delivers it again if the process ends before.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hmac import compare_digest
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from telegram.error import BadRequest, TelegramError

from bot.fault import InputFault
from bot.telegram.app import ALLOWED
from bot.telegram.order import PerChatOrder
from bot.telegram.poll import Line, read
from bot.telegram.taken import Taken
from bot.telegram.typed import App
from bot.wording import Serve
from knowledge.model import Frozen

CONNECTIONS = 100
"""Deliveries at once; as many as Telegram makes."""
LARGEST = 1024 * 1024
"""Bytes of an update; files are not in it."""
HEADER = "X-Telegram-Bot-Api-Secret-Token"
HEALTH = "/healthz"


class Webhook(Frozen):
    """Where Telegram delivers to, and where we listen."""

    url: str
    listen: str = "127.0.0.1"
    port: int = 8080


class Received:
    """What is done with the body of a delivery."""

    def __init__(self, app: App, order: PerChatOrder, taken: Taken) -> None:
        self.app = app
        self.secret = secrets.token_urlsafe(32)
        """Telegram sends it along; nobody else knows it."""
        self._order, self._taken = order, taken

    async def __call__(self, given: str | None, body: bytes) -> HTTPStatus:
        """The status to answer with; for a new update when it has been worked on."""
        if given is None or not compare_digest(given.encode(), self.secret.encode()):
            return HTTPStatus.FORBIDDEN
        try:
            data = json.loads(body)
            number = int(data["update_id"])
        except (ValueError, KeyError, TypeError):
            return HTTPStatus.BAD_REQUEST
        if not self._taken.known(number):
            if self._order.full:
                return HTTPStatus.SERVICE_UNAVAILABLE
            for update in read([data], self.app.bot, self._taken):
                if self._taken.take(update.update_id):
                    await self.app.update_queue.put(update)
        await self._taken.until_done(number)
        return HTTPStatus.OK


async def listen(received: Received, webhook: Webhook, line: Line, words: Serve) -> None:
    """Receive updates until cancelled.

    Raises:
        InputFault: if there is no web server, its port is taken, or Telegram refuses the address.
    """
    async with _served(received, webhook, words):
        await _announce(received, webhook, line, words)
        await asyncio.Event().wait()


async def _announce(received: Received, webhook: Webhook, line: Line, words: Serve) -> None:
    """Tell Telegram where to deliver, until it has heard it."""
    while True:
        try:
            await received.app.bot.set_webhook(
                webhook.url,
                max_connections=CONNECTIONS,
                allowed_updates=ALLOWED,
                secret_token=received.secret,
            )
        except BadRequest as fault:
            raise InputFault(words.webhook_refused) from fault
        except TelegramError as fault:
            await asyncio.sleep(line.failed(fault))
        else:
            line.reached()
            return


@asynccontextmanager
async def _served(received: Received, webhook: Webhook, words: Serve) -> AsyncIterator[None]:
    """A web server that hands deliveries on; it also says that it is alive."""
    try:
        from tornado.httpserver import HTTPServer  # noqa: PLC0415 of an extra
        from tornado.web import Application, RequestHandler  # noqa: PLC0415 of an extra
    except ImportError as fault:
        raise InputFault(words.no_webhook_server) from fault

    class Delivery(RequestHandler):
        async def post(self) -> None:
            self.set_status(await received(self.request.headers.get(HEADER), self.request.body))

    class Health(RequestHandler):
        def get(self) -> None:
            self.finish("ok")

    def unlogged(_: Any) -> None:
        """Requests are nobody's business."""

    path = urlsplit(webhook.url).path or "/"
    routes: list[Any] = [(HEALTH, Health), (path, Delivery)]
    server = HTTPServer(Application(routes, log_function=unlogged), max_body_size=LARGEST)
    try:
        server.listen(webhook.port, webhook.listen)
    except OSError as fault:
        line = words.webhook_busy.format(listen=webhook.listen, port=webhook.port)
        raise InputFault(line) from fault
    try:
        yield
    finally:
        server.stop()
