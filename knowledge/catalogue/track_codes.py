"""Codes of tracks: the H2 beside 手工钨极氩弧焊 in the table that lists them, A beside 茶艺."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import squeeze

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Iterator

    from knowledge.model import Table

_CODE = lazy_re.compile(r"[A-Z]{1,4}[-—]?\d{1,3}")
_LETTER = lazy_re.compile(r"[A-Z]")
_LEAST = 2
NOUN = "项目"
"""A letter names a track only with a word for one behind it: A项目."""


def codes(tables: Iterable[Table], names: Collection[str]) -> dict[str, str]:
    """By track name the code of its row; nothing where a code stands for several tracks.

    A code has letters and a number, or is one letter, told as A项目: a mere number counts rows and
    would stand everywhere.
    """
    tables = tuple(tables)
    lettered = {name: f"{code}{NOUN}" for name, code in _each(tables, names, _LETTER).items()}
    numbered = _each(tables, names, _CODE)
    return (lettered if len(lettered) >= _LEAST else {}) | numbered


def _each(tables: Iterable[Table], names: Collection[str], code: re.Pattern[str]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for table in tables:
        for name, given in _coded(table, names, code):
            found.setdefault(given, set()).add(name)
    return {next(iter(of)): given for given, of in found.items() if len(of) == 1}


def _coded(
    table: Table, names: Collection[str], code: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        cells = [squeeze(cell) for cell in row.cells]
        own = [cell for cell in cells if cell in names]
        given = [cell for cell in cells if code.fullmatch(cell)]
        if len(own) == len(given) == 1:
            yield own[0], given[0]
