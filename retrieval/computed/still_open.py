"""哪些赛项还没截止: of what has several last days, what can still be entered.

The question for the last day of each is asked, and what is over is left out of its answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.computed.countdown import days_told
from retrieval.question.asked import Asked, asked
from retrieval.question.lexicon import Words
from retrieval.question.moments import end_of
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_NOUN = "(?:赛项|项目|工种|职业|赛道|组别?|比赛)"
_ASKS = lazy_re.compile(
    rf"(?:哪[个些几]个?|什么|啥|有没有){_NOUN}?(?:的)?(?:报名)?(?:都|还)*(?:没有?|未)(?:有)?(?:截止|结束|过期|到期|关|截|完)"
    rf"|(?:哪[个些几]个?|什么|啥){_NOUN}?(?:现在|目前|今天|如今)*还(?:现在|目前)?(?:能|可以|来得及|赶得上)(?:去)?报"
    rf"|还?剩(?:下|余)?(?:的)?(?:哪[个些几]个?|什么|啥){_NOUN}?(?:还|是)?(?:能|可以|来得及)报"
    rf"|还(?:能|可以|来得及)报(?:名)?(?:的)?(?:还)?(?:有)?(?:哪[个些几]个?|什么|啥){_NOUN}?(?:呢|啊)?$"
)
_DEADLINES = "报名什么时候截止"
_LEAST = 2


def asks_still_open(one: Asked, words: Words) -> Asked | None:
    """The question for the last days, where it is asked what is still open; else None."""
    if "哪" not in one.plain and "什么" not in one.plain and "啥" not in one.plain:
        return None
    return asked(_DEADLINES, words) if _ASKS.search(one.plain) else None


def still_open(notice: Notice, reply: Reply, as_of: datetime) -> Reply:
    """The reply to that without what is over, led by that this is still open.

    As it is where nothing is over, all is, or a last day is not told.
    """
    if reply.status != "answered":
        return reply
    ends = [(piece, _end(notice, piece)) for piece in reply.pieces]
    dated = [(piece, end) for piece, end in ends if end is not None]
    kept = [piece for piece, end in dated if end >= as_of.replace(tzinfo=None)]
    if len(dated) < _LEAST or not 0 < len(kept) < len(dated):
        return reply
    lead = say("lead.still_open")
    return reply.model_copy(update={"pieces": tuple(_led(kept, lead))})


def _end(notice: Notice, piece: Piece) -> datetime | None:
    ends = [end_of(value) for value in days_told(notice, piece)]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _led(pieces: list[Piece], lead: str) -> Iterator[Piece]:
    first, *rest = pieces
    text, computed = f"{lead}{first.scope}：{first.text}", (*first.computed, lead)
    if not first.scope or first.text.startswith(first.scope):
        text = f"{lead}{first.text}"
    yield first.model_copy(update={"text": text, "computed": computed, "scope": ""})
    yield from rest
