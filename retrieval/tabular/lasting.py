"""Rows that tell from when to when, where a sentence tells how long one has: 限时50分钟."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.question.asked import Asked
from retrieval.reply import Reply
from retrieval.tabular.tables import Hit

_ASKS = lazy_re.compile(r"多[长久]|(?:多少|好多)时间|时长|(?:几|多少)个?(?:小时|分钟|钟头)")
_LASTS = lazy_re.compile(
    r"\d(?:\.\d+)?个?(?:小时|分钟|学时|工作日|天)|半天|[一二三两半]个?(?:小时|天)"
)
_LENGTH = lazy_re.compile(r"\d+(?:\.\d+)?个?(?:小时|分钟|学时|天)$")
_DAYS = lazy_re.compile(r"几[月号日点]|哪[一两三几]?天|哪日|何时|什么时候|啥时候?|日期")
_HOURS = lazy_re.compile(r"\d[:：]\d\d|\d月\d")


def no_days(asked: Asked) -> bool:
    """Whether a day or an hour is asked, which no length of time tells: 实操哪几天."""
    return bool(_DAYS.search(asked.plain)) and not _ASKS.search(asked.plain)


def of_hours_only(asked: Asked, hit: Hit) -> bool:
    """Whether a day is asked, and the columns tell lengths of time alone."""
    cells = [comparable(row.cells[i]) for row in hit.rows for i in hit.asked]
    return bool(cells) and no_days(asked) and all(_LENGTH.match(cell) for cell in cells)


def asks_how_long(asked: Asked) -> bool:
    """Whether it is asked how long something takes."""
    return _ASKS.search(asked.plain) is not None


def hours_alone(said: str) -> bool:
    """Whether words tell the hours of a day alone."""
    return _HOURS.search(said) is not None and not _LASTS.search(said)


def lasting(reply: Reply) -> Reply | None:
    """A reply if it answers with a length of time."""
    said = comparable("".join(piece.text for piece in reply.pieces))
    return reply if reply.status == "answered" and _LASTS.search(said) else None
