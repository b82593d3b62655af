"""Requests over aiohttp: the same faults as over httpx, files among the parameters."""

from __future__ import annotations

import pytest
from bot_api.server import TOKEN
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TimedOut

from bot.telegram import send
from bot.telegram.http import AiohttpRequest, usable


@pytest.fixture
async def bot(api):
    made = Bot(
        TOKEN,
        base_url=f"{api.url}/bot",
        request=AiohttpRequest(4, 5.0),
        get_updates_request=AiohttpRequest(1, 5.0),
    )
    async with made:
        yield made


async def test_words_and_files_arrive(api, bot):
    api.says("好")
    assert (await bot.send_message(7, "<b>答</b>", parse_mode="HTML")).text == "答"
    await bot.send_document(7, b"\x00data", filename="a.ics", caption="日历")
    assert api.files["a.ics"] == b"\x00data"
    assert [update.message.text for update in await bot.get_updates()] == ["好"]


async def test_a_cut_connection_is_a_fault_of_the_network_that_may_have_sent(api, bot):
    api.says("好")
    api.fails("sendMessage", "drop")
    with pytest.raises(NetworkError) as caught:
        await bot.send_message(7, "答")
    assert type(caught.value.__cause__).__name__ not in send._NEVER_SENT


async def test_no_answer_in_time_is_said_so(api, bot):
    with pytest.raises(TimedOut):
        await bot.get_updates(timeout=1, read_timeout=-0.8)


async def test_nobody_there_is_a_fault_that_cannot_have_sent_anything(unused_tcp_port):
    made = Bot(
        TOKEN, base_url=f"http://127.0.0.1:{unused_tcp_port}/bot", request=AiohttpRequest(1, 1.0)
    )
    await made.request.initialize()
    try:
        with pytest.raises(NetworkError) as caught:
            await made.get_me()
    finally:
        await made.request.shutdown()
    assert type(caught.value.__cause__).__name__ in send._NEVER_SENT
    assert TOKEN.split(":")[1] not in str(caught.value)


async def test_a_refused_token_is_one(api):
    made = Bot("4242:wrong", base_url=f"{api.url}/bot", request=AiohttpRequest(1, 5.0))
    await made.request.initialize()
    try:
        with pytest.raises(InvalidToken):
            await made.get_me()
    finally:
        await made.request.shutdown()


def test_a_proxy_is_left_to_httpx(monkeypatch):
    for name in (
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    assert usable(None)
    assert not usable("socks5://127.0.0.1:1080")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:3128")
    assert not usable(None)
