"""Messages that follow from a question: given out one by one, again where they did not arrive."""

from __future__ import annotations

import logging
import sqlite3
from datetime import timedelta

from bot.handoff import speech
from bot.handoff.desk import Desk
from bot.handoff.model import Address, Case, Mail, Outgoing
from bot.reply import Reply

TRIES = 8
AGAIN_AFTER = timedelta(minutes=1)

_log = logging.getLogger(__name__)


class Outbox:
    """What is to be sent."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def recover(self) -> None:
        """After a start: what was being sent when the process ended is sent."""
        if count := self._store.recover():
            _log.warning("messages in flight at the last end, sent again: %d", count)

    def next(self) -> tuple[Mail, Reply] | None:
        """The next message that is to be sent, and what it says."""
        mail = self._store.claim(self._desk.clock())
        if mail is None:
            return None
        return mail, self._post(mail.case) if mail.kind == "post" else Reply(text=mail.text)

    def _post(self, number: int) -> Reply:
        with self._store.open() as db:
            case = self._store.case(db, number)
        return self.view(case) if case is not None else Reply(text="")

    def view(self, case: Case) -> Reply:
        """The message in the coordinators' chat."""
        return speech.post(case, self._desk.name(case.scope), self._desk.said)

    def sent(self, mail: Mail, message: int | None) -> None:
        """It has been sent."""
        self._store.sent(mail, message)

    def failed(self, mail: Mail, *, for_good: bool) -> None:
        """It could not be sent: again later, or those whom it concerns are told."""
        now = self._desk.clock()
        if not for_good and mail.tries < TRIES:
            self._store.put_back(mail, now + AGAIN_AFTER * 2 ** (mail.tries - 1))
            return
        with self._store.open() as db:
            self._store.drop(db, mail)
            case = self._store.case(db, mail.case)
            if case is not None:
                self._tell(db, mail, case)

    def _tell(self, db: sqlite3.Connection, mail: Mail, case: Case) -> None:
        """Tell who asks that the question did not arrive, who answers that the answer did not."""
        now = self._desk.clock()
        if mail.kind == "post" and case.asker is not None:
            said = self._desk.said.asker[case.found.language]
            told = Outgoing("closed", case.asker, said.closed.format(number=case.number))
            _log.error("coordinators' chat not reached: a question was not handed over")
            self._store.post(db, case.number, told, now)
        if mail.kind.startswith("answer"):
            to = Address(chat=case.chat, reply_to=case.post)
            text = self._desk.said.unreached.format(number=case.number)
            self._store.post(db, case.number, Outgoing("unreached", to, text), now)
