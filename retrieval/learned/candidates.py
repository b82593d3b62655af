"""What a second reading can choose from: every sentence and every table row of a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.model import Notice, Row, Table
from knowledge.plain import comparable
from retrieval.passages.rank import holds_for
from retrieval.passages.units import Reading, Unit
from retrieval.question.lexicon import Words
from retrieval.reply import Piece
from retrieval.tabular.rows import row_piece

_LEADS = ("：", ":")
"""What only leads to a table or a list says nothing by itself."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, or a row of a table; exactly one of `unit` and `row` is there."""

    start: int
    end: int
    plain: str
    """Its words, comparable; of a row its filled cells."""
    around: str
    """`plain` with the headings above, or the names of the columns."""
    said: frozenset[str]
    """The concepts it speaks of itself."""
    above: frozenset[str]
    """Those of its headings."""
    unit: Unit | None = None
    table: Table | None = None
    row: Row | None = None


def candidates(reading: Reading, words: Words) -> tuple[Candidate, ...]:
    """All sentences, then all rows, in the order of the notice."""
    return (*_sentences(reading), *_rows(reading, words))


def _sentences(reading: Reading) -> Iterator[Candidate]:
    for unit in reading.units:
        yield Candidate(
            start=unit.start,
            end=unit.end,
            plain=unit.plain,
            around=reading.contexts[unit.path, unit.start],
            said=unit.said,
            above=unit.titled | unit.above,
            unit=unit,
        )


def _rows(reading: Reading, words: Words) -> Iterator[Candidate]:
    for table in reading.tables:
        for row in table.rows:
            filled = [(i, cell) for i, cell in enumerate(row.cells) if cell.strip()]
            heads = [table.header[i] for i, _ in filled if i < len(table.header)]
            plain = comparable("，".join(cell for _, cell in filled))
            around = plain + comparable("|".join((table.title, *heads)))
            yield Candidate(
                start=row.start,
                end=row.end,
                plain=plain,
                around=around,
                said=words.said(around),
                above=frozenset(),
                table=table,
                row=row,
            )


def statement(
    notice: Notice, one: Candidate, state: Callable[[Unit], Piece | None]
) -> Piece | None:
    """What a sentence or row says; None where it only leads to what follows.

    `state` says a sentence.
    """
    if one.unit is None:
        assert one.table is not None
        assert one.row is not None
        return row_piece(notice, one.table, one.row)
    said = state(one.unit)
    return None if said is None or said.text.endswith(_LEADS) else said


def within(one: Candidate, tracks: tuple[str, ...], groups: tuple[str, ...]) -> bool:
    """Whether it can be about the track and group that are asked for."""
    if one.unit is not None:
        return holds_for(one.unit, tracks, groups)
    own = one.table.scope.tracks if one.table is not None else ()
    return not (own and tracks) or bool(set(own) & set(tracks))
