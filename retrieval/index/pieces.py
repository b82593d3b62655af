"""The chunks of a store, kept beside the index that was made of them.

Cutting notices into chunks takes ten times as long as reading the chunks back.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from knowledge.kept import code
from retrieval.index import chunks as cutting
from retrieval.index.builds import Build, Builds
from retrieval.index.chunks import Chunk, chunks
from retrieval.intake.sources import stamp
from retrieval.storage.store import Store

_LIST = TypeAdapter(tuple[Chunk, ...])


class Pieces:
    """The chunks of a store as it is now."""

    def __init__(self, store: Store, *, anew: bool = False) -> None:
        """`anew` cuts them again in any case."""
        self._made_of = _made_of(store)
        build = None if anew else Builds(store.folder).current()
        read = _read(build, self._made_of) if build else None
        self.kept = read is not None
        """Whether they were read, not cut."""
        self.chunks = read if read is not None else _cut(store)
        # a store that has changed meanwhile has other chunks than what it was made of
        self._sure = self.kept or _made_of(store) == self._made_of

    def write(self, build: Build) -> None:
        """Keep them with a build; where that cannot be they are cut again next time."""
        if self._sure:
            with suppress(OSError):
                body = _LIST.dump_json(self.chunks)
                build.keep_pieces(_head(self._made_of, body) + body)


def _cut(store: Store) -> tuple[Chunk, ...]:
    return tuple(chunk for notice in store.notices() for chunk in chunks(notice))


def _made_of(store: Store) -> str:
    """What tells the same notices, cut by the same code, from all others."""
    said = f"{store.content()} {stamp()} {code(cutting.__file__)}"
    return sha256(said.encode()).hexdigest()


def _head(made_of: str, body: bytes) -> bytes:
    return f"{made_of} {sha256(body).hexdigest()}\n".encode()


def _read(build: Build, made_of: str) -> tuple[Chunk, ...] | None:
    """The chunks that are kept with a build; None if they are others, or torn."""
    head, end, body = build.pieces().partition(b"\n")
    if head + end != _head(made_of, body):
        return None
    try:
        return _LIST.validate_json(body)
    except ValidationError:
        return None
