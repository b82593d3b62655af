"""Answers made official: kept once, bound to the clause they explain, taken back."""

from __future__ import annotations

import sqlite3

from bot.handoff import explaining
from bot.handoff.desk import Desk
from bot.handoff.model import Case, Told
from bot.reply import Reply
from knowledge.masking import without_marks
from knowledge.model import Citation, Notice
from retrieval.official.binding import clause_called
from retrieval.official.model import Official, Scope, hash_of

_WORDS_SHOWN = 40


class Officials:
    """What coordinators make of their answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store, self._shelf = desk, desk.store, desk.shelf

    def make(self, chat: int, person: int, number: int) -> Told:
        """Keep an answer as an official one; once, however often it is pressed."""
        with self._store.open() as db:
            case = self._store.case(db, number)
            done = case if case is not None and case.state == "answered" else None
            refused = self._desk.refusal(done, chat, person)
            if done is None or refused:
                return Told(Reply(note=refused))
            return self.keep(db, done)

    def keep(self, db: sqlite3.Connection, case: Case) -> Told:
        """The same, for who may."""
        notice = self._desk.notice(case.scope.notice)
        if notice is None:
            return Told(Reply(note=self._desk.said.not_kept))
        made = self._shelf.add(_official(case, notice))
        case = case.model_copy(update={"official": made.number})
        self._store.change(db, case)
        return Told(explaining.told(made, case, notice, self._desk.said), case)

    def bind(self, chat: int, person: int, number: int, stamp: str) -> Told:
        """Let the official answer of a question explain another clause of those offered."""
        with self._store.open() as db:
            case = self._store.case(db, number)
        notice = self._notice(case)
        refused = self._desk.refusal(case if notice else None, chat, person)
        if case is None or notice is None or refused:
            return Told(Reply(note=refused))
        offered = explaining.offered(case, notice)
        if stamp != explaining.NO_CLAUSE and stamp not in offered:
            return Told(Reply(note=self._desk.said.clause_gone))
        return self._explains(case, notice, offered.get(stamp))

    def bind_named(self, chat: int, person: int, official: int, words: str) -> Told:
        """Let an official answer explain the clause whose number a coordinator has written."""
        with self._store.open() as db:
            cases = self._store.cases(db, "official = ?", official)
        case = next((one for one in cases if one.chat == chat), None)
        notice = self._notice(case)
        refused = self._desk.refusal(case if notice else None, chat, person)
        if case is None or notice is None or refused:
            return Told(Reply(text=refused))
        cited = clause_called(words, notice)
        if cited is None:
            none = self._desk.said.no_clause.format(words=words[:_WORDS_SHOWN])
            return Told(Reply(text=none))
        return self._explains(case, notice, cited)

    def _notice(self, case: Case | None) -> Notice | None:
        """The notice of a question that has an official answer."""
        official = case is not None and case.official is not None
        return self._desk.notice(case.scope.notice) if case is not None and official else None

    def _explains(self, case: Case, notice: Notice, cited: Citation | None) -> Told:
        made = self._shelf.explain(case.official or 0, cited)
        if made is not None:
            return Told(explaining.told(made, case, notice, self._desk.said))
        text = self._desk.said.withdrawn_already.format(number=case.official)
        return Told(Reply(text=text, note=text))

    def withdraw(self, person: int, number: int) -> Told:
        """Take an official answer back."""
        said = self._desk.said
        made = next((one for one in self._shelf.every() if one.number == number), None)
        if made is None:
            return Told(Reply(note=said.withdrawn_already.format(number=number)))
        who = self._desk.allowed(person, made.scope.notice)
        if who is None:
            return Told(Reply(note=said.not_allowed))
        self._shelf.withdraw(number, who, self._desk.clock())
        return Told(Reply(text=said.withdrawn.format(number=number)))


def _official(case: Case, notice: Notice) -> Official:
    scope = case.scope
    # a file of its own: the moments tell apart what two files number alike, and a correction
    return Official(
        number=0,
        origin=f"{case.number}/{case.at.isoformat()}/{explaining.short(case.answer)}",
        scope=Scope(notice=scope.notice, track=scope.track, group=scope.group),
        question=without_marks(case.found.question),
        text=case.answer,
        who=case.who,
        given_at=case.changed_at,
        explains=explaining.clause(case, notice),
        text_hash=hash_of(notice),
    )
