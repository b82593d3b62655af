"""Conversations over the fake desk, without Telegram and without a terminal."""

from __future__ import annotations

from datetime import datetime

from bot.clock import ZONE
from bot.live import Live
from bot.memory import FILE, Memory
from bot.reply import Who
from bot.talk.talk import Talk
from bot.wording import wording

ME, OTHER = Who(1, 1), Who(1, 2)
WORDS = wording()


class Clock:
    """Set by hand."""

    now = datetime(2026, 6, 10, 9, 30, 12, tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.now


def restarted(desk, clock, folder, token="1:t"):
    """A conversation that remembers what an earlier one has kept in the folder."""
    return Talk(Live(lambda: desk, lambda: 0), WORDS, clock, Memory(folder / FILE, token))
