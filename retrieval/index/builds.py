"""Builds of the indexes: each in a folder of its own, put in place whole.

`index/current` names the build in use and is replaced in one step, so a process that is killed
while building leaves the old build in use and some litter, which the next build clears away.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pydantic import Field, ValidationError

from knowledge.model import Frozen

_POINTER, _MANIFEST, _SEAL, _USE = "current", "manifest.json", "seal.json", "use.lock"
_PIECES = "pieces.json"


class Manifest(Frozen):
    """What a build was made of, and how to tell whether it still is that."""

    content: str
    """Hash of the chunks."""
    model: str | None
    """Name of the model, None for words alone."""
    vectors: str | None = None
    """Version of the vector database, with the server's address if it is one."""
    count: int
    """Number of chunks."""
    digest: str = ""
    """What probing the vector index gave when it was built."""
    words: dict[str, str] = Field(default_factory=dict)
    """The files of the lexical index and their hashes."""

    def fits(self, other: Manifest) -> bool:
        """Whether both were made of the same."""
        return self.origin == other.origin

    @property
    def origin(self) -> tuple[str, str | None, str | None, int]:
        """What decides about the content of a build."""
        return (self.content, self.model, self.vectors, self.count)


class Build:
    """One build on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._use: IO[str] | None = None

    @property
    def name(self) -> str:
        """Its id, ASCII."""
        return self.folder.name

    @property
    def words(self) -> Path:
        """Folder of the lexical index."""
        return self.folder / "words"

    @property
    def chroma(self) -> Path:
        """Folder of the vector index."""
        return self.folder / "chroma"

    def manifest(self) -> Manifest | None:
        """Return what it was made of; None if that cannot be read."""
        try:
            return Manifest.model_validate_json((self.folder / _MANIFEST).read_bytes())
        except (OSError, ValidationError):
            return None

    def write(self, manifest: Manifest) -> None:
        """Write what it was made of."""
        _write(self.folder / _MANIFEST, manifest.model_dump_json(indent=1).encode())

    def pieces(self) -> bytes:
        """Return what is kept of its chunks; empty where nothing is."""
        try:
            return (self.folder / _PIECES).read_bytes()
        except OSError:
            return b""

    def keep_pieces(self, kept: bytes) -> None:
        """Keep its chunks; raises OSError where that cannot be."""
        _write(self.folder / _PIECES, kept)

    def seal(self) -> None:
        """Note sizes and times of the vector index after a clean end."""
        _write(self.folder / _SEAL, json.dumps(self._stats()).encode())

    def break_seal(self) -> bool:
        """Take the seal off; True if it was there and fits, so the last use ended cleanly."""
        seal = self.folder / _SEAL
        try:
            sealed = json.loads(seal.read_text())
        except (OSError, ValueError):
            sealed = None
        seal.unlink(missing_ok=True)
        return bool(sealed == self._stats())

    def _stats(self) -> dict[str, list[int]]:
        files = sorted(p for p in self.chroma.rglob("*") if p.is_file())
        stats = {str(p.relative_to(self.chroma)): p.stat() for p in files}
        return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}

    def hold(self) -> None:
        """Keep it from being cleared away as long as this process lives, or until `release`."""
        self._use = (self.folder / _USE).open("a")
        fcntl.flock(self._use, fcntl.LOCK_SH)

    def release(self) -> None:
        """Let it go."""
        if self._use:
            self._use.close()
            self._use = None

    def is_held(self) -> bool:
        """Whether any process uses it."""
        try:
            with (self.folder / _USE).open("a") as use:
                fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return False


class Builds:
    """All builds below one folder."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._folder = store / "index"

    def current(self) -> Build | None:
        """Return the build in use."""
        try:
            name = (self._folder / _POINTER).read_text().strip()
        except (OSError, UnicodeDecodeError):
            return None
        build = Build(self._folder / name)
        return build if name.isalnum() and build.folder.is_dir() else None

    def new(self) -> Build:
        """Begin a build beside the others."""
        build = Build(self._folder / secrets.token_hex(8))
        build.folder.mkdir(parents=True)
        build.hold()
        return build

    def put_in_place(self, build: Build) -> None:
        """Make a finished build the one in use."""
        _write(self._folder / _POINTER, build.name.encode())

    def unused(self) -> list[Build]:
        """Return what is neither in use nor held: old builds, and litter of killed ones."""
        current = self.current()
        found = [Build(p) for p in sorted(self._folder.glob("*")) if p.is_dir()]
        return [b for b in found if not (current and b.name == current.name) and not b.is_held()]

    @staticmethod
    def clear(build: Build) -> None:
        """Delete a build."""
        shutil.rmtree(build.folder, ignore_errors=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one process build at a time; others wait."""
        self._store.mkdir(parents=True, exist_ok=True)
        with (self._store / "build.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _write(file: Path, content: bytes) -> None:
    """Write a small file whole or not at all."""
    beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    with beside.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    beside.replace(file)
