"""Reminders in a conversation: what a chat is reminded of, and the buttons for it."""

from __future__ import annotations

from bot.competitions import key_of
from bot.reminders.reminding import CALENDAR, CANCEL, Reminders
from bot.reply import Reply, Who
from bot.talk.shared import Shared


class Reminding:
    """From a group it leads to the private chat; `reminders` is None where there are none."""

    def __init__(self, shared: Shared, reminders: Reminders | None) -> None:
        self._shared, self._words, self._reminders = shared, shared.words, reminders

    def remind(self, who: Who) -> Reply:
        """What the chat is reminded of, and what it could be."""
        choice = self._shared.chats.choice(who.chat)
        if who.in_group:
            return self._shared.privately.command("remind", key_of(choice) if choice else "")
        if self._reminders is None:
            return Reply(text=self._words.remind.not_kept)
        return self._reminders.listing(who.chat, choice)

    def press(self, who: Who, action: str, key: str) -> Reply:
        """A button of reminders: on, off, or the calendar file."""
        option = self._shared.option(key)
        if option is None or self._reminders is None:
            return Reply(text=self._words.button_notice_gone)
        if action == CALENDAR:
            return self._reminders.calendar(option)
        if who.in_group:
            return self._shared.privately.command("remind", key)
        if action == CANCEL:
            return self._reminders.cancel(who.chat, option)
        return self._reminders.subscribe(who.chat, option)
