"""The vectors in the store, by model and by the hash of the embedded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from sqlite3 import Connection

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
_AT_ONCE = 500
_LENGTH_ERROR = 1e-2


def kept(connection: Connection, model: str, hashes: Sequence[str]) -> dict[str, Vector]:
    """The vectors that are there; one whose bytes are damaged counts as absent."""
    found: dict[str, Vector] = {}
    for some in _by_hundreds(dict.fromkeys(hashes)):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            f"SELECT hash, data FROM vector WHERE model = ? AND hash IN ({marks})",  # noqa: S608 question marks only
            (model, *map(bytes.fromhex, some)),
        )
        found |= {key.hex(): _vector(data) for key, data in rows}
    return {key: vector for key, vector in found.items() if _is_sound(vector)}


def keep(connection: Connection, model: str, vectors: Mapping[str, Vector]) -> None:
    """Keep vectors of length 1."""
    rows = [(model, bytes.fromhex(k), v.astype("<f4").tobytes()) for k, v in vectors.items()]
    connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)


def forget(connection: Connection, model: str | None, hashes: Iterable[str]) -> None:
    """Drop the vectors that belong to none of these texts, and those of other models.

    Without a model the vectors of all models stay whose text is still there.
    """
    wanted = {bytes.fromhex(key) for key in hashes}
    if model is not None:
        connection.execute("DELETE FROM vector WHERE model <> ?", (model,))
    found = connection.execute("SELECT DISTINCT hash FROM vector").fetchall()
    gone = [row for row in found if row[0] not in wanted]
    connection.executemany("DELETE FROM vector WHERE hash = ?", gone)


def _by_hundreds(hashes: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(hashes)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _vector(data: bytes) -> Vector:
    usable = len(data) - len(data) % 4
    return np.frombuffer(data[:usable], dtype="<f4").astype(np.float32)


def _is_sound(vector: Vector) -> bool:
    return bool(abs(float(np.linalg.norm(vector)) - 1.0) < _LENGTH_ERROR)
