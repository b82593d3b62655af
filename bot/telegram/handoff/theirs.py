"""Which messages are the coordinators': what they reply to the bot's own, and all of theirs."""

from __future__ import annotations

from telegram import Message
from telegram.ext import filters

from bot.handoff.desk import Desk
from bot.telegram.handoff.heads import number_of, official_of


class AtPost(filters.MessageFilter):
    """A reply of coordinators to the message of a question, or of an official answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def filter(self, message: Message) -> bool:
        """Whether it is one."""
        asked = message.reply_to_message
        if asked is None or asked.from_user is None or not self._theirs(message):
            return False
        own, text = asked.from_user.id == message.get_bot().id, asked.text or ""
        return own and (number_of(text) is not None or official_of(text) is not None)

    def _theirs(self, message: Message) -> bool:
        """Whether the chat is one of coordinators, or of a coordinator with the bot."""
        staff = self._desk.staff
        alone = message.chat_id > 0 and staff.any_name(message.chat_id) is not None
        return alone or message.chat_id in staff.chats


class OfCoordinators(filters.MessageFilter):
    """A message of somebody who coordinates something, in private or in a coordinators' chat."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def filter(self, message: Message) -> bool:
        """Whether it is one; for everybody else the commands do not exist."""
        staff, person = self._desk.staff, message.from_user
        here = message.chat_id > 0 or message.chat_id in staff.chats
        return here and person is not None and staff.any_name(person.id) is not None
