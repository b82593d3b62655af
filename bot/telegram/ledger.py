"""Which updates were begun and which are done, in SQLite: numbers, nothing of their content.

Telegram keeps an update until it is confirmed, and it is confirmed only when it is done. So after a
kill it comes again, and this file tells it from those that were done already. One that takes so
long that it must be confirmed before is kept here until it is done, sealed with the bot's token.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from bot.sealed import Sealed
from knowledge.model import Frozen

FILE = "updates.sqlite3"
KEPT = 20_000
"""Updates remembered as done; Telegram repeats only what came last."""
TRIES = 5
"""An update that was begun so often and never done is left: it may be what ends the process."""
PATIENCE = 0.5
"""Seconds to wait for a file that another process has locked."""

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS updates (
    bot TEXT NOT NULL, id INTEGER NOT NULL, at INTEGER PRIMARY KEY AUTOINCREMENT,
    tries INTEGER NOT NULL DEFAULT 1, done INTEGER NOT NULL DEFAULT 0, UNIQUE (bot, id)
);
CREATE TABLE IF NOT EXISTS late (
    bot TEXT NOT NULL, id INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (bot, id)
);
"""
_BEGUN = """
INSERT INTO updates (bot, id) VALUES (?, ?)
ON CONFLICT (bot, id) DO UPDATE SET tries = tries + 1
"""
_DONE = """
INSERT INTO updates (bot, id, done) VALUES (?, ?, 1)
ON CONFLICT (bot, id) DO UPDATE SET done = 1
"""
_KEPT_UNTIL_DONE = "INSERT OR REPLACE INTO late VALUES (?, ?, ?)"
_KEPT_NO_MORE = "DELETE FROM late WHERE bot = ? AND id = ?"


class Step(Frozen):
    """An update was begun, is kept although it is not done, or is done."""

    update: int
    done: bool = False
    kept: str = ""
    """The update as JSON."""


class Past(Frozen):
    """What is known of earlier processes."""

    done: frozenset[int] = frozenset()
    """Updates that must not be answered again, those that ended the process among them."""
    in_flight: int = 0
    """Updates begun and not done; their answers may have been sent or not."""
    kept: tuple[str, ...] = ()
    """Those of them that Telegram does not give out again, as JSON, the earliest first."""


class Ledger:
    """The file. Methods may raise `sqlite3.Error`; they are called by one thread at a time."""

    def __init__(self, path: Path, token: str) -> None:
        """Use the file at `path`, for the bot of this token: another one counts differently."""
        self._path = path
        self._bot = sha256(b"saiwen updates\0" + token.encode()).hexdigest()[:16]
        self._sealed = Sealed(token, "updates")
        self._db: sqlite3.Connection | None = None

    def past(self) -> Past:
        """What earlier processes have left."""
        rows = self._opened().execute(
            "SELECT id, tries, done FROM updates WHERE bot = ? ORDER BY at DESC LIMIT ?",
            (self._bot, KEPT),
        )
        found = [(number, bool(done), tries) for number, tries, done in rows]
        answered = frozenset(n for n, done, tries in found if done or tries >= TRIES)
        return Past(
            done=answered,
            in_flight=sum(n not in answered for n, _, _ in found),
            kept=tuple(self._late(answered)),
        )

    def _late(self, answered: frozenset[int]) -> Iterator[str]:
        """What is kept of updates that are not done."""
        rows = self._opened().execute(
            "SELECT id, sealed FROM late WHERE bot = ? ORDER BY id", (self._bot,)
        )
        for number, sealed in rows.fetchall():
            words = self._sealed.opened(sealed)
            if words is not None and number not in answered:
                yield words

    def write(self, steps: Iterable[Step]) -> None:
        """Write what has happened, all of it or nothing."""
        try:
            db = self._opened()
            with db:
                for step in steps:
                    self._write(db, step)
                db.execute(
                    "DELETE FROM updates WHERE at <= (SELECT max(at) FROM updates) - ?", (KEPT,)
                )
        except sqlite3.Error:
            self.close()  # the next try begins with a connection of its own
            raise

    def _write(self, db: sqlite3.Connection, step: Step) -> None:
        own = (self._bot, step.update)
        if step.kept:
            db.execute(_KEPT_UNTIL_DONE, (*own, self._sealed.seal(step.kept)))
            return
        db.execute(_DONE if step.done else _BEGUN, own)
        if step.done:
            db.execute(_KEPT_NO_MORE, own)

    def close(self) -> None:
        """Close the file."""
        db, self._db = self._db, None
        if db is not None:
            db.close()

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            # the threads of a pool take turns with it
            db = sqlite3.connect(self._path, timeout=PATIENCE, check_same_thread=False)
            try:
                db.executescript(_SCHEMA)
            except sqlite3.Error:
                db.close()
                raise
            self._db = db
        return self._db
