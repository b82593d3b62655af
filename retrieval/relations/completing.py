"""What a notice leaves open, answered from the supplement or the attachment that came later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.relations.notes import called
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_LATER = lazy_re.compile(
    r"另行|另发|另文|待定|届时|后续|以.{0,8}(?:通知|公告)为准|(?:赛前|提前).{0,8}(?:公布|通知)"
)
_ATTACHED = lazy_re.compile(r"[详具]?[体见]附件|附件\d")
_SURE = 0.6
"""So much of the question is covered by a supplement that also speaks where the notice answers."""


def leaves_open(reply: Reply, kind: str) -> bool:
    """Whether the reply leaves something to a later notice, or to an attachment."""
    if reply.status == "not_stated" or reply.reason is not None:
        return True
    said = "".join(piece.text for piece in reply.pieces)
    return bool((_ATTACHED if kind == "attachment" else _LATER).search(said))


def moved(sought: Sought, base: Notice, part: Notice) -> Sought:
    """The same question for another notice: its own ids of the tracks, its own groups."""
    names = {comparable(t.name) for t in base.tracks if t.id in sought.tracks}
    tracks = tuple(t.id for t in part.tracks if comparable(t.name) in names)
    groups = tuple(g for g in sought.groups if g in part.groups)
    return replace(sought, tracks=tracks, groups=groups)


def adds(reply: Reply, more: Reply, asked: Asked | None = None) -> bool:
    """Whether the supplement says something on a question that the notice itself answers.

    It does where it has more of the words that are asked about: 云峰县选手午餐免费.
    """
    if more.status != "answered":
        return False
    if more.sure >= max(_SURE, reply.sure):
        return True
    return asked is not None and _words_said(more, asked) > _words_said(reply, asked)


def _words_said(reply: Reply, asked: Asked) -> tuple[int, int]:
    """How many words of a question its citations have, and of those notices write for them."""
    said = "\n".join(comparable(c.quote) for piece in reply.pieces for c in piece.citations)
    own = sum(any(p in said for p in pairs(run)) for run in asked.content if len(run) > 1)
    return own, sum(any(word in said for word in one.words) for one in asked.meant)


def completed(reply: Reply, more: Reply, part: Notice, kind: str) -> Reply:
    """The reply with what the later notice tells; the pointer that left it open stays, below."""
    own = [_led(piece, part, kind) for piece in more.pieces]
    kept = _pointers(reply.pieces) if leaves_open(reply, kind) else list(reply.pieces)
    pieces = (*own, *kept) if leaves_open(reply, kind) else (*kept, *own)
    return reply.model_copy(
        update={
            "status": more.status,
            "reason": more.reason,
            "pieces": tuple(pieces),
            "sure": max(reply.sure, more.sure),
        }
    )


def _led(piece: Piece, part: Notice, kind: str) -> Piece:
    text = piece.text
    if piece.scope and not text.startswith(piece.scope):
        text = say("each", name=piece.scope, text=text)
    told = say(f"relations.{kind}", label=called(part), text=text)
    computed = (*piece.computed, called(part))
    return piece.model_copy(update={"text": told, "computed": computed, "scope": ""})


def _pointers(pieces: Sequence[Piece]) -> list[Piece]:
    """The words that left it open, and what the notice did say."""
    found: list[Piece] = []
    for piece in pieces:
        quotes = [c.quote for c in piece.citations if _LATER.search(c.quote)]
        if quotes:
            text = say("relations.open", text="；".join(dict.fromkeys(quotes)))
            found.append(piece.model_copy(update={"text": text, "scope": ""}))
    return found
