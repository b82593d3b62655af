"""What the row of one track says of who may enter it, where no sentence does: 备注 限省内茶企."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, comparable_name, squeeze
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply, answered
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_MAY = lazy_re.compile(
    r"(?:能|可以?|让|准|允许)[^，,。？?]{0,6}(?:报(?!销|到)|参加|参赛|比|参评|做|来|去)|(?:收|招|接受)[^，,。？?]{0,8}[吗不么]"
)
_OF_ENTRY = frozenset({"who_can", "enrol", "student", "worker", "teacher", "excluded", "grouping"})
_BOUNDS = lazy_re.compile(
    r"(?<![不定无上下期])[限仅](?!额|报|时|期|\d)|只(?:能|收)|须|需(?!求)|不得|不接受|面向"
)
"""Words of a cell that lets some in and others not."""


def entry_row(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The cells that bound who enters the one track; None if it is not asked or no cell does."""
    asked = sought.asked
    asks = len(sought.tracks) == 1 and "yes_no" in asked.forms and _MAY.search(asked.plain)
    if not asks or not _OF_ENTRY.issuperset(asked.concepts):
        return None
    pieces = [
        Piece(
            text=say("cell", column=squeeze(view.table.header[i]), value=squeeze(row.cells[i])),
            citations=tuple(cite_row(notice, view.table, row, (i,))),
            scope=next(t.name for t in notice.tracks if t.id == sought.tracks[0]),
        )
        for view, row in _rows(notice, views, sought.tracks[0])
        for i in range(len(view.table.header))
        if _BOUNDS.search(comparable(row.cells[i]))
    ]
    return answered(notice.id, pieces, sought.tracks, sought.groups) if pieces else None


def _rows(
    notice: Notice, views: Sequence[TableView], track: str
) -> Iterator[tuple[TableView, Row]]:
    """The row of a track in each table that has one row of it alone."""
    names = {comparable_name(t.name) for t in notice.tracks if t.id == track}
    for view in views:
        own = [r for r in view.table.rows if not names.isdisjoint(map(comparable_name, r.cells))]
        if len(own) == 1:
            yield view, own[0]
