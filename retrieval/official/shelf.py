"""Where official answers are kept: an SQLite file beside the store, read anew when it changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from knowledge.model import Citation
from retrieval.official.model import Official, Scope

FILE = "official.sqlite3"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (
    number INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL UNIQUE,
    notice TEXT NOT NULL, track TEXT, grp TEXT,
    question TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, given_at TEXT NOT NULL,
    explains TEXT, text_hash TEXT NOT NULL,
    withdrawn_by TEXT, withdrawn_at TEXT
);
"""
_COLUMNS = "number, origin, notice, track, grp, question, text, who, given_at, explains, text_hash"


class Shelf:
    """The official answers of a store; safe for several threads and processes.

    Every method may raise `sqlite3.Error`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: tuple[object, tuple[Official, ...]] = (None, ())

    @classmethod
    def of(cls, folder: Path) -> Shelf:
        """The answers of the store in a folder."""
        return cls(folder / FILE)

    def every(self) -> tuple[Official, ...]:
        """All that have not been taken back, the oldest first."""
        stamp = self._stamp()
        if stamp is None:
            return ()
        if self._kept[0] != stamp:
            with self._open() as db:
                rows = db.execute(
                    f"SELECT {_COLUMNS} FROM answer WHERE withdrawn_at IS NULL ORDER BY number"  # noqa: S608 our own words
                ).fetchall()
            self._kept = (stamp, tuple(map(_read, rows)))
        return self._kept[1]

    def add(self, answer: Official) -> Official:
        """Keep an answer, once for each origin; with the number it has. One taken back returns."""
        given = answer.explains.model_dump_json() if answer.explains else None
        own = answer.scope
        row = (
            *(answer.origin, own.notice, own.track, own.group, answer.question, answer.text),
            *(answer.who, answer.given_at.isoformat(), given, answer.text_hash),
        )
        with self._open() as db:
            db.execute(
                "INSERT INTO answer (origin, notice, track, grp, question, text, who, given_at,"
                " explains, text_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (origin) DO UPDATE SET withdrawn_by = NULL, withdrawn_at = NULL",
                row,
            )
            found = db.execute(
                f"SELECT {_COLUMNS} FROM answer WHERE origin = ?",  # noqa: S608 our own words
                (answer.origin,),
            ).fetchone()
        return _read(found)

    def explain(self, number: int, clause: Citation | None) -> Official | None:
        """Let an answer in use explain a clause, or none; None if there is none of that number."""
        given = clause.model_dump_json() if clause else None
        with self._open() as db:
            db.execute(
                "UPDATE answer SET explains = ? WHERE number = ? AND withdrawn_at IS NULL",
                (given, number),
            )
            found = db.execute(
                f"SELECT {_COLUMNS} FROM answer WHERE number = ? AND withdrawn_at IS NULL",  # noqa: S608 our own words
                (number,),
            ).fetchone()
        return _read(found) if found else None

    def withdraw(self, number: int, who: str, when: datetime) -> bool:
        """Take an answer back; False if there is none of that number in use."""
        with self._open() as db:
            return (
                db.execute(
                    "UPDATE answer SET withdrawn_by = ?, withdrawn_at = ?"
                    " WHERE number = ? AND withdrawn_at IS NULL",
                    (who, when.isoformat(), number),
                ).rowcount
                > 0
            )

    def _stamp(self) -> object:
        """What changes when the file does; None without one."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=10)) as db, db:
            db.executescript(_SCHEMA)
            yield db


def _read(row: tuple[object, ...]) -> Official:
    named = dict(zip(_COLUMNS.replace("grp", "group").split(", "), row, strict=True))
    scope = Scope.model_validate({key: named.pop(key) for key in ("notice", "track", "group")})
    told = named.pop("explains")
    explains = Citation.model_validate_json(str(told)) if told else None
    return Official.model_validate({**named, "scope": scope, "explains": explains})
