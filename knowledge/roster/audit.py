"""A roster audited: every fault with its cells, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge import lazy_re
from knowledge.eligibility.model import Rules
from knowledge.model import Notice, Track
from knowledge.roster.across import across_faults
from knowledge.roster.advisers import adviser_faults
from knowledge.roster.court import Court
from knowledge.roster.crowd import crowd_faults
from knowledge.roster.entrant import Entrant, read_entrant
from knowledge.roster.inherit import inherited
from knowledge.roster.judging import line_faults
from knowledge.roster.layout import entry_faults, sheet_faults, suspended_faults, unread_faults
from knowledge.roster.lines import Sheet, read_sheet
from knowledge.roster.model import SEVERITIES, Fault, Grid, RosterError
from knowledge.roster.single import single_faults

Progress = Callable[[int, int], None]
_STEP = 200
_PLACE = lazy_re.compile(r"(?:.*!)?([A-Z]+)(\d+)")


@dataclass(frozen=True)
class Audit:
    """What an audit found, and whom it looked at."""

    faults: tuple[Fault, ...]
    entrants: tuple[Entrant, ...]


def audit(  # noqa: PLR0913 what an audit needs
    grids: Sequence[Grid],
    notice: Notice,
    rules: Rules,
    as_of: datetime,
    *,
    track: Track | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Audit:
    """Every fault of a roster.

    Args:
        grids: the sheets as `read_roster` gives them.
        notice: the notice the people enter for.
        rules: its rules.
        as_of: the moment judged for, aware.
        track: the track of lines that name none.
        progress: is told (lines done, all lines).

    Raises:
        RosterError: no sheet has headings, below them stands nobody, or nobody can enter.
    """
    if notice.audience == "organiser":
        raise RosterError(f"通知 {notice.id} 面向申报办赛的单位，没有选手报名；请换一个通知")
    court = Court(notice, rules, as_of)
    sheets = [_sheet(grid) for grid in grids]
    if not any(sheet.header for sheet in sheets):
        raise RosterError("没有找到表头；第一行数据上面要有“姓名”“身份证号”“单位”等列名")
    default = track or (notice.tracks[0] if len(notice.tracks) == 1 else None)
    by_sheet = [
        [read_entrant(line, court.find, default, court.groups) for line in sheet.lines]
        for sheet in sheets
    ]
    entrants = [each for group in by_sheet for each in group]
    if not entrants:
        raise RosterError("表头下面没有人员；请填好后再核对")
    found = [
        *_about_sheets(court, grids, sheets, by_sheet),
        *_about_lines(court, entrants, progress),
        *across_faults(court, entrants),
        *adviser_faults(court, entrants),
        *crowd_faults(court, entrants),
        *suspended_faults(court, entrants),
    ]
    order = {grid.name: at for at, grid in enumerate(grids)}
    return Audit(_ordered(found, order), tuple(entrants))


def _sheet(grid: Grid) -> Sheet:
    sheet = read_sheet(grid)
    return replace(sheet, lines=inherited(sheet.lines, merges_kept=grid.merges_kept))


def _about_sheets(
    court: Court,
    grids: Sequence[Grid],
    sheets: Sequence[Sheet],
    by_sheet: Sequence[Sequence[Entrant]],
) -> Iterator[Fault]:
    for grid, sheet, entrants in zip(grids, sheets, by_sheet, strict=True):
        yield from unread_faults(grid, sheet)
        yield from sheet_faults(court, sheet, entrants)


def _about_lines(court: Court, entrants: Sequence[Entrant], progress: Progress) -> Iterator[Fault]:
    for at, entrant in enumerate(entrants, start=1):
        yield from single_faults(entrant, court.as_of.date())
        yield from entry_faults(court, entrant)
        yield from line_faults(court, entrant)
        if at % _STEP == 0 or at == len(entrants):
            progress(at, len(entrants))


def _ordered(faults: Iterable[Fault], sheets: dict[str, int]) -> tuple[Fault, ...]:
    """By sheet, then line and column of the first cell, then severity and rule; each once."""

    def key(fault: Fault) -> tuple[object, ...]:
        return (
            sheets.get(fault.sheet, 0),
            *_first(fault),
            SEVERITIES.index(fault.severity),
            fault.rule,
            fault.cells,
            fault.message,
        )

    return tuple(sorted({(f.sheet, f.cells, f.rule): f for f in faults}.values(), key=key))


def _first(fault: Fault) -> tuple[int, int, str]:
    match = _PLACE.match(fault.cells[0]) if fault.cells else None
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, "")
