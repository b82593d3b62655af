"""The gate in the way of a reply: what does not pass gives way to the plain quoted clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge.model import Citation, Notice
from retrieval.gate.quotes import verbatim, whole
from retrieval.gate.statement import faults
from retrieval.reply import Piece, Reply, cite
from retrieval.wording import say, thing


def gated(reply: Reply, notices: Mapping[str, Notice], titles: Iterable[str]) -> Reply:
    """The reply with every statement that fails replaced; `titles` are the competition's names."""
    titles = tuple(titles)
    pieces = tuple(
        plain_quotes(piece, notices)
        if faults(piece, notices, (*titles, *_names(reply, piece, notices)))
        else piece
        for piece in reply.pieces
    )
    return reply if pieces == reply.pieces else reply.model_copy(update={"pieces": pieces})


def plain_quotes(piece: Piece, notices: Mapping[str, Notice]) -> Piece:
    """The quotes of a statement and nothing else; one that is cut, as its whole clause."""
    cited = dict.fromkeys(c for each in piece.citations for c in _mended(each, notices))
    text = "\n".join(each.quote for each in cited)
    text = text or say("not_in_notice", what=say("matter"))
    return Piece(text=text, citations=tuple(cited))


def _mended(citation: Citation, notices: Mapping[str, Notice]) -> Iterator[Citation]:
    notice = notices.get(citation.notice)
    if notice is None:
        return
    if verbatim(citation, notice) and whole(citation, notice):
        yield citation
    else:
        own = (clause for clause in notice.clauses if clause.path == citation.path)
        yield from (cite(notice, clause.path, clause.start, clause.end) for clause in own)


def _names(reply: Reply, piece: Piece, notices: Mapping[str, Notice]) -> Iterator[str]:
    """What a statement is about, in words that are no claim: names of what it is said of."""
    yield from filter(None, (reply.what, thing(reply.what)))
    told_of = dict.fromkeys((reply.notice, *(each.notice for each in piece.citations)))
    for notice in filter(None, map(notices.get, told_of)):
        yield from (track.name for track in notice.tracks)
        yield from notice.groups
        yield from filter(None, (notice.edition,))
