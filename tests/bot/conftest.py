"""A Bot API server, and bots that speak to it as processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from bot_api import BotApi
from fakes.desk import FakeDesk
from fakes.talk import Clock, restarted
from running import Serving

from bot.talk.talk import Talk

READY = "已连上"


@pytest.fixture
def api() -> Iterator[BotApi]:
    """The server; at the end every request must have been valid by aiogram's types."""
    with BotApi() as server:
        yield server
        assert server.invalid == []


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BotApi, Serving]]:
    """A server and a bot for all tests of a module that need no fault, each with its own chat."""
    with BotApi() as server:
        with Serving(tmp_path_factory.mktemp("running"), server.url, server.token) as bot:
            bot.waits_to_say(READY)
            yield server, bot
        assert server.invalid == []


@pytest.fixture
def at(tmp_path: Path) -> Callable[[str], None]:
    """Sets the bot's clock."""

    def write(moment: str) -> None:
        (tmp_path / "clock.new").write_text(moment, "utf-8")
        (tmp_path / "clock.new").rename(tmp_path / "clock")

    write("2099-09-01T10:00")
    return write


@pytest.fixture
def chat(strangers: Iterator[int]) -> int:
    """The number of a private chat nobody else uses."""
    return next(strangers)


@pytest.fixture(scope="session")
def strangers() -> Iterator[int]:
    """Numbers of people."""
    return count(100)


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


@pytest.fixture
def desk() -> FakeDesk:
    """A desk over two invented notices."""
    return FakeDesk()


@pytest.fixture
def clock() -> Clock:
    """Set by hand."""
    return Clock()


@pytest.fixture
def talk(desk: FakeDesk, clock: Clock, tmp_path: Path) -> Talk:
    """Conversations over that desk."""
    return restarted(desk, clock, tmp_path)
