"""A desk whose answers have the official ones beside them."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from knowledge.model import Citation, Notice
from knowledge.plain import squeeze
from retrieval.answers import Answers, Around
from retrieval.model import Answer, Question
from retrieval.official.differing import differs
from retrieval.official.likeness import Likeness, Near
from retrieval.official.model import Official
from retrieval.question.asked import plain
from retrieval.question.english import is_english
from retrieval.question.lexicon import words
from retrieval.wording import CHINESE, ENGLISH, say

_AT_HAND = 100


class WithOfficial(Around):
    """Answers like the desk it is given; an official answer to the same question is added."""

    def __init__(
        self, desk: Answers, officials: Callable[[], tuple[Official, ...]], near: Near
    ) -> None:
        """`officials` are those in use now; `near` is how near two questions are in meaning."""
        super().__init__(desk)
        self._officials, self._near = officials, near
        self._notices = {notice.id: notice for notice in desk.notices}
        self._likenesses: OrderedDict[str, Likeness] = OrderedDict()
        self._lock = Lock()

    def answer(self, question: Question) -> Answer:
        """The desk's answer, and below it what the coordinators said to the same question."""
        answer = self._desk.answer(question)
        notice = self._about(question, answer)
        found = self._same(question, notice) if notice is not None else None
        return _beside(answer, found, question) if found is not None else answer

    def _about(self, question: Question, answer: Answer) -> Notice | None:
        """The one notice that was asked."""
        named = set(answer.notices)
        if answer.options or answer.reason == "no_such_notice" or len(named) > 1:
            return None
        if answer.status == "out_of_scope" and words().is_chat(plain(question.text), insists=False):
            return None
        return self._notices.get(next(iter(named), question.notice or ""))

    def _same(self, question: Question, notice: Notice) -> Official | None:
        """The official answer to the same question in the same scope; the latest of several."""
        mine = [one for one in self._kept() if one.scope.notice == notice.id]
        mine = [o for o in mine if o.given_at <= question.as_of and o.stands(notice)]
        if not mine:
            return None
        like = self._likeness(notice)
        read = like.read(question.text, question.as_of)
        track, groups = _scope(question, notice, read.tracks, read.groups)
        fit = [one for one in reversed(mine) if one.holds(track, groups)]
        best = like.best(read, [like.read(one.question, one.given_at) for one in fit])
        return None if best is None else fit[best]

    def _kept(self) -> tuple[Official, ...]:
        """The answers; a shelf that cannot be read is empty."""
        try:
            return self._officials()
        except (sqlite3.Error, OSError, ValueError):
            return ()

    def _likeness(self, notice: Notice) -> Likeness:
        with self._lock:
            found = self._likenesses.get(notice.id)
            if found is None:
                found = self._likenesses[notice.id] = Likeness(notice, words(), self._near)
                while len(self._likenesses) > _AT_HAND:
                    self._likenesses.popitem(last=False)
            return found


def _scope(
    question: Question, notice: Notice, tracks: tuple[str, ...], groups: tuple[str, ...]
) -> tuple[str | None, tuple[str, ...]]:
    """Track and groups that are asked of: those named, else those chosen."""
    own = question.notice == notice.id
    chosen = question.track if own else None
    known = next(
        (t.id for t in notice.tracks if chosen and chosen in (t.id, t.name, *t.aliases)), None
    )
    named = tracks[0] if len(tracks) == 1 else None
    held = (question.group,) if own and question.group else ()
    return (named if tracks else known), groups or held


def _beside(answer: Answer, official: Official, question: Question) -> Answer:
    """The answer with the official one below it, marked, and its source cited."""
    language = ENGLISH if is_english(question.text) else CHINESE
    label = say("official.label", language, who=official.who, at=official.given_at)
    cited = Citation(
        notice=official.id,
        label=label,
        path=say("official.path", language, number=official.number),
        quote=squeeze(official.text),
        start=0,
        end=len(official.text),
    )
    clauses = tuple(c for c in (official.explains,) if c is not None and c not in answer.citations)
    # what could not be placed has said nothing that could stand beside it
    said = () if answer.status == "out_of_scope" else (answer.text,)
    return answer.model_copy(
        update={
            "status": "answered",
            "reason": None,
            "text": "\n".join((*said, *_lines(answer, official, label, language))),
            "notices": answer.notices or (official.scope.notice,),
            "citations": (*answer.citations, *clauses, cited),
        }
    )


def _lines(answer: Answer, official: Official, label: str, language: str) -> list[str]:
    path = official.explains.path if official.explains else ""
    clause = say("official.explains", language, path=path) if path else ""
    told = {"label": label, "question": official.question, "clause": clause}
    lines = [say("official.said", language, text=official.text, **told)]
    proofs = [c.quote for c in answer.citations if answer.status in {"answered", "partial"}]
    if any(differs(official.text, quote) for quote in proofs):
        lines.append(say("official.differs", language))
    return lines
