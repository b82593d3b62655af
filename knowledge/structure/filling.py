"""Blank cells of a table that belong to the cell above: which they are, and what they inherit.

In print such cells are merged, and a text file keeps only the first. A blank cell may as well mean
that there is nothing to say, so a cell inherits only where the table looks merged: its column
begins filled, is no column for remarks, and every merged column left of it is blank in that row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

Cells = tuple[str, ...]
Origins = tuple[int | None, ...]

_REMARK = lazy_re.compile(r"备\s*注|附\s*注|说明|其他|其它|备考|特殊")
_COUNTER = lazy_re.compile(r"序\s*号|编\s*号|^号$|^No\.?$", re.IGNORECASE)
_CONTACT = lazy_re.compile(r"联系|电话|手机|邮箱|传真|QQ|微信", re.IGNORECASE)
_GROUPING = lazy_re.compile(
    r"类|单位|机构|部门|学校|院校|地点|场地|时间|日期|赛项|项目|组别|职业|工种"
)
_TOTAL = lazy_re.compile(r"合\s*计|总\s*计|小\s*计|共\s*计")


def fill(header: Cells, rows: Sequence[Cells]) -> list[tuple[Cells, Origins]]:
    """Each row with its inherited cells filled, and for each cell the row it is from."""
    merged = [_is_merged(header, rows, column) for column in range(len(header))]
    done: list[tuple[Cells, Origins]] = []
    for number, row in enumerate(rows, 1):
        takes = [
            bool(done) and merged[column] and _inherits(header, row, column, merged)
            for column in range(len(row))
        ]
        done.append(_filled(row, takes, done[-1] if done else None, number - 1))
    return done


def _filled(
    row: Cells, takes: list[bool], above: tuple[Cells, Origins] | None, above_number: int
) -> tuple[Cells, Origins]:
    if above is None:
        return row, (None,) * len(row)
    cells = tuple(above[0][c] if take else row[c] for c, take in enumerate(takes))
    origins = tuple((above[1][c] or above_number) if take else None for c, take in enumerate(takes))
    return cells, origins


def _is_merged(header: Cells, rows: Sequence[Cells], column: int) -> bool:
    """The column has blanks that look like the lower parts of merged cells."""
    name = header[column]
    cells = [row[column] if column < len(row) else "" for row in rows]
    if _REMARK.search(name) or not cells or not cells[0] or all(cells):
        return False
    is_last = column == len(header) - 1
    return not is_last or bool(_GROUPING.search(name) or _CONTACT.search(name))


def _inherits(header: Cells, row: Cells, column: int, merged: list[bool]) -> bool:
    if row[column] or not any(row) or _TOTAL.search(bare("".join(row[:2]))):
        return False
    left = [c for c in range(column) if merged[c] and not _COUNTER.search(header[c])]
    if any(row[c] for c in left):
        return False
    # a person and a number belong together: no name is put before another's number
    is_contact = _CONTACT.search(header[column])
    others = [c for c in range(len(row)) if _CONTACT.search(header[c])] if is_contact else []
    return not any(row[c] for c in others)
