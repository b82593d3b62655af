"""Questions handed over by those who ask: each once, not too many at a time, taken back."""

from __future__ import annotations

import logging
import sqlite3

from bot.handoff.desk import Desk
from bot.handoff.found import found
from bot.handoff.model import Address, Case, Outgoing
from bot.reply import Reply, Who
from bot.wording.office import Asker
from retrieval.model import Option, Question

MOST_WAITING = 5
"""Questions of one chat that wait for an answer."""

_log = logging.getLogger(__name__)


class Asking:
    """The side of those who ask."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def hand_over(self, who: Who, place: Address, asked: Question, scope: Option) -> Reply:
        """Pass a question on with what the desk finds; once for a message."""
        said, notice = self._desk.says(asked.text), self._desk.notice(scope.notice)
        chat = self._desk.staff.chat_of(notice) if notice is not None else None
        if notice is None or chat is None:
            return Reply(text=said.gone)
        now, answer = self._desk.clock(), self._desk.live.desk.answer(asked)
        case = Case(
            number=0, scope=scope.model_copy(update={"label": ""}), state="new", chat=chat,
            found=found(asked, answer, notice), asker=place, at=now, changed_at=now,
        )  # fmt: skip
        mark = self._store.sealed.hashed(who.chat, place.reply_to or 0)
        try:
            with self._store.open() as db:
                return Reply(text=self._add(db, mark, case, self._store.own(who), said))
        except sqlite3.Error as fault:
            _log.error("question not handed over: %s", type(fault).__name__)
            return Reply(text=said.not_kept)

    def _add(self, db: sqlite3.Connection, mark: str, case: Case, own: str, said: Asker) -> str:
        """Write a question and its message; what the asker is told."""
        before = self._store.number(db, mark)
        before = before or self._same(db, case, own)
        if before is not None:
            return said.already.format(number=before)
        waiting = self._store.waiting(db, own)
        if waiting >= MOST_WAITING:
            return said.too_many.format(count=waiting)
        number = self._store.add(db, mark, case, own) or 0
        self._store.post(db, number, Outgoing("post", Address(chat=case.chat)), case.at)
        return said.sent.format(number=number)

    def _same(self, db: sqlite3.Connection, case: Case, own: str) -> int | None:
        """The number of the same question of the same person that still waits."""
        for one in self._store.cases(db, "asker = ? AND state != 'answered'", own):
            same = one.found.question == case.found.question
            if same and one.scope.notice == case.scope.notice:
                return one.number
        return None

    def forget(self, who: Who) -> None:
        """Delete what somebody has handed over; in a group only what is that member's."""
        with self._store.open() as db:
            self._store.forget(db, self._store.own(who))
