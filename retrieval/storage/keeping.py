"""How notices and what belongs to them are written into the store's file.

Everything here works within a transaction that somebody else has begun.
"""

from __future__ import annotations

import json
from hashlib import sha256
from sqlite3 import Connection

from retrieval.storage.entry import Entry, row_of

DRAFTED, REVIEW = "drafted:", "review:"
"""What the keys of drafted rules and of decisions about rules begin with; the id follows."""


def insert(connection: Connection, entry: Entry) -> None:
    """Write a notice in the place of the one of its id; nothing of that one stays."""
    connection.execute("INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?, ?, ?, ?)", row_of(entry))
    key = f"{DRAFTED}{entry.notice.id}"
    if entry.drafted is None:
        connection.execute("DELETE FROM meta WHERE key = ?", (key,))
    else:
        set_meta(connection, key, entry.drafted)


def drop(connection: Connection, notice: str) -> None:
    """Take a notice out with all that is kept of it but its history."""
    connection.execute("DELETE FROM notice WHERE id = ?", (notice,))
    connection.execute("DELETE FROM withdrawn WHERE id = ?", (notice,))
    keys = [(f"{DRAFTED}{notice}",), (f"{REVIEW}{notice}",)]
    connection.executemany("DELETE FROM meta WHERE key = ?", keys)


def withdrawn_ids(connection: Connection) -> frozenset[str]:
    """Ids of the notices out of use."""
    return frozenset(row[0] for row in connection.execute("SELECT id FROM withdrawn"))


def beside(connection: Connection) -> dict[str, str]:
    """Drafted rules and decisions, by prefix and id."""
    rows = connection.execute(
        "SELECT key, value FROM meta WHERE key GLOB ? OR key GLOB ?",
        (f"{DRAFTED}*", f"{REVIEW}*"),
    )
    return dict(rows.fetchall())


def renew(connection: Connection) -> None:
    """Work out the version of the content: the same notices in use have the same version."""
    rows = connection.execute("SELECT id, text_hash, confirmed, rules FROM notice ORDER BY id")
    every = [*rows.fetchall(), *sorted(beside(connection).items())]
    every += [(name,) for name in sorted(withdrawn_ids(connection))]
    digest = sha256(json.dumps(every, ensure_ascii=False).encode())
    set_meta(connection, "content", digest.hexdigest()[:16])


def meta(connection: Connection, key: str) -> str:
    """A note about the store itself; empty if there is none."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Keep a note about the store."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
