"""Citations against the clauses that prove the answer.

A clause is the smallest one around the words; of a table it is the whole table, since a list is
proven by many of its rows. What stands above or below the expected clause is as good as it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.model import Citation, Clause, Notice
from knowledge.plain import bare

Span = tuple[int, int]


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Where words stand in a text, white space aside: (start, end) in the text."""
    wanted = bare(words)
    flat, at = _flat(text)
    start = flat.find(wanted) if wanted else -1
    while start >= 0:
        yield at[start], at[start + len(wanted) - 1] + 1
        start = flat.find(wanted, start + 1)


@lru_cache(maxsize=256)  # every question of a sheet looks into the same few notices
def _flat(text: str) -> tuple[str, Sequence[int]]:
    """A text without white space, and where each of its characters stands."""
    at = array("L", (n for n, character in enumerate(text) if bare(character)))
    return "".join(text[n] for n in at), at


def covered(place: Span, spans: Sequence[Span]) -> float:
    """The share of a place that the spans cover."""
    inside = {n for start, end in spans for n in range(max(start, place[0]), min(end, place[1]))}
    return len(inside) / (place[1] - place[0])


def clause_around(span: Span, notice: Notice) -> Clause | None:
    """The smallest clause that holds the middle of a span."""
    middle = (span[0] + span[1]) // 2
    holding = [c for c in notice.clauses if c.start <= middle < c.end]
    return min(holding, key=lambda c: c.end - c.start, default=None)


def proving(place: Span, notice: Notice) -> tuple[Span, ...]:
    """The stretches a citation may lie in to prove what stands at `place`."""
    tables = [(t.start, t.end) for t in notice.tables if _overlap(place, (t.start, t.end))]
    if tables:
        return tuple(tables)
    clause = clause_around(place, notice)
    if clause is None:
        return (place,)
    return tuple((c.start, c.end) for c in (clause, *_kin(clause, notice)))


def _kin(clause: Clause, notice: Notice) -> Iterator[Clause]:
    """What it stands under and what stands under it."""
    above = {c.path: c for c in notice.clauses}
    parent = clause.parent
    while parent in above:
        yield above[parent]
        parent = above[parent].parent
    yield from (c for c in notice.clauses if c.parent == clause.path)


def apt(citation: Citation, places: Mapping[str, Sequence[Span]], facts: Sequence[str]) -> bool:
    """Whether a citation lies in one of `places` (by notice), or holds one of the facts."""
    own = (citation.start, citation.end)
    near = any(_overlap(own, place) for place in places.get(citation.notice, ()))
    quote = bare(citation.quote)
    return near or any(bare(fact) in quote for fact in facts if bare(fact))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
