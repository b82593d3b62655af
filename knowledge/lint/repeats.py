"""Rows and sentences that stand there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.model import Row, Table
from knowledge.plain import comparable

_NUMBER = lazy_re.compile(r"序号|编号|^No\.?$|^#$", re.IGNORECASE)
_END = lazy_re.compile(r"[。；;！!？?]")
_MARK = lazy_re.compile(r"^[(（]?(?:[一二三四五六七八九十]+|\d{1,2})[)）、.．]\s*")
_MIN_SENTENCE = 8
_MIN_ROW = 2


def repeats(material: Material) -> Iterator[Fault]:
    """Doubled rows of a table, doubled sentences of a clause, a clause pasted twice."""
    for table in material.notice.tables:
        if not table.form:
            yield from _rows(table)
    for piece in material.clauses:
        yield from _sentences(piece)
    yield from _clauses(material)


def _rows(table: Table) -> Iterator[Fault]:
    """Rows that are the same but for their number."""
    told = [at for at, name in enumerate(table.header) if not _NUMBER.search(name.strip())]
    seen: dict[tuple[str, ...], Row] = {}
    for row in table.rows:
        cells = tuple(comparable(row.cells[at]) for at in told if at < len(row.cells))
        if len("".join(cells)) < _MIN_ROW:
            continue
        first = seen.setdefault(cells, row)
        if first is not row and row.start < row.end:
            values = {"first": first.path}
            yield Fault("row_doubled", row.path, (row.start, row.end), values)


def _sentences(piece: Piece) -> Iterator[Fault]:
    """The same sentence twice within a clause."""
    seen: set[str] = set()
    begin = 0
    for match in _END.finditer(piece.text):
        start, begin = begin, match.end()
        words = comparable(_MARK.sub("", piece.text[start : match.start()].lstrip()))
        if len(words) >= _MIN_SENTENCE and words in seen:
            lead = len(piece.text[start : match.end()]) - len(
                piece.text[start : match.end()].lstrip()
            )
            yield piece.fault("sentence_doubled", start + lead, match.end())
        seen.add(words)


def _clauses(material: Material) -> Iterator[Fault]:
    """A clause that says word for word what the one right before it said."""
    before = ""
    for clause in material.notice.clauses:
        words = comparable(clause.text[len(clause.mark) :])
        if len(words) >= _MIN_SENTENCE and words == before and clause.mark:
            yield Fault("sentence_doubled", clause.path, (clause.start, clause.end))
        before = words
