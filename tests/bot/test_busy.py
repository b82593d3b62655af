"""Polling rests while as many chats are worked on as can be, and only then."""

from __future__ import annotations

import asyncio

from telegram import Chat, Update
from telegram import Message as Said

from bot.telegram import poll
from bot.telegram.order import AT_ONCE, PerChatOrder
from bot.telegram.taken import Taken


def said(number, chat):
    message = Said(message_id=number, date=None, chat=Chat(chat, "private"))
    return Update(number, message=message)


async def working(count, chat=None):
    """So many updates under way, of as many chats or of one; how they end, and their tasks."""
    taken = Taken()
    order, end, tasks = PerChatOrder(taken), asyncio.Event(), []
    for number in range(count):
        taken.take(number)
        update = said(number, chat or number + 1)
        tasks.append(asyncio.create_task(order.do_process_update(update, end.wait())))
    await asyncio.sleep(0.01)
    return taken, order, end, tasks


async def test_it_rests_while_every_place_is_taken_but_not_for_ever(monkeypatch):
    monkeypatch.setattr(poll, "BUSY", 0.05)
    taken, order, end, tasks = await working(AT_ONCE)
    assert order.busy
    await poll._calm(order, taken)
    assert order.busy
    end.set()
    await asyncio.gather(*tasks)


async def test_it_goes_on_as_soon_as_there_is_a_place():
    taken, order, end, tasks = await working(AT_ONCE)
    asyncio.get_running_loop().call_later(0.01, end.set)
    async with asyncio.timeout(poll.BUSY / 2):
        await poll._calm(order, taken)
    assert not order.busy
    await asyncio.gather(*tasks)


async def test_one_chat_that_asks_a_lot_keeps_nobody_else_waiting():
    _, order, end, tasks = await working(2 * AT_ONCE, chat=7)
    assert not order.busy
    end.set()
    await asyncio.gather(*tasks)
