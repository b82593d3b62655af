"""All names the notices know: a text that holds one which nobody spoke of is no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.question.asked import plain

_NAMED = frozenset({"person", "organisation", "doc_number"})
_SHORTEST = 2


class Names:
    """Competitions, tracks, groups, persons, organisations, numbers of documents."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        found = {comparable(name) for notice in notices for name in _of(notice)}
        self._names = frozenset(name for name in found if len(name) >= _SHORTEST)
        self._lengths = sorted({len(name) for name in self._names})

    def within(self, text: str) -> frozenset[str]:
        """Those that stand in a text, in comparable form."""
        whole = plain(text)
        return frozenset(
            whole[at : at + length]
            for length in self._lengths
            for at in range(len(whole) - length + 1)
            if whole[at : at + length] in self._names
        )


def _of(notice: Notice) -> Iterator[str]:
    yield from (notice.name, notice.title, *notice.aliases, *notice.groups, *notice.issuers)
    yield from (each for each in (notice.region, notice.edition, notice.doc_number) if each)
    for track in notice.tracks:
        yield from (track.name, *track.aliases)
    yield from (value.raw for value in notice.values if value.kind in _NAMED)
