"""What a finder of values hands over, and the context it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from knowledge.model import ValueKind

INFERRED = "（年份按成文日期推定）"
"""Ends the label of a value whose year the notice does not print."""


class Found(NamedTuple):
    """A value at folded offsets; `end` is exclusive."""

    kind: ValueKind
    value: str
    label: str
    start: int
    end: int


class Context(NamedTuple):
    """What a clause cannot say itself."""

    issued_on: date | None = None
    """成文日期: where a year is missing, the first such day from here on is meant."""
    year: int | None = None
    """Year of the event; used when there is no 成文日期."""
    label: str = ""
    """Column header or heading the text stands under."""
    above: str = ""
    """The heading over that one."""


Finder = Callable[[str, Context], Iterator[Found]]


def _clash(found: Found, other: Found) -> bool:
    """Two finds in one place; a range may also be told as the deadline it ends with."""
    apart = found.end <= other.start or other.end <= found.start
    return not apart and {found.kind, other.kind} != {"range", "deadline"}


def without_overlaps(text: str, context: Context, finders: tuple[Finder, ...]) -> list[Found]:
    """Everything the finders see in `text`; where two overlap, the earlier finder's stays."""
    taken: list[Found] = []
    for finder in finders:
        for found in finder(text, context):
            if not any(_clash(found, other) for other in taken):
                taken.append(found)
    return sorted(taken, key=lambda found: found.start)
