"""Which updates were begun and which are done, in SQLite: numbers only, nothing of their content.

Telegram keeps an update until it is confirmed, and it is confirmed only when it is done. So after a
kill it comes again, and this file tells it from those that were done already.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

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
CREATE TABLE IF NOT EXISTS updates (
    bot TEXT NOT NULL, id INTEGER NOT NULL, at INTEGER PRIMARY KEY AUTOINCREMENT,
    tries INTEGER NOT NULL DEFAULT 1, done INTEGER NOT NULL DEFAULT 0, UNIQUE (bot, id)
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


class Step(Frozen):
    """An update was begun, or is done."""

    update: int
    done: bool = False


class Past(Frozen):
    """What is known of earlier processes."""

    done: frozenset[int] = frozenset()
    """Updates that must not be answered again, those that ended the process among them."""
    in_flight: int = 0
    """Updates begun and not done; their answers may have been sent or not."""


class Ledger:
    """The file. Methods may raise `sqlite3.Error`; they are called by one thread at a time."""

    def __init__(self, path: Path, token: str) -> None:
        """Use the file at `path`, for the bot of this token: another one counts differently."""
        self._path = path
        self._bot = sha256(b"saiwen updates\0" + token.encode()).hexdigest()[:16]
        self._db: sqlite3.Connection | None = None

    def past(self) -> Past:
        """What earlier processes have left."""
        rows = self._opened().execute(
            "SELECT id, tries, done FROM updates WHERE bot = ? ORDER BY at DESC LIMIT ?",
            (self._bot, KEPT),
        )
        found = [(number, bool(done), tries) for number, tries, done in rows]
        answered = frozenset(n for n, done, tries in found if done or tries >= TRIES)
        return Past(done=answered, in_flight=sum(n not in answered for n, _, _ in found))

    def write(self, steps: Iterable[Step]) -> None:
        """Write what has happened, all of it or nothing."""
        try:
            db = self._opened()
            with db:
                for step in steps:
                    db.execute(_DONE if step.done else _BEGUN, (self._bot, step.update))
                db.execute(
                    "DELETE FROM updates WHERE at <= (SELECT max(at) FROM updates) - ?", (KEPT,)
                )
        except sqlite3.Error:
            self.close()  # the next try begins with a connection of its own
            raise

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
