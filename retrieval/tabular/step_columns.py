"""What a schedule says of a step besides when and where it is: 初赛完能留下多少人, 决赛是什么形式.

The row is that of the step, the column that of what is asked: 晋级规则, 形式, 参加人员.
"""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.tabular.schedule import rows_of_step, step_of
from retrieval.tabular.tables import Hit, TableView

_TIMES = frozenset({"hold_time", "deadline", "enrol_time", "finish_time", "duration", "venue"})
_MOST = 2


def step_columns(views: Sequence[TableView], asked: Asked, words: Words) -> list[Hit]:
    """The rows of the step and the columns of what is asked of it, a hit for each table."""
    stages = {c for c in asked.concepts if words.concepts[c].stage}
    wanted = set(asked.concepts) - stages - _TIMES
    if not stages or not wanted or "yes_no" in asked.forms or "when" in asked.forms:
        return []
    return [hit for view in views if (hit := _hit(view, wanted, asked, words)) is not None]


def _hit(view: TableView, wanted: set[str], asked: Asked, words: Words) -> Hit | None:
    step = step_of(view)
    if step is None:
        return None
    columns = tuple(i for i, own in enumerate(view.columns) if i != step and own & wanted)
    rows = rows_of_step(view.table.rows, step, asked, words) if columns else ()
    told = bool(rows) and all(row.cells[i].strip() for row in rows for i in columns)
    if not told or len(rows) > _MOST:
        return None
    return Hit(view.table, rows, frozenset({step}), columns, step, 1.0, exact=True)
