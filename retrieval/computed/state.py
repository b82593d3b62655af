"""Whether what a clause dates is still to come, is going on or is over: 比赛结束了吗."""

from __future__ import annotations

from datetime import date, datetime

from knowledge import lazy_re
from knowledge.model import Notice, Value
from retrieval.computed.countdown import days_told
from retrieval.question.asked import Asked
from retrieval.question.moments import end_of
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_EVENT = r"(?:比赛|竞赛|大赛|赛事|[初复决]赛|比武|考试|赛期|周期)"
_OVER = r"(?:开始|开赛|开考|结束|[比考过打办]完|完了)"
_ASKS = lazy_re.compile(
    rf"{_EVENT}[^，,。？?]{{0,6}}{_OVER}了?[^，,。？?]{{0,2}}(?:吗|没|么|不|吧)"
    r"|(?:(?<!公)开赛|(?<![公召])开[比考打]|[比考打办]完)了?(?:吗|没|么|不)"
    rf"|(?:还在|在不在|是不是在|正在|算)[^，,。？?]{{0,8}}(?:期内|期间|进行|{_EVENT}期)"
    rf"|还在(?:继续)?(?:[办比赛]|举办|举行)(?:着|呢)?(?:吗|么|没|不|嘛)"
    r"|(?:是不是|应该|该|早就?|都|已经?)(?:都|早|已经?|应该?|该)*(?:[比考打办赛]完|结束)了[吗么吧嘛]?$"
)
"""Asked is how things stand with the contest, not when it is."""
_STEP = lazy_re.compile(
    r"(?:公示|集训|培训)期?(?:[^，,。？?]{0,4}(?:开始|结束|完)了?[^，,。？?]{0,2}(?:吗|没|么|不|吧)|过了(?:吗|没|么|不))"
)
"""The same of a step before or after it."""
_FUTURE = lazy_re.compile(r"什么时候|啥时候|几号|哪天|几点|何时|之前|之后|[后前]能|怎么|多久")
_BEGINS = lazy_re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?")


def asks_state(asked: Asked) -> Asked | None:
    """The question for the time of what is asked about; None if its state is not asked.

    The stage it names (决赛) stays; a question for the time is answered by clauses, not by these.
    """
    wants_time = "when" in asked.forms or _FUTURE.search(asked.plain)
    step = _STEP.search(asked.plain)
    if wants_time or not (step or _ASKS.search(asked.plain)):
        return None
    concepts = asked.concepts if step else (*asked.concepts, "hold_time")
    update: dict[str, object] = {
        "concepts": concepts, "forms": frozenset({"when"}), "content": (),
        "wording": (), "literal": (), "meant": (),
    }  # fmt: skip
    return asked.model_copy(update=update)


def with_state(notice: Notice, reply: Reply, as_of: datetime) -> Reply:
    """The reply that begins each statement with how things stand; None of it is guessed."""
    pieces = tuple(_stated(notice, piece, as_of) for piece in reply.pieces)
    return reply.model_copy(update={"pieces": pieces})


def _stated(notice: Notice, piece: Piece, as_of: datetime) -> Piece:
    state = _state(days_told(notice, piece), as_of)
    if state is None:
        return piece
    note = say(f"state.{state}")
    update = {"text": f"{note}{piece.text}", "computed": (*piece.computed, note)}
    return piece.model_copy(update=update)


def _state(values: list[Value], as_of: datetime) -> str | None:
    """`before`, `during` or `after`; None where a begin or an end is not known."""
    ends = [end_of(v) for v in values]
    begins = [_begin(v) for v in values]
    if not values or any(end is None for end in ends):
        return None
    now = as_of.replace(tzinfo=None)
    if max(end for end in ends if end) < now:
        return "after"
    if any(begin is None for begin in begins):
        return None
    return "before" if as_of.date() < min(b for b in begins if b) else "during"


def _begin(value: Value) -> date | None:
    """The first day of a date or range; the first of a month that names no day."""
    match = _BEGINS.fullmatch(value.value.split("/", 1)[0])
    if match is None:
        return None
    return date(int(match[1]), int(match[2]), int(match[3] or 1))
