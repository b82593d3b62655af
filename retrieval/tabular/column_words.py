"""What every cell of some columns speaks of, whatever their headings say.

高级工、中级工 below 命题标准 tell the grade of each track, though the heading names none.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.plain import comparable
from retrieval.question.lexicon import Words
from retrieval.tabular.tables import TableView


def said_by_all(view: TableView, columns: Sequence[int], words: Words) -> frozenset[str]:
    """The concepts that each cell of these columns says."""
    said = [
        words.said(cell) | {found.id for found in words.spoken(cell)}
        for row in view.table.rows
        for cell in (comparable(row.cells[i]) for i in columns)
    ]
    return frozenset.intersection(*said) if said else frozenset()
