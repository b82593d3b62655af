"""Questions handed over, in SQLite: each step is one transaction with the message it causes.

Chats and people appear under keyed hashes; words and addresses are encrypted with a key that comes
from the bot's token. What is older than 90 days is deleted.
"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import ZONE
from bot.handoff.model import Address, Case, Found, Mail, Outgoing
from bot.reply import Who
from bot.sealed import Sealed, transaction
from retrieval.model import Option

FILE = "office.sqlite3"
KEPT = timedelta(days=90)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS handoff (
    id INTEGER PRIMARY KEY AUTOINCREMENT, mark TEXT NOT NULL UNIQUE, asker TEXT,
    address BLOB, notice TEXT NOT NULL, option TEXT NOT NULL, found BLOB NOT NULL,
    chat BLOB NOT NULL, post INTEGER, state TEXT NOT NULL DEFAULT 'new',
    person TEXT NOT NULL DEFAULT '', who TEXT NOT NULL DEFAULT '', reply INTEGER, answer BLOB,
    at REAL NOT NULL, changed_at REAL NOT NULL, overdue INTEGER NOT NULL DEFAULT 0,
    official INTEGER
);
CREATE TABLE IF NOT EXISTS mail (
    id INTEGER PRIMARY KEY, handoff INTEGER NOT NULL, kind TEXT NOT NULL, address BLOB NOT NULL,
    text BLOB NOT NULL, state TEXT NOT NULL DEFAULT 'planned', fire_at REAL NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0, UNIQUE (handoff, kind)
);
CREATE TABLE IF NOT EXISTS vote (
    mark TEXT PRIMARY KEY, notice TEXT NOT NULL, vote TEXT NOT NULL, reason TEXT,
    question BLOB, option TEXT NOT NULL, at REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS open_question (
    id INTEGER PRIMARY KEY AUTOINCREMENT, notice TEXT NOT NULL, option TEXT NOT NULL,
    question BLOB NOT NULL, status TEXT NOT NULL, at REAL NOT NULL, done INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS tally (
    day TEXT NOT NULL, notice TEXT NOT NULL, status TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, notice, status)
);
CREATE TABLE IF NOT EXISTS draft (
    key TEXT PRIMARY KEY, file TEXT NOT NULL, notice TEXT NOT NULL, who TEXT NOT NULL,
    person TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'shown', at REAL NOT NULL
);
"""
_COLUMNS = (
    "id, option, found, state, chat, post, address, who, person, reply, answer, at, changed_at,"
    " official"
)


class HandoffStore:
    """The file. Methods that take `db` belong to the caller's transaction."""

    def __init__(self, path: Path, secret: str) -> None:
        """Use the file at `path`; `secret` (the bot's token) keys hashes and seals."""
        self._path = path
        self.sealed = Sealed(secret)

    def open(self) -> AbstractContextManager[sqlite3.Connection]:
        """A transaction: all that is done with it, or nothing."""
        return transaction(self._path, _SCHEMA)

    # --- cases ------------------------------------------------------------------------------
    def own(self, who: Who) -> str:
        """Whose a question is: the chat's, in a group the member's."""
        return self.sealed.hashed(*who) if who.in_group else self.sealed.hashed(who.chat)

    def add(
        self, db: sqlite3.Connection, mark: str, case: Case, own: str | None = None
    ) -> int | None:
        """Keep a question; None if the same message was handed over before."""
        asker = case.asker
        row = (
            *(mark, own),
            self._sealed(asker.model_dump_json()) if asker else None,
            *(case.scope.notice, case.scope.model_dump_json()),
            *(self._sealed(case.found.model_dump_json()), self._sealed(str(case.chat))),
            *(case.at.timestamp(), case.changed_at.timestamp()),
        )
        made = db.execute(
            "INSERT OR IGNORE INTO handoff (mark, asker, address, notice, option, found, chat, at,"
            " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        return made.lastrowid if made.rowcount else None

    def number(self, db: sqlite3.Connection, mark: str) -> int | None:
        """The number of the question that was handed over under this mark."""
        found = db.execute("SELECT id FROM handoff WHERE mark = ?", (mark,)).fetchone()
        return int(found[0]) if found else None

    def case(self, db: sqlite3.Connection, number: int) -> Case | None:
        """A question by its number."""
        row = db.execute(f"SELECT {_COLUMNS} FROM handoff WHERE id = ?", (number,)).fetchone()  # noqa: S608 our own words
        return self._case(row) if row else None

    def cases(self, db: sqlite3.Connection, where: str = "1", *values: object) -> list[Case]:
        """Questions in their order; `where` is SQL of ours."""
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM handoff WHERE {where} ORDER BY id",  # noqa: S608 our own words
            values,
        )
        found = (self._case(row) for row in rows.fetchall())
        return [case for case in found if case is not None]

    def waiting(self, db: sqlite3.Connection, own: str) -> int:
        """How many questions of somebody have no answer yet."""
        found = db.execute(
            "SELECT count(*) FROM handoff WHERE asker = ? AND state != 'answered'",
            (own,),
        ).fetchone()
        return int(found[0])

    def change(self, db: sqlite3.Connection, case: Case) -> None:
        """Write what has become of a question."""
        db.execute(
            "UPDATE handoff SET state = ?, person = ?, who = ?, reply = ?, answer = ?, post = ?,"
            " changed_at = ?, official = ? WHERE id = ?",
            (
                *(case.state, case.person, case.who, case.reply),
                *(self._sealed(case.answer) if case.answer else None, case.post),
                *(case.changed_at.timestamp(), case.official, case.number),
            ),
        )

    def _case(self, row: tuple[Any, ...]) -> Case | None:
        """The question of a row; None if it was sealed with another token."""
        found, chat = self.sealed.opened(row[2]), self.sealed.opened(row[4])
        if found is None or chat is None:
            return None
        asker = self.sealed.opened(row[6]) if row[6] else None
        return Case(
            number=row[0],
            scope=Option.model_validate_json(row[1]),
            found=Found.model_validate_json(found),
            state=row[3],
            chat=int(chat),
            post=row[5],
            asker=Address.model_validate_json(asker) if asker else None,
            who=row[7],
            person=row[8],
            reply=row[9],
            answer=(self.sealed.opened(row[10]) or "") if row[10] else "",
            at=datetime.fromtimestamp(row[11], ZONE),
            changed_at=datetime.fromtimestamp(row[12], ZONE),
            official=row[13],
        )

    def forget(self, db: sqlite3.Connection, own: str) -> None:
        """Delete everything of somebody."""
        key = (own,)
        db.execute(
            "DELETE FROM mail WHERE handoff IN (SELECT id FROM handoff WHERE asker = ?)", key
        )
        db.execute("DELETE FROM handoff WHERE asker = ?", key)

    def tidy(self, db: sqlite3.Connection, now: datetime) -> None:
        """Delete what is too old to be kept."""
        old = ((now - KEPT).timestamp(),)
        db.execute("DELETE FROM mail WHERE handoff IN (SELECT id FROM handoff WHERE at < ?)", old)
        for table in ("handoff", "vote", "open_question"):
            db.execute(f"DELETE FROM {table} WHERE at < ?", old)  # noqa: S608 our own words

    # --- messages ---------------------------------------------------------------------------
    def post(self, db: sqlite3.Connection, case: int, out: Outgoing, now: datetime) -> bool:
        """Write a message; False if one of its kind was written for the question before."""
        to, text = self._sealed(out.to.model_dump_json()), self._sealed(out.text)
        row = (case, out.kind, to, text, now.timestamp())
        made = db.execute(
            "INSERT OR IGNORE INTO mail (handoff, kind, address, text, fire_at)"
            " VALUES (?, ?, ?, ?, ?)",
            row,
        )
        return made.rowcount > 0

    def messages(self, db: sqlite3.Connection, case: int) -> int:
        """How many messages there have been about a question."""
        found = db.execute("SELECT count(*) FROM mail WHERE handoff = ?", (case,)).fetchone()
        return int(found[0])

    def claim(self, now: datetime) -> Mail | None:
        """Take the next message that is to be sent."""
        with self.open() as db:
            row = db.execute(
                "SELECT id, address, text, handoff, kind, tries FROM mail"
                " WHERE state = 'planned' AND fire_at <= ? ORDER BY fire_at, id LIMIT 1",
                (now.timestamp(),),
            ).fetchone()
            if row is None:
                return None
            address, text = self.sealed.opened(row[1]), self.sealed.opened(row[2])
            if address is None or text is None:  # of another token: nobody can be reached with it
                db.execute("DELETE FROM mail WHERE id = ?", (row[0],))
                return None
            db.execute(
                "UPDATE mail SET state = 'sending', tries = tries + 1 WHERE id = ?", (row[0],)
            )
            to = Address.model_validate_json(address)
            return Mail(id=row[0], to=to, text=text, case=row[3], kind=row[4], tries=row[5] + 1)

    def sent(self, mail: Mail, message: int | None) -> None:
        """It has been sent, as this message, and never will be again."""
        with self.open() as db:
            db.execute("UPDATE mail SET state = 'sent', text = x'' WHERE id = ?", (mail.id,))
            if mail.kind == "post":
                db.execute("UPDATE handoff SET post = ? WHERE id = ?", (message, mail.case))

    def put_back(self, mail: Mail, until: datetime) -> None:
        """It could not be sent: tried again later."""
        with self.open() as db:
            db.execute(
                "UPDATE mail SET state = 'planned', fire_at = ? WHERE id = ?",
                (until.timestamp(), mail.id),
            )

    def drop(self, db: sqlite3.Connection, mail: Mail) -> None:
        """It never will be sent."""
        db.execute("UPDATE mail SET state = 'dropped', text = x'' WHERE id = ?", (mail.id,))

    def recover(self) -> int:
        """After a start: what was being sent when the process ended is sent; how many."""
        with self.open() as db:
            return db.execute("UPDATE mail SET state = 'planned' WHERE state = 'sending'").rowcount

    def _sealed(self, text: str) -> bytes:
        return self.sealed.seal(text)
