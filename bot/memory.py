"""What is kept of a chat over a restart: its choice and its live buttons, in SQLite.

Chats and people appear under a keyed hash only, and nothing a person said is here: rows hold
notice, track and group, of an interview under way too. The key comes from the bot's token and is
in no file, so the file alone does not tell which chats it speaks of; a new token therefore starts
with no choices.
"""

from __future__ import annotations

import hmac
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from bot.competitions import key_of
from retrieval.model import Option

FILE = "chats.sqlite3"
BUTTONS_LIVE = timedelta(days=30)
INTERVIEWS_LIVE = timedelta(days=1)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS choices (chat TEXT PRIMARY KEY, option TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS buttons (
    chat TEXT NOT NULL, key TEXT NOT NULL, option TEXT NOT NULL, shown_at REAL NOT NULL,
    PRIMARY KEY (chat, key)
);
CREATE TABLE IF NOT EXISTS interviews (
    chat TEXT NOT NULL, person TEXT NOT NULL, option TEXT NOT NULL, begun_at REAL NOT NULL,
    PRIMARY KEY (chat, person)
);
"""


class Memory:
    """Choices and buttons of chats.

    Every method may raise `sqlite3.Error` (locked, full, damaged); callers go on without memory.
    """

    def __init__(self, path: Path, secret: str) -> None:
        """Use the file at `path`; `secret` (the bot's token) keys the hashes."""
        self._path = path
        self._key = sha256(b"saiwen chats\0" + secret.encode()).digest()

    def choice(self, chat: int) -> Option | None:
        """What the chat has chosen."""
        with self._open() as db:
            row = db.execute(
                "SELECT option FROM choices WHERE chat = ?", (self._hash(chat),)
            ).fetchone()
        return Option.model_validate_json(row[0]) if row else None

    def choose(self, chat: int, option: Option | None) -> None:
        """Keep a choice, or forget it."""
        with self._open() as db:
            if option is None:
                db.execute("DELETE FROM choices WHERE chat = ?", (self._hash(chat),))
            else:
                db.execute(
                    "INSERT OR REPLACE INTO choices VALUES (?, ?)",
                    (self._hash(chat), option.model_dump_json()),
                )

    def show(self, chat: int, options: Sequence[Option], now: datetime) -> None:
        """Keep the options shown as buttons; those not shown for 30 days are deleted."""
        hashed, at = self._hash(chat), now.timestamp()
        rows = [(hashed, key_of(option), option.model_dump_json(), at) for option in options]
        with self._open() as db:
            db.executemany("INSERT OR REPLACE INTO buttons VALUES (?, ?, ?, ?)", rows)
            db.execute(
                "DELETE FROM buttons WHERE shown_at < ?", (at - BUTTONS_LIVE.total_seconds(),)
            )

    def shown(self, chat: int, key: str) -> Option | None:
        """The option a button of this chat stands for; None if it was never shown or is old."""
        with self._open() as db:
            row = db.execute(
                "SELECT option FROM buttons WHERE chat = ? AND key = ?", (self._hash(chat), key)
            ).fetchone()
        return Option.model_validate_json(row[0]) if row else None

    def begin(self, chat: int, person: int, option: Option, now: datetime) -> None:
        """Note that a person has begun an interview about a notice; nothing of what is said.

        Notes of interviews begun more than a day before and never ended are deleted.
        """
        at = now.timestamp()
        row = (self._hash(chat), self._hash(person), option.model_dump_json(), at)
        old = at - INTERVIEWS_LIVE.total_seconds()
        with self._open() as db:
            db.execute("INSERT OR REPLACE INTO interviews VALUES (?, ?, ?, ?)", row)
            db.execute("DELETE FROM interviews WHERE begun_at < ?", (old,))

    def end(self, chat: int, person: int) -> None:
        """The interview is over."""
        with self._open() as db:
            db.execute(
                "DELETE FROM interviews WHERE chat = ? AND person = ?",
                (self._hash(chat), self._hash(person)),
            )

    def begun(self, chat: int, person: int, since: datetime) -> Option | None:
        """What an interview was about that was begun after `since` and has not ended."""
        with self._open() as db:
            row = db.execute(
                "SELECT option FROM interviews WHERE chat = ? AND person = ? AND begun_at > ?",
                (self._hash(chat), self._hash(person), since.timestamp()),
            ).fetchone()
        return Option.model_validate_json(row[0]) if row else None

    def forget(self, chat: int) -> None:
        """Delete everything kept of a chat."""
        with self._open() as db:
            db.execute("DELETE FROM interviews WHERE chat = ?", (self._hash(chat),))
            db.execute("DELETE FROM choices WHERE chat = ?", (self._hash(chat),))
            db.execute("DELETE FROM buttons WHERE chat = ?", (self._hash(chat),))

    def _hash(self, chat: int) -> str:
        return hmac.new(self._key, str(chat).encode(), sha256).hexdigest()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A transaction on a connection of its own: callers are threads of a pool."""
        with closing(sqlite3.connect(self._path, timeout=2)) as db, db:
            db.executescript("PRAGMA secure_delete = ON;" + _SCHEMA)
            yield db
