"""The interviews that are kept: whose they are, about what, and for how long.

All of it lives in memory. On disk is only that somebody has begun one about a notice
(`bot.memory`), so that after a restart the bot can say that it was lost.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.dialogue import FORGET_AFTER
from bot.interview.session import Session
from bot.keeper import Keeper
from bot.live import Live
from bot.recent import Recent
from bot.reply import Who
from knowledge.eligibility.interview.deciding import Interviewed
from retrieval.model import Option

MOST = 5_000
"""Interviews kept; the one least recently used is dropped."""


class Kept:
    """The interviews of one bot."""

    def __init__(self, live: Live, clock: Callable[[], datetime], keeper: Keeper) -> None:
        self._live, self._clock, self._keeper = live, clock, keeper
        self._sessions = Recent[Who, Session](MOST)
        self._met = Recent[Who, None](4 * MOST)
        """Who has been asked for an interview that a restart may have cut off."""

    def about(self, notice: str, as_of: datetime | None = None) -> Interviewed | None:
        """A notice and its rules as they hold at a moment, now if none is named."""
        moment = as_of or self._clock().replace(second=0, microsecond=0)
        one = self._live.desk.in_force(notice, moment)
        return Interviewed(one.notice, one.rules, moment) if one else None

    def standing(self, who: Who) -> tuple[Session | None, Interviewed | None]:
        """A person's interview, and what it is about."""
        found = self._session(who)
        return found, self.about(found.notice, found.as_of) if found else None

    def _session(self, who: Who) -> Session | None:
        found = self._sessions.get(who)
        if found is not None and self._clock() - found.last_at > FORGET_AFTER:
            self.drop(who)
            return None
        return found

    def active(self, who: Who) -> bool:
        """Whether a question of an interview is open."""
        found = self._session(who)
        return found is not None and not found.over

    def scope(self, who: Who) -> Option | None:
        """What the open interview is about, for questions that interrupt it."""
        found = self._session(who)
        if found is None or found.over:
            return None
        return Option(label="", notice=found.notice, track=found.now.known.track)

    def is_anothers(self, who: Who, token: str) -> bool:
        """Whether an interview belongs to somebody else."""
        return any(other != who and one.token == token for other, one in self._sessions.items())

    def begin(self, who: Who, made: Session, option: Option) -> None:
        """Keep a new one, and that it has begun."""
        self._met.keep(who, None)
        self.keep(who, made)
        if not made.over:
            noted = Option(label="", notice=option.notice, track=option.track)
            self._keeper.remember(lambda memory: memory.begin(*who, noted, self._clock()))

    def keep(self, who: Who, found: Session) -> None:
        """Keep where one stands now; of one that is over nothing is left on disk."""
        now = self._clock()
        self._sessions.keep(who, found.model_copy(update={"last_at": now}))
        self._sessions.shed(lambda one: now - one.last_at > FORGET_AFTER)
        if found.over:
            self._keeper.remember(lambda memory: memory.end(*who))

    def drop(self, who: Who) -> None:
        """Forget a person's interview."""
        self._sessions.pop(who)
        self._keeper.remember(lambda memory: memory.end(*who))

    def cut_off(self, who: Who) -> Option | None:
        """What an interview was about that a restart has cut off; asked for once."""
        if who in self._met:
            return None
        self._met.keep(who, None)
        since = self._clock() - FORGET_AFTER
        option = self._keeper.recall(lambda memory: memory.begun(*who, since))
        return None if who in self._sessions else option
