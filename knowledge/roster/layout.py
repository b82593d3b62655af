"""What is wrong with the table itself.

Columns that are not there, sheets that could not be read, tracks and groups the notice does not
have, rules that cannot be judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.identity_number import IdentityNumber, read_identity_number
from knowledge.roster.court import Court
from knowledge.roster.entrant import Entrant
from knowledge.roster.lines import Sheet
from knowledge.roster.model import Fault, Grid, place, written
from knowledge.roster.wording import plain_fault, table


def sheet_faults(court: Court, sheet: Sheet, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """Columns a sheet lacks, each said once."""
    if sheet.header is None or not entrants:
        return
    lacking = [name for name in ("name", "id", "phone") if not sheet.header.has(name)]
    lacking += ["unit"] if all(not each.unit for each in entrants) else []
    has_track = sheet.header.has("track") or any(each.track for each in entrants)
    lacking += ["track"] if court.notice.tracks and not has_track else []
    names: dict[str, str] = table()["columns"]
    for name in lacking:
        top = place(sheet.header.bottom, 0)
        if not sheet.header.has(name):
            yield plain_fault(sheet.name, "column_missing", (top,), column=names[name])


def entry_faults(court: Court, entrant: Entrant) -> Iterator[Fault]:
    """A track or group that is not filled in, or that the notice does not have."""
    line = entrant.line
    if "track" in line.cells and entrant.track is None and court.notice.tracks:
        kind = "track_unknown" if line.text("track") else "track_missing"
        yield plain_fault(line.sheet, kind, line.places("track"))
    if "group" not in line.cells or entrant.capacity:
        return
    names = group_names(court, entrant)
    if names and not line.text("group") and not entrant.group:
        yield plain_fault(line.sheet, "group_missing", line.places("group"))
    elif names and line.text("group") not in names:
        words = "、".join(names)
        yield plain_fault(line.sheet, "group_unknown", line.places("group"), groups=words)


def group_names(court: Court, entrant: Entrant) -> tuple[str, ...]:
    """The groups of a track as its rules name them, else as the notice does."""
    rules = court.of_check(entrant.track, ("groups",))
    named = [name for item in rules for name in item.rule.params["groups"]]
    return tuple(named) or (entrant.track.groups if entrant.track else court.notice.groups)


def unread_faults(grid: Grid, sheet: Sheet) -> Iterator[Fault]:
    """A sheet without headings in which identity numbers stand."""
    if sheet.header is not None:
        return
    for at, row in enumerate(grid.rows):
        for column, value in enumerate(row):
            if isinstance(read_identity_number(written(value)), IdentityNumber):
                yield plain_fault(grid.name, "sheet_unread", (place(at, column),))
                return


def suspended_faults(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """Rules whose clause has changed: said once, they are not judged."""
    tracks = {each.track.id: each.track for each in entrants if each.track}
    items = {
        item.rule.id: item
        for track in (None, *tracks.values())
        for item in court.sheet(track).items
        if not item.valid
    }
    for rule in items:
        yield plain_fault(entrants[0].line.sheet, "rule_suspended", (), rule=rule)
