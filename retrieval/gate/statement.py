"""One statement of an answer, whole: its quotes, its words, and what it is said to hold for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from knowledge.model import Citation, Notice, Row, Table
from knowledge.plain import comparable, comparable_name
from retrieval.gate.facts import Leak
from retrieval.gate.quotes import verbatim, whole
from retrieval.gate.sources import amended, cells, headings, marked, row_of, source, table_of
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
    names: Iterable[str] = (),
) -> tuple[Leak, ...]:
    """What keeps a statement from being said; nothing if every word of it is accounted for.

    `names` of competitions, tracks and groups need no proof. Words of the user are no proof of
    anything: what is said of them stands in `computed`, whole.
    """
    bad = tuple(_unquotable(stated.citations, notices))
    return bad or tuple(_unproven(stated, notices, tuple(names)))


def _unquotable(citations: Sequence[Citation], notices: Mapping[str, Notice]) -> Iterator[Leak]:
    for each in citations:
        notice = notices.get(each.notice)
        if notice is None or not verbatim(each, notice):
            yield Leak(what=each.quote, kind="quote")
        elif not whole(each, notice):
            yield Leak(what=each.quote, kind="limit")


def _unproven(
    stated: Stated, notices: Mapping[str, Notice], names: Sequence[str]
) -> Iterator[Leak]:
    cited = [(each, notices[each.notice]) for each in stated.citations]
    tables = {t.path: t for c, n in cited if (t := table_of(c, n)) is not None}
    rows = [found[1] for c, n in cited if (found := row_of(c, n)) is not None]
    own = {comparable_name(cell) for row in rows for cell in row.cells}
    free = [name for name in names if comparable_name(name) not in own] if own else names
    weave = Weave(
        [
            *(each for c, n in cited for each in (source(c, n), *marked(c, n), *cells(c, n))),
            *map(amended, stated.amended),
        ],
        _widest(stated.computed),
        [*headings(stated.citations, notices), *free],
        [column for table in tables.values() for column in table.header],
    )
    said = comparable(f"{stated.scope}|{stated.text}") if stated.computed else ""
    for each in stated.computed:
        if comparable(each) not in said:
            yield Leak(what=each, kind="computed")
    text = comparable(stated.text)
    if left := weave.unwoven(text):
        yield Leak(what=left, kind="words")
    if stated.scope:
        yield from _misplaced(stated.scope, text, tables.values(), rows)


def _widest(words: Sequence[str]) -> Iterator[str]:
    """Without those within another: the 3 of 还有3天 is free nowhere else."""
    for each in words:
        if not any(each != other and each in other for other in words):
            yield each


def _misplaced(
    scope: str, text: str, tables: Iterable[Table], rows: Sequence[Row]
) -> Iterator[Leak]:
    """Names of other rows than those the statement is from.

    Where the scope has several names, the statement may begin with that of its own row.
    """
    names = list(map(comparable, scope.split("、")))
    for table in tables:
        cited = [row for row in rows if any(row is own for own in table.rows)]
        known = {comparable_name(cell) for row in table.rows for cell in row.cells}
        here = {comparable_name(cell) for row in cited for cell in row.cells}
        own = any(name in here and text.startswith(name) for name in names if name)
        for name in names if cited and not own else ():
            if name and name in known - here:
                yield Leak(what=name, kind="scope")
