"""Names of columns from a header of two rows, where the upper one groups columns of the lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re

if TYPE_CHECKING:
    from collections.abc import Sequence

_VALUE = lazy_re.compile(
    r"[\d〇○零一二三四五六七八九十]+(?:$|[\d.:：年月日%％元人名个])|.*[。；;@]|.{20,}"
)
"""What stands in a row of values, not in the name of a column."""


def two_rows(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The names of the columns, and how many rows they take.

    >>> two_rows(("赛项", "名额", "名额"), ("赛项", "学生组", "职工组"))
    (('赛项', '名额 学生组', '名额 职工组'), 2)
    """
    if len(first) == len(second) and (names := _grouped(first, second)):
        return names, 2
    blanks = next((i for i, cell in enumerate(second) if cell), len(second))
    if blanks and len(second) > len(first) == blanks + 1 and all(second[blanks:]):
        return first[:-1] + tuple(f"{first[-1]} {cell}" for cell in second[blanks:]), 2
    return first, 1


def _grouped(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Both names of each column, or nothing where the second row holds values.

    A merged cell is repeated, or stands once with blanks where it goes on: to the right in the
    first row, downwards in the second.
    """
    upper = _to_the_right(first)
    in_group = [
        cell in (upper[at - 1 : at] + upper[at + 1 : at + 2]) for at, cell in enumerate(upper)
    ]
    alone = [
        (cell, below)
        for cell, below, grouped in zip(upper, second, in_group, strict=True)
        if not grouped
    ]
    below = [cell for cell, grouped in zip(second, in_group, strict=True) if grouped]
    if not all(first) and (in_group[0] or any(down for _, down in alone)):
        return ()  # fields of a form, with room to the right of each
    if not below or not all(upper) or not all(down in {"", up} for up, down in alone):
        return ()
    parts = [cell for cell, up in zip(second, upper, strict=True) if cell not in {"", up}]
    if (
        not parts
        or any(_VALUE.match(cell) for cell in parts)
        or not _tells(upper, second, in_group)
    ):
        return ()
    return tuple(
        up if down in {"", up} else f"{up} {down}" for up, down in zip(upper, second, strict=True)
    )


def _to_the_right(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells, each blank one as the one to its left."""
    found: list[str] = []
    for cell in cells:
        found.append(cell or (found[-1] if found else ""))
    return tuple(found)


def _tells(upper: Sequence[str], second: Sequence[str], in_group: Sequence[bool]) -> bool:
    """Whether the columns of each group have different names; groups alone share theirs."""
    groups: dict[str, list[str]] = {}
    for up, down, grouped in zip(upper, second, in_group, strict=True):
        if grouped:
            groups.setdefault(up, []).append(down)
    unlike = all(in_group) and len(set(second)) == len(second)
    return not unlike and all(len(set(names)) > 1 for names in groups.values())
