"""A track by what is worked on in its rows alone: 修空调的 where 家电维修 repairs a 空调."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.model import Notice
from knowledge.plain import comparable_name
from retrieval.question.mentions import Named, telling
from retrieval.scoping.trades import Trade

_LEAST = 2


def track_worked_on(notice: Notice, trade: Trade) -> Named | None:
    """The one track on whose rows stands what somebody says to work on; None where none is sure."""
    what = trade.what
    if len(what) < _LEAST or what not in notice.text or not telling(what):
        return None
    found = set(_owners(notice, what))
    sure = len(found) == 1 and "" not in found
    return Named(tuple(found), (trade.span,)) if sure else None


def _owners(notice: Notice, what: str) -> Iterator[str]:
    """The tracks of the rows that say a thing; an empty id for a row of none, or of several."""
    names = {comparable_name(n): t.id for t in notice.tracks for n in (t.name, *t.aliases)}
    for table in notice.tables:
        for row in table.rows:
            cells = [comparable_name(cell) for cell in row.cells]
            if any(what in cell for cell in cells):
                own = {names[cell] for cell in cells if cell in names}
                yield own.pop() if len(own) == 1 else ""
