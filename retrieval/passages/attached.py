"""Where a silent notice may tell it: in an attachment it names that is not here.

Who the chairman is stands in 组织机构, what a form asks for in 选手报名表, how long one works in
the 实施方案 of the track. That it stands there is likely, not certain; the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.data import content
from knowledge.model import Attachment, Frozen, Notice
from knowledge.plain import comparable, comparable_name
from retrieval.passages.elements import cite_phrase
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply
from retrieval.wording import say

MOST = 3
"""More attachments than this are told by the first of them and their number."""
_NO_NAMES = frozenset({"yes_no", "how", "consequence"})


class Kind(Frozen):
    """Attachments of one kind: how they are called, what one looks for in them."""

    title: str
    holds: tuple[str, ...]
    names: bool = False
    """They hold names: they tell who, not whether something is allowed or how it is done."""


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """The bundled kinds of attachments."""
    data = content("retrieval.question", "attached.yaml")
    return tuple(Kind.model_validate(each) for each in data["attached"])


def attached_reply(notice: Notice, asked: Asked, silent: Reply) -> Reply:
    """The silence, with the attachments that may hold what is asked; as it is if none may."""
    if silent.reason != "not_in_notice" or not silent.pieces:
        return silent
    names = [comparable(t.name) for t in notice.tracks if t.id in silent.tracks]
    found = _fitting(notice, asked, names)
    cited = [(a, c) for a in found if (c := cite_phrase(notice, a.title))]
    if not cited:
        return silent
    named = tuple(f"{a.name} {a.title}" for a, _ in cited)
    quote = "、".join(named)
    if len(named) > MOST:
        quote = say("attachments_like", first=named[0], count=str(len(named)))
        cited = cited[:1]  # they stand in one list
    text = say("may_be_attached", what=silent.what or say("matter"), quote=quote)
    piece = Piece(text=text, citations=tuple(c for _, c in cited), computed=(quote,))
    return silent.model_copy(update={"pieces": (piece, *silent.pieces[1:])})


def _fitting(notice: Notice, asked: Asked, names: Iterable[str]) -> list[Attachment]:
    """The absent attachments of such kinds; a track's own only if it, or none, is meant."""
    wanted = set(asked.concepts)
    absent = [a for a in notice.attachments if a.title and not a.present]
    told = (k for k in kinds() if not (k.names and asked.forms & _NO_NAMES))
    titles = [kind.title for kind in told if wanted & set(kind.holds)]
    found = [a for a in absent if any(re.search(t, comparable(a.title)) for t in titles)]
    tracks = [comparable_name(t.name) for t in notice.tracks]
    named = list(names)
    return [
        a
        for a in found
        if not any(t in comparable_name(a.title) for t in tracks)
        or not named
        or any(t in comparable_name(a.title) for t in named)
    ]
