"""The SQLite file of the store: its layout, and how a wrong or torn one is told.

The file carries an application id and a layout number, so that somebody else's database, or one
of a newer saiwen, is recognised before anything is read from it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import StoreError

FILE = "saiwen.db"
APPLICATION = 0x5A1E3E17
LAYOUT = 2
_WAIT_SECONDS = 30.0
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL,     -- 'bundled', or the path it was read from
    reader TEXT NOT NULL,     -- which code read it
    text_hash TEXT NOT NULL,
    parsed TEXT NOT NULL,     -- Notice as JSON
    confirmed TEXT NOT NULL,  -- what a person confirmed, as JSON
    rules TEXT                -- rules.yaml
) WITHOUT ROWID;
CREATE TABLE vector (
    model TEXT NOT NULL,
    hash BLOB NOT NULL,       -- SHA-256 of the embedded text
    data BLOB NOT NULL,       -- little-endian float32
    PRIMARY KEY (model, hash)
) WITHOUT ROWID;
"""
_ADDED = """
CREATE TABLE withdrawn (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,         -- ISO time
    who TEXT NOT NULL,
    notice TEXT NOT NULL,
    action TEXT NOT NULL,     -- read, changed, confirmed, withdrawn, restored
    text_hash TEXT NOT NULL   -- SHA-256 of the canonical text at that time, its beginning
);
"""
"""What layout 2 has and layout 1 had not."""


@contextmanager
def connected(file: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing store file; faults of the file become `StoreError`.

    A connection lives for one piece of work only, so that a file put in the place of another one
    is seen, and threads share nothing.
    """
    try:
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=_WAIT_SECONDS,
            isolation_level=None,
        )
    except sqlite3.Error as error:
        raise _translated(file, error) from error
    try:
        _check(connection, file)
        yield connection
    except sqlite3.Error as error:
        raise _translated(file, error) from error
    finally:
        connection.close()


@contextmanager
def changing(file: Path) -> Iterator[sqlite3.Connection]:
    """One transaction: all of it or nothing, also when the process is killed in between."""
    with connected(file) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def create(file: Path) -> None:
    """Make an empty store file; nothing happens if there is one.

    The file appears with its layout or not at all.
    """
    if file.exists():
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"不能在 {file.parent} 建立库：{error}；请用 --store 另选目录") from error
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if _number(connection, "application_id") == 0:
            _lay_out(connection)
        connection.commit()
    except sqlite3.Error as error:
        raise _translated(file, error) from error
    finally:
        connection.close()


def _lay_out(connection: sqlite3.Connection) -> None:
    _run(connection, _TABLES + _ADDED)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {LAYOUT}")


def _run(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            connection.execute(statement)


def _upgrade(connection: sqlite3.Connection) -> None:
    """Bring a store of layout 1 to this one; another process may be doing the same."""
    connection.execute("BEGIN IMMEDIATE")
    if _number(connection, "user_version") == 1:
        _run(connection, _ADDED)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.commit()


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _check(connection: sqlite3.Connection, file: Path) -> None:
    application = _number(connection, "application_id")
    if application == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        # a process that made the file was killed before it could lay it out
        connection.execute("BEGIN IMMEDIATE")
        if _number(connection, "application_id") == 0:
            _lay_out(connection)
        connection.commit()
        return
    if application != APPLICATION:
        raise StoreError(f"{file} 不是赛问的库；请用 --store 另选目录，或移走这个文件")
    if _number(connection, "user_version") == 1:
        _upgrade(connection)
    layout = _number(connection, "user_version")
    if layout != LAYOUT:
        raise StoreError(
            f"{file} 由另一版本的赛问写成（格式 {layout}，本版 {LAYOUT}）；请升级或另选目录"
        )


def _translated(file: Path, error: sqlite3.Error) -> StoreError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(f"{file} 正被另一程序写入；请稍后再试")
    if name.startswith("SQLITE_FULL"):
        return StoreError(f"{file.parent} 所在磁盘已满；请腾出空间后再试")
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
        return StoreError(f"打不开 {file}（{name}）；请检查路径和权限，或用 --store 另选目录")
    mend = "请删除这个文件，再运行 saiwen ingest 重新读入通知（自带的通知会自动读入）"
    return StoreError(f"{file} 已损坏（{error}）；{mend}")
