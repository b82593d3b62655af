"""Weights that do not add up to a hundred: 理论占30%、实操占60%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from knowledge.lint.fault import Fault, Material, Piece
from knowledge.lint.figures import below, figure, is_total
from knowledge.model import Row, Table
from knowledge.plain import bare, normal

_WEIGHT = re.compile(r"权重|占比|比例|比重")
_POINTS = re.compile(r"配分|分值|满分|标准分|得分|分数")
_NO_KEY = re.compile(r"序号|编号|年|月|日期|电话|年龄|级")
_SCORE = re.compile(r"总成绩|总分|成绩|评分|总评|权重")
_OTHER = re.compile(r"等奖|获奖|奖励|优胜|名额|人数|比例不|晋级|淘汰|录取|补贴|预付|支付")
_SHARE = r"(\d+(?:\.\d+)?)%"
_RUN = re.compile(
    rf"(?:占|权重)[^。;；%\d]{{0,14}}(?:为|的|:)?(?:各)?{_SHARE}(?:[、和及与,]{{1,2}}{_SHARE})*"
    rf"|[\u4e00-\u9fff]\({_SHARE}\)|[×x*]{_SHARE}"
)
_BOUND = re.compile(r"(?:不低于|不少于|不超过|低于|超过|至少|最多|约|不足)[^%]{0,8}$")
_WHOLE = Decimal(100)
_MIN = 2


def weights(material: Material) -> Iterator[Fault]:
    """Weights of a clause, or of a column, of which the last ones do not fill a hundred."""
    for piece in material.clauses:
        yield from _said(piece)
    for table in material.notice.tables:
        if not table.form and not any(map(is_total, table.rows)):
            yield from _table(table)


def _said(piece: Piece) -> Iterator[Fault]:
    if not _SCORE.search(piece.text) or _OTHER.search(piece.text):
        return
    shares: list[tuple[Decimal, int, int]] = []
    for run in _RUN.finditer(piece.text):
        for match in re.finditer(_SHARE, run[0]):
            start = run.start() + match.start()
            if _BOUND.search(piece.text[:start]):
                return
            shares.append((Decimal(match[1]), start, run.start() + match.end()))
    total, first = Decimal(0), 0
    for at, (share, _, _) in enumerate(shares):
        if total >= _WHOLE:
            total, first = Decimal(0), at
        total += share
        if total > _WHOLE:
            break
    rest = shares[first:]
    if len(rest) >= _MIN and total != _WHOLE:
        whole = sum(share for share, _, _ in rest)
        values = {"what": "各部分", "sum": f"{whole}%"}
        yield piece.fault("weights_sum", rest[0][1], rest[-1][2], values)


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
