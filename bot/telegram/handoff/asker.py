"""What stands below an answer for those who ask: 👍, 👎 and why, 转人工."""

from __future__ import annotations

import asyncio

from telegram import CallbackQuery, Message, Update
from telegram.ext import CallbackQueryHandler

from bot.handoff.office import BAD, GOOD, HUMAN, WHY, Office
from bot.reply import Reply, Who
from bot.talk.talk import Talk
from bot.telegram import buttons
from bot.telegram.addressed import place_of, words_of
from bot.telegram.press import acknowledge, pressed
from bot.telegram.screen import Screen, at_work
from bot.telegram.typed import App
from bot.wording import Wording


class AskerHandlers:
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
        said = self._office.desk.says("")
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
        notice = self._office.desk.notice(option.notice)
        if notice is not None:
            why = self._office.reasons(question, notice, found.key)
            await self._screen.quote(asked or message, why)

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
            await acknowledge(query, self._office.desk.says(question).only_asker)
            return
        await acknowledge(query)
        if aside is not None:
            await self._screen.quote(said, aside)
            return
        reply = await at_work(message, lambda: self._handed(who, message, question, key))
        await self._screen.quote(said, reply)

    def _handed(self, who: Who, message: Message, question: str, key: str) -> Reply:
        """Hand over the question of the message that the pressed one replies to."""
        option = self._talk.shared.option(key)
        asked = self._talk.passing.retold(who, question, key)
        said = message.reply_to_message
        if option is None or asked is None or said is None:
            return Reply(text=self._words.button_notice_gone)
        where = place_of(message, said.message_id)
        return self._office.asking.hand_over(who, where, asked, option)

    def _question(self, who: Who, message: Message) -> str | None:
        """The question that the message with a button answers."""
        asked = message.reply_to_message
        if asked is None:
            return None
        return self._talk.linked.behind(who, words_of(asked, message.get_bot()))


def _is_why(query: CallbackQuery) -> bool:
    return (query.data or "").startswith(f"{WHY}:")


def join(app: App, talk: Talk, office: Office, words: Wording) -> None:
    """Let an application handle them; before handlers of everything else."""
    own = AskerHandlers(talk, office, words)
    key = r":[0-9a-f]{16}(?::\w+)?$"
    app.add_handler(CallbackQueryHandler(own.feedback, rf"^(?:{GOOD}|{BAD}|{WHY}){key}"))
    app.add_handler(CallbackQueryHandler(own.hand_over, rf"^{HUMAN}{key}"))
