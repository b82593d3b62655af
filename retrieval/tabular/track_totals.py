"""What all rows come to in the column of one track, where a row of totals says it: 合计."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Table
from knowledge.plain import comparable, comparable_name
from retrieval.computed.worked import TOGETHER
from retrieval.passages.rank import Sought
from retrieval.question.lexicon import Words
from retrieval.question.mentions import longest_common, telling
from retrieval.reply import Reply
from retrieval.tabular.matrix import Matrices, named_by
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import TOTAL, is_total

_NUMBER = lazy_re.compile(r"\d+")
_BELOW = 120
"""Behind a table so many characters are looked through for whom it counts."""
_LEAST = 2


def track_total(notice: Notice, matrices: Matrices, sought: Sought, words: Words) -> Reply | None:
    """What a column of one track comes to, where a row of totals says it; else None."""
    asked = sought.asked
    if not TOGETHER.search(asked.plain) or len(sought.tracks) != 1:
        return None
    for view, headed in matrices:
        columns = tuple(i for i, of in headed.items() if of == sought.tracks[0])
        row = next(filter(is_total, view.table.rows), None)
        if row is None or len(columns) != 1 or not _counts(view, asked.concepts, words):
            continue
        if _names_entry(view, asked.plain) or _of_others(notice, view.table, sought.groups):
            continue
        if not _NUMBER.fullmatch(comparable(row.cells[columns[0]])):
            continue
        key = next(i for i, cell in enumerate(row.cells) if TOTAL.fullmatch(comparable_name(cell)))
        hit = Hit(view.table, (row,), frozenset({key}), columns, key, 1.0, exact=True)
        return row_reply(notice, hit, asked)
    return None


def _counts(view: TableView, concepts: Sequence[str], words: Words) -> bool:
    """Whether the title of a table speaks of all that is asked."""
    return bool(concepts) and set(concepts) <= words.said(view.title)


def _names_entry(view: TableView, text: str) -> bool:
    """Whether a question names one of the rows: then the total is not meant."""
    heads = {named_by(head) for head in view.table.header}
    for name in view.names:
        length, at, _ = longest_common(text, name)
        part = text[at : at + length]
        if length >= _LEAST and telling(part) and not any(part in head for head in heads):
            return True
    return False


def _of_others(notice: Notice, table: Table, groups: Sequence[str]) -> bool:
    """Whether a table, or the note below it, counts another group: 本表为职工组名额."""
    below = notice.text[table.end : table.end + _BELOW].strip().partition("。")[0]
    told = comparable(f"{table.title} {below if '本表' in below else ''}")
    of = {group for group in notice.groups if comparable_name(group) in told}
    return bool(groups and of) and not of & set(groups)
