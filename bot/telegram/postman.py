"""Sends the reminders whose time has come, one after another."""

from __future__ import annotations

import asyncio
import logging
import sqlite3

from telegram import Bot
from telegram.error import Forbidden, TelegramError

from bot.log import place
from bot.reminders.reminding import Reminders
from bot.render import line_parts
from bot.telegram import buttons, send
from bot.wording import wording

EVERY = 1.0
"""Seconds between looks at the clock."""
LOOK_AGAIN = 3600
"""Seconds after which corrections that hold from a new day on are looked for."""

_log = logging.getLogger(__name__)


async def deliver(bot: Bot, reminders: Reminders) -> None:
    """Send what is to be sent, for ever; a store that cannot be used is tried again."""
    await send.noted(reminders.recover)
    looked = -LOOK_AGAIN * 1.0
    while True:
        if asyncio.get_running_loop().time() - looked >= LOOK_AGAIN:
            looked = asyncio.get_running_loop().time()
            await look(reminders)
        try:
            while await send.wholly(_one(bot, reminders)):
                pass
        except (sqlite3.Error, OSError) as fault:
            _log.warning("reminders not readable: %s", place(fault))
        await asyncio.sleep(EVERY)


async def look(reminders: Reminders) -> None:
    """See what the notices have changed."""
    await send.tried(reminders.sync, "reminders")


async def _one(bot: Bot, reminders: Reminders) -> bool:
    """Send the next message; False if there is none."""
    found = await asyncio.to_thread(reminders.claim)
    if found is None:
        return False
    claimed, message = found
    try:
        keyboard = buttons.ask_buttons((), wording(), more=reminders.below(message))
        await send.remind(bot, claimed.chat, line_parts(message.lines())[0], keyboard)
    except Forbidden:
        await send.noted(lambda: reminders.unreachable(claimed))
    except TelegramError as fault:
        _log.warning("reminder not sent: %s", place(fault))
        await send.noted(lambda: reminders.failed(claimed))
    else:
        await send.noted(lambda: reminders.sent(claimed))
    return True
