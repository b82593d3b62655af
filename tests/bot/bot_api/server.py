"""The server: in a thread of its own, driven and observed from the test."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Self

from aiohttp import web

from bot_api import rules, state, typed
from bot_api.rules import RefusedError

TOKEN = "4242:secret-token-of-the-test"
WAIT = 20.0


@dataclass(frozen=True)
class Call:
    """One request of the bot and what it was answered."""

    method: str
    params: dict[str, Any]
    status: int
    body: Any


class BotApi:
    """Telegram, as far as a bot sees it."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.state = state.State()
        self.calls: list[Call] = []
        self.files: dict[str, bytes] = {}
        """Files the bot has sent, by name."""
        self.invalid: list[str] = []
        """Requests that aiogram's types refuse; must be empty when a test ends."""
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._faults: dict[str, list[Any]] = defaultdict(list)
        self.late: dict[str, float] = {}
        """Seconds after which a method is answered; what it does is done at once."""
        self._poll: asyncio.Future[None] | None = None
        self._queries = count(1)
        self.port = 0
        self._thread = threading.Thread(target=self._run, daemon=True)

    # --- life -------------------------------------------------------------------------------
    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._thread.start()
        assert self._ready.wait(WAIT)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WAIT)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._listen())
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._close())
        self._loop.close()

    async def _close(self) -> None:
        await self._runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _listen(self) -> None:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/f/{name}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    # --- what people do ---------------------------------------------------------------------
    def says(self, text: str, who: int = 7, chat: int | None = None, **more: Any) -> dict[str, Any]:
        """A person writes; a negative `chat` is a group."""
        place = state.group(chat) if chat is not None and chat < 0 else state.private(chat or who)
        if text:
            more = {"text": text, "entities": state.entities_of(text), **more}
        return self._push("message", lambda: self.state.add(place, state.person(who), **more))

    def sends(self, name: str, data: bytes, who: int = 7, **more: Any) -> dict[str, Any]:
        """A person sends a file; `caption` stands below it."""
        key = f"file{len(self.state.files)}"
        self.state.files[key] = data
        file = {"file_id": key, "file_unique_id": key, "file_name": name, "file_size": len(data)}
        return self.says("", who=who, document=file, **more)

    def edits(self, message: dict[str, Any], text: str) -> None:
        def edit() -> dict[str, Any]:
            message.update(text=text, edit_date=message["date"] + 1)
            return message

        self._push("edited_message", edit)

    def presses(
        self, message: dict[str, Any], label: str = "", data: str | None = None, who: int = 7
    ) -> str:
        """A person presses a button, by its label; `data` forges one."""
        if data is None:
            rows = message["reply_markup"]["inline_keyboard"]
            data = next(b["callback_data"] for row in rows for b in row if label in b["text"])
        number = str(next(self._queries))
        self.state.queries.add(number)
        query = {
            "id": number, "from": state.person(who), "chat_instance": "1", "data": data,
            "message": message,
        }  # fmt: skip
        self._push("callback_query", lambda: query)
        return number

    def _push(self, kind: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        async def push() -> dict[str, Any]:
            content = make()
            self.state.push(kind, content)
            if self._poll is not None and not self._poll.done():
                self._poll.set_result(None)
            return content

        return asyncio.run_coroutine_threadsafe(push(), self._loop).result(WAIT)

    # --- what the test asks -----------------------------------------------------------------
    def sent(self, chat: int = 7) -> list[dict[str, Any]]:
        return self.state.sent(chat)

    def wait(self, condition: Callable[[], Any], timeout: float = WAIT) -> Any:
        """Wait until a condition holds, looked at after each request."""
        with self._changed:
            end = time.monotonic() + timeout
            while not (found := condition()):
                if not self._changed.wait(end - time.monotonic()) and time.monotonic() >= end:
                    seen = [(c.method, c.status) for c in self.calls if c.method != "getUpdates"]
                    raise AssertionError(f"waited in vain; the bot has called {seen[-20:]}")
            return found

    def reply(self, number: int, chat: int = 7) -> dict[str, Any]:
        """The bot's message number `number` (from 1) in a chat."""
        return self.wait(lambda: len(self.sent(chat)) >= number and self.sent(chat)[number - 1])

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def fails(self, method: str, *faults: Any) -> None:
        """The next requests of a method fail: RefusedError, "drop" (connection cut), "garbage"."""
        self._faults[method.lower()].extend(faults)

    # --- the server -------------------------------------------------------------------------
    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        raw = await self._parameters(request)
        values, wrong = typed.faults(method, raw)
        try:
            if request.match_info["token"] != self.token:
                raise RefusedError(401, "Unauthorized")  # noqa: TRY301 answered below like all others
            self.invalid.extend(wrong)
            if wrong:
                raise rules.bad(wrong[0])
            planned = self._faults[method.lower()]
            if planned:
                fault = planned.pop(0)
                if fault == "drop":
                    request.transport.close()
                    return web.Response()
                if fault == "garbage":
                    return web.Response(text="<html>502", status=200)
                raise fault
            result = await self._answer(method, values)
            status, body = 200, {"ok": True, "result": result}
        except RefusedError as refused:
            status, body = refused.code, refused.body
        self._note(Call(method, values, status, body))
        await asyncio.sleep(self.late.get(method, 0.0))
        return web.Response(
            text=rules.json_of(body), status=status, content_type="application/json"
        )

    async def _file(self, request: web.Request) -> web.Response:
        data = self.state.files.get(request.match_info["name"])
        if data is None or request.match_info["token"] != self.token:
            raise web.HTTPNotFound
        return web.Response(body=data)

    def _note(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

    async def _parameters(self, request: web.Request) -> dict[str, str]:
        if request.content_type == "application/json":
            given = await request.json()
            return {k: v if isinstance(v, str) else rules.json_of(v) for k, v in given.items()}
        form = {**request.query, **(await request.post())}
        for key, value in form.items():
            if isinstance(value, web.FileField):
                self.files[value.filename] = value.file.read()
                form[key] = value.filename
        return {key: value for key, value in form.items() if isinstance(value, str)}

    async def _answer(self, method: str, values: dict[str, Any]) -> Any:
        if method.lower() == "getupdates":
            return await self._updates(values)
        return rules.answer(self.state, method, values)

    async def _updates(self, values: dict[str, Any]) -> list[dict[str, Any]]:
        """Long polling; a second poller ends the first one's request with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(
                RefusedError(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
            )
            await asyncio.sleep(0)
        if (offset := values.get("offset")) is not None:
            self.state.updates = [u for u in self.state.updates if u["update_id"] >= offset]
        if not self.state.updates and values.get("timeout"):
            self._poll = poll = self._loop.create_future()
            await asyncio.wait({poll}, timeout=min(values["timeout"], 30))
            if poll.done():
                poll.result()
            poll.cancel()
        return self.state.updates[: values.get("limit") or 100]
