"""Replies into the answer a person reads, through the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge import lazy_re
from knowledge.model import Citation, Notice
from knowledge.plain import comparable, squeeze
from retrieval.conversation.standing import Followed
from retrieval.gate.gated import gated
from retrieval.model import Answer, Option, Question, Status
from retrieval.passages.recognised import marked
from retrieval.reply import Piece, Reply
from retrieval.wording import say

MAX_OPTIONS = 6
_CUP = lazy_re.compile(r"^[“\"‘「][^”\"’」]+[”\"’」]杯?")
_YEAR = lazy_re.compile(r"^20\d{2}年")


def display(notice: Notice) -> str:
    """The competition as an answer calls it: without cup, without year if it has an edition."""
    name = _CUP.sub("", squeeze(notice.name)) or notice.name
    return _YEAR.sub("", name) if notice.edition else name


def nothing(question: Question, key: str) -> Answer:
    """A refusal: chat, orders, or words that cannot be read."""
    return Answer(id=question.id, status="out_of_scope", text=say(key))


def compose(
    question: Question,
    replies: Sequence[Reply | list[Reply]],
    notices: Mapping[str, Notice],
) -> Answer:
    """One answer for the questions of a message; each is answered or named as unanswered."""
    open_choice = next((r for r in replies if isinstance(r, list)), None)
    settled = [r for r in replies if isinstance(r, Reply) and r.reason != "no_such_notice"]
    told = _checked(question, settled, notices) if settled else None
    if open_choice is not None:
        return _besides(_ask_back(question, open_choice, notices), told)
    if told is None:
        return _no_such_notice(question, notices)
    if len(settled) < len(replies):
        missing = _besides(_no_such_notice(question, notices), told)
        return missing.model_copy(update={"status": "partial", "notices": told.notices})
    return told


def _besides(left_open: Answer, told: Answer | None) -> Answer:
    """What a part of the message leaves open, below what the other parts are answered with."""
    if told is None:
        return left_open
    update = {"text": f"{told.text}\n{left_open.text}", "citations": told.citations}
    return left_open.model_copy(update=update)


def headed(answer: Answer, again: bool, lacking: str | None) -> Answer:  # noqa: FBT001 one call
    """An answer led in: all there is of the same, or of an earlier edition than was asked for."""
    if answer.status not in {"answered", "partial"}:
        return answer
    if lacking is not None:
        text = f"{say('edition_missing', edition=lacking)}\n{answer.text}"
        told = {"text": text, "status": "partial", "reason": answer.reason or "no_such_notice"}
        return answer.model_copy(update=told)
    return answer.model_copy(update={"text": f"{say('more')}\n{answer.text}"}) if again else answer


def _ask_back(question: Question, replies: list[Reply], notices: Mapping[str, Notice]) -> Answer:
    options = tuple(
        Option(label=titled(notices[r.notice]), notice=r.notice) for r in replies[:MAX_OPTIONS]
    )
    lines = "".join("\n" + say("clarify_option", label=o.label) for o in options)
    if len(replies) > MAX_OPTIONS:
        lines += "\n" + say("clarify_more", count=len(replies) - MAX_OPTIONS)
    return Answer(
        id=question.id,
        status="clarify",
        text=say("clarify", options=lines),
        notices=tuple(o.notice for o in options),
        options=options,
    )


def titled(notice: Notice) -> str:
    """The competition with its year, as options and lists call it."""
    year = str(notice.year) if notice.year else ""
    name = display(notice)
    return name if not year or year in name else f"{name}（{year}）"


def _no_such_notice(question: Question, notices: Mapping[str, Notice]) -> Answer:
    names = "".join("\n" + say("item", text=titled(n)) for n in notices.values())
    return Answer(
        id=question.id,
        status="not_stated",
        reason="no_such_notice",
        text=say("no_such_notice", names=names),
    )


def _checked(question: Question, replies: list[Reply], notices: Mapping[str, Notice]) -> Answer:
    named = {r.notice: (display(notices[r.notice]), titled(notices[r.notice])) for r in replies}
    replies = [gated(r, notices, named[r.notice]) for r in replies]
    pieces = distinct([p for r in replies for p in r.pieces])
    citations = tuple(dict.fromkeys(c for p in pieces for c in p.citations))
    lines = [(_line(p), p.citations) for p in pieces]
    body = "\n".join(marked(line, proof, notices) for line, proof in lines)
    scope = _scope(replies, notices, held=isinstance(question, Followed) and bool(question.history))
    status, reason = _status(replies)
    return Answer(
        id=question.id,
        status=status,
        reason=reason,
        text=f"{body}\n{say('scope', scope=scope)}",
        notices=tuple(dict.fromkeys(i for r in replies for i in (r.notice, *r.also))),
        citations=_only_valid(citations, notices),
        options=_rows_to_choose(replies, notices) if status == "clarify" else (),
    )


def _rows_to_choose(replies: Sequence[Reply], notices: Mapping[str, Notice]) -> tuple[Option, ...]:
    """The first of the tracks a table has a row for; asked with one of them, the row answers."""
    tracks = {
        (reply.notice, comparable(track.name)): track
        for reply in replies
        for track in notices[reply.notice].tracks
    }
    found = [
        Option(label=track.name, notice=reply.notice, track=track.id)
        for reply in replies
        for name in reply.choices
        if (track := tracks.get((reply.notice, comparable(name)))) is not None
    ]
    return tuple(found[:MAX_OPTIONS]) if len(found) > 1 else ()


def distinct(pieces: list[Piece]) -> list[Piece]:
    """Without what an earlier statement said already: two questions, one sentence.

    高级工 of one track is not said by 高级工、中级工 of another.
    """
    kept: list[Piece] = []
    for piece in pieces:
        if not any(_says(other, piece) for other in kept):
            kept.append(piece)
    return kept


def _says(other: Piece, piece: Piece) -> bool:
    """Whether one statement holds all another says."""
    # what two groups are given alike is said of both
    return piece.scope in ("", other.scope) and piece.text in other.text


def _only_valid(
    citations: tuple[Citation, ...], notices: Mapping[str, Notice]
) -> tuple[Citation, ...]:
    return tuple(c for c in citations if c.notice in notices)


def _line(piece: Piece) -> str:
    named = not piece.scope or piece.text.startswith(piece.scope)
    return piece.text if named else say("each", name=piece.scope, text=piece.text)


def _scope(replies: list[Reply], notices: Mapping[str, Notice], *, held: bool) -> str:
    """What the answer holds for; with its year where that was taken from earlier turns."""
    names = [say("scope_all")] if any(reply.spread for reply in replies) else []
    for reply in (each for each in replies if not each.spread):
        notice = notices[reply.notice]
        tracks = [t.name for t in notice.tracks if t.id in reply.tracks]
        name = titled(notice) if held else display(notice)
        name = say(f"relations.{reply.edition}", name=name) if reply.edition else name
        names.append(" · ".join([name, *tracks[:1], *reply.groups]))
        names += [(titled if held else display)(notices[i]) for i in reply.also]
    return "；".join(dict.fromkeys(names))


def _status(replies: list[Reply]) -> tuple[Status, str | None]:
    statuses = {r.status for r in replies}
    reason = next((r.reason for r in replies if r.reason), None)
    if len(statuses) == 1:
        return next(iter(statuses)), reason
    return "partial", reason
