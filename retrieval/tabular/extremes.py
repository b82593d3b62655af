"""The row of a table that has most or least of what a column measures: 哪个工种实操时间最短."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable
from retrieval.passages.units import pairs
from retrieval.question.asked import Asked
from retrieval.reply import Reply
from retrieval.tabular.matrix import named_by
from retrieval.tabular.rows import reckoned, row_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.totals import entries

_EXTREME = lazy_re.compile(
    r"最(?P<word>长|短|多|少|高|低|早|晚|先|后|大|小|久|贵|便宜|重|轻)"
    r"(?=的|是|呢|啊|比|考|开|办|结|[，,]|$)"
)
_WHICH = lazy_re.compile(r"哪|什么|啥|谁")
_KIND = lazy_re.compile(r"哪一?个([\u4e00-\u9fff]{2})")
_LEAST = frozenset({"短", "少", "低", "早", "先", "小", "便宜", "轻"})
_OF_DAYS = frozenset({"早", "晚", "先", "后"})
_DAY = lazy_re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})[日号]")
_LASTS = lazy_re.compile(r"(\d+(?:\.\d+)?)个?(分钟|小时|秒|天|学时)")
_NUMBER = lazy_re.compile(r"(\d+(?:\.\d+)?)(人|名|队|组|元|分|%|个|项|道|岁)")
_BARE = lazy_re.compile(r"\d+(?:\.\d+)?")
_SHARES = lazy_re.compile(r"(\d+):(\d+)")
_AND = lazy_re.compile(r"与|和|、|:|/")
_CHOICE = 2
_MINUTES = {"秒": 1 / 60, "分钟": 1, "小时": 60, "学时": 45, "天": 1440}
Measure = tuple[str, float]
"""Its unit, and how much it is."""
Measuring = Callable[[str, str, str], Measure | None]
"""(cell, question, heading of the column) → what the cell measures."""


def extreme_reply(
    notice: Notice, views: Sequence[TableView], asked: Asked, names: frozenset[str] = frozenset()
) -> Reply | None:
    """The rows with most or least of it and their cells; None if it is not asked or not told.

    `names` are those of the tracks that are meant: the column that is headed by them is compared,
    or several rows of theirs.
    """
    match = _EXTREME.search(asked.plain)
    if match is None or not _WHICH.search(asked.plain):
        return None
    measure = _day if match["word"] in _OF_DAYS else _amount
    least = match["word"] in _LEAST
    for view in views:
        every = entries(view.table.rows)
        own = [i for i, head in enumerate(view.table.header) if named_by(head) in names]
        if len(own) == 1 and (hit := _hit(view, every, asked, measure, own, least=least)):
            return reckoned(row_reply(notice, hit, asked))
        if names and (hit := _across(view, every, asked, names, least=least)):
            return reckoned(row_reply(notice, hit, asked))
        rows = [r for r in every if not names or names & set(map(comparable, r.cells))]
        if names and len(rows) < _CHOICE:
            continue
        hit = _hit(view, rows, asked, measure, _columns(view, asked), least=least)
        if hit is not None:
            return reckoned(row_reply(notice, hit, asked))
    return None


def _hit(  # noqa: PLR0913 of a table its rows and columns
    view: TableView,
    rows: Sequence[Row],
    asked: Asked,
    measure: Measuring,
    columns: Sequence[int],
    *,
    least: bool,
) -> Hit | None:
    for column in columns:
        head = comparable(view.table.header[column])
        told = [measure(comparable(row.cells[column]), asked.plain, head) for row in rows]
        found = [one for one in told if one is not None]
        amounts = {much for _, much in found}
        if len(amounts) < _CHOICE or len(found) < len(rows) / 2 or len({u for u, _ in found}) > 1:
            continue
        best = min(amounts) if least else max(amounts)
        having = tuple(r for r, one in zip(rows, told, strict=True) if one and one[1] == best)
        key = _telling(view, rows, column)
        return Hit(view.table, having, frozenset({key}), (column,), key, 1.0, exact=True)
    return None


def _across(
    view: TableView, rows: Sequence[Row], asked: Asked, names: frozenset[str], *, least: bool
) -> Hit | None:
    """The cell of one track's row that is most or least, of columns of a kind: 哪个片区最多."""
    kind = _KIND.search(asked.plain)
    heads = [(i, named_by(head)) for i, head in enumerate(view.table.header)]
    columns = [i for i, head in heads if kind and head.endswith(kind[1]) and head != kind[1]]
    own = [row for row in rows if named_by(row.cells[view.key]) in names]
    cells = [comparable(own[0].cells[i]) for i in columns] if len(own) == 1 else []
    if len(cells) < _CHOICE or not all(map(_BARE.fullmatch, cells)):
        return None
    best = (min if least else max)(cells, key=float)
    having = tuple(i for i, cell in zip(columns, cells, strict=True) if float(cell) == float(best))
    return Hit(view.table, (own[0],), frozenset({view.key}), having, view.key, 1.0, exact=True)


def _telling(view: TableView, rows: Sequence[Row], column: int) -> int:
    """The column that names the rows; another than usual where that is the same for all."""
    if len({r.cells[view.key] for r in rows}) > 1:
        return view.key
    free = (i for i in range(len(view.table.header)) if i not in {column, *view.numbered})
    return max(free, key=lambda i: (len({r.cells[i] for r in rows}), -i))


def _columns(view: TableView, asked: Asked) -> list[int]:
    """The columns that can be meant, first whose words the question says most."""
    said = {p for p in pairs(asked.plain) if p.isalpha()}
    fitting = set(view.asked_columns(asked, (view.key,)))
    free = [i for i in range(len(view.table.header)) if i != view.key and i not in view.numbered]

    def worth(column: int) -> tuple[int, bool]:
        head = pairs(comparable(view.table.header[column]))
        cells = pairs(comparable("".join(r.cells[column] for r in view.table.rows)))
        return len(said & (head | cells)), column in fitting

    dated = [i for i in free if all(_DAY.search(r.cells[i]) for r in view.table.rows)]
    return sorted((i for i in free if any(worth(i)) or i in dated), key=worth, reverse=True)


def _day(cell: str, _: str, __: str) -> Measure | None:
    match = _DAY.search(cell)
    if match is None:
        return None
    return "day", int(match[1] or 0) * 10000 + int(match[2]) * 100 + int(match[3])


def _amount(cell: str, question: str, head: str) -> Measure | None:
    """How much a cell says; of 理论30%、实操70% the share of what the question names."""
    if (shares := _SHARES.fullmatch(cell)) is not None:
        at = [i for i, part in enumerate(_AND.split(head)[:2]) if pairs(part[:2]) & pairs(question)]
        return (":", float(shares[at[0] + 1])) if len(at) == 1 else None
    lasting = _LASTS.search(cell)
    if lasting is not None:
        return "time", float(lasting[1]) * _MINUTES[lasting[2]]
    if _BARE.fullmatch(cell):
        return "", float(cell)
    every = list(_NUMBER.finditer(cell))
    named = [m for m in every if _before(cell, m.start()) & pairs(question)]
    chosen = named or [m for m in every if m[2] != "%" or not _before(cell, m.start())]
    return (chosen[0][2], float(chosen[0][1])) if len(chosen) == 1 else None


def amount_of(cell: str) -> Measure | None:
    """How much a cell (comparable) says by itself, hours as minutes.

    >>> amount_of("2小时"), amount_of("6000元"), amount_of("见规程")
    (('time', 120.0), ('元', 6000.0), None)
    """
    return _amount(cell, "", "")


def _before(cell: str, at: int) -> frozenset[str]:
    """The words right before a number."""
    return pairs(re.split(r"[、,，;；]", cell[:at])[-1])
