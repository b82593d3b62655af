"""Codes of tracks: the H2 beside 手工钨极氩弧焊 in the table that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from knowledge.model import Table

_CODE = lazy_re.compile(r"[A-Z]{1,4}[-—]?\d{1,3}")


def codes(tables: Iterable[Table], names: Collection[str]) -> dict[str, str]:
    """By track name the code of its row; nothing where a code stands for several tracks.

    A code has letters and a number: a mere number counts rows and would stand everywhere.
    """
    found: dict[str, set[str]] = {}
    for table in tables:
        for name, code in _coded(table, names):
            found.setdefault(code, set()).add(name)
    return {next(iter(of)): code for code, of in found.items() if len(of) == 1}


def _coded(table: Table, names: Collection[str]) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        cells = [squeeze(cell) for cell in row.cells]
        own = [cell for cell in cells if cell in names]
        given = [cell for cell in cells if _CODE.fullmatch(cell)]
        if len(own) == len(given) == 1:
            yield own[0], given[0]
