"""Tracks a body or a group may enter, by a table of places: not those whose cell is 不设 or 0.

The bodies head columns beside the names of the tracks, or name the rows of a table whose columns
are the tracks.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name, squeeze
from retrieval.passages.rank import Sought
from retrieval.question.mentions import longest_common
from retrieval.question.people_groups import groups_said
from retrieval.reply import Piece, Reply, answered
from retrieval.tabular.matrix import Matrices, row_named
from retrieval.tabular.rows import cite_row, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.wording import say

_NOUN = r"(?:赛项|项目|工种|职业|赛道|比赛|竞赛|科目)"
_ASKS = lazy_re.compile(
    rf"(?:能|可以|可|够|让)(?:报名?|参加|选|挑|比|上|参赛)(?:的?是?)?(?:哪[些几]个?|几个?|多少个?|什么|啥){_NOUN}"
    rf"|(?:能|可以|可|够|让)(?:报名?|参加|选|挑|比|上|参赛)的{_NOUN}?(?:都?有|是|包括)*(?:哪[些几]|什么|啥)"
    rf"|(?:哪[些几]个?|什么|啥){_NOUN}(?:是)?(?:能|可以)(?:报|参加|选|参赛)"
)
_NONE = lazy_re.compile(r"不设|不参加|不报|无|没有|0[人名队组个]?|[—–/×-]+")
_PLACES = lazy_re.compile(r"\d{1,4}[人名队组个支对]?(?:[(（].*[)）])?")
_SOME = lazy_re.compile(r"[(（](?=[^()（）]*[仅只限])")
"""Behind a number: for some of the bodies only."""
_AROUND = lazy_re.compile(r"^每[家个所支]?|(?:名额|人数|队数|数)?(?:[(（].*[)）])?$")
_LEAST, _TELLING = 2, 3


def open_cells(
    notice: Notice, views: Sequence[TableView], matrices: Matrices, sought: Sought
) -> Reply | None:
    """The tracks that are open to whom the question names; None where no table of places tells."""
    if sought.tracks or not _ASKS.search(sought.asked.plain):
        return None
    names = {comparable(t.name) for t in notice.tracks}
    for view in views:
        column = _headed(notice, view, sought) if view.lists(names) else None
        if column is not None:
            return _of_column(notice, view, column, sought)
    return _of_row(notice, matrices, sought)


def _headed(notice: Notice, view: TableView, sought: Sought) -> int | None:
    """The one column of places that is headed by the group or the body that is named."""
    text = sought.asked.plain
    groups = sought.groups or groups_said(text, notice.groups)
    said: dict[int, int] = {}
    for column, head in enumerate(view.heads):
        name = _AROUND.sub("", head)
        length, _, at = longest_common(text, name)
        whole = name in map(comparable, groups) or (not at and _TELLING <= length >= len(name) / 2)
        if len(name) >= _LEAST and whole and column != view.key and _of_places(view, column):
            said[column] = length
    return next(iter(said)) if len(said) == 1 else None


def _of_places(view: TableView, column: int) -> bool:
    cells = [comparable_name(row.cells[column]) for row in view.table.rows]
    told = [bool(_NONE.fullmatch(cell)) for cell in cells]
    places = all(none or _PLACES.fullmatch(c) for c, none in zip(cells, told, strict=True))
    return places and not all(told)


def _of_column(notice: Notice, view: TableView, column: int, sought: Sought) -> Reply | None:
    """The names of the rows that have places; with their cells where some are of few bodies."""
    rows = tuple(r for r in view.table.rows if not _NONE.fullmatch(comparable(r.cells[column])))
    few = any(_SOME.search(comparable(row.cells[column])) for row in rows)
    asked, named = ((column,), view.key) if few else ((view.key,), column)
    hit = Hit(view.table, rows, frozenset({named}), asked, view.key, 1.0, exact=True)
    return row_reply(notice, hit, sought.asked)


def _of_row(notice: Notice, matrices: Matrices, sought: Sought) -> Reply | None:
    """The tracks that head the columns of the row that is named and have places in it."""
    tracks = {t.id: t.name for t in notice.tracks}
    for view, headed in matrices:
        columns = [i for i, of in headed.items() if of in tracks]
        row = row_named(notice, view, headed, sought)
        if row is None or len(columns) < len(tracks) or not all(row.cells[i] for i in columns):
            continue
        own = [i for i in columns if not _NONE.fullmatch(comparable(row.cells[i]))]
        if not all(_PLACES.fullmatch(comparable(row.cells[i])) for i in own):
            continue
        count = say("count", count=str(len(own)), what="赛项")
        lines = [count, *(say("item", text=tracks[headed[i]]) for i in own)]
        key = next(i for i in range(len(view.heads)) if i not in headed)
        cited = tuple(cite_row(notice, view.table, row, own))
        scope = squeeze(row.cells[key])
        piece = Piece(text="\n".join(lines), citations=cited, computed=(count,), scope=scope)
        return answered(notice.id, (piece,), (), ())
    return None
