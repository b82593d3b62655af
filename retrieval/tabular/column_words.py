"""What every cell of some columns speaks of, whatever their headings say.

高级工、中级工 below 命题标准 tell the grade of each track, though the heading names none.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable_name
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.tabular.tables import TableView

_HELD = frozenset({"hold_time", "days_long", "finish_time"})
_ENTRY = frozenset({"deadline", "enrol_time", "enrol", "materials", "procedure"})
_OF_ENTRY = lazy_re.compile(r"报名|申报|截止")
_UNTIL = frozenset({"deadline", "enrol_time"})
_OF_CONTEST = lazy_re.compile(r"报到|[比竞大初复决]赛|考试|培训|开幕|举[办行]|抽签")


def of_entering(view: TableView, columns: Sequence[int], asked: Asked) -> bool:
    """Whether it is asked when the contest is, and these columns tell until when to enter.

    Or the reverse: 报到时间 tells no 报名几号截止.
    """
    if _UNTIL & set(asked.concepts) and _OF_ENTRY.search(asked.plain):
        heads = [view.table.header[i] for i in columns]
        return any(_OF_CONTEST.search(h) and not _OF_ENTRY.search(h) for h in heads)
    if not _HELD & set(asked.concepts) or _ENTRY & set(asked.concepts):
        return False
    return bool(columns) and all(_OF_ENTRY.search(view.table.header[i]) for i in columns)


def said_by_all(view: TableView, columns: Sequence[int], words: Words) -> frozenset[str]:
    """The concepts that each cell of these columns says."""
    said = [
        words.said(cell) | {found.id for found in words.spoken(cell)}
        for row in view.table.rows
        for cell in (comparable_name(row.cells[i]) for i in columns)
    ]
    return frozenset.intersection(*said) if said else frozenset()
