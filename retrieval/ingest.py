"""Reading notices into the store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import ValidationError

from knowledge.errors import KnowledgeError
from retrieval.builds import Builds
from retrieval.gather import Found, Refusal
from retrieval.parts import CONFIRMED
from retrieval.sources import drafted, read, stamp
from retrieval.store import BUNDLED, Entry, Store


class Ingested(NamedTuple):
    """What became of the notices that were found."""

    new: tuple[Entry, ...]
    """Read in now, or read in anew because the file has changed."""
    same: tuple[Found, ...]
    """Already there, word for word."""
    refused: tuple[Refusal, ...]


def ingest(store: Store, found: Iterable[Found | Refusal]) -> Ingested:
    """Put what can be read into the store, all in one transaction.

    Two sources with one id and the same text are one notice; with another text the second is
    refused. A file that was read before and has changed since is no second source.
    """
    with Builds(store.folder).alone():
        known = {entry.notice.id: entry for entry in store.entries()}
        taken: dict[str, Entry] = {}
        same: list[Found] = []
        refused: list[Refusal] = []
        for item in found:
            result = item if isinstance(item, Refusal) else _judged(item, known, taken)
            if isinstance(result, Refusal):
                refused.append(result)
            elif isinstance(result, Entry):
                taken[result.notice.id] = result
            else:
                same.append(result)
        if taken:
            store.put(taken.values())
    return Ingested(tuple(taken.values()), tuple(same), tuple(refused))


def _judged(
    item: Found, known: dict[str, Entry], taken: dict[str, Entry]
) -> Entry | Found | Refusal:
    other = taken.get(item.id) or known.get(item.id)
    if other is None:
        return _entry(item)
    moved = item.id in taken or other.origin != item.place
    if other.notice.text == item.text:
        beside = (dict(item.confirmed), item.rules)
        return item if moved or beside == (other.confirmed, other.rules) else _entry(item)
    if moved:
        whose = "自带的通知" if other.origin == BUNDLED else other.origin
        reason = f"编号 {item.id} 已属于{whose}，而文字不同；请改文件名"
        return Refusal(item.place, reason)
    return _entry(item)


def _entry(item: Found) -> Entry | Refusal:
    try:
        notice = read(item.id, item.text.encode(), item.confirmed)
        notice = notice.model_copy(update={"recognised": item.recognised})
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        return Refusal(item.place, f"{CONFIRMED} 的 {where} 不对；请改正")
    except KnowledgeError as error:
        return Refusal(item.place, str(error))
    return Entry(
        notice=notice,
        origin=item.place,
        reader=stamp(),
        confirmed=dict(item.confirmed),
        rules=item.rules,
        drafted=drafted(notice, item.rules),
    )
