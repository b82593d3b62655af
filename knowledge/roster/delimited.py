"""Rosters as text: values separated by commas, tabs, semicolons or bars."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from knowledge import lazy_re
from knowledge.errors import UnreadableError
from knowledge.read.text import read_text
from knowledge.roster.model import Grid, RosterError, Value

_DELIMITERS = ",\t;|"
_SAMPLE = 60
_TEXT_FORMULA = lazy_re.compile(r'="([^"=]*)"')
_LONGEST = 10_000
"""Characters of one value; a quotation mark that is never closed swallows the rest of a file."""


def read_delimited(data: bytes, rows: int, columns: int) -> Grid:
    """The one sheet of a text file; values stay text.

    Raises:
        RosterError: it is no text, no table, or too large.
    """
    try:
        text = read_text(data)
    except UnreadableError as error:
        raise RosterError("文件不是能认出的文本表格；请另存为 .xlsx 或 UTF-8 的 .csv") from error
    delimiter = _delimiter(text)
    if delimiter is None:
        raise RosterError("文件不是表格（没有分成列）；请另存为 .xlsx 或 .csv")
    found: list[list[Value]] = []
    for row in _parsed(text, delimiter):
        if len(found) >= rows or len(row) > columns:
            raise RosterError(f"表格超过 {rows} 行或 {columns} 列；请拆成几份再核对")
        found.append([_bare(value) or None for value in row])
    return Grid("CSV", found, merges_kept=False)


def _bare(value: str) -> str:
    """The value; `="0012"`, which keeps a spreadsheet from reading a number, is its words."""
    match = _TEXT_FORMULA.fullmatch(value.strip())
    return (match[1] if match else value).strip()


def _delimiter(text: str) -> str | None:
    """The one that cuts most lines into the same number of values, more than one."""
    sample = text.split("\n")[: _SAMPLE * 2]
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row in _parsed("\n".join(sample), delimiter))
        widths.pop(0, None)
        width, lines = max(widths.items(), key=lambda pair: pair[0] * pair[1], default=(0, 0))
        if width > 1 and (best is None or width * lines > best[0]):
            best = (width * lines, delimiter)
    return best[1] if best else None


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise RosterError("表格的引号或分列有误；请另存为 .xlsx 后再试") from error
    if any(len(value) > _LONGEST for row in rows for value in row):
        raise RosterError("表格里有长得不合常理的一格（多半是引号没有成对）；请另存为 .xlsx 后再试")
    return rows
