"""What is worked out from code and data alone, kept between runs: compiled patterns, parsed YAML.

Everything here can be worked out again from its key, which says all that it depends on. So what is
lost, torn or cannot be written costs nothing but time, and what is found is never out of date.
Nothing that people type is kept.
"""

from __future__ import annotations

import atexit
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

FILE = "kept.db"
MOST = 20_000
"""Where more would be kept, what nobody used this time is dropped; of one run no more is kept."""
_WAIT_SECONDS = 0.2
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"


class Kept:
    """Bytes by key, over a file that is read once and added to once."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._read = _rows(file)
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}

    def bytes_of(self, kind: str, of: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a kind and whatever it depends on; made where nothing is."""
        key = _key(f"{kind}/{of}")
        found = self._read.get(key) or self._new.get(key) or make()
        if key not in self._read and len(self._new) < MOST:
            self._new[key] = found
        self._used.add(key)
        return found

    def write(self) -> None:
        """Add what is new to the file; where that cannot be done it is made again next time."""
        new, self._new = self._new, {}
        self._read |= new
        if new and self.file.parent.is_dir():
            with suppress(sqlite3.Error, OSError), _opened(self.file, "rwc") as database:
                database.execute("PRAGMA synchronous = OFF")
                database.execute(_TABLE)
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", new.items())
                if len(self._read) > MOST:
                    self._drop(database)
                database.commit()

    def _drop(self, database: sqlite3.Connection) -> None:
        unused = [(key,) for key in self._read.keys() - self._used]
        database.executemany("DELETE FROM kept WHERE key = ?", unused)


def _key(said: str) -> str:
    """A short name, for this Python and these packages; that two share one will not happen."""
    return sha256(f"{_made_by()}/{said}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _made_by() -> str:
    """This Python and the folder of its packages, whose time changes when one is replaced."""
    found = find_spec("yaml")
    folder = Path(found.origin).parents[1] if found and found.origin else Path()
    return f"{sys.version} {sys.byteorder} {folder} {folder.stat().st_mtime_ns}"


@cache
def code(file: str) -> str:
    """What tells one state of a module from another: for what depends on its code as well."""
    return sha256(Path(file).read_bytes()).hexdigest()[:16]


def _rows(file: Path) -> dict[str, bytes]:
    """Everything in a file; a torn one is taken away."""
    if not file.is_file():
        return {}
    try:
        with _opened(file, "ro") as database:
            return dict(database.execute("SELECT key, value FROM kept"))
    except sqlite3.OperationalError:
        return {}
    except sqlite3.DatabaseError:
        with suppress(OSError):
            file.unlink()
        return {}


@contextmanager
def _opened(file: Path, mode: str) -> Iterator[sqlite3.Connection]:
    address = f"{file.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS)) as database:
        yield database


_in_use: list[Kept] = []
"""The one in use, if any."""


@atexit.register
def _leave() -> None:
    """Write what is new."""
    for one in _in_use:
        one.write()


def keep_in(folder: Path) -> None:
    """Keep things in a folder from now on; they are written when the process ends."""
    file = folder / FILE
    if not (_in_use and _in_use[0].file == file):
        _leave()
        _in_use[:] = [Kept(file)]


def keeps() -> bool:
    """Whether anything is kept."""
    return bool(_in_use)


def kept(kind: str, of: str, make: Callable[[], bytes]) -> bytes:
    """What is kept, else made; everything is made where nothing is kept.

    >>> kept("shout", "ja", lambda: b"JA")
    b'JA'
    """
    return _in_use[0].bytes_of(kind, of, make) if _in_use else make()
