"""saiwen's own words around the quotes: the fixed parts of `wording.yaml`, without judgements.

Yes and no, the verdict and days that were counted are no mere frame: a statement says that it
holds them (`Piece.computed`), and only those words pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.wording import texts

JUDGING = frozenset({"lead", "past", "open", "state", "verdict", "things"})
"""Parts of the wording whose choice is a statement of its own."""
_SLOT = lazy_re.compile(r"\{\w*\}")
_MARKS = frozenset("：:；;，,。.·、—-“”()（） \n!")


@cache
def frames() -> tuple[str, ...]:
    """The fixed parts, comparable, longest first."""
    found = {comparable(part) for language in texts().values() for part in _parts(language)}
    found |= {comparable(mark) for mark in _MARKS}
    return tuple(sorted(found - {""}, key=len, reverse=True))


@cache
def framing(first: str) -> tuple[str, ...]:
    """The fixed parts that begin with a character, longest first."""
    return tuple(each for each in frames() if each[0] == first)


def _parts(tree: dict[str, Any]) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, dict):
            if key not in JUDGING:
                yield from _parts(value)
        else:
            yield from _SLOT.split(str(value))
