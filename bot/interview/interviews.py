"""The interviews of one bot: what is kept of them, how they go on, what is said and pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.interview.course import Course
from bot.interview.hearing import Hearing
from bot.interview.kept import Kept
from bot.interview.orders import Orders
from bot.interview.pressing import Pressing
from bot.interview.speech import Speech
from bot.keeper import Keeper
from bot.live import Live
from bot.wording import Wording


class Interviews:
    """Its parts, put together."""

    def __init__(
        self, live: Live, words: Wording, clock: Callable[[], datetime], keeper: Keeper
    ) -> None:
        said, speech = words.interview, Speech(live, words)
        self.kept = Kept(live, clock, keeper)
        self.orders = Orders(said)
        self.course = Course(self.kept, speech, said)
        self.hearing = Hearing(self.kept, self.course, speech, self.orders)
        self.pressing = Pressing(self.kept, self.course, speech, said)
