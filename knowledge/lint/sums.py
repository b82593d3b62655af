"""Figures that do not add up: totals of tables, weights, the number of tracks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from knowledge.lint.fault import Fault, Material, Piece
from knowledge.lint.lists import KINDS, lists
from knowledge.model import Row, Table, Value
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import bare, normal

_TOTAL = re.compile(r"^(?:合计|总计|共计|总和|总分值?|小计)[:：]?$")
_FIGURE = re.compile(r"^-?\d+(?:\.\d+)?(?=(?:%|分|人|名|队|元|个|场|分钟)?$)")
_WEIGHT = re.compile(r"权重|占比|比例|比重")
_POINTS = re.compile(r"配分|分值|满分|标准分|得分|分数")
_NO_SUM = re.compile(r"序号|编号|年|月|日期|电话|年龄|级")
_IN_TABLE = re.compile(
    rf"(?:共设|设有|设置|设|共)(?:置|立)?(?P<n>{NUMERAL})个{KINDS}(?:\((?:详?见)附件\)|[^。\n]{{0,40}}?如下表|[,(]?详?见下表)"
)
_WHOLE = Decimal(100)
_MIN = 2


def sums(material: Material) -> Iterator[Fault]:
    """Totals, weights that are not 100 in all, and lists that are longer or shorter than said."""
    for table in material.notice.tables:
        if not table.form:
            yield from _table(table)
    yield from _weights(material)
    for piece in material.clauses:
        yield from _listed(piece)
        yield from _tabled(material, piece)


def _figure(cell: str) -> Decimal | None:
    match = _FIGURE.match(bare(normal(cell)).replace(",", ""))
    try:
        return Decimal(match[0]) if match else None
    except InvalidOperation:
        return None


def _is_total(row: Row) -> bool:
    return any(_TOTAL.match(bare(cell)) for cell in row.cells)


def _table(table: Table) -> Iterator[Fault]:
    columns = [at for at, name in enumerate(table.header) if not _NO_SUM.search(name)]
    totalled = False
    part: list[Row] = []
    whole: list[Row] = []
    for row in table.rows:
        if not _is_total(row):
            part.append(row)
            whole.append(row)
            continue
        totalled = True
        rows = part if any(bare(cell).startswith("小计") for cell in row.cells) else whole
        yield from _total(table, row, rows, columns)
        part = []
    if not totalled:
        yield from _hundred(table, columns)


def _total(table: Table, row: Row, rows: Sequence[Row], columns: Sequence[int]) -> Iterator[Fault]:
    for at in columns:
        told = _figure(row.cells[at]) if at < len(row.cells) else None
        figures = [
            _figure(each.cells[at])
            for each in rows
            if at < len(each.cells) and not _below(each, at)
        ]
        known = [figure for figure in figures if figure is not None]
        if told is None or len(known) < _MIN or len(known) != len(figures) or sum(known) == told:
            continue
        values = {"column": bare(table.header[at]), "told": told, "sum": sum(known)}
        yield Fault("total_differs", row.path, (row.start, row.end), values)


def _below(row: Row, at: int) -> bool:
    """Whether the figure is that of a merged cell, which counts once."""
    return at < len(row.inherited) and row.inherited[at] is not None


def _hundred(table: Table, columns: Sequence[int]) -> Iterator[Fault]:
    """Weights of a table, or points of which most tracks have 100."""
    weighed = [at for at in columns if _WEIGHT.search(table.header[at])]
    if len(weighed) > 1:
        yield from _across(table, weighed)
        return
    for at in columns:
        name = table.header[at]
        if not (_WEIGHT.search(name) or _POINTS.search(name)):
            continue
        groups = _by_first(table, at)
        totals = {key: sum(known) for key, known in groups.items()}
        if not totals or any(total is None for total in totals.values()):
            continue
        whole = sum(totals.values())
        wrong = [key for key, total in totals.items() if total != _WHOLE]
        percent = _WEIGHT.search(name) and any(
            "%" in normal(r.cells[at]) for r in table.rows if at < len(r.cells)
        )
        if not wrong or whole == _WHOLE:
            continue
        if len(wrong) * 2 < len(totals):
            for key in wrong:
                yield _not_hundred(table, key, name, totals[key])
        elif percent and len(totals) == len(table.rows):
            yield _not_hundred(table, "", name, whole)


def _across(table: Table, columns: Sequence[int]) -> Iterator[Fault]:
    """Several columns of weights add up along each row; where hardly any row does, they do not."""
    totals: list[tuple[Row, Decimal]] = []
    for row in table.rows:
        figures = [_figure(row.cells[at]) for at in columns if at < len(row.cells)]
        known = [figure for figure in figures if figure is not None]
        if known and len(known) == len(figures):
            totals.append((row, sum(known, Decimal(0))))
    wrong = [each for each in totals if each[1] != _WHOLE]
    if len(wrong) * 2 <= len(totals):
        for row, total in wrong:
            what = "、".join(bare(table.header[at]) for at in columns)
            values = {"what": what, "sum": total}
            yield Fault("weights_sum", row.path, (row.start, row.end), values)


def _by_first(table: Table, at: int) -> dict[str, list[Decimal]]:
    groups: dict[str, list[Decimal]] = defaultdict(list)
    key = next((i for i, name in enumerate(table.header) if not _NO_SUM.search(name)), 0)
    for row in table.rows:
        figure = _figure(row.cells[at]) if at < len(row.cells) else None
        if figure is None:
            return {}
        if not _below(row, at):
            groups[bare(row.cells[key])].append(figure)
    return groups


def _not_hundred(table: Table, key: str, column: str, total: object) -> Fault:
    rows = [row for row in table.rows if not key or any(bare(cell) == key for cell in row.cells)]
    values = {"what": f"{key}的{bare(column)}" if key else bare(column), "sum": total}
    path = rows[-1].path if key else table.path
    return Fault("weights_sum", path, (rows[0].start, rows[-1].end), values)


def _weights(material: Material) -> Iterator[Fault]:
    """Weights of one sentence: 理论占30%、实操占60%."""
    text = material.notice.text
    groups: dict[object, list[Value]] = defaultdict(list)
    for value in material.notice.values:
        if value.kind == "weight" and value.value.endswith("%") and " 行" not in value.path:
            stop = text.rfind("。", 0, value.start)
            groups[value.path, stop, value.scope].append(value)
    for values in groups.values():
        total = sum(Decimal(value.value.rstrip("%")) for value in values)
        labels = {value.label for value in values}
        start, end = values[0].start, values[-1].end
        stop = text.find("。", end)
        said = len(
            re.findall(
                r"\d\s*[%％]", text[text.rfind("。", 0, start) + 1 : stop if stop >= 0 else end]
            )
        )
        every = len(values) >= _MIN and len(labels) == len(values) == said
        if every and total != _WHOLE:
            what = "、".join(value.label for value in values if value.label) or "各部分"
            yield Fault(
                "weights_sum", values[0].path, (start, end), {"what": what, "sum": f"{total}%"}
            )


def _listed(piece: Piece) -> Iterator[Fault]:
    """`共设5个赛项：…` with as many names as that."""
    for found in lists(piece):
        names = len(found.items)
        fits = names <= found.told <= names + found.joins
        if names >= _MIN and not fits and not found.is_open:
            values = {"told": found.told, "found": names}
            yield piece.fault("count_differs", found.start, found.end, values)


def _tabled(material: Material, piece: Piece) -> Iterator[Fault]:
    """`共设33个竞赛项目（见附件）` with as many numbered rows."""
    for match in _IN_TABLE.finditer(piece.text):
        table = _meant(material, piece, in_attachment="附件" in match[0])
        if table is None:
            continue
        numbers = {_figure(row.cells[0]) for row in table.rows if row.cells} - {None}
        told = int(float(arabic(match["n"])))
        if numbers and len(numbers) != told:
            values = {"told": told, "found": len(numbers)}
            yield piece.fault("count_differs", *match.span(), values)


def _meant(material: Material, piece: Piece, *, in_attachment: bool) -> Table | None:
    tables = [
        table
        for table in material.notice.tables
        if not table.form
        and table.header
        and "序号" in bare(table.header[0])
        and table.path.startswith("附件" if in_attachment else f"{piece.path} ")
    ]
    return tables[0] if len(tables) == 1 else None
