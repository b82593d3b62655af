"""Questions about the notice itself: its number, title, issuers, date and attachments."""

from __future__ import annotations

import re

from knowledge.model import Citation, Notice
from knowledge.plain import bare, comparable
from retrieval.asked import Asked
from retrieval.lexicon import Words
from retrieval.reply import Piece, Reply, cite
from retrieval.wording import say

# Concepts that come along with a question about the document itself.
_LOOSE = frozenset({"hold_time", "host", "enrol"})
_NUMBERED = re.compile(r"附件(\d+)")
_OWN_WORDS = 4
"""More words of its own than this, and the question is about what the notice says."""


def locate(text: str, phrase: str, start: int = 0) -> tuple[int, int] | None:
    """Where `phrase` stands in `text`, white space aside."""
    pattern = r"\s*".join(re.escape(c) for c in bare(phrase))
    match = re.compile(pattern).search(text, start) if pattern else None
    return match.span() if match else None


def cite_phrase(notice: Notice, phrase: str, *, last: bool = False) -> Citation | None:
    """The first (or last) place where the notice prints `phrase`."""
    span = locate(notice.text, phrase)
    while last and span:
        later = locate(notice.text, phrase, span[1])
        if later is None:
            break
        span = later
    if span is None:
        return None
    path = next((c.path for c in notice.clauses if c.start <= span[0] < c.end), "开头")
    return cite(notice, path, *span)


def element_reply(notice: Notice, asked: Asked, words: Words) -> Reply | None:
    """The answer if the question is about the notice as a document, else None."""
    rest = [c for c in asked.concepts if not words.concepts[c].element and c not in _LOOSE]
    listing = "attachments" in asked.concepts and "tracks" not in asked.concepts
    listing = listing and not asked.forms & {"when", "where", "who"}
    if (rest and not listing) or sum(map(len, asked.content)) > _OWN_WORDS:
        return None
    name = next(
        (words.concepts[c].element for c in asked.concepts if words.concepts[c].element), ""
    )
    found = {
        "edition": _edition,
        "doc_number": _doc_number,
        "title": _title,
        "issuers": _issuers,
        "issued_on": _issued_on,
        "attachments": _title,
    }.get(name)
    if found is None or (name == "edition" and asked.content):
        return None
    piece = _attachments(notice, asked) if name == "attachments" else found(notice)
    if piece is None:
        what = next(words.concepts[c].name for c in asked.concepts if words.concepts[c].element)
        return _silent(notice, what)
    if name == "attachments" and "how_many" in asked.forms:
        count = str(len(piece.citations))
        text = f"{say('count', count=count, what='附件')}\n{piece.text}"
        piece = piece.model_copy(update={"text": text, "computed": (*piece.computed, count)})
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)


def _silent(notice: Notice, what: str) -> Reply:
    piece = Piece(text=say("not_in_notice", what=what), citations=())
    return Reply(
        status="not_stated", notice=notice.id, reason="not_in_notice", pieces=(piece,), what=what
    )


def _edition(notice: Notice) -> Piece | None:
    found = cite_phrase(notice, notice.name)
    if notice.edition is None or found is None:
        return None
    return Piece(text=f"{notice.edition}：{notice.name}", citations=(found,))


def _doc_number(notice: Notice) -> Piece | None:
    if notice.doc_number is None:
        return None
    found = cite_phrase(notice, notice.doc_number)
    return Piece(text=notice.doc_number, citations=(found,)) if found else None


def _title(notice: Notice) -> Piece | None:
    found = cite_phrase(notice, notice.name)
    return Piece(text=notice.name, citations=(found,)) if found else None


def _issuers(notice: Notice) -> Piece | None:
    found = [c for c in (cite_phrase(notice, i) for i in notice.issuers) if c]
    if not found or len(found) != len(notice.issuers):
        return None
    return Piece(text="、".join(notice.issuers), citations=tuple(found))


def _issued_on(notice: Notice) -> Piece | None:
    day = notice.issued_on
    if day is None:
        return None
    text = f"{day.year}年{day.month}月{day.day}日"
    found = cite_phrase(notice, text, last=True)
    return Piece(text=text, citations=(found,)) if found else None


def _attachments(notice: Notice, asked: Asked) -> Piece | None:
    """The attachments, or those the question names by number or title."""
    numbers = set(_NUMBERED.findall(asked.plain))
    titled = [r for r in asked.content if len(r) > 1]
    listed = [a for a in notice.attachments if a.title]
    if numbers:
        listed = [a for a in listed if a.name.removeprefix("附件") in numbers]
    elif titled:
        named = [a for a in listed if any(r in comparable(a.title) for r in titled)]
        listed = named or listed
    found = [(a, cite_phrase(notice, a.title)) for a in listed]
    proven = [(a, c) for a, c in found if c]
    if not proven:
        return None
    lines = [
        say("item", text=f"{a.name} {a.title}" + ("" if a.present else "（未收录）"))
        for a, _ in proven
    ]
    return Piece(
        text="\n".join(lines),
        citations=tuple(c for _, c in proven),
        computed=tuple(re.findall(r"\d+", "".join(a.name for a, _ in proven))),
    )
