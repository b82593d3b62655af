"""Reading notices into the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from knowledge.bundled import Source
from knowledge.errors import KnowledgeError
from knowledge.model import Notice
from knowledge.read.model import Read
from retrieval.index.builds import Builds
from retrieval.intake.gather import Found, Refusal
from retrieval.intake.parts import CONFIRMED
from retrieval.intake.readers import LEAST, Readers
from retrieval.intake.reading import Made, made
from retrieval.intake.sources import stamp
from retrieval.intake.twins import Twin, are_twins, numbers_apart
from retrieval.storage.history import Action, Deed
from retrieval.storage.store import BUNDLED, Entry, Store

_AT_ONCE = 2 * LEAST
"""Notices found before they are read: enough for several processes."""


class Ingested(NamedTuple):
    """What became of the notices that were found."""

    new: tuple[Entry, ...]
    """Read in now, or read in anew because the file has changed."""
    same: tuple[Found, ...]
    """Already there, word for word."""
    refused: tuple[Refusal, ...]
    withdrawn: tuple[str, ...] = ()
    """Ids of those that were read but are withdrawn, and stay so."""
    twins: tuple[Twin, ...] = ()
    """Files that were left out because another one says the same."""
    alike: tuple[tuple[str, str], ...] = ()
    """Ids of those read that say nearly the same as another notice, and the id of that."""


def ingest(store: Store, found: Iterable[Found | Refusal], deed: Deed | None = None) -> Ingested:
    """Put what can be read into the store, all in one transaction.

    `deed` says who reads them in and when, for the history. A notice that was withdrawn stays so,
    with its new text.

    Two sources with one id and the same text are one notice; with another text the second is
    refused, unless it lies beside the first in another format and says nearly the same, with the
    same numbers. A file that was read before and has changed since is no second source.
    """
    with Builds(store.folder).alone(), Readers() as readers:
        known = {entry.notice.id: entry for entry in store.every()}
        taken: dict[str, Entry] = {}
        same: list[Found] = []
        refused: list[Refusal] = []
        twins: list[Twin] = []
        for item, ahead in _read_ahead(found, known, readers):
            result = item if isinstance(item, Refusal) else _judged(item, known, taken, ahead)
            twins += [] if isinstance(item, Refusal) else item.twins
            if isinstance(result, Refusal):
                refused.append(result)
            elif isinstance(result, Twin):
                twins.append(result)
            elif isinstance(result, Entry):
                taken[result.notice.id] = result
            else:
                same.append(result)
        if taken:
            store.put(taken.values(), deed, {i: _action(e, known.get(i)) for i, e in taken.items()})
    out = {notice.id for notice in store.withdrawn()} & {*taken, *(item.id for item in same)}
    return Ingested(
        tuple(taken.values()),
        tuple(same),
        tuple(refused),
        tuple(sorted(out)),
        tuple(twins),
        tuple(_alike({**known, **taken}, taken)),
    )


def _action(entry: Entry, before: Entry | None) -> Action:
    if before is None:
        return "read"
    return "confirmed" if before.notice.text == entry.notice.text else "changed"


def _read_ahead(
    found: Iterable[Found | Refusal], known: Mapping[str, Entry], readers: Readers
) -> Iterator[tuple[Found | Refusal, Made | None]]:
    """What was found, and what is made of it where it was read already."""
    rest = iter(found)
    while some := list(islice(rest, _AT_ONCE)):
        new = [item for item in some if isinstance(item, Found) and _is_new(item, known)]
        made_of = zip(new, readers.ahead([_source(item) for item in new]), strict=True)
        read_by_now = {id(item): ahead for item, ahead in made_of}
        yield from ((item, read_by_now.get(id(item))) for item in some)


def _is_new(item: Found, known: Mapping[str, Entry]) -> bool:
    """Not there yet, or read from this very place before and changed since."""
    other = known.get(item.id)
    if other is None:
        return True
    before = (other.notice.text, other.confirmed, other.rules)
    return other.origin == item.place and before != (item.text, dict(item.confirmed), item.rules)


def _source(item: Found) -> Source:
    return Source(item.id, item.text.encode(), item.confirmed, item.rules)


def _judged(
    item: Found, known: dict[str, Entry], taken: dict[str, Entry], ahead: Made | None
) -> Entry | Found | Refusal | Twin:
    other = taken.get(item.id) or known.get(item.id)
    if other is None:
        return _entry(item, ahead)
    moved = item.id in taken or other.origin != item.place
    if other.notice.text == item.text:
        beside = (dict(item.confirmed), item.rules)
        return item if moved or beside == (other.confirmed, other.rules) else _entry(item, ahead)
    if moved and _are_twins(item, other):
        return Twin(item.place, other.origin)
    if moved:
        whose = "自带的通知" if other.origin == BUNDLED else other.origin
        reason = f"编号 {item.id} 已属于{whose}，而文字不同；请改文件名"
        return Refusal(item.place, reason)
    return _entry(item, ahead)


def _are_twins(item: Found, other: Entry) -> bool:
    """Two files of one name beside each other: the same notice in another format."""
    one, two = _read_of(item), _read_of(other.notice)
    beside = Path(item.place).parent == Path(other.origin).parent
    return beside and not numbers_apart(one, two) and are_twins(one, two, same_name=True)


def _alike(every: Mapping[str, Entry], taken: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """Notices of one number or title that say nearly the same under two ids."""
    for notice in (entry.notice for entry in taken.values()):
        for other in (entry.notice for entry in every.values()):
            if other.id == notice.id or other.label != notice.label:
                continue
            first = other.id not in taken or other.id < notice.id
            if first and are_twins(_read_of(notice), _read_of(other), same_name=False):
                yield notice.id, other.id
                break


def _read_of(item: Found | Notice) -> Read:
    return Read(text=item.text, recognised=item.recognised)


def _entry(item: Found, ahead: Made | None) -> Entry | Refusal:
    try:
        done = ahead or made(_source(item))
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        return Refusal(item.place, f"{CONFIRMED} 的 {where} 不对；请改正")
    except KnowledgeError as error:
        return Refusal(item.place, str(error))
    return Entry(
        notice=done.notice.model_copy(update={"recognised": item.recognised}),
        origin=item.place,
        reader=stamp(),
        confirmed=dict(item.confirmed),
        rules=item.rules,
        drafted=done.drafted,
    )
