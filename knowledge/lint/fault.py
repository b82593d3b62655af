"""What a check of a notice hands over, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.fold import Fold, fold, folded
from knowledge.model import Clause, Notice, Scope
from knowledge.structure.grid import grids, outside
from knowledge.structure.lines import Line, split
from knowledge.structure.sections import Section, layout

_SENTENCE = lazy_re.compile(r"[^。；;！？\n]+")


class Fault(NamedTuple):
    """A fault at its place; `rule` is one of rules.yaml, `values` fill in its wording."""

    rule: str
    path: str
    span: tuple[int, int] | None
    """Offsets of the words in the canonical text."""
    values: Mapping[str, object] = {}


class Piece(NamedTuple):
    """A stretch of a clause outside tables, or a row of a table, without its layout."""

    path: str
    scope: Scope
    fold: Fold
    is_row: bool = False

    @property
    def text(self) -> str:
        """The folded words."""
        return self.fold.text

    def fault(
        self, rule: str, start: int, end: int, values: Mapping[str, object] | None = None
    ) -> Fault:
        """A fault at the folded stretch `start:end` (not empty)."""
        return Fault(rule, self.path, self.fold.span(start, end), values or {})

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Its sentences, each with its place in `text`."""
        return ((match.start(), match[0]) for match in _SENTENCE.finditer(self.text))


class Material:
    """A notice, and what several checks need of it, worked out once."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice

    @cached_property
    def clauses(self) -> tuple[Piece, ...]:
        """The clauses without their tables."""
        spans = sorted((table.start, table.end) for table in self.notice.tables)
        return tuple(
            Piece(clause.path, clause.scope, _folded(self.notice.text, clause, span))
            for clause in self.notice.clauses
            for span in outside((clause.start, clause.end), spans)
        )

    @cached_property
    def rows(self) -> tuple[Piece, ...]:
        """The rows of tables that state something."""
        return tuple(
            Piece(
                path=row.path,
                scope=table.scope,
                fold=fold(self.notice.text[row.start : row.end], row.start),
                is_row=True,
            )
            for table in self.notice.tables
            if not table.form
            for row in table.rows
            if row.start < row.end
        )

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Clauses and rows."""
        return self.clauses + self.rows

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the text."""
        return split(self.notice.text)

    @cached_property
    def sections(self) -> list[Section]:
        """The body and the attachments, as the lines divide them."""
        return layout(self.lines, grids(self.lines)).sections


Check = Callable[[Material], Iterator[Fault]]


def _folded(text: str, clause: Clause, span: tuple[int, int]) -> Fold:
    if span == (clause.start, clause.end):
        return folded(clause)
    return fold(text[span[0] : span[1]], span[0])
