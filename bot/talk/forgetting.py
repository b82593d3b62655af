"""Forgetting: the conversation alone, or all that is kept of a chat or a member of a group."""

from __future__ import annotations

import sqlite3

from bot.handoff.office import Office
from bot.interview.kept import Kept
from bot.reminders.reminding import Reminders
from bot.reply import Reply, Who
from bot.talk.shared import Shared


class Forgetting:
    """What a group has chosen is everybody's and stays: anyone may choose anew."""

    def __init__(
        self,
        shared: Shared,
        interviews: Kept,
        reminders: Reminders | None,
        office: Office | None,
    ) -> None:
        self._shared, self._words = shared, shared.words
        self._interviews, self._reminders, self._office = interviews, reminders, office

    def reset(self, who: Who) -> Reply:
        """Forget the conversation, the choice, the buttons and the interview."""
        self._interviews.drop(who)
        self._shared.chats.drop(who)
        return Reply(text=self._words.group.reset if who.in_group else self._words.reset)

    def forget(self, who: Who) -> Reply:
        """Delete everything that is kept of the chat; in a group only what is the person's own."""
        self.reset(who)
        self._shared.privately.forget(who.person)
        try:
            if self._reminders is not None and not who.in_group:
                self._reminders.forget(who.chat)
            if self._office is not None:
                self._office.forget(who)
        except sqlite3.Error:
            return Reply(text=self._words.remind.not_kept)
        return Reply(text=self._words.group.forgotten if who.in_group else self._words.forgotten)
