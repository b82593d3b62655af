"""What long cells of a table say: sentences of a row, found like those of a clause."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.model import Clause, Notice, Row, Scope, Table
from knowledge.plain import comparable, squeeze
from retrieval.passages.locate import locate

_SENTENCE = lazy_re.compile(r"[^。；;]+[。；;]?")
_PROSE = lazy_re.compile(r"[，。；]")
_LEAST = 12
"""A shorter cell is a value, which the table itself answers with."""


def cell_clauses(notice: Notice) -> Iterator[tuple[Clause, tuple[str, ...]]]:
    """Each sentence of a long cell as a clause at its row, with the other names of the row."""
    tracks = {comparable(t.name): t.id for t in notice.tracks}
    for table in notice.tables:
        for row in () if table.form else table.rows:
            for cell in row.cells:
                if len(cell) >= _LEAST and _PROSE.search(cell):
                    yield from _sentences(notice, table, row, cell, tracks)


def _sentences(
    notice: Notice, table: Table, row: Row, cell: str, tracks: dict[str, str]
) -> Iterator[tuple[Clause, tuple[str, ...]]]:
    own = tuple(tracks[c] for c in map(comparable, row.cells) if c in tracks)
    groups = tuple(g for g in notice.groups if comparable(g) in map(comparable, row.cells))
    scope = Scope(
        attachment=table.scope.attachment,
        tracks=own or table.scope.tracks,
        groups=groups or table.scope.groups,
    )
    names = tuple(squeeze(c) for c in row.cells if c != cell and 1 < len(c) < _LEAST)
    for match in _SENTENCE.finditer(cell):
        span = locate(notice.text, match[0].strip(), row.start)
        if span is not None and span[1] <= row.end:
            clause = Clause(
                path=row.path,
                level=0,
                mark="",
                text=notice.text[slice(*span)],
                start=span[0],
                end=span[1],
                scope=scope,
            )
            yield clause, (*names, squeeze(table.title)) if table.title else names
