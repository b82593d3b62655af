"""The store: notices and vectors, the only things that indexes are made from.

A folder with one SQLite file. Whoever reads sees the store before or after a change, never in
between. Vectors are kept by model and by the hash of the embedded text, so that a notice that is
read again, or an index that is lost, costs no second embedding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from sqlite3 import Row

from knowledge.model import Notice
from retrieval.errors import StoreError
from retrieval.storage import database, history, kept_vectors
from retrieval.storage.entry import Entry, TornError, entry_of
from retrieval.storage.history import Action, Deed, Event
from retrieval.storage.keeping import (
    DRAFTED,
    REVIEW,
    beside,
    drop,
    insert,
    meta,
    renew,
    set_meta,
    withdrawn_ids,
)
from retrieval.storage.kept_vectors import Vector

__all__ = ["BUNDLED", "Entry", "Store", "Vector"]

BUNDLED = "bundled"


class Store:
    """The store in one folder; safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / database.FILE
        self._kept: tuple[str, tuple[Entry, ...], frozenset[str]] | None = None

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Store:
        """Open a store and check that it is one.

        Raises:
            StoreError: there is none, or it is torn, foreign or newer.
        """
        store = cls(folder)
        if create:
            database.create(store._file)
        elif not store._file.exists():
            raise StoreError(f"{folder} 里还没有库；请先运行 saiwen ingest")
        store.version()
        return store

    def exists(self) -> bool:
        """Whether there is a store file, right or wrong."""
        return self._file.exists()

    def version(self) -> str:
        """Return a text that changes with the notices and with what is indexed; "" without store.

        Cheap enough to be asked every second.
        """
        if not self.exists():
            return ""
        with database.connected(self._file) as connection:
            return f"{meta(connection, 'content')}/{meta(connection, 'indexed')}"

    def content(self) -> str:
        """Return a text that changes with the notices only."""
        return self.version().partition("/")[0]

    def mark_indexed(self, index: str) -> None:
        """Note which index is in use, so that a running bot sees that it has changed."""
        with database.changing(self._file) as connection:
            set_meta(connection, "indexed", index)

    @property
    def only(self) -> bool:
        """Whether the bundled notices were left out when the store was made."""
        with database.connected(self._file) as connection:
            return meta(connection, "only") == "1"

    @property
    def synced(self) -> str:
        """What the notices were last brought up to date with."""
        with database.connected(self._file) as connection:
            return meta(connection, "synced")

    def leave_out_bundled(self) -> None:
        """Keep the bundled notices out of this store."""
        with database.changing(self._file) as connection:
            set_meta(connection, "only", "1")

    def entries(self) -> tuple[Entry, ...]:
        """Return what is in use, by id; read once for each state of the content."""
        every, withdrawn = self._read()
        return tuple(entry for entry in every if entry.notice.id not in withdrawn)

    def every(self) -> tuple[Entry, ...]:
        """Return everything in the store by id, what was withdrawn too."""
        return self._read()[0]

    def withdrawn(self) -> tuple[Notice, ...]:
        """Return the notices that were withdrawn: kept, but nothing is answered from them."""
        every, withdrawn = self._read()
        return tuple(entry.notice for entry in every if entry.notice.id in withdrawn)

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices in use, by id."""
        return tuple(entry.notice for entry in self.entries())

    def _read(self) -> tuple[tuple[Entry, ...], frozenset[str]]:
        with database.connected(self._file) as connection:
            connection.row_factory = Row
            connection.execute("BEGIN")
            content = meta(connection, "content")
            if self._kept is None or self._kept[0] != content:
                rows = connection.execute("SELECT * FROM notice ORDER BY id").fetchall()
                also = beside(connection)
                entries = tuple(self._entry(row, also) for row in rows)
                self._kept = (content, entries, withdrawn_ids(connection))
            return self._kept[1:]

    def _entry(self, row: Row, also: Mapping[str, str]) -> Entry:
        drafted, review = (also.get(f"{kind}{row['id']}") for kind in (DRAFTED, REVIEW))
        try:
            return entry_of(row, drafted, review)
        except TornError as error:
            mend = "请删除这个文件，再运行 saiwen ingest 重新读入"
            raise StoreError(f"{self._file} 中的通知 {row['id']} 已损坏；{mend}") from error

    def put(
        self,
        entries: Iterable[Entry],
        deed: Deed | None = None,
        actions: Mapping[str, Action] | None = None,
    ) -> None:
        """Add notices, replacing those of the same id, in one transaction.

        With a `deed` it is noted what was done to each; `actions` tells what if it is not `read`.
        """
        with database.changing(self._file) as connection:
            for entry in entries:
                insert(connection, entry)
                if deed is not None:
                    notice = entry.notice
                    action = (actions or {}).get(notice.id, "read")
                    history.note(connection, notice.id, action, notice.text, deed)
            renew(connection)

    def replace(self, entries: Iterable[Entry], synced: str = "") -> None:
        """Make these all the notices there are, in one transaction."""
        with database.changing(self._file) as connection:
            set_meta(connection, "synced", synced)
            connection.execute("DELETE FROM notice")
            connection.execute("DELETE FROM meta WHERE key GLOB ?", (f"{DRAFTED}*",))
            for entry in entries:
                insert(connection, entry)
            renew(connection)

    def put_review(self, notice: str, review: str) -> None:
        """Keep what people decided about a notice's rules."""
        with database.changing(self._file) as connection:
            set_meta(connection, f"{REVIEW}{notice}", review)
            renew(connection)

    def remove(self, notice: str) -> None:
        """Take a notice out with all that is kept of it; one that is not there is no fault."""
        with database.changing(self._file) as connection:
            drop(connection, notice)
            renew(connection)

    def withdraw(self, notice: str, deed: Deed) -> bool:
        """Take a notice out of use; it is kept. False if it was withdrawn already.

        Raises:
            KeyError: there is none of that id.
        """
        return self._change(notice, deed, "withdrawn", "INSERT OR IGNORE INTO withdrawn VALUES (?)")

    def restore(self, notice: str, deed: Deed) -> bool:
        """Put a notice into use again. False if it was not withdrawn.

        Raises:
            KeyError: there is none of that id.
        """
        return self._change(notice, deed, "restored", "DELETE FROM withdrawn WHERE id = ?")

    def _change(self, notice: str, deed: Deed, action: Action, statement: str) -> bool:
        texts = {entry.notice.id: entry.notice.text for entry in self.every()}
        text = texts[notice]
        with database.changing(self._file) as connection:
            changed = connection.execute(statement, (notice,)).rowcount > 0
            if changed:
                history.note(connection, notice, action, text, deed)
                renew(connection)
        return changed

    def history(self, notice: str | None = None) -> tuple[Event, ...]:
        """Return what was done to the notices, or to one, the oldest first."""
        with database.connected(self._file) as connection:
            return history.events(connection, notice)

    def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors that are there; one whose bytes are damaged counts as absent."""
        with database.connected(self._file) as connection:
            return kept_vectors.kept(connection, model, hashes)

    def put_vectors(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors of length 1, by the hash of their text."""
        with database.changing(self._file) as connection:
            kept_vectors.keep(connection, model, vectors)

    def forget_vectors(self, model: str | None, hashes: Iterable[str]) -> None:
        """Drop the vectors that belong to none of these texts, and those of other models."""
        with database.changing(self._file) as connection:
            kept_vectors.forget(connection, model, hashes)
