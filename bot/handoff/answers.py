"""Answers of coordinators: once for a question, passed on to who asked, corrected by editing."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from bot.handoff.claims import Claims
from bot.handoff.desk import Desk
from bot.handoff.model import Case, Outgoing, Told
from bot.handoff.officials import Officials
from bot.handoff.speech import OFFICIAL
from bot.reply import Button, Reply
from knowledge import lazy_re
from knowledge.identity_number import read_identity_number
from knowledge.plain import normal

LONGEST_ANSWER = 3000
_NUMBERS = lazy_re.compile(r"[0-9][0-9\s-]{12,22}[0-9Xx]")


class Written(NamedTuple):
    """What a coordinator has written, in which message."""

    person: int
    message: int
    text: str


class Answers:
    """The side of those who answer."""

    def __init__(self, desk: Desk, claims: Claims, officials: Officials) -> None:
        self._desk, self._store, self._said = desk, desk.store, desk.said
        self._claims, self._officials = claims, officials

    def answer(self, case: Case, written: Written) -> Told:
        """A coordinator's reply: once for a question, passed on to who asked."""
        if self._desk.allowed(written.person, case.scope.notice) is None:
            return Told(Reply(text=self._said.not_allowed))
        if len(written.text) > LONGEST_ANSWER:
            return Told(Reply(text=self._said.too_long.format(most=LONGEST_ANSWER)))
        if _tells_of_somebody(written.text):
            return Told(Reply(text=self._said.personal))
        with self._store.open() as db:
            now = self._store.case(db, case.number)
            if now is None:
                return Told(Reply(text=self._desk.gone))
            return self._answered(db, now, written)

    def _answered(self, db: sqlite3.Connection, case: Case, written: Written) -> Told:
        said, told = self._said, {"number": case.number, "who": case.who}
        if case.state == "answered" and case.reply != written.message:
            return Told(Reply(text=said.already.format(**told)))
        if self._claims.is_anothers(case, written.person):
            return Told(Reply(text=said.being_answered.format(**told)))
        again = case.state == "answered" and case.answer != written.text
        if again or case.state != "answered":
            case = self._said_so(db, case, written)
        if case.asker is None:
            return self._officials.keep(db, case)
        pattern = said.correcting if again else said.delivering
        button = Button(label=said.buttons.official, data=f"{OFFICIAL}:{case.number}")
        return Told(Reply(text=pattern.format(number=case.number), buttons=(button,)), case)

    def _said_so(self, db: sqlite3.Connection, case: Case, written: Written) -> Case:
        """Write an answer, or its correction, with the message to the asker.

        An official answer that was made of the words before is taken back.
        """
        before, now = case.answer, self._desk.clock()
        who = self._desk.allowed(written.person, case.scope.notice) or ""
        if case.official is not None:
            self._desk.shelf.withdraw(case.official, who, now)
        changed = {
            "state": "answered",
            "who": who,
            "person": self._store.sealed.hashed(written.person),
            "reply": written.message,
            "answer": written.text,
            "changed_at": now,
            "official": None,
        }
        case = case.model_copy(update=changed)
        self._store.change(db, case)
        if case.asker is not None:
            kind = f"answer {self._store.messages(db, case.number)}" if before else "answer"
            told = Outgoing(kind, case.asker, self._to_asker(case, corrected=bool(before)))
            self._store.post(db, case.number, told, now)
        return case

    def _to_asker(self, case: Case, *, corrected: bool) -> str:
        said, name = self._said.asker[case.found.language], self._desk.name(case.scope)
        told = said.corrected if corrected else said.answered
        return told.format(number=case.number, who=case.who, text=case.answer, name=name)


def _tells_of_somebody(text: str) -> bool:
    """Whether words hold an identity number; telephones of an office may be passed on."""
    found = _NUMBERS.findall(normal(text))
    return any(not isinstance(read_identity_number(number), str) for number in found)
