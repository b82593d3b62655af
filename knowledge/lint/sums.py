"""Totals of tables, and lists that are longer or shorter than they are said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.lint.figures import below, figure, is_total
from knowledge.lint.lists import KINDS, lists
from knowledge.model import Row, Table
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import bare

_NO_SUM = lazy_re.compile(r"序号|编号|年|月|日期|电话|年龄|级")
_IN_TABLE = lazy_re.compile(
    rf"(?:共设|设有|设置|设|共)(?:置|立)?(?P<n>{NUMERAL})个{KINDS}"
    r"(?:\((?:详?见)附件\)|[^。\n]{0,40}?如下表|[,(]?详?见下表)"
)
_MIN = 2


def sums(material: Material) -> Iterator[Fault]:
    """Totals that are not the sum of their rows, and numbers of tracks that are not listed."""
    for table in material.notice.tables:
        if not table.form:
            yield from _table(table)
    for piece in material.clauses:
        yield from _listed(piece)
        yield from _tabled(material, piece)


def _table(table: Table) -> Iterator[Fault]:
    columns = [at for at, name in enumerate(table.header) if not _NO_SUM.search(name)]
    part: list[Row] = []
    whole: list[Row] = []
    for row in table.rows:
        if not is_total(row):
            part.append(row)
            whole.append(row)
            continue
        of_part = any(bare(cell).startswith("小计") for cell in row.cells)
        yield from _total(table, row, part if of_part else whole, columns)
        part = []


def _total(table: Table, row: Row, rows: Sequence[Row], columns: Sequence[int]) -> Iterator[Fault]:
    for at in columns:
        told = figure(row.cells[at]) if at < len(row.cells) else None
        cells = [each.cells[at] for each in rows if at < len(each.cells) and not below(each, at)]
        known = [found for found in map(figure, cells) if found is not None]
        if told is None or not _MIN <= len(known) == len(cells) or sum(known) == told:
            continue
        values = {"column": bare(table.header[at]), "told": told, "sum": sum(known)}
        yield Fault("total_differs", row.path, (row.start, row.end), values)


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
        numbers = {figure(row.cells[0]) for row in table.rows if row.cells} - {None}
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
