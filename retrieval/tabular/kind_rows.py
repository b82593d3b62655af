"""Rows told by kinds of tracks: 个人项目报名 | 田老师 | 电话 is whom to call about 木工."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Notice
from retrieval.passages.rank import Sought
from retrieval.reply import Reply
from retrieval.tabular.kind_columns import kinds_meant, stems_of
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView

_CALLS = frozenset({"contact", "phone", "email"})
_OF_ENTERING = frozenset({"enrol", "procedure", "tracks", "hand_in", "materials", "who_can"})
"""Of another matter (退费找谁) its own row tells."""


def kind_rows(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """Whom to call or write to about the kind that is meant, of a table with a row for each."""
    concepts = set(sought.asked.concepts)
    calls = bool(_CALLS & concepts) and concepts <= _CALLS | _OF_ENTERING
    meant = kinds_meant(notice, sought) if calls else frozenset()
    if len(meant) != 1:
        return None
    own, stems = next(iter(meant)), stems_of(notice)
    for view in views:
        told = {s for name in view.names for s in stems if name.startswith(s)}
        found = [i for i, name in enumerate(view.names) if name.startswith(own)]
        columns = view.asked_columns(sought.asked, frozenset({view.key}), ())
        if own in told and len(told) > 1 and len(found) == 1 and columns:
            row = view.table.rows[found[0]]
            key = frozenset({view.key})
            hit = Hit(view.table, (row,), key, tuple(sorted(columns)), view.key, 1.0, exact=True)
            return row_reply(notice, hit, sought.asked)
    return None
