"""A lean Bot API server on loopback: hands out updates and takes messages, as fast as it can.

What a real one checks is checked by the tests; here only time counts. `paced` is the flood limit it
has, in messages a second; more are refused with 429 as Telegram does.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, NamedTuple, Self

from aiohttp import web

TOKEN = "4242:a-token-that-opens-nothing"  # noqa: S105 the server is ours
BOT = {"id": 4242, "is_bot": True, "first_name": "load", "username": "load_bot"}
MOST = 100


class Message(NamedTuple):
    """What the bot has sent."""

    chat: int
    text: str
    at: float
    """Seconds of `time.monotonic`."""


class Loopback:
    """The server. `heard` is called with every message of the bot."""

    def __init__(self, heard: Callable[[Message], None], paced: float = 0.0) -> None:
        self._heard, self._paced = heard, paced
        self._sent: deque[float] = deque()
        self._updates: deque[dict[str, Any]] = deque()
        self._numbers, self._ids = count(1), count(1)
        self._come = asyncio.Event()
        self.refused = 0
        """Messages sent faster than the limit allows."""
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1 << 20)
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @property
    def unconfirmed(self) -> int:
        """Updates the bot has not confirmed."""
        return len(self._updates)

    def says(self, person: int, text: str) -> None:
        """A person writes to the bot."""
        message = self._message(person, text) | {"from": _person(person)}
        if text.startswith("/"):
            length = len(text.split(" ", 1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        self._updates.append({"update_id": next(self._numbers), "message": message})
        self._come.set()

    def _message(self, chat: int, text: str) -> dict[str, Any]:
        place = {"id": chat, "type": "private", "first_name": "P"}
        return {"message_id": next(self._ids), "date": int(time.time()), "chat": place} | {
            "text": text
        }

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        as_json = request.content_type == "application/json"
        given = await request.json() if as_json else await request.post()
        if method == "getupdates":
            return _ok(await self._fetched(given))
        if method == "sendmessage":
            return self._taken(given)
        return _ok(BOT if method == "getme" else True)

    async def _fetched(self, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        offset = int(given.get("offset") or 0)
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if not self._updates and (wait := float(given.get("timeout") or 0)):
            self._come.clear()
            try:
                async with asyncio.timeout(wait):
                    await self._come.wait()
            except TimeoutError:
                return []
        return [each for each, _ in zip(self._updates, range(MOST), strict=False)]

    def _taken(self, given: Mapping[str, Any]) -> web.Response:
        now = time.monotonic()
        while self._sent and self._sent[0] < now - 1:
            self._sent.popleft()
        # Telegram's own counting is not exact either
        if self._paced and len(self._sent) >= 2 * self._paced:
            self.refused += 1
            return web.json_response(
                {
                    "ok": False,
                    "error_code": 429,
                    "description": "Too Many Requests: retry after 1",
                    "parameters": {"retry_after": 1},
                },
                status=429,
            )
        self._sent.append(now)
        chat, text = int(given["chat_id"]), str(given["text"])
        self._heard(Message(chat, text, now))
        return _ok(self._message(chat, "") | {"from": BOT})


def _person(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "P"}


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})
