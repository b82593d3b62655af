"""Whether the day a row of a table tells for entering is over: 6月12日前（已截止3天）."""

from __future__ import annotations

from datetime import datetime

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.computed.countdown import days_told
from retrieval.question.asked import UNTIL, Asked
from retrieval.question.moments import days_left, past
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_OF_TABLE = lazy_re.compile(r"表\d+")
_TOLD = lazy_re.compile(r"还有\d+天|已过|已截止|尚未截止|今天截止|\d+ days")


def with_due(notice: Notice, asked: Asked, reply: Reply, as_of: datetime) -> Reply:
    """The reply whose rows of a table say whether one may still enter, if that is asked."""
    if not UNTIL & set(asked.concepts) or not reply.tells:
        return reply
    pieces = tuple(_stated(notice, piece, as_of) for piece in reply.pieces)
    return reply.model_copy(update={"pieces": pieces})


def _stated(notice: Notice, piece: Piece, as_of: datetime) -> Piece:
    of_table = any(_OF_TABLE.search(cited.path) for cited in piece.citations)
    values = days_told(notice, piece) if of_table and not _TOLD.search(piece.text) else []
    over, days = past(values, as_of), days_left(values, as_of)
    if over is None or days is None or len({v.value for v in values}) > 1:
        return piece
    if over:
        note = say("past.deadline" if days else "past.today", days=str(abs(days)))
    else:
        note = say("open.deadline" if days else "open.today", days=str(days))
    update = {"text": f"{piece.text}{note}", "computed": (*piece.computed, note, str(abs(days)))}
    return piece.model_copy(update=update)
