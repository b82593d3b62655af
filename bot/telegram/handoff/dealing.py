"""What coordinators do with questions: their buttons, their replies, and /queue."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable

from telegram import Message, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.handoff.answers import Written
from bot.handoff.model import Case, Told
from bot.handoff.office import Office
from bot.handoff.speech import BIND, CLAIM, OFFICIAL, RELEASE, WITHDRAW
from bot.log import place
from bot.reply import Reply, Who
from bot.telegram import buttons
from bot.telegram.handoff.heads import is_post, number_of, official_of
from bot.telegram.handoff.theirs import AtPost, OfCoordinators
from bot.telegram.press import acknowledge, pressed
from bot.telegram.screen import Screen, parts_of
from bot.telegram.typed import App
from bot.wording import Wording

_log = logging.getLogger(__name__)


class DealingHandlers:
    """The handlers; what they do may fail only where the store does, and that is said."""

    def __init__(self, office: Office, words: Wording) -> None:
        self._office, self._words, self._said = office, words, office.desk.said
        self._screen = Screen(words)

    async def press(self, update: Update, _: object) -> None:
        """A coordinator's button: claim, put back, make official, bind, take back."""
        query, who, message = pressed(update)
        if query is None or who is None or message is None:
            return
        action, _, rest = (query.data or "").partition(":")
        number, _, stamp = rest.partition(":")
        told = await self._done(lambda: self._pressed(who, action, int(number), stamp))
        await acknowledge(query, told.reply.note)
        if told.reply.text:
            await self._screen.turn(message, told.reply)
        await self._refresh(told.case, message)

    def _pressed(self, who: Who, action: str, number: int, stamp: str) -> Told:
        office = self._office
        if action == BIND:
            return office.officials.bind(who.chat, who.person, number, stamp)
        if action in {CLAIM, RELEASE}:
            return office.claims.claim(who.chat, who.person, number, take=action == CLAIM)
        if action == OFFICIAL:
            return office.officials.make(who.chat, who.person, number)
        return office.officials.withdraw(who.person, number)

    async def reply(self, update: Update, _: object) -> None:
        """A coordinator's reply to the message of a question, or of an official answer.

        Edited, it corrects the answer given before.
        """
        message, person = update.effective_message, update.effective_user
        asked = message.reply_to_message if message is not None else None
        if message is None or person is None or asked is None:
            return
        made, text = official_of(asked.text or ""), message.text or ""
        if made is None:
            await self._answer(message, asked, Written(person.id, message.message_id, text))
            return
        bind = self._office.officials.bind_named
        told = await self._done(lambda: bind(message.chat_id, person.id, made, text))
        await self._screen.show(message, told.reply)

    async def _answer(self, message: Message, asked: Message, written: Written) -> None:
        number = number_of(asked.text or "") or 0
        case = await asyncio.to_thread(self._office.desk.at, message.chat_id, number)
        if case is None or not written.text:
            line = self._said.only_text if case else self._office.desk.gone
            await self._screen.quote(message, Reply(text=line))
            return
        told = await self._done(lambda: self._office.answers.answer(case, written))
        await self._screen.quote(message, told.reply)
        await self._refresh(told.case, asked)

    async def queue(self, update: Update, _: object) -> None:
        """What waits."""
        message, person = update.effective_message, update.effective_user
        if message is not None and person is not None:
            reply = await asyncio.to_thread(self._office.waiting.queue, person.id)
            await self._screen.show(message, reply)

    async def _done(self, work: Callable[[], Told]) -> Told:
        """Do a coordinator's work; a store that cannot be written is said."""
        try:
            return await asyncio.to_thread(work)
        except sqlite3.Error as fault:
            _log.error("coordinators' store: %s", type(fault).__name__)
            return Told(Reply(text=self._said.not_kept, note=self._said.not_kept))

    async def _refresh(self, case: Case | None, seen: Message) -> None:
        """Show in the coordinators' chat how a question stands; that may as well fail.

        Args:
            case: the question.
            seen: the message it was dealt with by. If that is the question's own, it is known
                before the store has noted that it was sent.
        """
        if case is None:
            return
        post = case.post or (seen.message_id if is_post(seen, case) else None)
        if post is None:
            return
        reply = self._office.outbox.view(case)
        keyboard = buttons.ask_buttons((), self._words, more=reply.buttons)
        try:
            await seen.get_bot().edit_message_text(
                parts_of(reply)[0].html,
                case.chat,
                post,
                parse_mode=ParseMode.HTML,
                reply_markup=buttons.markup(keyboard),
            )
        except TelegramError as fault:
            _log.info("question not brought up to date: %s", place(fault))


def join(app: App, office: Office, words: Wording) -> None:
    """Let an application handle them; before handlers of everything else."""
    own = DealingHandlers(office, words)
    deals = f"{CLAIM}|{RELEASE}|{OFFICIAL}|{WITHDRAW}"
    bound = f"{BIND}:[0-9]{{1,9}}:[0-9a-f]{{8}}"
    app.add_handler(CallbackQueryHandler(own.press, rf"^(?:(?:{deals}):[0-9]{{1,9}}|{bound})$"))
    ours = OfCoordinators(office.desk)
    app.add_handler(CommandHandler("queue", own.queue, filters.UpdateType.MESSAGE & ours))
    at_post = filters.UpdateType.MESSAGES & AtPost(office.desk)
    app.add_handler(MessageHandler(at_post, own.reply))
