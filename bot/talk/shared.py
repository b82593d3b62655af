"""What every part of a conversation stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.competitions import Competitions
from bot.live import Live
from bot.privately import Privately
from bot.talk.chats import Chats
from bot.wording import Wording
from retrieval.model import Option


@dataclass(frozen=True)
class Shared:
    """The same for all of them."""

    live: Live
    words: Wording
    clock: Callable[[], datetime]
    chats: Chats
    privately: Privately

    @property
    def competitions(self) -> Competitions:
        """What can be chosen now."""
        return self.live.competitions

    @property
    def today(self) -> date:
        """The day."""
        return self.clock().date()

    def option(self, key: str) -> Option | None:
        """What the key of a button or link names; None if it is not here any more."""
        return self.competitions.by_key.get(key)
