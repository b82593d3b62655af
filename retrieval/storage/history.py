"""What was done to the notices of a store, by whom and when."""

from __future__ import annotations

from hashlib import sha256
from sqlite3 import Connection
from typing import Literal, NamedTuple

from knowledge.model import Frozen

Action = Literal["read", "changed", "confirmed", "withdrawn", "restored"]
"""Read for the first time; with another text; with another notice.yaml or rules.yaml; taken out of
use; put into use again."""
_SHOWN = 12


class Deed(NamedTuple):
    """Who does something, and when."""

    who: str
    when: str
    """ISO time."""


class Event(Frozen):
    """Something that was done to a notice."""

    notice: str
    action: Action
    who: str
    when: str
    text_hash: str
    """The first 12 digits of the SHA-256 of its canonical text at that time."""


def note(connection: Connection, notice: str, action: Action, text: str, deed: Deed) -> None:
    """Write down an event, within the transaction that does it."""
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()[:_SHOWN]
    connection.execute(
        "INSERT INTO event (at, who, notice, action, text_hash) VALUES (?, ?, ?, ?, ?)",
        (deed.when, deed.who, notice, action, digest),
    )


def events(connection: Connection, notice: str | None = None) -> tuple[Event, ...]:
    """All events, or those of one notice, the oldest first."""
    rows = connection.execute(
        "SELECT notice, action, who, at, text_hash FROM event"
        " WHERE ?1 IS NULL OR notice = ?1 ORDER BY number",
        (notice,),
    )
    return tuple(
        Event(notice=row[0], action=row[1], who=row[2], when=row[3], text_hash=row[4])
        for row in rows
    )
