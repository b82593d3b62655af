"""The notices that come with the package, each in a folder of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.data import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = Path(__file__).parent / "notices"


class Source(NamedTuple):
    """A notice as it comes: the file's bytes, and what people wrote beside it."""

    id: str
    data: bytes
    confirmed: Mapping[str, Any]
    """The content of notice.yaml; empty where there is none."""
    rules: str | None
    """The text of rules.yaml."""


@cache
def bundled() -> tuple[Source, ...]:
    """All bundled notices, by id."""
    folders = sorted(path.parent for path in _FOLDER.glob("*/source.txt"))
    return tuple(map(_source, folders))


def _source(folder: Path) -> Source:
    confirmed = folder / "notice.yaml"
    rules = folder / "rules.yaml"
    return Source(
        id=folder.name,
        data=(folder / "source.txt").read_bytes(),
        confirmed=parse(confirmed.read_text("utf-8")) or {} if confirmed.exists() else {},
        rules=rules.read_text("utf-8") if rules.exists() else None,
    )
