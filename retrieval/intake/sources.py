"""Bringing the store up to date with what notices are read from.

The bundled notices are read into the store, unless it was made without them; and every notice is
read again when the code that reads has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

import knowledge
from knowledge.errors import KnowledgeError
from retrieval.index.builds import Builds
from retrieval.intake.readers import Readers
from retrieval.intake.reading import Made, made
from retrieval.storage.store import BUNDLED, Entry, Store

if TYPE_CHECKING:
    from knowledge.bundled import Source

Sources = Callable[[], Sequence["Source"]]
_KNOWLEDGE = Path(knowledge.__file__).parent
_READ_WITH = {".py", ".yaml", ".txt"}


@cache
def stamp() -> str:
    """Return a hash of the code that reads, and of the bundled notices."""
    files = sorted(p for p in _KNOWLEDGE.rglob("*") if p.suffix in _READ_WITH)
    digest = sha256()
    for file in files:
        digest.update(f"{file.relative_to(_KNOWLEDGE)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def bundled_sources() -> Sequence[Source]:
    """Return the bundled notices."""
    from knowledge.bundled import bundled  # noqa: PLC0415 only when something has changed

    return bundled()


def sync_store(folder: Path, sources: Sources = bundled_sources) -> Store:
    """Open or make the store and read into it what is new; embed nothing."""
    store = Store.open(folder, create=True)
    if store.synced != stamp():
        with Builds(folder).alone():
            if store.synced != stamp():
                sync(store, sources)
    return store


def sync(store: Store, sources: Sources = bundled_sources) -> None:
    """Read what is new or was read by other code; one transaction, nothing else is touched."""
    given = {} if store.only else {source.id: source for source in sources()}
    kept = {e.notice.id: e for e in store.every() if e.origin != BUNDLED}
    new = [source for source in given.values() if source.id not in kept]
    stale = [entry for entry in kept.values() if entry.reader != stamp()]
    with Readers() as readers:
        ahead = iter(readers.ahead([*map(_as_source, stale), *new]))
        again = {entry.notice.id: _again(entry, next(ahead)) for entry in stale}
        entries = [again.get(name, entry) for name, entry in kept.items()]
        entries += [_from(source, next(ahead)) for source in new]
    store.replace(entries, synced=stamp())


def _from(source: Source, ahead: Made | None) -> Entry:
    done = ahead or made(source)
    return Entry(
        notice=done.notice,
        origin=BUNDLED,
        reader=stamp(),
        confirmed=dict(source.confirmed),
        rules=source.rules,
        drafted=done.drafted,
    )


def _as_source(entry: Entry) -> Source:
    """A notice's canonical text, which reads as itself."""
    from knowledge.bundled import Source  # noqa: PLC0415 only when something has changed

    old = entry.notice
    return Source(old.id, old.text.encode("utf-8", "replace"), entry.confirmed, entry.rules)


def _again(entry: Entry, ahead: Made | None) -> Entry:
    """A notice of the store, read again."""
    try:
        done = ahead or made(_as_source(entry))
    except (KnowledgeError, ValidationError):
        return entry  # read once; better as it was than gone
    old = entry.notice
    kept = {"source_hash": old.source_hash, "recognised": old.recognised}
    new = done.notice.model_copy(update=kept)
    return entry.model_copy(update={"notice": new, "reader": stamp(), "drafted": done.drafted})
