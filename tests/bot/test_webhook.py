"""Deliveries over HTTP: only with the secret, acknowledged when done, each once."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from types import SimpleNamespace

import pytest
from bot_api.state import person, private

from bot.telegram.order import PerChatOrder
from bot.telegram.taken import Taken
from bot.telegram.webhook import Received


def body(number, **more):
    message = {"message_id": 1, "date": 1, "chat": private(7), "from": person(7), "text": "你好"}
    return json.dumps({"update_id": number, "message": message, **more}).encode()


@pytest.fixture
def taken():
    return Taken()


@pytest.fixture
async def received(taken):
    app = SimpleNamespace(bot=None, update_queue=asyncio.Queue())
    return Received(app, PerChatOrder(taken), taken)


@pytest.mark.parametrize("secret", [None, "", "wrong", "密"])
async def test_without_the_secret_nothing_is_taken(received, taken, secret):
    assert await received(secret, body(1)) == HTTPStatus.FORBIDDEN
    assert not taken.known(1)


@pytest.mark.parametrize(
    "sent", [b"", b"{", b"[]", b"{}", b'{"update_id": "x"}', b"\xff"], ids=range(6)
)
async def test_garbage_is_refused(received, sent):
    assert await received(received.secret, sent) == HTTPStatus.BAD_REQUEST


async def test_it_is_acknowledged_when_it_is_done(received, taken):
    delivery = asyncio.create_task(received(received.secret, body(1)))
    update = await asyncio.wait_for(received.app.update_queue.get(), 1)
    again = asyncio.create_task(received(received.secret, body(1)))
    await asyncio.sleep(0.01)
    assert not delivery.done()
    assert not again.done()
    await taken.finish(update.update_id)
    assert await delivery == await again == HTTPStatus.OK
    assert received.app.update_queue.empty()
    assert await received(received.secret, body(1)) == HTTPStatus.OK
    assert received.app.update_queue.empty()


async def test_one_that_nobody_can_read_is_acknowledged_and_passed_over(received, taken):
    assert await received(received.secret, body(1, message={"text": 5})) == HTTPStatus.OK
    assert received.app.update_queue.empty()
    assert taken.known(1)


async def test_when_too_much_waits_telegram_keeps_the_rest(received):
    received._order._room.clear()
    assert await received(received.secret, body(1)) == HTTPStatus.SERVICE_UNAVAILABLE
