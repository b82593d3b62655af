"""One reply to each unit: which lines, what to mend, the clause, whom to ask; a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from knowledge.plain import comparable
from knowledge.roster.audit import Audit
from knowledge.roster.marks import NAMES, clause, places
from knowledge.roster.model import Fault, Value
from knowledge.roster.summary import free_name
from knowledge.roster.writing import put

if TYPE_CHECKING:
    from jinja2 import Template
    from openpyxl import Workbook

TITLE = "回复草稿"
_WIDTHS = {"A": 36, "B": 10, "C": 120}


_Place = tuple[str, str, str]
"""Sheet, line and cell, as a spreadsheet shows them."""


class Reply(NamedTuple):
    """The draft for one unit."""

    unit: str
    places: int
    text: str


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 only when replies are written

    text = files(__package__).joinpath("reply.j2").read_text("utf-8")
    # plain text, which nobody renders as HTML
    made = Environment(undefined=StrictUndefined, trim_blocks=True, autoescape=False)  # noqa: S701
    return made.from_string(text)


def replies(audit: Audit, notice: Notice, rules: Rules, as_of: datetime) -> Iterator[Reply]:
    """The drafts, in the order in which the units stand in the roster.

    Faults of a whole track are not for a unit to mend; they stand in the summary.
    """
    names, units = _units(audit)
    found: dict[str, list[tuple[Fault, list[_Place]]]] = defaultdict(list)
    for fault in audit.faults:
        mine: dict[str, list[_Place]] = defaultdict(list)
        for sheet, cells in places(fault):
            row = cells.lstrip(ascii_uppercase)
            for unit in units.get((sheet, row), ()):
                mine[unit].append((sheet, row, cells))
        for unit, where in mine.items():
            found[unit].append((fault, where))
    whom = next((one.who for one in rules.asks if not one.tracks), "主办方")
    for unit, name in names.items():
        if unit in found:
            items = [_item(fault, where) for fault, where in found[unit]]
            text = _template().render(
                unit=name, name=notice.name, day=f"{as_of:%Y-%m-%d}", items=items, whom=whom
            )
            yield Reply(name, len(items), text)


def _units(audit: Audit) -> tuple[dict[str, str], dict[tuple[str, str], list[str]]]:
    """The units by their comparable names, and those of each line."""
    names: dict[str, str] = {}
    units: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entrant in audit.entrants:
        key = comparable(entrant.unit)
        names.setdefault(key, entrant.unit or "（未填单位）")
        line = units[entrant.line.sheet, str(entrant.line.row + 1)]
        if key not in line:
            line.append(key)
    return names, units


def _item(fault: Fault, where: Sequence[_Place]) -> Mapping[str, Any]:
    return {
        "severity": NAMES[fault.severity],
        "where": "；".join(_lines_of(sheet, where) for sheet in dict.fromkeys(w[0] for w in where)),
        "message": fault.message.rstrip("。"),
        "clause": clause(fault),
        "quote": fault.citation.quote if fault.citation else "",
    }


def _lines_of(sheet: str, where: Sequence[_Place]) -> str:
    """The lines of one sheet, and their cells."""
    own = [place for place in where if place[0] == sheet]
    rows = "、".join(dict.fromkeys(row for _, row, _ in own))
    cells = "、".join(dict.fromkeys(cells for _, _, cells in own))
    return f"“{sheet}”表第{rows}行（{cells}）"


def add_replies(book: Workbook, drafts: Sequence[Reply]) -> None:
    """Add the sheet with the drafts at the end of the workbook."""
    from openpyxl.styles import Alignment  # noqa: PLC0415 only when a workbook is written

    sheet: Any = book.create_sheet(free_name(book, TITLE))
    for column, name in enumerate(("单位", "处数", "回复草稿（请审阅后发出）"), start=1):
        put(sheet, 1, column, name)
    for row, draft in enumerate(drafts, start=2):
        values: tuple[Value, ...] = (draft.unit, draft.places, draft.text)
        for column, value in enumerate(values, start=1):
            put(sheet, row, column, value).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
