"""One statement of an answer, whole: its quotes, its words, and what it is said to hold for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from knowledge.model import Citation, Notice
from knowledge.plain import comparable
from retrieval.gate.facts import Leak
from retrieval.gate.quotes import verbatim, whole
from retrieval.gate.sources import amended, cells, headings, row_of, source, table_of
from retrieval.gate.woven import Weave


class Stated(Protocol):
    """A statement with its proof."""

    @property
    def text(self) -> str:
        """What a person reads."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it stands."""

    @property
    def computed(self) -> tuple[str, ...]:
        """Words and numbers that were worked out or judged, as they stand in the text."""

    @property
    def amended(self) -> tuple[str, ...]:
        """Words of the notice as cited corrections leave them."""

    @property
    def scope(self) -> str:
        """Track or group it holds for, where it says so."""


def faults(
    stated: Stated,
    notices: Mapping[str, Notice],
    *,
    told: Iterable[str] = (),
    names: Iterable[str] = (),
) -> tuple[Leak, ...]:
    """What keeps a statement from being said; nothing if every word of it is accounted for.

    `told` are words of the user; `names` competitions, tracks and groups, which need no proof.
    """
    bad = tuple(_unquotable(stated.citations, notices))
    return bad or tuple(_unproven(stated, notices, tuple(told), tuple(names)))


def _unquotable(citations: Sequence[Citation], notices: Mapping[str, Notice]) -> Iterator[Leak]:
    for each in citations:
        notice = notices.get(each.notice)
        if notice is None or not verbatim(each, notice):
            yield Leak(what=each.quote, kind="quote")
        elif not whole(each, notice):
            yield Leak(what=each.quote, kind="limit")


def _unproven(
    stated: Stated, notices: Mapping[str, Notice], told: Sequence[str], names: Sequence[str]
) -> Iterator[Leak]:
    cited = [(each, notices[each.notice]) for each in stated.citations]
    tables = {t.path: t for c, n in cited if (t := table_of(c, n)) is not None}
    rows = [found[1] for c, n in cited if (found := row_of(c, n)) is not None]
    own = {comparable(cell) for row in rows for cell in row.cells}
    free = [name for name in names if comparable(name) not in own]
    weave = Weave(
        [
            *(each for c, n in cited for each in (source(c, n), *cells(c, n))),
            *map(amended, stated.amended),
        ],
        [*stated.computed, *headings(stated.citations, notices), *free],
        told,
        [column for table in tables.values() for column in table.header],
    )
    if left := weave.left(stated.text):
        yield Leak(what=left, kind="words")
    for table in tables.values():
        cut = [row for row in rows if row in table.rows]
        known = {comparable(cell) for row in table.rows for cell in row.cells}
        here = {comparable(cell) for row in cut for cell in row.cells}
        for name in map(comparable, stated.scope.split("、")) if cut else ():
            if name and name in known - here:
                yield Leak(what=name, kind="scope")
