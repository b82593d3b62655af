"""Rows told by a rank: 第一名, 第6名, 冠军 where a column has 第1名, 第4名至第8名."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.passages.rank import Sought
from retrieval.question.asked import Asked
from retrieval.question.conditions import ranked
from retrieval.reply import Reply
from retrieval.tabular.classes import of_class
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView

_ASKED = lazy_re.compile(r"第[一二三四五六七八九十\d]|[冠亚季]军")
_MONEY_ASKED = lazy_re.compile(r"奖|钱|多少|几[块千百万]|给|发|拿|得")
_RANK = lazy_re.compile(
    r"第?[一二三四五六七八九十\d]+名?(?:[至到—–~-]第?[一二三四五六七八九十\d]+名?)?|[冠亚季]军"
)
_NAMED = lazy_re.compile(r"第(?:[一二三四五六七八九十]{1,3}|\d{1,2})名?(?![届次])|[冠亚季]军")
_RANGE = lazy_re.compile(r"(?:第[^，,。？?]{1,3}|军)(?:到|至|—|–|-|~)")
_MONEY = lazy_re.compile(r"\d万?元")
_LEAST = 2


def rank_reply(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """What a table says of the rank that is asked about; None where none has a column of ranks."""
    if not _ASKED.search(sought.asked.plain):
        return None
    hits = (hit for view in views if (hit := _hit(view, sought.asked)) is not None)
    found = [of_class(hit, notice, sought) for hit in hits]
    return row_reply(notice, found[0], sought.asked) if len(found) == 1 else None


def rank_column(view: TableView) -> int | None:
    """The column of ranks, if a table has one; a mere number of its rows is none."""
    for i in range(len(view.table.header)):
        cells = [comparable_name(row.cells[i]) for row in view.table.rows]
        named = any("名" in cell or "军" in cell for cell in cells)
        if len(cells) >= _LEAST and named and all(map(_RANK.fullmatch, cells)):
            return i
    return None


def _hit(view: TableView, asked: Asked) -> Hit | None:
    column = rank_column(view)
    if column is None:
        return None
    each = _each(asked.plain)
    rows = tuple(
        row
        for row in view.table.rows
        if any(ranked(said, comparable(row.cells[column])) > 0 for said in each)
    )
    columns = view.asked_columns(asked, {column, view.key}) or _paid(view, asked)
    if len(rows) != len(each) or not columns:
        return None
    return Hit(view.table, rows, frozenset({column}), columns, view.key, 1.0, exact=True)


def _each(text: str) -> tuple[str, ...]:
    """The ranks a question names side by side, else the question: 第一名比第二名多多少.

    >>> _each("第一名和第三名差多少"), _each("第一到第三名多少"), _each("第二名多少")
    (('第一名', '第三名'), ('第一到第三名多少',), ('第二名多少',))
    """
    found = dict.fromkeys(f"{m[0].removesuffix('名')}名" for m in _NAMED.finditer(text))
    ranks = tuple(name.replace("军名", "军") for name in found)
    return ranks if len(ranks) > 1 and not _RANGE.search(text) else (text,)


def _paid(view: TableView, asked: Asked) -> tuple[int, ...]:
    """The columns of money, where it is asked what is given."""
    if not _MONEY_ASKED.search(asked.plain):
        return ()
    cells = [[comparable(row.cells[i]) for row in view.table.rows] for i in range(len(view.heads))]
    return tuple(i for i, own in enumerate(cells) if own and all(map(_MONEY.search, own)))
