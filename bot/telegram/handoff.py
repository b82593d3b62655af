"""Handlers of hand-offs and feedback, and the postman that brings their messages."""

from __future__ import annotations

import asyncio
import logging
import re
import sqlite3
from collections.abc import Callable
from typing import Any

from telegram import Bot, CallbackQuery, Message, ReplyParameters, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.handoff.desk import Told
from bot.handoff.model import Address, Case, Mail
from bot.handoff.office import BAD, GOOD, HUMAN, WHY, Office
from bot.handoff.speech import BIND, CLAIM, OFFICIAL, RELEASE, WITHDRAW
from bot.log import place
from bot.render import line_parts, text_parts
from bot.reply import Reply, Who
from bot.talk.talk import Talk
from bot.telegram import buttons, send
from bot.telegram.addressed import words_of
from bot.telegram.screen import Screen, at_work
from bot.wording import Wording, wording
from bot.wording.office import office_words

EVERY = 0.5
"""Seconds between looks at what is to be sent."""
TIDY_EVERY = 60.0
FLUSH_EVERY = 3.0
App = Application[Any, Any, Any, Any, Any, Any]

_log = logging.getLogger(__name__)


def number_of(text: str) -> int | None:
    r"""The number of the question that one of the bot's own messages is about.

    >>> number_of("转人工 #12 · 待答\n范围：……")
    12
    """
    said = office_words().post
    heads = (one.partition("{number}")[0] for one in (said.title, said.written, said.overdue_title))
    match = re.match(rf"(?:{'|'.join(map(re.escape, heads))})(\d{{1,9}})", text)
    return int(match[1]) if match else None


def official_of(text: str) -> int | None:
    r"""The number of the official answer that one of the bot's own messages has kept.

    >>> official_of("已存为官方答复（第3号），以后……")
    3
    """
    head = office_words().kept.partition("{number}")[0]
    match = re.match(rf"{re.escape(head)}(\d{{1,9}})", text)
    return int(match[1]) if match else None


class AtPost(filters.MessageFilter):
    """A reply of coordinators to the message of a question."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office

    def filter(self, message: Message) -> bool:
        """Whether it is one."""
        asked = message.reply_to_message
        if asked is None or asked.from_user is None or not self._theirs(message):
            return False
        own, text = asked.from_user.id == message.get_bot().id, asked.text or ""
        return own and (number_of(text) is not None or official_of(text) is not None)

    def _theirs(self, message: Message) -> bool:
        """Whether the chat is one of coordinators, or of a coordinator with the bot."""
        staff = self._office.handoffs.staff
        alone = message.chat_id > 0 and staff.any_name(message.chat_id) is not None
        return alone or message.chat_id in staff.chats


class OfCoordinators(filters.MessageFilter):
    """A message of somebody who coordinates something, in private or in a coordinators' chat."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office

    def filter(self, message: Message) -> bool:
        """Whether it is one; for everybody else the commands do not exist."""
        staff, person = self._office.handoffs.staff, message.from_user
        here = message.chat_id > 0 or message.chat_id in staff.chats
        return here and person is not None and staff.any_name(person.id) is not None


class OfficeHandlers:
    """The handlers."""

    def __init__(self, talk: Talk, office: Office, words: Wording) -> None:
        self._talk, self._office, self._words = talk, office, words
        self._screen = Screen(words)

    async def feedback(self, update: Update, _: object) -> None:
        """👍, 👎 or a reason."""
        query, who, message = pressed(update)
        if query is None or who is None or message is None:
            return
        what, _, reason = (query.data or "").rpartition(":") if _is_why(query) else ("", "", "")
        found = buttons.pressed(what or query.data or "")
        option = self._talk.shared.option(found.key)
        said = self._office.handoffs.says("")
        if option is None or (reason and reason not in said.reasons):
            await acknowledge(query, self._words.button_notice_gone)
            return
        question = self._question(who, message) or ""
        vote = reason or ("good" if found.action == GOOD else "bad")
        asked = message.reply_to_message
        about = asked.message_id if asked is not None else message.message_id
        reply = await asyncio.to_thread(self._office.voted, who, about, option, vote, question)
        if found.action != BAD:
            await acknowledge(query, reply.note)
            return
        await acknowledge(query)
        notice = self._office.handoffs.notice(option.notice)
        if notice is not None:
            await self._quoting(asked or message, self._office.reasons(question, notice, found.key))

    async def hand_over(self, update: Update, _: object) -> None:
        """转人工."""
        query, who, message = pressed(update)
        if query is None or who is None or message is None:
            return
        question, key = self._question(who, message), buttons.pressed(query.data or "").key
        option, said = self._talk.shared.option(key), message.reply_to_message
        if question is None or option is None or said is None:
            await acknowledge(query, self._words.button_stale)
            return
        aside = self._talk.passing.aside(who, question, option)
        asker = said.from_user
        if aside is not None and asker is not None and asker.id != who.person:
            await acknowledge(query, self._office.handoffs.says(question).only_asker)
            return
        await acknowledge(query)
        if aside is not None:
            await self._quoting(said, aside)
            return
        reply = await at_work(message, lambda: self._handed(who, message, question, key))
        await self._quoting(said, reply)

    def _handed(self, who: Who, message: Message, question: str, key: str) -> Reply:
        """Hand over the question of the message that the pressed one replies to."""
        option = self._talk.shared.option(key)
        asked = self._talk.passing.retold(who, question, key)
        said = message.reply_to_message
        if option is None or asked is None or said is None:
            return Reply(text=self._words.button_notice_gone)
        where = place_of(message, said.message_id)
        return self._office.handoffs.hand_over(who, where, asked, option)

    async def deal(self, update: Update, _: object) -> None:
        """A coordinator's button: claim, put back, make official, bind, take back."""
        query, who, message = pressed(update)
        if query is None or who is None or message is None:
            return
        action, _, rest = (query.data or "").partition(":")
        number, office = int(rest.partition(":")[0]), self._office.handoffs
        if action == BIND:
            stamp = rest.partition(":")[2]
            told = await self._done(lambda: office.bind(who.chat, who.person, number, stamp))
        elif action in {CLAIM, RELEASE}:
            told = await self._done(
                lambda: office.claim(who.chat, who.person, number, take=action == CLAIM)
            )
        elif action == OFFICIAL:
            told = await self._done(lambda: office.make_official(who.chat, who.person, number))
        else:
            told = await self._done(lambda: office.withdraw(who.person, number))
        await acknowledge(query, told.reply.note)
        if told.reply.text:
            await self._screen.turn(message, told.reply)
        await self._refresh(told.case, message)

    async def answer(self, update: Update, _: object) -> None:
        """A coordinator's reply to the message of a question, or of an official answer.

        Edited, it corrects the answer given before.
        """
        message, person = update.effective_message, update.effective_user
        asked = message.reply_to_message if message is not None else None
        if message is None or person is None or asked is None:
            return
        office, said = self._office.handoffs, office_words()
        text = message.text or ""
        made = official_of(asked.text or "")
        if made is not None:
            told = await self._done(
                lambda: office.bind_named(message.chat_id, person.id, made, text)
            )
            await self._screen.show(message, told.reply)
            return
        number = number_of(asked.text or "") or 0
        case = await asyncio.to_thread(office.at, message.chat_id, number)
        if case is None or not text:
            line = said.only_text if case else said.gone.format(days=90)
            await self._quoting(message, Reply(text=line))
            return
        told = await self._done(lambda: office.answer(case, person.id, message.message_id, text))
        await self._quoting(message, told.reply)
        await self._refresh(told.case, asked)

    async def queue(self, update: Update, _: object) -> None:
        """What waits."""
        message, person = update.effective_message, update.effective_user
        if message is not None and person is not None:
            office = self._office.handoffs
            reply = await asyncio.to_thread(office.queue, person.id)
            await self._screen.show(message, reply)

    async def _done(self, work: Callable[[], Told]) -> Told:
        """Do a coordinator's work; a store that cannot be written is said."""
        try:
            return await asyncio.to_thread(work)
        except sqlite3.Error as fault:
            _log.error("coordinators' store: %s", type(fault).__name__)
            said = office_words().not_kept
            return Told(Reply(text=said, note=said))

    async def _refresh(self, case: Case | None, seen: Message) -> None:
        """Show in the coordinators' chat how a question stands; that may as well fail.

        Args:
            case: the question.
            seen: the message it was dealt with by. If that is the question's own, it is known
                before the store has noted that it was sent.
        """
        if case is None:
            return
        post = case.post or (seen.message_id if _is_post(seen, case) else None)
        if post is None:
            return
        reply = self._office.handoffs.view(case)
        part = line_parts(reply.lines)[0]
        keyboard = buttons.ask_buttons((), self._words, more=reply.buttons)
        try:
            await seen.get_bot().edit_message_text(
                part.html,
                case.chat,
                post,
                parse_mode=ParseMode.HTML,
                reply_markup=buttons.markup(keyboard),
            )
        except TelegramError as fault:
            _log.info("question not brought up to date: %s", place(fault))

    async def _quoting(self, message: Message, reply: Reply) -> None:
        """A reply to a message, which it quotes, so that its buttons know what it is about."""
        text = reply.text or reply.note
        name = message.get_bot().username
        keyboard = buttons.ask_buttons((), self._words, more=reply.buttons, bot=name)
        if text:
            await send.reply(message, text_parts(text)[0], keyboard, quote=True)

    def _question(self, who: Who, message: Message) -> str | None:
        """The question that the message with a button answers."""
        asked = message.reply_to_message
        if asked is None:
            return None
        return self._talk.linked.behind(who, words_of(asked, message.get_bot()))


def place_of(message: Message, reply_to: int) -> Address:
    """Where an answer is to arrive: below a message of the chat, in its topic."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Address(chat=message.chat_id, reply_to=reply_to, thread=thread)


def _is_post(message: Message, case: Case) -> bool:
    """Whether a message is the one that put the question before the coordinators."""
    head = office_words().post.title.partition("{state}")[0].format(number=case.number)
    return message.chat_id == case.chat and (message.text or "").startswith(head)


def _is_why(query: CallbackQuery) -> bool:
    return (query.data or "").startswith(f"{WHY}:")


def pressed(update: Update) -> tuple[CallbackQuery | None, Who | None, Message | None]:
    """A press: what was pressed, by whom, under which message."""
    query, chat, person = update.callback_query, update.effective_chat, update.effective_user
    message = query.message if query is not None else None
    who = Who(chat.id, person.id) if chat is not None and person is not None else None
    return query, who, message if isinstance(message, Message) else None


async def acknowledge(query: CallbackQuery, text: str = "") -> None:
    """Stop the button's spinning."""
    try:
        await query.answer(text or None, show_alert=False)
    except TelegramError:
        _log.info("press not acknowledged")


def join(app: App, talk: Talk, office: Office | None, words: Wording) -> None:
    """Let an application handle what belongs to the office; before handlers of everything else."""
    if office is None:
        return
    own = OfficeHandlers(talk, office, words)
    pressed = (
        (f"{GOOD}|{BAD}", own.feedback),
        (WHY, own.feedback),
        (HUMAN, own.hand_over),
    )
    for letters, handler in pressed:
        app.add_handler(CallbackQueryHandler(handler, rf"^(?:{letters}):[0-9a-f]{{16}}(?::\w+)?$"))
    deals = f"{CLAIM}|{RELEASE}|{OFFICIAL}|{WITHDRAW}"
    bound = f"{BIND}:[0-9]{{1,9}}:[0-9a-f]{{8}}"
    app.add_handler(CallbackQueryHandler(own.deal, rf"^(?:(?:{deals}):[0-9]{{1,9}}|{bound})$"))
    ours = OfCoordinators(office)
    app.add_handler(CommandHandler("queue", own.queue, filters.UpdateType.MESSAGE & ours))
    at_post = filters.UpdateType.MESSAGES & AtPost(office)
    app.add_handler(MessageHandler(at_post, own.answer))


async def deliver(bot: Bot, office: Office) -> None:
    """Send what is to be sent, write what is to be written, for ever."""
    await send.noted(office.handoffs.recover)
    await _safely(office.drafts.recover)
    tidied = flushed = -TIDY_EVERY
    clock = asyncio.get_running_loop().time
    try:
        while True:
            if clock() - tidied >= TIDY_EVERY:
                tidied = clock()
                await _safely(office.handoffs.watch)
                await _safely(office.drafts.tidy)
            if clock() - flushed >= FLUSH_EVERY:
                flushed = clock()
                await _safely(office.flush)
            try:
                while await send.wholly(_one(bot, office)):
                    pass
            except Exception as fault:  # noqa: BLE001  whatever is wrong, it is looked at again
                _log.warning("coordinators' store not usable: %s", place(fault))
            await asyncio.sleep(EVERY)
    finally:
        office.flush()


async def _safely(work: Callable[[], None]) -> None:
    try:
        await asyncio.to_thread(work)
    except Exception as fault:  # noqa: BLE001  whatever is wrong, it is looked at again
        _log.warning("coordinators' store not brought up to date: %s", place(fault))


async def _one(bot: Bot, office: Office) -> bool:
    """Send the next message; False if there is none."""
    found = await asyncio.to_thread(office.handoffs.next)
    if found is None:
        return False
    mail, reply = found
    try:
        message = await _send(bot, mail, reply)
    except (Forbidden, BadRequest) as fault:
        _log.warning("message of the office refused: %s", place(fault))
        gone = isinstance(fault, Forbidden) or mail.kind == "answer"
        await send.noted(lambda: office.handoffs.failed(mail, for_good=gone))
    except (TelegramError, KeyError, TypeError, ValueError) as fault:
        # the latter: an answer that is JSON and nothing else
        _log.warning("message of the office not sent: %s", place(fault))
        await send.noted(lambda: office.handoffs.failed(mail, for_good=False))
    else:
        await send.noted(lambda: office.handoffs.sent(mail, message))
    return True


async def _send(bot: Bot, mail: Mail, reply: Reply) -> int | None:
    """Send a message; where there is nothing to say, nothing is sent."""
    if not (reply.text or reply.lines):
        return None
    part = (line_parts(reply.lines) if reply.lines else text_parts(reply.text))[0]
    keyboard = buttons.ask_buttons((), wording(), more=reply.buttons)
    to = mail.to
    quoted = ReplyParameters(to.reply_to, allow_sending_without_reply=True) if to.reply_to else None
    sent = await send.patiently(
        lambda: bot.send_message(
            to.chat, part.html, parse_mode=ParseMode.HTML, reply_markup=buttons.markup(keyboard),
            reply_parameters=quoted, message_thread_id=to.thread,
        )
    )  # fmt: skip
    return sent.message_id
