"""Handlers of people who ask for a person: /human, or 转人工 in words."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.handoff.wish import wished
from bot.human import Human
from bot.reply import Who
from bot.talk.talk import Talk
from bot.telegram.addressed import meant, place_of, words_of
from bot.telegram.screen import Screen, at_work
from bot.telegram.typed import App, Context
from bot.wording import Wording


class Wishes(filters.MessageFilter):
    """A message for the bot that asks for a person."""

    def filter(self, message: Message) -> bool:
        """Whether it does."""
        bot = message.get_bot()
        if not message.text or wished(words_of(message, bot)) is None:
            return False
        return meant(message, bot)


class HumanHandlers:
    """The handlers."""

    def __init__(self, talk: Talk, words: Wording) -> None:
        self._human, self._screen = Human(talk), Screen(words)

    async def command(self, update: Update, context: Context) -> None:
        """/human, alone or with a question."""
        await self._asked(update, " ".join(context.args or ()))

    async def said(self, update: Update, context: Context) -> None:
        """转人工, alone or with a question."""
        message = update.effective_message
        if message is not None:
            await self._asked(update, wished(words_of(message, context.bot)) or "")

    async def _asked(self, update: Update, words: str) -> None:
        message, person = update.message, update.effective_user
        if message is None or person is None:
            return
        who, place = Who(message.chat_id, person.id), place_of(message, message.message_id)
        reply = await at_work(message, lambda: self._human.ask(who, place, words))
        await self._screen.show(message, reply)


def join(app: App, talk: Talk, words: Wording) -> None:
    """Let an application handle them; behind what coordinators reply, before questions."""
    own = HumanHandlers(talk, words)
    app.add_handler(CommandHandler("human", own.command))
    app.add_handler(MessageHandler(filters.UpdateType.MESSAGES & Wishes(), own.said))
