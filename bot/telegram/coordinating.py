"""Handlers of what coordinators do: commands, files, buttons. For everybody else none exists."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from telegram import Bot, BotCommand, BotCommandScopeChat, Document, Message, Update
from telegram.error import TelegramError
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.competitions import key_of
from bot.coordinating.drafts import DROP, PUBLISH, WITHDRAW
from bot.coordinating.figures import WRITE
from bot.coordinating.which import meant
from bot.handoff.office import Office
from bot.log import place
from bot.recent import Recent
from bot.reply import Button, Reply
from bot.talk.talk import Talk
from bot.telegram import send
from bot.telegram.handoff.theirs import OfCoordinators
from bot.telegram.press import acknowledge, pressed
from bot.telegram.screen import Screen, at_work
from bot.telegram.typed import App, Context
from bot.wording import Wording
from bot.wording.office import office_words
from retrieval.model import Option

MOST_BYTES = 20 * 2**20
"""What Telegram's own server gives a bot."""
TABLES = (".xlsx", ".xls", ".csv", ".xlsm", ".et")
_KEPT = 1000
_log = logging.getLogger(__name__)


class Awaited(NamedTuple):
    """By which notice and track the next table of a person is checked."""

    notice: str
    track: str


class CoordinatorHandlers:
    """The handlers."""

    def __init__(self, talk: Talk, office: Office, words: Wording) -> None:
        self._talk, self._office, self._words = talk, office, words
        self._screen = Screen(words)
        self._said = office_words().desk
        self._rosters = Recent[tuple[int, int], Awaited](_KEPT)

    async def rules(self, update: Update, context: Context) -> None:
        """/rules."""
        await self._worked(update, context, self._office.papers.rules)

    async def compare(self, update: Update, context: Context) -> None:
        """/compare."""
        await self._worked(update, context, self._office.papers.compare)

    async def stats(self, update: Update, context: Context) -> None:
        """/stats."""

        def work(person: int, words: str) -> Reply:
            self._office.flush()
            return self._office.figures.stats(person, words)

        await self._worked(update, context, work)

    async def unanswered(self, update: Update, context: Context) -> None:
        """/unanswered."""

        def work(person: int, _: str) -> Reply:
            self._office.flush()
            return self._office.figures.unanswered(person)

        await self._worked(update, context, work)

    async def help(self, update: Update, context: Context) -> None:
        """/office."""
        await self._worked(update, context, lambda _, __: Reply(text=self._said.hello))

    async def photo(self, update: Update, context: Context) -> None:
        """A picture that was not sent as a file."""
        await self._worked(update, context, lambda _, __: Reply(text=self._said.photo))

    async def withdraw(self, update: Update, context: Context) -> None:
        """/withdraw: asks once more."""

        def work(person: int, words: str) -> Reply:
            staff = self._office.desk.staff
            found = meant(self._office.desk.live, staff, person, words, "withdraw")
            if found.notice is None:
                return found.reply
            key = key_of(Option(label="", notice=found.notice.id))
            label = self._said.withdraw.format(name=found.notice.name)
            button = Button(label=label, data=f"{WITHDRAW}:{key}")
            return Reply(text=self._said.withdraw_ask, buttons=(button,))

        await self._worked(update, context, work)

    async def roster(self, update: Update, context: Context) -> None:
        """/roster: the next table is checked; or the one it is the caption of, or replies to."""
        message, person = update.message, update.effective_user
        if message is None or person is None:
            return
        words = " ".join(context.args or ())
        await self._awaiting(message, person.id, words)
        asked = message.reply_to_message
        if asked is not None and asked.document is not None:
            await self._check(message, person.id, asked.document)

    async def _awaiting(self, message: Message, person: int, words: str) -> bool:
        work = self._office.papers.roster_of
        reply, notice, track = await asyncio.to_thread(work, person, words)
        if notice:
            self._rosters.keep((message.chat_id, person), Awaited(notice, track))
        if not (notice and message.document is not None):
            await self._screen.show(message, reply)
        return bool(notice)

    async def document(self, update: Update, _: Context) -> None:
        """A file: a table to be checked, or a notice to be read."""
        message, person = update.message, update.effective_user
        if message is None or person is None or message.document is None:
            return
        file, caption = message.document, (message.caption or "").strip()
        command, _blank, words = caption.partition(" ")
        table = (file.file_name or "").lower().endswith(TABLES)
        waiting = (message.chat_id, person.id) in self._rosters
        if command.partition("@")[0] == "/roster":
            if await self._awaiting(message, person.id, words):
                await self._check(message, person.id, file)
        elif command.partition("@")[0] == "/ingest" or not table:
            await self._read(message, person.id, file)
        elif waiting or await self._only(message, person.id):
            await self._check(message, person.id, file)
        else:
            await self._screen.show(message, Reply(text=self._said.roster_how))

    async def _only(self, message: Message, person: int) -> bool:
        """Whether somebody coordinates one competition only, whose roster it must be."""
        work = self._office.papers.roster_of
        _, notice, track = await asyncio.to_thread(work, person, "")
        if notice:
            self._rosters.keep((message.chat_id, person), Awaited(notice, track))
        return bool(notice)

    async def _check(self, message: Message, person: int, file: Document) -> None:
        awaited = self._rosters.pop((message.chat_id, person))
        data = await self._data(message, file) if awaited is not None else None
        if awaited is None or data is None:
            return
        name, papers = file.file_name or "roster", self._office.papers
        reply = await at_work(
            message, lambda: papers.roster(awaited.notice, awaited.track, name, data)
        )
        await self._screen.show(message, reply)

    async def _read(self, message: Message, person: int, file: Document) -> None:
        data = await self._data(message, file)
        if data is not None:
            name, drafts = file.file_name or "notice", self._office.drafts
            await self._show(message, lambda: drafts.preview(person, name, data))

    async def _data(self, message: Message, file: Document) -> bytes | None:
        """The bytes of a file; None, and said so, if it is too large."""
        data = await fetched(file)
        if data is None:
            text = self._said.file_limit.format(most=MOST_BYTES // 2**20)
            await self._screen.show(message, Reply(text=text))
        return data

    async def press(self, update: Update, _: Context) -> None:
        """上线, 放弃, 撤回, 写官方答复."""
        query, who, message = pressed(update)
        if query is None or who is None or message is None:
            return
        action, _colon, key = (query.data or "").partition(":")
        if action == WRITE:
            await acknowledge(query)
            reply = await self._safely(
                lambda: self._office.figures.write(who.chat, who.person, int(key))
            )
            await self._screen.show(message, Reply(text=reply.note))
            return
        await acknowledge(query)
        reply = await at_work(message, lambda: self._pressed(action, key, who.person))
        if reply.note:
            await self._screen.show(message, Reply(text=reply.note))
        else:
            await self._screen.turn(message, Reply(text=self._over(message, reply)))

    @staticmethod
    def _over(message: Message, reply: Reply) -> str:
        """What the message with the buttons becomes: itself, and what has come of it."""
        return f"{message.text or ''}\n\n{reply.text}"

    def _pressed(self, action: str, key: str, person: int) -> Reply:
        drafts = self._office.drafts
        if action == PUBLISH:
            return drafts.publish(person, key)
        if action == DROP:
            return drafts.drop(person, key)
        option = self._talk.shared.option(key)
        if option is None:
            return Reply(note=self._words.button_notice_gone)
        return drafts.withdraw(person, option.notice)

    async def _worked(
        self, update: Update, context: Context, work: Callable[[int, str], Reply]
    ) -> None:
        message, person = update.effective_message, update.effective_user
        if message is not None and person is not None:
            words = " ".join(context.args or ())
            await self._show(message, lambda: work(person.id, words))

    async def _show(self, message: Message, work: Callable[[], Reply]) -> None:
        try:
            reply = await at_work(message, work)
        except (sqlite3.Error, OSError) as fault:
            _log.error("coordinators' store: %s", place(fault))
            reply = Reply(text=office_words().not_kept)
        await self._screen.show(message, reply)

    @staticmethod
    async def _safely(work: Callable[[], Reply]) -> Reply:
        try:
            return await asyncio.to_thread(work)
        except sqlite3.Error as fault:
            _log.error("coordinators' store: %s", place(fault))
            return Reply(note=office_words().not_kept)


async def fetched(file: Document) -> bytes | None:
    """The bytes of a file; None if it is too large.

    A message need not say how large a file is, and an own server hands out far larger ones than
    Telegram, so what the server says counts too.
    """
    if (file.file_size or 0) > MOST_BYTES:
        return None
    found = await send.patiently(file.get_file)
    if (found.file_size or 0) > MOST_BYTES:
        return None
    return bytes(await send.patiently(found.download_as_bytearray))


async def set_menus(bot: Bot, office: Office, words: Wording) -> None:
    """Show coordinators their commands in the menu; a chat the bot is not in is left out."""
    staff = office.desk.staff
    every = [staff.admins, *(staffed.people for staffed in staff.competitions.values())]
    own = [BotCommand(name, text) for name, text in office_words().commands.items()]
    usual = [BotCommand(name, text) for name, text in words.commands.items()]
    usual.append(BotCommand("human", office_words().asker["zh"].command))
    for chat in {*staff.chats, *(person for people in every for person in people)}:
        try:
            listed = own if chat < 0 else [*usual, *own]
            await bot.set_my_commands(listed, scope=BotCommandScopeChat(chat))
        except TelegramError:
            _log.info("menu of a coordinators' chat not set")


def join(app: App, talk: Talk, office: Office, words: Wording) -> None:
    """Let an application handle what coordinators do; before handlers of everything else."""
    own, ours = CoordinatorHandlers(talk, office, words), OfCoordinators(office.desk)
    new = filters.UpdateType.MESSAGE & ours
    for name in ("rules", "compare", "stats", "unanswered", "withdraw", "roster"):
        app.add_handler(CommandHandler(name, getattr(own, name), new))
    app.add_handler(CommandHandler("office", own.help, new))
    app.add_handler(MessageHandler(new & filters.Document.ALL, own.document))
    app.add_handler(MessageHandler(new & filters.PHOTO & ~filters.CAPTION, own.photo))
    keys = f"{PUBLISH}|{DROP}|{WITHDRAW}"
    app.add_handler(
        CallbackQueryHandler(own.press, rf"^(?:(?:{keys}):[0-9a-f]{{16}}|{WRITE}:[0-9]{{1,9}})$")
    )
