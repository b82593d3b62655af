"""Bringing the store up to date with what notices are read from.

The bundled notices are read into the store, unless it was made without them; and every notice is
read again when the code that reads has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

import knowledge
from knowledge.errors import KnowledgeError
from knowledge.model import Notice
from retrieval.index.builds import Builds
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
    entries = [_again(entry) for entry in kept.values()]
    entries += [_from(source) for source in given.values() if source.id not in kept]
    store.replace(entries, synced=stamp())


def _from(source: Source) -> Entry:
    notice = read(source.id, source.data, source.confirmed)
    return Entry(
        notice=notice,
        origin=BUNDLED,
        reader=stamp(),
        confirmed=dict(source.confirmed),
        rules=source.rules,
        drafted=drafted(notice, source.rules),
    )


def _again(entry: Entry) -> Entry:
    """Read a notice again from its canonical text, which reads as itself."""
    if entry.reader == stamp():
        return entry
    old = entry.notice
    try:
        new = read(old.id, old.text.encode("utf-8", "replace"), entry.confirmed)
    except (KnowledgeError, ValidationError):
        return entry  # read once; better as it was than gone
    kept = {"source_hash": old.source_hash, "recognised": old.recognised}
    new = new.model_copy(update=kept)
    made = {"notice": new, "reader": stamp(), "drafted": drafted(new, entry.rules)}
    return entry.model_copy(update=made)


def read(notice: str, data: bytes, confirmed: Mapping[str, Any]) -> Notice:
    """Read a notice; raises what reading raises."""
    from knowledge.notice import read_notice  # noqa: PLC0415 only when something has changed

    return read_notice(notice, data, confirmed)


def drafted(notice: Notice, rules: str | None) -> str | None:
    """Return rules made from the clauses where a person has written none."""
    if rules is not None:
        return None
    from knowledge.eligibility.drafting.written import (  # noqa: PLC0415 only when something has changed
        drafted_text,
    )

    return drafted_text(notice)
