"""Columns that are the parts of one contest: 模块一（分值） | 模块二（分值） | 模块三（分值）.

Their headings differ in a number alone. Whoever asks what a track consists of, or how the marks are
shared among its parts, gets the cells of all of them; 模块二 is that one alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable_name
from retrieval.passages.rank import Sought
from retrieval.reply import Reply
from retrieval.tabular.consisting import asks_parts
from retrieval.tabular.rows import reckoned, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import entries

_NUMBER = r"[一二三四五六七八九十\da-h]"
_PART = r"(?:模块|部分|环节|任务|单元|科目|板块)"
_HEAD = lazy_re.compile(
    rf"(?P<part>(?P<behind>{_PART}){_NUMBER}|第?{_NUMBER}(?P<before>{_PART}))(?:\([^()]*\))?"
)
_SHARES = lazy_re.compile(
    r"(?:分数?|分值|占比|比重|权重)(?:都|是|各)*(?:怎么?|咋|如何)(?:分|算|占|配)"
)
_WHAT = lazy_re.compile(
    r"(?:考|比|测|赛)(?:试|的|核|是|些|拼)*(?:什么|啥|哪些|些什么|些啥)(?:内容|东西|项目)?[的了呢啊呀]*[?？]?$"
)
_LEAST = 2


def part_columns(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The parts of the one track that is meant, as the columns of a table tell them; else None."""
    asked = sought.asked
    names = {comparable_name(t.name) for t in notice.tracks if t.id in sought.tracks}
    for view in views if len(names) == 1 and "yes_no" not in asked.forms else ():
        parts = _parts(view)
        own = [i for i, name in parts.items() if name in asked.plain]
        columns = own or (list(parts) if _all_meant(asked.plain) else [])
        row = _row(view, names)
        if columns and row is not None:
            key = frozenset({view.key})
            hit = Hit(view.table, (row,), key, tuple(columns), view.key, 1.0, exact=True)
            return reckoned(row_reply(notice, hit, asked))
    return None


def _parts(view: TableView) -> dict[int, str]:
    """What each column of a part is called, by its number; empty unless there are several."""
    heads = ((i, _HEAD.fullmatch(comparable_name(h))) for i, h in enumerate(view.table.header))
    found = {i: match["part"] for i, match in heads if match}
    return found if len(found) >= _LEAST else {}


def _row(view: TableView, names: set[str]) -> Row | None:
    """The one row of a track."""
    own = [r for r in entries(view.table.rows) if comparable_name(r.cells[view.key]) in names]
    return own[0] if len(own) == 1 else None


def _all_meant(text: str) -> bool:
    """Whether a question (comparable) is about all parts, or how the marks are shared."""
    return asks_parts(text) or bool(_SHARES.search(text) or _WHAT.search(text))
