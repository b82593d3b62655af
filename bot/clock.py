"""The clock of people: Asia/Shanghai, read once at the edge and passed on as an argument."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return the present moment; call it once a run, at the edge."""
    return datetime.now(ZONE)


def parse_as_of(text: str) -> datetime:
    """Read a date (its first moment) or an ISO time; without an offset it is Asia/Shanghai.

    Raises:
        ValueError: with a message for the user, if `text` is neither.

    >>> parse_as_of("2026-07-01").isoformat()
    '2026-07-01T00:00:00+08:00'
    >>> parse_as_of("2024-02-05T10:00:00Z").isoformat()
    '2024-02-05T18:00:00+08:00'
    """
    words = text.strip()
    try:
        moment = _moment(words)
        local = moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)
    except (ValueError, OverflowError) as error:
        message = "as_of 应为日期或 ISO 时间，例如 2026-07-01 或 2026-07-01T18:00"
        raise ValueError(message) from error
    return local


def _moment(words: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(words), time())
    except ValueError:
        return datetime.fromisoformat(words)
