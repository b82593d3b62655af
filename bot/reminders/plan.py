"""When a reminder is sent: three days and one day before, never at night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

LEADS = (3, 1)
"""Days before a deadline."""
EVENING, MORNING = time(22), time(8)
"""Between them nothing is sent."""
LAST_CALL = time(21)
"""What would be sent at night is sent in the evening before."""


def reminders(moment: datetime, now: datetime) -> Iterator[tuple[int, datetime]]:
    """How many days before and when to remind of a deadline; those whose time has passed are not.

    >>> from bot.clock import ZONE
    >>> at = datetime(2026, 9, 29, 18, tzinfo=ZONE)
    >>> [(days, f"{when:%m-%d %H}") for days, when in reminders(at, at - timedelta(days=2))]
    [(1, '09-28 18')]
    """
    for days in LEADS:
        when = earlier(moment - timedelta(days=days))
        if when > now:
            yield days, when


def quiet(moment: datetime) -> bool:
    """Whether people are asleep."""
    return not MORNING <= moment.time() < EVENING


def earlier(moment: datetime) -> datetime:
    """The moment, or in the evening before a night it falls in."""
    if not quiet(moment):
        return moment
    day = moment.date() if moment.time() >= EVENING else moment.date() - timedelta(days=1)
    return datetime.combine(day, LAST_CALL, tzinfo=moment.tzinfo)


def later(moment: datetime) -> datetime:
    """The moment, or the morning after a night it falls in."""
    if not quiet(moment):
        return moment
    day = moment.date() + timedelta(days=moment.time() >= EVENING)
    return datetime.combine(day, MORNING, tzinfo=moment.tzinfo)
