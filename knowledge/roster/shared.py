"""Several people in the cells of one line: two names, two numbers, each below the other."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge import lazy_re
from knowledge.roster.model import Cell

_BETWEEN = lazy_re.compile(r"\s*[\n\r、,，;；/／]+\s*|\s+")
_NUMBER = lazy_re.compile(r"[0-9０-９]{14,17}[0-9０-９XxＸｘ]")
_LEAST = 2
_MOST = 20


def parted(cells: Mapping[str, Cell]) -> list[Mapping[str, Cell]]:
    """The cells of each person; those of one alone as they are.

    Several people stand in a line if its number and its name part into as many pieces; of the other
    fields each has a piece where there are as many, else all share the whole. Places stay.

    >>> names, numbers = "甲、乙", "500103199003070012/500103199003070039"
    >>> two = {"name": Cell(names, "A2"), "id": Cell(numbers, "B2")}
    >>> [each["name"].text for each in parted(two)]
    ['甲', '乙']
    """
    numbers = _pieces(cells.get("id"))
    count = len(numbers)
    if not _LEAST <= count <= _MOST or not all(map(_NUMBER.fullmatch, numbers)):
        return [cells]
    if len(_pieces(cells.get("name"))) != count:
        return [cells]
    pieces = {name: _pieces(cell) for name, cell in cells.items()}
    return [
        {
            name: Cell(pieces[name][at], cell.place) if len(pieces[name]) == count else cell
            for name, cell in cells.items()
        }
        for at in range(count)
    ]


def _pieces(cell: Cell | None) -> list[str]:
    if cell is None or not isinstance(cell.value, str):
        return []
    return [piece for piece in _BETWEEN.split(cell.text) if piece]
