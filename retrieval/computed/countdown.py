"""How many days there are until what was asked for: 操作比赛还有几天."""

from __future__ import annotations

from datetime import datetime

from knowledge import lazy_re
from knowledge.model import Citation, Notice, Value
from knowledge.plain import comparable
from retrieval.question.asked import Asked
from retrieval.question.moments import dated, first_day
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_ASKS = lazy_re.compile(
    r"还(有|剩|差|要)(几|多少|好多|多久)(天|日|$)|还(有|剩)多久|[距离][^，,。？?]{1,14}(几|多少|多久)天?|倒计时"
)
_TOLD = lazy_re.compile(r"还有\d+天|已过|已截止|\d+ days")


def as_when(asked: Asked) -> Asked:
    """The question for the day to which days are counted: 离考试还有几天 asks when it is."""
    if not _ASKS.search(asked.plain) or "when" in asked.forms:
        return asked
    forms = (asked.forms - {"how_many", "how_long"}) | {"when"}
    return asked.model_copy(update={"forms": forms})


def with_countdown(notice: Notice, asked: Asked, reply: Reply, as_of: datetime) -> Reply:
    """The reply with the days counted to the first day of what it tells, if that is asked."""
    if not _ASKS.search(asked.plain) or not reply.tells:
        return reply
    pieces = tuple(_counted(notice, piece, as_of) for piece in reply.pieces)
    return reply.model_copy(update={"pieces": pieces})


def days_told(notice: Notice, piece: Piece) -> list[Value]:
    """The dates a statement tells: those in the clauses it cites that stand in its words."""
    said = comparable(piece.text)
    return [
        v
        for v in notice.values
        if dated(v) and any(_within(v, c) for c in piece.citations) and comparable(v.raw) in said
    ]


def _counted(notice: Notice, piece: Piece, as_of: datetime) -> Piece:
    said = comparable(piece.text)
    if _TOLD.search(said):
        return piece
    days = {first_day(v) for v in days_told(notice, piece)}
    day = next(iter(days)) if len(days) == 1 else None
    if day is None:
        return piece
    left = (day - as_of.date()).days
    key = "event" if left > 0 else "past" if left < 0 else "today"
    note = say(f"left.{key}", days=str(abs(left)))
    update = {"text": f"{piece.text}{note}", "computed": (*piece.computed, note, str(abs(left)))}
    return piece.model_copy(update=update)


def _within(value: Value, cited: Citation) -> bool:
    return cited.start <= value.start and value.end <= cited.end
