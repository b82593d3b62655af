"""A Bot API server, and bots that speak to it as processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from bot_api import BotApi
from running import Serving

READY = "已连上"


@pytest.fixture
def api() -> Iterator[BotApi]:
    """The server; at the end every request must have been valid by aiogram's types."""
    with BotApi() as server:
        yield server
        assert server.invalid == []


@pytest.fixture
def serve(api: BotApi, tmp_path: Path) -> Iterator[Callable[..., Serving]]:
    """Starts a bot and waits until it is connected (`ready=False`: does not wait)."""
    with ExitStack() as stack:

        def start(*arguments: str, ready: bool = True, **env: str) -> Serving:
            token = env.pop("TELEGRAM_TOKEN", api.token)
            address = env.pop("TELEGRAM_API", api.url)
            bot = stack.enter_context(Serving(tmp_path, address, token, *arguments, **env))
            if ready:
                bot.waits_to_say(READY)
            return bot

        yield start
