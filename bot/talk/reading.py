"""Reading a notice page by page, by its buttons."""

from __future__ import annotations

from bot import clauses
from bot.reply import Reply
from bot.talk.shared import Shared


class Reading:
    """A page of a text that has changed is not shown."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def page(self, data: str) -> Reply:
        """A page of a notice, by the data of a button."""
        words, place = self._shared.words, clauses.place(data)
        option = self._shared.option(place.key) if place else None
        if place is None or option is None:
            return Reply(note=words.button_notice_gone)
        notice = self._shared.live.notices[option.notice]
        if clauses.stamp(notice) != place.stamp:
            return Reply(note=words.pages.changed)
        found = clauses.shown(notice, place.page, words.pages)
        return found or Reply(note=words.pages.changed)
