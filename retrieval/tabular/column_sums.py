"""A column of numbers added up over the rows a question means: 专职单位一共几支队.

The rows are those whose cell the question says, else all; the column is the one whose heading has
most of its words, and what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, squeeze
from retrieval.computed.worked import TOGETHER
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.question.mentions import longest_common, telling
from retrieval.reply import Piece, Reply
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_COUNTED = lazy_re.compile(
    r"(?:几|多少|好多)个?支?(?P<unit>人|名额|名|队|个队|支|组|场|元|钱|选手|学生|职工|队员)"
)
_FULL = lazy_re.compile(
    r"(?:都|全|全部|每个?(?:项目|赛项|工种|职业)都?)(?:给)?[报派占用]满|(?:全|都)报[上齐](?!名)"
)
"""Every track is entered with as many as may enter."""
_QUOTA = "名额"
_HEADED = lazy_re.compile(r"队|人数|名额|数量|数$|\(人\)|[（(][队人名][)）]")
_UNITS = {
    "人": "人名",
    "名": "人名",
    "名额": "人名额队",
    "队": "队",
    "支": "队",
    "个队": "队",
    "组": "组队",
    "选手": "人名",
    "学生": "人名",
    "职工": "人名",
    "队员": "人名",
}
_TOTAL = lazy_re.compile(r"合计|总计|小计|共计")
_NUMBER = lazy_re.compile(r"(?P<n>\d{1,4})(?P<unit>[人名个队支组])?")
_LEAST, _MOST = 2, 40


def column_sum(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The sum with its formula; None if no column of numbers, or several, are meant."""
    counted = _COUNTED.search(asked.plain)
    if counted is None or not TOGETHER.search(asked.plain):
        return None
    found = [each for view in views if (each := _summed(view, asked, counted["unit"]))]
    if len(found) != 1:
        return None
    view, column, rows = found[0]
    numbers = [_number(row.cells[column]) for row in rows]
    of_people = _UNITS.get(counted["unit"], "").startswith("人名") and counted["unit"] != _QUOTA
    unit = "队" if "队" in view.heads[column] else "人" if of_people else ""
    total = sum(map(int, numbers))
    formula = "+".join(numbers) + f"={total}{unit}"
    line = say("worked.together", formula=formula)
    head = view.table.header[column]
    cells = "、".join(f"{squeeze(row.cells[view.key])}{row.cells[column]}" for row in rows)
    told = say("cell", column=squeeze(head), value=cells)
    cited = tuple(c for row in rows for c in cite_row(notice, view.table, row, (column,)))
    pieces = (
        Piece(text=told, citations=cited, computed=(told,)),
        Piece(text=line, citations=cited, computed=(line, f"{total}", *numbers)),
    )
    return Reply(status="answered", notice=notice.id, pieces=pieces, sure=1.0)


def _summed(view: TableView, asked: Asked, unit: str) -> tuple[TableView, int, list[Row]] | None:
    """The one column that is meant, and the rows to add."""
    rows = [r for r in view.table.rows if not any(_TOTAL.search(c) for c in r.cells)]
    if not _LEAST <= len(rows) <= _MOST or len(rows) < len(view.table.rows):
        return None
    free = [i for i in range(len(view.heads)) if i != view.key and i not in view.numbered]
    numeric = [i for i in free if _of_numbers([r.cells[i] for r in rows])]
    text = asked.plain
    said = {p for p in pairs(text) if p.isalpha()}
    own = [(len(said & pairs(comparable(view.table.header[i]))), i) for i in numeric]
    headed = [(n, i) for n, i in own if _HEADED.search(comparable(view.table.header[i])) or n > 1]
    most = max((n for n, _ in headed), default=0)
    best = [i for n, i in headed if n == most]
    kinds = [
        [r for r in rows if comparable(r.cells[i]) == cell]
        for i in free
        if i not in numeric
        for cell in {comparable(r.cells[i]) for r in rows}
        if len(cell) >= _LEAST and cell in text
    ]
    some = [kind for kind in kinds if _LEAST <= len(kind) < len(rows)]
    if any(len(kind) < _LEAST for kind in kinds) or len(some) > 1:
        return None
    right = len(best) == 1 and _counts(view, comparable(view.table.header[best[0]]), unit)
    if _FULL.search(text) and not some:
        best = [i for i in numeric if _QUOTA in view.heads[i]]
        return (view, best[0], rows) if len(best) == 1 else None
    if not right or not (some or most >= _LEAST) or _names_row(view, rows, best[0], text):
        return None
    return view, best[0], some[0] if some else rows


def _of_numbers(cells: Sequence[str]) -> bool:
    """Whether all cells are numbers of one unit: 1人, 2人.

    >>> _of_numbers(["1人", "2人"]), _of_numbers(["1人", "2队"]), _of_numbers(["1", "无"])
    (True, False, False)
    """
    found = [_NUMBER.fullmatch(comparable(cell)) for cell in cells]
    return all(found) and len({m["unit"] for m in found if m}) == 1


def _number(cell: str) -> str:
    """The number of a cell without its unit."""
    found = _NUMBER.fullmatch(comparable(cell))
    return found["n"] if found else cell


def _names_row(view: TableView, rows: Sequence[Row], column: int, text: str) -> bool:
    """Whether the question names a row, besides the heading and what several rows share."""
    names = [comparable(row.cells[view.key]) for row in rows]
    known = {comparable(view.table.header[column]), *(comparable(c) for r in rows for c in r.cells)}
    known -= set(names)
    for name in names:
        length, at, _ = longest_common(text, name)
        part = text[at : at + length]
        own = length >= _LEAST and sum(part in other for other in names) * 2 <= len(names)
        if own and not any(part in each for each in known) and telling(part):
            return True
    return False


def _counts(view: TableView, head: str, unit: str) -> bool:
    """Whether a heading counts what is asked: 可报队数 counts 队; else the table's title does."""
    if any(each in head for each in _UNITS.get(unit, unit)) or "名额" in head:
        return True
    return unit in "人名" and "队" not in head and bool(re.search(r"名额|人数", view.title))
