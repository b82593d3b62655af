"""What comes nearest where a notice seems silent: told with the silence, if it stands out.

To a person 通知未规定导盲犬 is worse than no answer when the notice has a sentence on guide dogs
that the first reading passed over. Where one sentence looks more like the answer than any other,
it is told beside the words that nothing plainer was found, and the person can judge. How far it
must stand out was chosen on questions nobody had tuned on: see docs/measurements.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from knowledge.model import Notice
from retrieval.learned.candidates import Candidate, within
from retrieval.passages.rank import Sought
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.rows import row_piece
from retrieval.wording import say

STANDS_OUT = 0.5
"""So much likelier (log odds) than the next one is the sentence that is told."""
_LOOKED_AT = 20
"""Further down nothing looks like an answer."""
_LEADS = ("：", ":")
"""What only leads to a table or a list says nothing by itself."""
Ranked = Callable[[Sought], Sequence[tuple[Candidate, float]]]


def with_nearest(
    notice: Notice, reply: Reply, sought: Sought, ranked: Ranked, of: SpeakingOf
) -> Reply:
    """The silence, or what comes nearest to an answer beside it: then the answer is partial."""
    if not _merely_silent(reply):
        return reply
    found = [
        (one, score)
        for one, score in islice(ranked(sought), _LOOKED_AT)
        if within(one, sought) and not of.others(one.plain, sought.tracks)
    ]
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < STANDS_OUT):
        return reply
    piece = _piece(notice, found[0][0]) if _shares(found[0][0], sought.asked) else None
    if piece is None:
        return reply
    told = piece.model_copy(update={"text": say("comes_nearest", quote=piece.text)})
    return reply.model_copy(update={"status": "partial", "pieces": (told, *reply.pieces[1:])})


def _merely_silent(reply: Reply) -> bool:
    """Whether it says only that the notice does not tell, and of what."""
    if reply.status != "not_stated" or reply.reason != "not_in_notice" or not reply.pieces:
        return False
    return reply.pieces[0].text == say("not_in_notice", what=reply.what)


def _shares(one: Candidate, asked: Asked) -> bool:
    """Whether it has two neighbouring characters of the question's own words."""
    return any(len(p) > 1 and p in one.plain for run in asked.wording for p in pairs(run))


def _piece(notice: Notice, one: Candidate) -> Piece | None:
    if one.unit is not None:
        text = one.unit.text.strip()
        return (
            None
            if text.endswith(_LEADS)
            else Piece(text=text, citations=(cite_unit(notice, one.unit),))
        )
    assert one.table is not None
    assert one.row is not None
    return row_piece(notice, one.table, one.row)
