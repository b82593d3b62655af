"""The same workbook with what was found: four columns behind those in use, formats kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from eval.own_sheet.columns import Heading
from eval.own_sheet.compare import Compared
from eval.own_sheet.words import FILLS, words
from knowledge.roster.annotate import workbook_of
from knowledge.roster.model import Grid
from knowledge.roster.writing import put, rebuilt

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDTHS = (14, 50, 50, 50)


def given_back(
    data: bytes,
    grids: Sequence[Grid],
    headings: Mapping[str, Heading],
    found: Sequence[Compared],
) -> bytes:
    """The workbook as .xlsx bytes; what an earlier run wrote is written over."""
    book = workbook_of(data) or rebuilt(grids)
    for name, heading in headings.items():
        _head(book, name, heading)
    for each in found:
        _line(book, each, headings[each.sheet])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _columns(heading: Heading) -> list[int]:
    """Where the four columns stand, from 1: where they stood before, else behind all others."""
    new = [title for title in words().written if title not in heading.ours]
    places = {**heading.ours, **{title: heading.width + at for at, title in enumerate(new)}}
    return [places[title] + 1 for title in words().written]


def _head(book: Workbook, name: str, heading: Heading) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 only when a workbook is written

    sheet: Any = book[name]
    like = sheet.cell(heading.row + 1, heading.columns["question"] + 1)
    titles = zip(words().written, _columns(heading), _WIDTHS, strict=True)
    for title, column, width in titles:
        _styled(put(sheet, heading.row + 1, column, title), like)
        if title not in heading.ours:
            sheet.column_dimensions[get_column_letter(column)].width = width


def _line(book: Workbook, found: Compared, heading: Heading) -> None:
    from openpyxl.styles import Alignment, PatternFill  # noqa: PLC0415 only when one is written

    sheet: Any = book[found.sheet]
    like = sheet.cell(found.row, heading.columns["question"] + 1)
    values = (words().verdicts[found.verdict], found.answer, found.clause, found.advice)
    for value, column in zip(values, _columns(heading), strict=True):
        cell = put(sheet, found.row, column, value)
        _styled(cell, like)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    first = sheet.cell(found.row, _columns(heading)[0])
    first.fill = PatternFill("solid", fgColor=FILLS[found.verdict])


def _styled(cell: Any, like: Any) -> None:
    """Give a cell the looks of another; text stays text whatever it begins with."""
    prefixed = cell.quotePrefix
    for part in ("font", "border", "fill", "alignment"):
        setattr(cell, part, copy(getattr(like, part)))
    cell.quotePrefix = prefixed
