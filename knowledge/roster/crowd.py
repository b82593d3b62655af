"""Whole tracks: are there enough entries, are enough of them workers of enterprises?

The numbers come from the notice's rules (checks `entries` and `worker_share`). A roster that one
unit sends is only a part of its tracks, so tracks are counted where several units stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge.eligibility.ties import Tied
from knowledge.plain import comparable
from knowledge.roster.across import gathered
from knowledge.roster.court import Court
from knowledge.roster.entrant import Entrant
from knowledge.roster.lines import Line
from knowledge.roster.model import Fault, column_of, ranges, seen_from
from knowledge.roster.teams import count_entries, teams_of
from knowledge.roster.wording import rule_fault, table

_SEVERAL = 2
_PIECES = 100
"""Ranges one fault lists: the lines of a track may be scattered over a sheet of thousands."""


def crowd_faults(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """What the numbers of each track say."""
    if len({comparable(each.unit) for each in entrants if each.unit}) < _SEVERAL:
        return
    tracks = gathered(entrants, lambda each: each.track.id if each.track else None)
    for in_track in tracks.values():
        yield from _entries(court, in_track)
        for rule in court.of_check(in_track[0].track, ("worker_share",)):
            yield from _share(rule, in_track)


def _entries(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """The gravest of the limits that are not reached."""
    limits = _limits(court.of_check(entrants[0].track, ("entries",)))
    count = count_entries(court, entrants)
    for key in ("held_from", "prizes_from", "expected_from"):
        if key in limits and count < limits[key][0]:
            limit, rule = limits[key]
            held = limits["held_from"][0] if "held_from" in limits else None
            known = {
                "limit": limit,
                "count": count,
                "low": held or 0,
                "high": limit - 1,
                "unit": "队" if teams_of(entrants) else "人",
            }
            entry = table()["entries"][key]
            yield _fault(entry, rule, entrants, "track", known)
            return


def _limits(rules: Sequence[Tied]) -> dict[str, tuple[int, Tied]]:
    """Each limit with the rule whose words give it; a rule with that limit alone says it best."""
    found: dict[str, tuple[int, Tied]] = {}
    for rule in sorted(rules, key=lambda each: len(each.rule.params)):
        for key, limit in rule.rule.params.items():
            found.setdefault(key, (int(limit), rule))
    return found


def _share(rule: Tied, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """The share of enterprise workers; who may be one counts as one."""
    track = entrants[0].track
    grouped = any(each.group for each in entrants) or bool(track and track.groups)
    limit = rule.rule.params.get("grouped" if grouped else "ungrouped")
    people = {each.person_key: each for each in entrants}
    known = [each for each in people.values() if each.capacity]
    workers = sum(_may_be_worker(each) for each in people.values())
    if limit is None or not known or workers * 100 >= float(limit) * len(people):
        return
    said = {
        "total": len(people),
        "count": workers,
        "share": f"{workers * 100 / len(people):.2f}",
        "limit": f"{limit:g}",
    }
    entry = table()["checks"]["worker_share"]
    yield _fault(entry, rule, entrants, "group", said)


def _may_be_worker(entrant: Entrant) -> bool:
    school = comparable(entrant.unit).endswith(tuple(table()["schools"]))
    return entrant.capacity in {"worker", None} and not school


def _fault(
    entry: Mapping[str, Any],
    rule: Tied,
    entrants: Sequence[Entrant],
    field: str,
    known: Mapping[str, object],
) -> Fault:
    lines = [each.line for each in entrants]
    cells = column_places(lines, field)
    found = rule_fault(entry, rule.rule, rule.citation, lines[0].sheet, cells[:_PIECES], known)
    if len(cells) <= _PIECES:
        return found
    return found.model_copy(
        update={
            "message": found.message
            + table()["more_places"].format(count=len(cells), shown=_PIECES)
        }
    )


def column_places(lines: Sequence[Line], field: str) -> tuple[str, ...]:
    """The cells of a field over many lines, as ranges; of other sheets with the sheet's name."""
    by_column: dict[tuple[str, str], list[int]] = {}
    for line in lines:
        name = field if field in line.cells else "name"
        place = line.cells[name].place if name in line.cells else line.first
        column = place.rstrip("0123456789")
        by_column.setdefault((line.sheet, column), []).append(line.row)
    found: list[str] = []
    for (sheet, column), rows in by_column.items():
        own = ranges(rows, column_of(column))
        found += [seen_from(lines[0].sheet, sheet, each) for each in own]
    return tuple(found)
