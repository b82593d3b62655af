"""The rule a silent notice has nearest to a question: told as what it is, never as the answer.

Silence is claimed of a thing the notice does speak of more often than it is true. Where one
sentence or row looks more like the answer than all others and has a rare word of the question, it
is shown, led by that the notice does not say it outright.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from retrieval.learned.candidates import Candidate
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, pairs
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.rows import row_piece
from retrieval.wording import say

LOOKS, AHEAD = 4.0, 1.0
"""So likely (log odds) in itself, and so much likelier than the next, is a rule that is told."""
_WORDS = lazy_re.compile(r"[\u4e00-\u9fff]{2}")
_LEADS = ("：", ":")


def nearest_reply(
    reading: Reading, reply: Reply, sought: Sought, ranked: Sequence[tuple[Candidate, float]]
) -> Reply:
    """The silent reply with the nearest rule in place of the claim; itself where none is near."""
    if reply.status != "not_stated" or reply.reason != "not_in_notice" or not ranked:
        return reply
    if any(len(piece.citations) > 1 for piece in reply.pieces[:1]):
        return reply  # of a kind of people the conditions are told already
    first, looks = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if looks < LOOKS or looks - second < AHEAD or not _shares(reading, first, sought):
        return reply
    rule = _rule(reading.notice, first, sought)
    if rule is None:
        return reply
    text = say("outright", quote=rule.text)
    piece = rule.model_copy(update={"text": text, "computed": (say("outright", quote=""),)})
    return reply.model_copy(update={"status": "partial", "pieces": (piece, *reply.pieces[1:])})


def _shares(reading: Reading, one: Candidate, sought: Sought) -> bool:
    """Whether the rule has a word of the question's own that few sentences have.

    Words by which notices and questions are known (裁判, 证书) are none: every notice has them.
    """
    known = {p for word in sought.asked.literal for p in pairs(word)}
    own = pairs(sought.asked.unnamed or sought.asked.plain) - known  # 具箱 of 工具箱
    words = {p for p in own if _WORDS.fullmatch(p) and p in one.plain}
    return any(reading.rare(p) for p in words)


def _rule(notice: Notice, one: Candidate, sought: Sought) -> Piece | None:
    """What the sentence or row says, where it is of the tracks and groups that are meant."""
    if one.unit is not None:
        if not in_scope(one.unit, sought) or one.unit.text.endswith(_LEADS):
            return None
        return Piece(text=one.unit.text, citations=(cite_unit(notice, one.unit),))
    assert one.table is not None
    assert one.row is not None
    return row_piece(notice, one.table, one.row)
