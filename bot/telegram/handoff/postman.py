"""Brings the messages of the office, one after another, and does its chores in between."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.handoff.model import Mail
from bot.handoff.office import Office
from bot.handoff.outbox import Outbox
from bot.log import place
from bot.reply import Reply
from bot.telegram import buttons, send
from bot.telegram.screen import parts_of
from bot.wording import wording

EVERY = 0.5
"""Seconds between looks at what is to be sent."""
TIDY_EVERY = 60.0
FLUSH_EVERY = 3.0
_STORE = "coordinators' store"

_log = logging.getLogger(__name__)


async def deliver(bot: Bot, office: Office) -> None:
    """Send what is to be sent, write what is to be written, for ever."""
    await send.noted(office.outbox.recover)
    await send.tried(office.drafts.recover, _STORE)
    tidied = flushed = -TIDY_EVERY
    clock = asyncio.get_running_loop().time
    try:
        while True:
            if clock() - tidied >= TIDY_EVERY:
                tidied = clock()
                await send.tried(office.waiting.watch, _STORE)
                await send.tried(office.drafts.tidy, _STORE)
            if clock() - flushed >= FLUSH_EVERY:
                flushed = clock()
                await send.tried(office.flush, _STORE)
            await _all(bot, office.outbox)
            await asyncio.sleep(EVERY)
    finally:
        office.flush()


async def _all(bot: Bot, outbox: Outbox) -> None:
    """Send all there is now."""
    try:
        while await send.wholly(_one(bot, outbox)):
            pass
    except Exception as fault:  # noqa: BLE001  whatever is wrong, it is looked at again
        _log.warning("coordinators' store not usable: %s", place(fault))


async def _one(bot: Bot, outbox: Outbox) -> bool:
    """Send the next message; False if there is none."""
    found = await asyncio.to_thread(outbox.next)
    if found is None:
        return False
    mail, reply = found
    try:
        message = await _send(bot, mail, reply)
    except (Forbidden, BadRequest) as fault:
        _log.warning("message of the office refused: %s", place(fault))
        gone = isinstance(fault, Forbidden) or mail.kind == "answer"
        await send.noted(lambda: outbox.failed(mail, for_good=gone))
    except (TelegramError, KeyError, TypeError, ValueError) as fault:
        # the latter: an answer that is JSON and nothing else
        _log.warning("message of the office not sent: %s", place(fault))
        await send.noted(lambda: outbox.failed(mail, for_good=False))
    else:
        await send.noted(lambda: outbox.sent(mail, message))
    return True


async def _send(bot: Bot, mail: Mail, reply: Reply) -> int | None:
    """Send a message; where there is nothing to say, nothing is sent."""
    if not (reply.text or reply.lines):
        return None
    part, to = parts_of(reply)[0], mail.to
    keyboard = buttons.ask_buttons((), wording(), more=reply.buttons)
    quoted = ReplyParameters(to.reply_to, allow_sending_without_reply=True) if to.reply_to else None
    sent = await send.patiently(
        lambda: bot.send_message(
            to.chat, part.html, parse_mode=ParseMode.HTML, reply_markup=buttons.markup(keyboard),
            reply_parameters=quoted, message_thread_id=to.thread,
        )
    )  # fmt: skip
    return sent.message_id
