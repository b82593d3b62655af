"""A notice in the store, with what it was made from, and the row it is kept as."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from sqlite3 import Row
from typing import Any

from pydantic import Field, ValidationError

from knowledge.model import Frozen, Notice


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


class TornError(Exception):
    """The row of a notice is not what was written."""


def row_of(entry: Entry) -> tuple[str | None, ...]:
    """The columns of the table `notice`, in their order."""
    parsed = entry.notice.model_dump_json()
    return (
        entry.notice.id,
        entry.origin,
        entry.reader,
        sha256(parsed.encode()).hexdigest(),
        parsed,
        json.dumps(entry.confirmed, ensure_ascii=False, default=str),
        entry.rules,
    )


def entry_of(row: Row, drafted: str | None, review: str | None) -> Entry:
    """The entry a row holds.

    Raises:
        TornError: the row has been changed since it was written.
    """
    if sha256(row["parsed"].encode()).hexdigest() != row["text_hash"]:
        raise TornError
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
        drafted=drafted,
        review=review,
    )


def _from_text(notice: str, parsed: str, confirmed: Mapping[str, Any]) -> Notice:
    from knowledge.notice import read_notice  # noqa: PLC0415 seldom needed

    text: str = json.loads(parsed)["text"]
    return read_notice(notice, text.encode("utf-8", "replace"), confirmed)
