"""How much one person may ask."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from bot.recent import Recent

PEOPLE = 20_000
MINUTE = 60.0


class _Bucket(NamedTuple):
    left: float
    at: float
    told_at: float


class PerPerson:
    """So many updates a minute, at once or spread; 0 means any number.

    >>> limit = PerPerson(2, clock=lambda: 0.0)
    >>> [limit.allows(7) for _ in range(3)], limit.allows(8)
    ([True, True, False], True)
    >>> [limit.tells(7) for _ in range(2)]
    [True, False]
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = per_minute, clock
        self._buckets = Recent[int, _Bucket](PEOPLE)

    def allows(self, person: int) -> bool:
        """Count an update of a person; False if it is one too many."""
        if not self._most:
            return True
        bucket = self._now(person)
        enough = bucket.left >= 1
        self._buckets.keep(person, bucket._replace(left=bucket.left - enough))
        return enough

    def tells(self, person: int) -> bool:
        """Whether to tell a person so now: once a minute."""
        bucket = self._now(person)
        if bucket.at - bucket.told_at < MINUTE:
            return False
        self._buckets.keep(person, bucket._replace(told_at=bucket.at))
        return True

    def _now(self, person: int) -> _Bucket:
        now, most = self._clock(), float(self._most)
        before = self._buckets.get(person) or _Bucket(most, now, now - MINUTE)
        filled = before.left + (now - before.at) * most / MINUTE
        return before._replace(left=min(most, filled), at=now)
