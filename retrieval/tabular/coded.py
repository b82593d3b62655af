"""Tables that speak of tracks by their codes: A、B on a row, T01、T03 as a heading.

The table of the tracks gives each its code; other tables then say the code alone, several of them
at once, or 全部. Which row of a track is meant, a schedule tells by its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable_name, squeeze
from retrieval.passages.rank import Sought
from retrieval.passages.units import pairs
from retrieval.question.asked import UNTIL
from retrieval.question.lexicon import Words
from retrieval.reply import Reply
from retrieval.scoping.lettered import Codes
from retrieval.tabular.code_cells import codes_of
from retrieval.tabular.group_rows import of_groups
from retrieval.tabular.rows import row_reply
from retrieval.tabular.schedule import rows_of_step
from retrieval.tabular.tables import Hit, TableView

_WHAT = lazy_re.compile(r"(?<=[A-Z\d])[\u4e00-\u9fff]{2,6}$")
"""What a column holds, behind the codes that head it."""
_EVERY = lazy_re.compile(r"全部|所有(?:项目|赛项)|各(?:项目|赛项)|全体")
_STEP = lazy_re.compile(r"环节|阶段|内容|事项|安排|步骤|节点|工作")
_WHEN, _WHERE = lazy_re.compile(r"日期|时间|日程"), lazy_re.compile(r"地点|场地|赛场|地址|考点")
_MOSTLY = 0.8
_FEW = 4
_LEAST = 2


def coded_reply(
    notice: Notice, views: Sequence[TableView], codes: Codes, sought: Sought, words: Words
) -> Reply | None:
    """What the tables say of the tracks asked about by their codes; None if they say nothing."""
    own = [codes[t] for t in sought.tracks if t in codes]
    if not own or len(own) < len(sought.tracks) or len(own) > _FEW:
        return None
    names = {comparable_name(t.name) for t in notice.tracks}
    for view in views:
        if _lists(view, names):
            continue
        hit = _by_rows(view, own, codes, sought, words)
        hit = hit or _by_heads(view, own, codes, sought, words)
        if hit is not None:
            hit = of_groups(hit, sought.groups, notice.groups, sought.asked.plain)
        reply = row_reply(notice, hit, sought.asked) if hit is not None else None
        if reply is not None:
            return reply
    return None


def rows_of_code(view: TableView, codes: Codes, track: str) -> tuple[Row, ...]:
    """The rows of a table that name one track by its code."""
    column = _coded_column(view, set(codes.values()))
    if column is None:
        return ()
    return tuple(r for r in view.table.rows if _named(r.cells[column], [codes[track]]))


def _by_rows(
    view: TableView, own: Sequence[str], codes: Codes, sought: Sought, words: Words
) -> Hit | None:
    """The rows that name the code in a column of codes, and the columns asked for."""
    column = _coded_column(view, set(codes.values()))
    if column is None:
        return None
    rows = tuple(r for r in view.table.rows if _named(r.cells[column], own))
    step = _step_column(view, column)
    if step is not None:
        rows = rows_of_step(rows, step, sought.asked, words)
    marks = frozenset({column} if step is None else {column, step})
    columns = _columns(view, rows, marks, sought) or _of_title(view, marks, sought, words)
    if not rows or not columns or len(rows) > _FEW:
        return None
    key = column if step is None else step
    return Hit(view.table, rows, marks, columns, key, 1.0, exact=True)


def _by_heads(
    view: TableView, own: Sequence[str], codes: Codes, sought: Sought, words: Words
) -> Hit | None:
    """The column headed by the code, of the row that is meant."""
    headed = {i: c for i, h in enumerate(view.table.header) if (c := _codes_in(h, codes))}
    if len(headed) < _LEAST or len(headed) >= len(view.table.header):
        return None
    columns = tuple(i for i, of in headed.items() if not of.isdisjoint(own))
    columns = _of_kind(view, columns, sought)
    if "where" in sought.asked.forms:  # 哪天在哪比: the place of both stands beside the days
        columns += tuple(
            i for i, h in enumerate(view.heads) if i not in headed and _WHERE.search(h)
        )
    key = next(i for i in range(len(view.table.header)) if i not in headed)
    rows = rows_of_step(view.table.rows, key, sought.asked, words)
    rows = rows or (() if _STEP.search(view.heads[key]) else _called(view, key, sought))
    if not columns or not 0 < len(rows) <= _LEAST:
        return None
    return Hit(view.table, rows, frozenset({key}), columns, key, 1.0, exact=True)


def _lists(view: TableView, names: set[str]) -> bool:
    """Whether some column of a table holds the names of tracks, be its key another: its codes."""
    columns = zip(*(map(comparable_name, row.cells) for row in view.table.rows), strict=False)
    return view.lists(names) or any(len(names.intersection(c)) > 1 for c in columns)


def _called(view: TableView, key: int, sought: Sought) -> tuple[Row, ...]:
    """The rows a question calls by their name or otherwise; all where it calls none."""
    said = "|".join((sought.asked.plain, *(w for m in sought.asked.meant for w in m.words)))
    named = (row for row in view.table.rows if comparable_name(row.cells[key]) in said)
    return tuple(named) or view.table.rows


def _columns(
    view: TableView, rows: Sequence[Row], marks: frozenset[int], sought: Sought
) -> tuple[int, ...]:
    """The columns asked for; those of days where it is asked when or until when."""
    columns = view.asked_columns(sought.asked, marks)
    if columns:
        return columns
    timed = "when" in sought.asked.forms or UNTIL & set(sought.asked.concepts)
    days = tuple(i for i, h in enumerate(view.heads) if timed and _WHEN.search(h))
    return days or _saying(view, rows, marks, sought)


def _of_title(
    view: TableView, marks: frozenset[int], sought: Sought, words: Words
) -> tuple[int, ...]:
    """The one column left, where the line above the table says what is asked: 参赛费标准."""
    rest = [i for i in range(len(view.heads)) if i not in marks and i not in view.numbered]
    said = words.said(view.title) & set(sought.asked.concepts)
    return tuple(rest) if said and len(rest) == 1 else ()


def _saying(
    view: TableView, rows: Sequence[Row], marks: frozenset[int], sought: Sought
) -> tuple[int, ...]:
    """The one column in whose cells of these rows words of the question stand: 排除4处故障."""
    if sought.asked.concepts:
        return ()  # what is asked has a name, which no word in passing tells
    terms = {p for run in sought.asked.content for p in pairs(run) if len(p) > 1}
    found = [
        i
        for i in range(len(view.table.header))
        if i not in marks and any(p in comparable_name(row.cells[i]) for row in rows for p in terms)
    ]
    return tuple(found) if len(found) == 1 else ()


def _coded_column(view: TableView, codes: set[str]) -> int | None:
    """The column whose cells are codes, lists of codes, or say that all are meant."""
    for i in range(len(view.table.header)):
        cells = [squeeze(row.cells[i]) for row in view.table.rows]
        told = [c for c in cells if _EVERY.fullmatch(c) or codes_of(c) & codes]
        listed = any(codes_of(c) & codes for c in cells)
        if listed and len(told) >= len(cells) * _MOSTLY:
            return i
    return None


def _step_column(view: TableView, coded: int) -> int | None:
    """The column of the steps of a programme, where a code stands on several rows."""
    said = [code for row in view.table.rows for code in codes_of(squeeze(row.cells[coded]))]
    if len(said) == len(set(said)):
        return None
    return next((i for i, h in enumerate(view.heads) if i != coded and _STEP.search(h)), None)


def _named(cell: str, own: Iterable[str]) -> bool:
    plain = squeeze(cell)
    return bool(_EVERY.fullmatch(plain)) or not codes_of(plain).isdisjoint(own)


def _codes_in(head: str, codes: Codes) -> frozenset[str]:
    """The codes a heading begins with: T06时间."""
    listed = _WHAT.sub("", squeeze(head))
    return frozenset(codes_of(listed)) & frozenset(codes.values())


def _of_kind(view: TableView, columns: tuple[int, ...], sought: Sought) -> tuple[int, ...]:
    """Those of the columns that hold what is asked, where headings say it behind the code."""
    what = {i: match[0] for i in columns if (match := _WHAT.search(squeeze(view.table.header[i])))}
    if not what:
        return columns
    timed = "when" in sought.asked.forms or UNTIL & set(sought.asked.concepts)
    return tuple(
        i
        for i, said in what.items()
        if said in sought.asked.plain or (timed and _WHEN.search(said))
    )
