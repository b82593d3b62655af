"""The store: notices and vectors, the only things that indexes are made from.

A folder with one SQLite file. Whoever reads sees the store before or after a change, never in
between. Vectors are kept by model and by the hash of the embedded text, so that a notice that is
read again, or an index that is lost, costs no second embedding.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from sqlite3 import Connection, Row
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, ValidationError

from knowledge.model import Frozen, Notice, Recognised
from retrieval import database
from retrieval.errors import StoreError

Vector = NDArray[np.float32]
BUNDLED = "bundled"
_AT_ONCE = 500
_DRAFTED, _REVIEW = "drafted:", "review:"
_LENGTH_ERROR = 1e-2


class Entry(Frozen):
    """A notice in the store, with what it was made from."""

    notice: Notice
    origin: str
    """`bundled`, or the path it was read from."""
    reader: str
    """Which code read it; another one reads it again."""
    confirmed: dict[str, Any] = Field(default_factory=dict)
    rules: str | None = None
    """The rules.yaml beside it."""
    drafted: str | None = None
    """Rules made from its clauses, as a rules.yaml; only where none is beside it."""
    review: str | None = None
    """What people decided about its rules; outlives reading it again."""


class Store:
    """The store in one folder; safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / database.FILE
        self._kept: tuple[str, tuple[Entry, ...]] | None = None

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
            return f"{_meta(connection, 'content')}/{_meta(connection, 'indexed')}"

    def content(self) -> str:
        """Return a text that changes with the notices only."""
        return self.version().partition("/")[0]

    def mark_indexed(self, index: str) -> None:
        """Note which index is in use, so that a running bot sees that it has changed."""
        with database.changing(self._file) as connection:
            _set_meta(connection, "indexed", index)

    @property
    def only(self) -> bool:
        """Whether the bundled notices were left out when the store was made."""
        with database.connected(self._file) as connection:
            return _meta(connection, "only") == "1"

    @property
    def synced(self) -> str:
        """What the notices were last brought up to date with."""
        with database.connected(self._file) as connection:
            return _meta(connection, "synced")

    def leave_out_bundled(self) -> None:
        """Keep the bundled notices out of this store."""
        with database.changing(self._file) as connection:
            _set_meta(connection, "only", "1")

    def entries(self) -> tuple[Entry, ...]:
        """Return everything in the store by id; read once for each state of the content."""
        with database.connected(self._file) as connection:
            connection.row_factory = Row
            connection.execute("BEGIN")
            content = _meta(connection, "content")
            if self._kept is None or self._kept[0] != content:
                rows = connection.execute("SELECT * FROM notice ORDER BY id").fetchall()
                beside = _beside(connection)
                self._kept = (content, tuple(self._entry(row, beside) for row in rows))
            return self._kept[1]

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices by id."""
        return tuple(entry.notice for entry in self.entries())

    def _entry(self, row: Row, beside: Mapping[str, str]) -> Entry:
        if sha256(row["parsed"].encode()).hexdigest() != row["text_hash"]:
            raise StoreError(self._torn(row["id"]))
        confirmed = json.loads(row["confirmed"])
        try:
            notice, reader = Notice.model_validate_json(row["parsed"]), row["reader"]
        except ValidationError:
            # whole, but of another version of the model: the text is the truth
            notice, reader = _from_text(row["id"], row["parsed"], confirmed), ""
        return Entry(
            notice=notice,
            origin=row["origin"],
            reader=reader,
            confirmed=confirmed,
            rules=row["rules"],
            drafted=beside.get(f"{_DRAFTED}{row['id']}"),
            review=beside.get(f"{_REVIEW}{row['id']}"),
        )

    def _torn(self, notice: str) -> str:
        return (
            f"{self._file} 中的通知 {notice} 已损坏；请删除这个文件，再运行 saiwen ingest 重新读入"
        )

    def put(self, entries: Iterable[Entry]) -> None:
        """Add notices, replacing those of the same id, in one transaction."""
        with database.changing(self._file) as connection:
            _insert(connection, entries)
            _renew(connection)

    def replace(self, entries: Iterable[Entry], synced: str = "") -> None:
        """Make these all the notices there are, in one transaction."""
        with database.changing(self._file) as connection:
            _set_meta(connection, "synced", synced)
            connection.execute("DELETE FROM notice")
            _insert(connection, entries)
            _renew(connection)

    def put_review(self, notice: str, review: str) -> None:
        """Keep what people decided about a notice's rules."""
        with database.changing(self._file) as connection:
            _set_meta(connection, f"{_REVIEW}{notice}", review)
            _renew(connection)

    def remove(self, notice: str) -> None:
        """Take a notice out; one that is not there is no fault."""
        with database.changing(self._file) as connection:
            connection.execute("DELETE FROM notice WHERE id = ?", (notice,))
            _renew(connection)

    def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors that are there; one whose bytes are damaged counts as absent."""
        found: dict[str, Vector] = {}
        with database.connected(self._file) as connection:
            for some in _by_hundreds(dict.fromkeys(hashes)):
                marks = ",".join("?" * len(some))
                rows = connection.execute(
                    f"SELECT hash, data FROM vector WHERE model = ? AND hash IN ({marks})",  # noqa: S608 question marks only
                    (model, *map(bytes.fromhex, some)),
                )
                found |= {key.hex(): _vector(data) for key, data in rows}
        return {key: vector for key, vector in found.items() if _is_sound(vector)}

    def put_vectors(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors of length 1, by the hash of their text."""
        rows = [(model, bytes.fromhex(k), v.astype("<f4").tobytes()) for k, v in vectors.items()]
        with database.changing(self._file) as connection:
            connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)

    def forget_vectors(self, model: str, hashes: Iterable[str]) -> None:
        """Drop the vectors of a model that belong to none of these texts, and all other models'."""
        kept = {bytes.fromhex(key) for key in hashes}
        with database.changing(self._file) as connection:
            connection.execute("DELETE FROM vector WHERE model <> ?", (model,))
            found = connection.execute("SELECT hash FROM vector").fetchall()
            gone = [row for row in found if row[0] not in kept]
            connection.executemany("DELETE FROM vector WHERE hash = ?", gone)


def _from_text(notice: str, parsed: str, confirmed: Mapping[str, Any]) -> Notice:
    from knowledge.notice import read_notice  # noqa: PLC0415 seldom needed

    old = json.loads(parsed)
    text: str = old["text"]
    new = read_notice(notice, text.encode("utf-8", "replace"), confirmed)
    spans = tuple(Recognised.model_validate(span) for span in old.get("recognised", ()))
    return new.model_copy(update={"recognised": spans})


def _insert(connection: Connection, entries: Iterable[Entry]) -> None:
    for entry in entries:
        parsed = entry.notice.model_dump_json()
        row = (
            entry.notice.id,
            entry.origin,
            entry.reader,
            sha256(parsed.encode()).hexdigest(),
            parsed,
            json.dumps(entry.confirmed, ensure_ascii=False, default=str),
            entry.rules,
        )
        connection.execute("INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        if entry.drafted is not None:
            _set_meta(connection, f"{_DRAFTED}{entry.notice.id}", entry.drafted)


def _renew(connection: Connection) -> None:
    """Work out the version of the content: the same notices have the same version."""
    rows = connection.execute("SELECT id, text_hash, confirmed, rules FROM notice ORDER BY id")
    every = [*rows.fetchall(), *sorted(_beside(connection).items())]
    digest = sha256(json.dumps(every, ensure_ascii=False).encode())
    _set_meta(connection, "content", digest.hexdigest()[:16])


def _beside(connection: Connection) -> dict[str, str]:
    """Drafted rules and decisions, by prefix and id."""
    rows = connection.execute(
        "SELECT key, value FROM meta WHERE key GLOB ? OR key GLOB ?",
        (f"{_DRAFTED}*", f"{_REVIEW}*"),
    )
    return dict(rows.fetchall())


def _meta(connection: Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def _set_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _by_hundreds(hashes: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(hashes)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _vector(data: bytes) -> Vector:
    usable = len(data) - len(data) % 4
    return np.frombuffer(data[:usable], dtype="<f4").astype(np.float32)


def _is_sound(vector: Vector) -> bool:
    return bool(abs(float(np.linalg.norm(vector)) - 1.0) < _LENGTH_ERROR)
