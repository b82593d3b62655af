"""Handlers carry words between Telegram and the talk, nothing else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import TelegramError

from bot.clauses import READ, TURN
from bot.follow_ups import CONTACT
from bot.interview.offer import EXAMINE
from bot.interview.speech import PRESS
from bot.log import place
from bot.reminders.reminding import CALENDAR, CANCEL, SUBSCRIBE
from bot.render import text_parts
from bot.reply import Reply, Who
from bot.talk.talk import Talk
from bot.telegram import buttons, send
from bot.telegram.addressed import in_private, meant, words_of
from bot.telegram.press import acknowledge
from bot.telegram.screen import Screen, at_work
from bot.telegram.typed import Context
from bot.wording import Wording

_log = logging.getLogger(__name__)


class Handlers:
    """The handlers of one bot."""

    def __init__(self, talk: Talk, words: Wording) -> None:
        self._talk = talk
        self._words = words
        self._screen = Screen(words)

    async def start(self, update: Update, context: Context) -> None:
        """What a deep link leads to; else what it can do, who decides, what is stored."""
        who, message = _who(update), update.effective_message
        payload = " ".join(context.args or ())
        if who is None or message is None or update.edited_message is not None:
            return
        link = self._talk.linked
        reply = await at_work(message, lambda: link.follow(who, payload)) if payload else None
        await self._shown(message, reply or Reply(text=self._words.start))

    async def help(self, update: Update, _: Context) -> None:
        """How to use it."""
        text = self._words.help.format(examples=self._words.help_examples)
        office = self._talk.office
        more = f"\n{office.desk.says(text).help}" if office is not None else ""
        await self._say(update, text + more)

    async def privacy(self, update: Update, _: Context) -> None:
        """What is stored."""
        await self._say(update, self._words.privacy)

    async def reset(self, update: Update, _: Context) -> None:
        """Forget this conversation."""
        who = _who(update)
        if who is not None:
            reply = await asyncio.to_thread(self._talk.forgetting.reset, who)
            await self._say(update, reply.text)

    async def forget(self, update: Update, _: Context) -> None:
        """Delete everything that is kept of this chat."""
        who = _who(update)
        if who is not None:
            reply = await asyncio.to_thread(self._talk.forgetting.forget, who)
            await self._say(update, reply.text)

    async def choose(self, update: Update, context: Context) -> None:
        """Offer the competitions, or those named behind the command."""
        who, message = _who(update), update.effective_message
        if who is None or message is None:
            return
        words = " ".join(context.args or ())
        await self._shown(message, await asyncio.to_thread(self._talk.choosing.choose, who, words))

    async def mine(self, update: Update, context: Context) -> None:
        """Which competitions the person can enter, by what stands behind the command."""
        await self._worked(update, context, self._talk.answering.mine)

    async def check(self, update: Update, context: Context) -> None:
        """Begin the eligibility interview, about what is named behind the command."""
        await self._worked(update, context, self._talk.examining.check)

    async def _worked(
        self, update: Update, context: Context, do: Callable[[Who, str], Reply]
    ) -> None:
        """Show what a command comes to with the words behind it; an edited one stays as it was."""
        who, message = _who(update), update.effective_message
        if who is None or message is None or update.edited_message is not None:
            return
        words = " ".join(context.args or ())
        reply = await at_work(message, lambda: do(who, words))
        await self._screen.show(message, reply)

    async def remind(self, update: Update, _: Context) -> None:
        """What the chat is reminded of."""
        who, message = _who(update), update.effective_message
        if who is not None and message is not None and update.edited_message is None:
            reply = await asyncio.to_thread(self._talk.reminding.remind, who)
            await self._screen.show(message, reply)

    async def unknown(self, update: Update, _: Context) -> None:
        """A command nobody knows; in a group it is another bot's."""
        message = update.effective_message
        if message is not None and in_private(message):
            await self._say(update, self._words.unknown_command)

    async def ask(self, update: Update, context: Context) -> None:
        """Answer a question; an edited one by editing the answer."""
        who, message = _who(update), update.effective_message
        if who is None or message is None or not meant(message, context.bot):
            return
        text = words_of(message, context.bot)
        if not text:
            await self._say(update, self._words.mention_only)
            return
        edited = update.edited_message is not None
        reply = await at_work(message, lambda: self._talk.hear(who, text, edited=edited))
        await self._screen.show(message, reply, edited=edited)

    async def other(self, update: Update, context: Context) -> None:
        """Stickers, voices, pictures: a friendly line, or an answer to what is written below."""
        message = update.effective_message
        if message is None or not meant(message, context.bot):
            return
        if message.caption:
            await self.ask(update, context)
        else:
            await self._say(update, self._words.not_text)

    async def press(self, update: Update, context: Context) -> None:
        """A button was pressed."""
        query, who = update.callback_query, _who(update)
        if query is None:
            return
        message = query.message
        if who is None or not isinstance(message, Message):
            await acknowledge(query, self._words.button_stale, alert=True)
            return
        what = buttons.pressed(query.data or "")
        if what.action == buttons.ASK:
            await acknowledge(query)
            await self._press_option(message, who, what.key, context.bot)
        elif what.action in {PRESS, EXAMINE}:
            await self._press_interview(query, message, who, context.bot)
        elif what.action in {READ, TURN}:
            await self._press_page(query, message)
        elif what.action in {SUBSCRIBE, CANCEL, CALENDAR}:
            await acknowledge(query)
            reply = await at_work(
                message, lambda: self._talk.reminding.press(who, what.action, what.key)
            )
            await self._screen.show(message, reply)
        elif what.action == CONTACT:
            await acknowledge(query)
            reply = await at_work(message, lambda: self._talk.answering.contact(who, what.key))
            await self._screen.show(message.reply_to_message or message, reply)
        elif what.action == buttons.MORE:
            await self._press_more(query, message)
        else:
            await self._press_choice(query, message, who, what)

    async def _press_option(self, message: Message, who: Who, key: str, bot: Bot) -> None:
        asked = message.reply_to_message
        question = self._asked(who, asked, bot)
        reply = await at_work(message, lambda: self._talk.answering.press(who, key, question))
        # below the question, so that the buttons of this answer know it too
        await self._screen.show(asked or message, reply)

    def _asked(self, who: Who, asked: Message | None, bot: Bot) -> str | None:
        """What a message asks that an answer replies to."""
        return self._talk.linked.behind(who, words_of(asked, bot)) if asked is not None else None

    async def _press_interview(
        self, query: CallbackQuery, message: Message, who: Who, bot: Bot
    ) -> None:
        """A button of an interview, or one that begins it."""
        data, asked = query.data or "", message.reply_to_message
        if data.startswith(f"{PRESS}:"):
            reply = await asyncio.to_thread(self._talk.interviews.pressing.press, who, data)
        else:
            key = buttons.pressed(data).key
            question = self._asked(who, asked, bot)
            reply = await asyncio.to_thread(self._talk.examining.press, who, key, question)
        await acknowledge(query, reply.note, alert=True)
        await self._screen.pressed(message, reply)

    async def _press_more(self, query: CallbackQuery, message: Message) -> None:
        rest = self._screen.rest_of(message)
        await acknowledge(query, "" if rest else self._words.button_stale, alert=True)
        if rest:
            await self._screen.send(message, rest)

    async def _press_page(self, query: CallbackQuery, message: Message) -> None:
        """A page of a notice: below an answer as a new message, then in its own place."""
        reply = await asyncio.to_thread(self._talk.reading.page, query.data or "")
        await acknowledge(query, reply.note, alert=True)
        if reply.note:
            return
        turning = (query.data or "").startswith(f"{TURN}:")
        await (self._screen.turn if turning else self._screen.show)(message, reply)

    async def _press_choice(
        self, query: CallbackQuery, message: Message, who: Who, what: buttons.Pressed
    ) -> None:
        reply, page = await asyncio.to_thread(self._chosen, who, what), what.page
        await acknowledge(query, "" if reply else self._words.button_notice_gone, alert=True)
        if reply is not None:
            keyboard = self._choosing(reply, page) if reply.options else None
            await send.edit(message.get_bot(), message, text_parts(reply.text)[0], keyboard)

    def _chosen(self, who: Who, what: buttons.Pressed) -> Reply | None:
        """Go one step on in choosing; None for what does not exist (any more)."""
        choosing = self._talk.choosing
        if what.action == buttons.ANY:
            return choosing.settle(who, None)
        if what.action == buttons.PAGE and not what.key:
            return choosing.choose(who)
        option = self._talk.shared.option(what.key)
        if option is None:
            return None
        if what.action == buttons.SETTLE:
            return choosing.settle(who, option)
        return choosing.open(who, option) if what.action in (buttons.OPEN, buttons.PAGE) else None

    def _choosing(self, reply: Reply, page: int = 0) -> buttons.Keyboard:
        return buttons.choose_buttons(reply.options, self._words, page, reply.final)

    async def _shown(self, message: Message, reply: Reply) -> None:
        """A reply; what there is to choose has pages."""
        if reply.options and reply.answer is None:
            await self._screen.send(message, text_parts(reply.text), self._choosing(reply))
        else:
            await self._screen.show(message, reply)

    async def _say(self, update: Update, text: str) -> None:
        if update.effective_message is not None:
            await self._screen.send(update.effective_message, text_parts(text))

    async def fault(self, update: object, context: Context) -> None:
        """Something went wrong: a polite line for the person, type and place for the log."""
        if context.error is not None:
            _log.error("update not handled: %s", place(context.error))
        message = update.effective_message if isinstance(update, Update) else None
        if message is not None and not isinstance(context.error, TelegramError):
            await send.reply(message, text_parts(self._words.fault)[0], quote=False)


def _who(update: Update) -> Who | None:
    chat, person = update.effective_chat, update.effective_user
    return Who(chat.id, person.id if person else chat.id) if chat else None
