"""Weights that do not add up to a hundred: 理论占30%、实操占60%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.lint.figures import below, figure, is_total
from knowledge.model import Row, Table
from knowledge.plain import bare, normal

_WEIGHT = lazy_re.compile(r"权重|占比|比例|比重")
_POINTS = lazy_re.compile(r"配分|分值|满分|标准分|得分|分数")
_NO_KEY = lazy_re.compile(r"序号|编号|年|月|日期|电话|年龄|级")
_SCORE = lazy_re.compile(
    r"成绩|总分|评分|总评|权重|理论|实操|操作|技能|笔试|面试|答辩|考核|作品|教学|展示|案例|折算"
)
_TOTAL = lazy_re.compile(r"占总(?:成绩|分)[^%]{0,4}%$")
_OTHER = lazy_re.compile(r"等奖|获奖|奖励|优胜|名额|人数|比例不|晋级|淘汰|录取|补贴|预付|支付")
_SHARE = r"(\d+(?:\.\d+)?)%"
_RUN = lazy_re.compile(
    rf"(?:占|权重)[^。;；%\d]{{0,14}}(?:为|的|:)?(?:各)?{_SHARE}(?:[、和及与,]{{1,2}}{_SHARE})*"
    rf"|[\u4e00-\u9fff]\({_SHARE}\)|[×x*]{_SHARE}|按{_SHARE}(?=折算|计入)"
)
_LISTED = lazy_re.compile(r"(?:评分|成绩|分值|权重)构成[^。;；]*")
_BOUND = lazy_re.compile(r"(?:不低于|不少于|不超过|低于|超过|至少|最多|约|不足)[^%]{0,8}$")
_WHOLE = Decimal(100)
_MIN = 2


class _Share(NamedTuple):
    part: Decimal
    """In percent."""
    start: int
    end: int


def weights(material: Material) -> Iterator[Fault]:
    """Weights of a clause, of its items or of a column that do not make a hundred."""
    for piece in material.clauses:
        yield from _within(piece)
    yield from _items(material)
    for table in material.notice.tables:
        if not table.form and not any(map(is_total, table.rows)):
            yield from _table(table)


def _shares(piece: Piece) -> list[_Share]:
    """The weights a clause gives; none where they are of prizes or only bounded."""
    text = piece.text
    if not _SCORE.search(text) or _OTHER.search(text):
        return []
    runs = [match.span() for match in (*_RUN.finditer(text), *_LISTED.finditer(text))]
    found = {
        _Share(Decimal(match[1]), start + match.start(), start + match.end())
        for start, end in runs
        for match in re.finditer(_SHARE, text[start:end])
    }
    shares = sorted(found, key=_start)
    return [] if any(_BOUND.search(text[: share.start]) for share in shares) else shares


def _start(share: _Share) -> int:
    return share.start


def _within(piece: Piece) -> Iterator[Fault]:
    """A clause may weigh several groups one after the other, each up to a hundred."""
    shares = _shares(piece)
    total, first = Decimal(0), 0
    for at, share in enumerate(shares):
        if total == _WHOLE:
            total, first = Decimal(0), at
        total += share.part
        if total > _WHOLE:
            break
    rest = shares[first:]
    if len(rest) >= _MIN and total != _WHOLE:
        values = {"what": "各部分", "sum": f"{sum(share.part for share in rest)}%"}
        yield piece.fault("weights_sum", rest[0].start, rest[-1].end, values)


def _items(material: Material) -> Iterator[Fault]:
    """Items of one list that each give one weight of the total."""
    parents = {clause.path: clause.parent for clause in material.notice.clauses}
    groups: dict[object, list[tuple[Piece, _Share]]] = defaultdict(list)
    for piece in material.clauses:
        shares = _shares(piece)
        if len(shares) == 1 and _TOTAL.search(piece.text[: shares[0].end]):
            groups[piece.scope, parents.get(piece.path)].append((piece, shares[0]))
    for told in groups.values():
        total = sum(share.part for _, share in told)
        if len(told) >= _MIN and total != _WHOLE:
            piece, share = told[-1]
            values = {"what": "各项", "sum": f"{total}%"}
            yield piece.fault("weights_sum", share.start, share.end, values)


def _table(table: Table) -> Iterator[Fault]:
    """Weights of a column, of several along each row, or points of which most tracks have 100."""
    columns = [at for at, name in enumerate(table.header) if not _NO_KEY.search(name)]
    weighed = [at for at in columns if _WEIGHT.search(table.header[at])]
    if len(weighed) > 1:
        yield from _across(table, weighed)
        return
    for at in columns:
        if _WEIGHT.search(table.header[at]) or _POINTS.search(table.header[at]):
            yield from _down(table, at, _by_first(table, columns[0], at))


def _across(table: Table, columns: Sequence[int]) -> Iterator[Fault]:
    """Where hardly any row adds up, the columns are of different things."""
    totals: list[tuple[Row, Decimal]] = []
    for row in table.rows:
        figures = [figure(row.cells[at]) for at in columns if at < len(row.cells)]
        known = [each for each in figures if each is not None]
        if known and len(known) == len(figures):
            totals.append((row, sum(known, Decimal(0))))
    wrong = [each for each in totals if each[1] != _WHOLE]
    what = "、".join(bare(table.header[at]) for at in columns)
    for row, total in wrong if len(wrong) * 2 <= len(totals) else ():
        values = {"what": what, "sum": total}
        yield Fault("weights_sum", row.path, (row.start, row.end), values)


def _down(table: Table, at: int, totals: Mapping[str, Decimal]) -> Iterator[Fault]:
    name = table.header[at]
    whole = sum(totals.values(), Decimal(0))
    wrong = [key for key, total in totals.items() if total != _WHOLE]
    if not wrong or whole == _WHOLE:
        return
    if len(wrong) * 2 < len(totals):
        for key in wrong:
            yield _not_hundred(table, key, name, totals[key])
    elif _WEIGHT.search(name) and _in_percent(table, at) and len(totals) == len(table.rows):
        yield _not_hundred(table, "", name, whole)


def _in_percent(table: Table, at: int) -> bool:
    return any("%" in normal(row.cells[at]) for row in table.rows if at < len(row.cells))


def _by_first(table: Table, key: int, at: int) -> dict[str, Decimal]:
    """Sums by the first column that names something; none where a cell is no figure."""
    groups: dict[str, Decimal] = defaultdict(Decimal)
    for row in table.rows:
        found = figure(row.cells[at]) if at < len(row.cells) else None
        if found is None:
            return {}
        if not below(row, at):
            groups[bare(row.cells[key])] += found
    return groups


def _not_hundred(table: Table, key: str, column: str, total: object) -> Fault:
    rows = [row for row in table.rows if not key or any(bare(cell) == key for cell in row.cells)]
    values = {"what": f"{key}的{bare(column)}" if key else bare(column), "sum": total}
    path = rows[-1].path if key else table.path
    return Fault("weights_sum", path, (rows[0].start, rows[-1].end), values)
