"""Replies from a correction itself: a change is told whole, with what its clause adds to it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue.relations.changes import Change, changes_of
from knowledge.model import Citation, Clause, Notice
from knowledge.sentences import sentences
from retrieval.reply import Piece, Reply, cite


def sentence_of(notice: Notice, change: Change) -> Piece:
    """The sentence of a correction that makes the change."""
    return _piece(cite(notice, change.path, change.start, change.end))


def whole_changes(reply: Reply, correction: Notice) -> Reply:
    """The reply of a correction, its changes uncut: 由“甲”更正为“乙”. 已报名的须…."""
    changes = [c for c in changes_of(correction) if c.kind != "same"]
    clauses = {c.path: c for c in correction.clauses}
    pieces: list[Piece] = []
    for piece in reply.pieces:
        met = [c for c in changes if any(_meets(p, c, correction.id) for p in piece.citations)]
        if not met:
            pieces.append(piece)
        for change in met:
            pieces += _with_rest(correction, change, clauses[change.path])
    return reply.model_copy(update={"pieces": tuple(dict.fromkeys(pieces))})


def _meets(proof: Citation, change: Change, notice: str) -> bool:
    return proof.notice == notice and proof.start < change.end and change.start < proof.end


def _with_rest(notice: Notice, change: Change, clause: Clause) -> Iterator[Piece]:
    """The sentence of a change, and those behind it that are no change of their own."""
    yield sentence_of(notice, change)
    others = {c.start for c in changes_of(notice)}
    for sentence in sentences(notice.text, clause):
        if sentence.start >= change.end and sentence.start not in others:
            yield _piece(cite(notice, clause.path, sentence.start, sentence.end))


def _piece(proof: Citation) -> Piece:
    return Piece(text=proof.quote, citations=(proof,))
