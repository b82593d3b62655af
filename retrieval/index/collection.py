"""Many notices at once: where words stand and which notices a question without a name can mean.

A handful of notices are simply all asked. Of thousands only the likeliest are, by the indexes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from retrieval.index.search import Search
from retrieval.passages.units import pairs

MANY = 24
"""Up to so many notices are all asked; of more, so many."""
_CHUNKS = 96


class Collection(Protocol):
    """What a desk over many notices asks."""

    def likeliest(self, question: str, among: Sequence[str] | None) -> Sequence[str]:
        """Notices (all or some of `among`) by how well they fit, the best first; at most MANY."""

    def knows(self, words: str) -> bool:
        """Whether some of the words, as pairs of characters, stand in any notice."""


class Indexed:
    """A collection, by the indexes of the store."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def likeliest(self, question: str, among: Sequence[str] | None) -> Sequence[str]:
        """Return the notices of the best chunks."""
        hits = self._search.find(question, among, limit=_CHUNKS, dense=False)
        return tuple(dict.fromkeys(hit.chunk.notice for hit in hits))[:MANY]

    def knows(self, words: str) -> bool:
        """Return whether the lexical index has one of the pairs."""
        return any(self._search.knows(pair) for pair in pairs(words))
