"""Who is to be reminded of what, in SQLite: survives restarts, each message written once.

Chats appear under a keyed hash; the number a message is sent to is encrypted with a key that
comes from the bot's token and is in no file. Nothing a person said is here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from bot.sealed import Sealed, transaction
from knowledge.model import Frozen
from retrieval.model import Option

FILE = "reminders.sqlite3"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS subscriptions (
    chat TEXT NOT NULL, address BLOB NOT NULL, notice TEXT NOT NULL, option TEXT NOT NULL,
    PRIMARY KEY (chat, option)
);
CREATE TABLE IF NOT EXISTS standings (notice TEXT PRIMARY KEY, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY, chat TEXT NOT NULL, address BLOB NOT NULL, notice TEXT NOT NULL,
    kind TEXT NOT NULL, mark TEXT NOT NULL, message TEXT NOT NULL, fire_at REAL NOT NULL,
    until REAL, state TEXT NOT NULL DEFAULT 'planned', UNIQUE (chat, kind, mark)
);
"""


class Planned(Frozen):
    """A message to be sent to a chat; `mark` and `kind` are given once a chat."""

    kind: str
    mark: str
    message: str
    fire_at: datetime
    until: datetime | None = None
    """After it, it is of no use to anybody: the deadline has passed."""


class Claimed(Frozen):
    """A message that is being sent."""

    id: int
    chat: int
    message: str


class ReminderStore:
    """Subscriptions, how their notices stood, and what is to be sent."""

    def __init__(self, path: Path, secret: str) -> None:
        """Use the file at `path`; `secret` (the bot's token) keys hashes and addresses."""
        self._path = path
        self._sealed = Sealed(secret, "address")

    def open(self) -> AbstractContextManager[sqlite3.Connection]:
        """A transaction: all that is done with it, or nothing."""
        return transaction(self._path, _SCHEMA)

    def hashed(self, chat: int) -> str:
        """The name of a chat in the file."""
        return self._sealed.hashed(chat)

    def subscribe(self, db: sqlite3.Connection, chat: int, option: Option) -> None:
        """Remember that a chat wants to be reminded."""
        row = (
            self.hashed(chat),
            self._sealed.seal(str(chat)),
            option.notice,
            option.model_dump_json(),
        )
        db.execute("INSERT OR IGNORE INTO subscriptions VALUES (?, ?, ?, ?)", row)

    def of_chat(self, db: sqlite3.Connection, chat: int) -> tuple[Option, ...]:
        """What a chat is reminded of."""
        rows = db.execute(
            "SELECT option FROM subscriptions WHERE chat = ? ORDER BY rowid", (self.hashed(chat),)
        )
        return tuple(Option.model_validate_json(row[0]) for row in rows)

    def cancel(self, db: sqlite3.Connection, chat: int, option: Option) -> None:
        """Remind no more of a competition; what is planned of it is planned anew by the caller."""
        key = self.hashed(chat)
        db.execute(
            "DELETE FROM subscriptions WHERE chat = ? AND option = ?",
            (key, option.model_dump_json()),
        )
        db.execute("DELETE FROM outbox WHERE chat = ? AND notice = ?", (key, option.notice))

    def forget(self, db: sqlite3.Connection, chat: int) -> None:
        """Delete everything of a chat."""
        db.execute("DELETE FROM subscriptions WHERE chat = ?", (self.hashed(chat),))
        db.execute("DELETE FROM outbox WHERE chat = ?", (self.hashed(chat),))

    def notices(self, db: sqlite3.Connection) -> tuple[str, ...]:
        """The notices somebody is reminded of."""
        rows = db.execute("SELECT DISTINCT notice FROM subscriptions ORDER BY notice")
        return tuple(row[0] for row in rows)

    def subscribers(self, db: sqlite3.Connection, notice: str) -> list[tuple[str, bytes, Option]]:
        """Chat, address and scope of those who are reminded of a notice."""
        rows = db.execute(
            "SELECT chat, address, option FROM subscriptions WHERE notice = ?", (notice,)
        )
        return [(chat, to, Option.model_validate_json(option)) for chat, to, option in rows]

    def stood(self, db: sqlite3.Connection, notice: str) -> str | None:
        """How a notice stood when it was last looked at."""
        found = db.execute("SELECT state FROM standings WHERE notice = ?", (notice,)).fetchone()
        return found[0] if found else None

    def stands(self, db: sqlite3.Connection, notice: str, state: str) -> None:
        """Remember how it stands."""
        db.execute("INSERT OR REPLACE INTO standings VALUES (?, ?)", (notice, state))

    def keep_only(
        self, db: sqlite3.Connection, chat: str, notice: str, marks: Iterable[str]
    ) -> None:
        """Take back the reminders of a chat before deadlines that do not hold any more."""
        rows = db.execute(
            "SELECT id, mark FROM outbox WHERE chat = ? AND notice = ? AND kind = 'before'"
            " AND state = 'planned'",
            (chat, notice),
        ).fetchall()
        held = set(marks)
        old = [(number,) for number, mark in rows if mark not in held]
        db.executemany("DELETE FROM outbox WHERE id = ?", old)

    def plan(
        self,
        db: sqlite3.Connection,
        chat: str,
        address: bytes,
        notice: str,
        planned: Iterable[Planned],
    ) -> None:
        """Write messages; one that was written before, sent or not, is not written again."""
        db.executemany(
            "INSERT OR IGNORE INTO outbox"
            " (chat, address, notice, kind, mark, message, fire_at, until)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(chat, address, notice, p.kind, p.mark, p.message),
                    p.fire_at.timestamp(),
                    p.until.timestamp() if p.until else None,
                )
                for p in planned
            ],
        )

    def claim(self, now: datetime) -> Claimed | None:
        """Take the next message that is to be sent by now.

        What is due twice about one deadline, after a time in which nothing ran, is sent once.
        """
        with self.open() as db:
            db.execute(
                "DELETE FROM outbox WHERE state = 'planned' AND until < ?",
                (now.timestamp(),),
            )
            found = db.execute(
                "SELECT id, address, message, chat, kind, mark FROM outbox"
                " WHERE state = 'planned' AND fire_at <= ? ORDER BY fire_at, id LIMIT 1",
                (now.timestamp(),),
            ).fetchone()
            if found is None:
                return None
            chat = self._sealed.opened(found[1])
            if chat is None:  # of another token: nobody can be reached with it
                db.execute("DELETE FROM outbox WHERE id = ?", (found[0],))
                return None
            db.execute("UPDATE outbox SET state = 'sending' WHERE id = ?", (found[0],))
            if found[4] == "before":
                _answered(db, found[3], found[5], now)
            return Claimed(id=found[0], chat=int(chat), message=found[2])

    def sent(self, claimed: Claimed) -> None:
        """It has been sent, and never will be again."""
        with self.open() as db:
            db.execute("UPDATE outbox SET state = 'sent', message = '' WHERE id = ?", (claimed.id,))

    def put_back(self, claimed: Claimed, until: datetime) -> None:
        """It could not be sent: tried again later."""
        with self.open() as db:
            db.execute(
                "UPDATE outbox SET state = 'planned', fire_at = ? WHERE id = ?",
                (until.timestamp(), claimed.id),
            )

    def recover(self) -> int:
        """After a start: what was being sent when the process ended is sent; how many."""
        with self.open() as db:
            return db.execute(
                "UPDATE outbox SET state = 'planned' WHERE state = 'sending'"
            ).rowcount


def _answered(db: sqlite3.Connection, chat: str, mark: str, now: datetime) -> None:
    """The other reminders of the same deadline whose time has come count as sent."""
    same = mark.rpartition(" ")[0]
    db.execute(
        "UPDATE outbox SET state = 'sent', message = '' WHERE chat = ? AND kind = 'before'"
        " AND state = 'planned' AND fire_at <= ? AND substr(mark, 1, ?) = ?",
        (chat, now.timestamp(), len(same) + 1, f"{same} "),
    )
