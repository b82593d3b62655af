"""What a column holds in all, each thing once: 承办单位有哪些, 一共几家承办单位.

The notice nowhere lists them; the table of its tracks does, a row at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Notice, Row
from knowledge.plain import comparable, squeeze
from retrieval.passages.units import Reading
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_OF_BODIES = frozenset({"undertake", "host"})
_BESIDE = _OF_BODIES | {"tracks", "title"}
_LISTING = frozenset({"list", "how_many", "who"})
_FEWEST = 2


def distinct_reply(reading: Reading, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The different bodies of the one column that holds what is asked, counted; else None."""
    wanted = _OF_BODIES & set(asked.concepts)
    if not wanted:
        return None
    heads = comparable("\n".join(h for view in views for h in view.heads))
    own = [r for r in asked.content if r[1:] and not (reading.knows(r) or r in heads)]
    own += [r for r in asked.content if len(r) > _FEWEST]
    if set(asked.concepts) - _BESIDE or not asked.forms & _LISTING or own:
        return None
    found = [(v, i) for v in views for i, c in enumerate(v.columns) if c & wanted and i != v.key]
    if len(found) != 1 or "tracks" in asked.concepts or _told(reading, found[0]):
        return None
    view, column = found[0]
    firsts = _firsts(view, column)
    return _listed(reading.notice, view, column, firsts, asked) if len(firsts) >= _FEWEST else None


def _told(reading: Reading, found: tuple[TableView, int]) -> bool:
    """Whether a sentence names one of these bodies in that part: 承办单位：某学院."""
    view, column = found
    head = comparable(view.table.header[column])
    return any(
        unit.plain.startswith(f"{head}:") or f"{head}为" in unit.plain for unit in reading.units
    )


def _firsts(view: TableView, column: int) -> dict[str, Row]:
    """Each cell of a column with the first row that has it."""
    firsts: dict[str, Row] = {}
    for row in view.table.rows:
        if cell := squeeze(row.cells[column]):
            firsts.setdefault(cell, row)
    return firsts


def _listed(
    notice: Notice, view: TableView, column: int, firsts: dict[str, Row], asked: Asked
) -> Reply:
    what = squeeze(view.table.header[column])
    counted = say("distinct", count=str(len(firsts)), what=what)
    only = "how_many" in asked.forms and "list" not in asked.forms
    lines = [counted] if only else [counted, *(say("item", text=name) for name in firsts)]
    cited = [c for row in firsts.values() for c in cite_row(notice, view.table, row, (column,))]
    piece = Piece(text="\n".join(lines), citations=tuple(dict.fromkeys(cited)), computed=(counted,))
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)
