"""What only several lines together show: doubles, quotas of units, teams.

Each bucket of lines is judged once, as one person with the facts the bucket shows; the fault
stands at the cells of all its lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from knowledge.eligibility.ties import Tied
from knowledge.plain import comparable
from knowledge.roster.court import Court
from knowledge.roster.entrant import Entrant
from knowledge.roster.judging import entry_of, values
from knowledge.roster.model import Fault, seen_from
from knowledge.roster.persons import person_of
from knowledge.roster.teams import count_entries, teams_of
from knowledge.roster.wording import plain_fault, rule_fault, table

_Key = TypeVar("_Key", bound=Hashable)


def across_faults(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    """Every fault that more than one line makes."""
    yield from _same_number(entrants)
    yield from _same_person(court, entrants)
    yield from _quotas(court, entrants)
    yield from _teams(court, entrants)


def gathered(
    entrants: Iterable[Entrant], key: Callable[[Entrant], _Key | None]
) -> dict[_Key, list[Entrant]]:
    """Lines by what they have in common; without it they stand alone."""
    found: dict[_Key, list[Entrant]] = defaultdict(list)
    for entrant in entrants:
        if (common := key(entrant)) is not None:
            found[common].append(entrant)
    return found


def places(entrants: Sequence[Entrant], *fields: str) -> tuple[str, ...]:
    """The cells of a bucket; those of other sheets than the first carry the sheet's name."""
    sheet = entrants[0].line.sheet
    return tuple(
        seen_from(sheet, each.line.sheet, place)
        for each in entrants
        for place in each.line.places(*fields)
    )


def _same_number(entrants: Sequence[Entrant]) -> Iterator[Fault]:
    for same in gathered(entrants, lambda each: each.number or None).values():
        if len({each.name for each in same if each.name}) > 1:
            yield plain_fault(same[0].line.sheet, "same_id_two_people", places(same, "id"))


def _person(entrant: Entrant) -> tuple[str, ...] | None:
    known = entrant.name and (entrant.number or (entrant.phones and entrant.unit))
    return entrant.person_key if known else None


def _same_person(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    for same in gathered(entrants, _person).values():
        if len(same) == 1:
            continue
        tracks = gathered(same, lambda each: each.track.id if each.track else "")
        for twice in tracks.values():
            if len(twice) > 1:
                yield from _twice(court, twice)
        if len({key for key in tracks if key}) > 1:
            named = [each for each in same if each.track]
            others = tuple(each.track.id for each in named[1:] if each.track)
            facts = {"registered_tracks": others}
            count = len({each.track.id for each in named if each.track})
            for check in ("one_track", "tracks_at_most"):
                yield from _judged(court, named, check, facts, count=count)


def _twice(court: Court, same: Sequence[Entrant]) -> Iterator[Fault]:
    """The same person in one track: in two groups where the notice forbids it, else a double."""
    groups = list(dict.fromkeys(each.group for each in same if each.group))
    found = []
    if len(groups) > 1:
        found = list(_judged(court, same, "single_identity", {"registered_as": tuple(groups[1:])}))
    yield from found or [plain_fault(same[0].line.sheet, "duplicate_row", places(same, "id"))]


def _judged(
    court: Court, same: Sequence[Entrant], check: str, facts: dict[str, Any], **said: object
) -> Iterator[Fault]:
    """What the rules with this check say of a bucket."""
    rules = court.of_check(same[0].track, (check,))
    yield from _by_rules(court, same, rules, facts, said)


def _by_rules(
    court: Court,
    same: Sequence[Entrant],
    rules: Sequence[Tied],
    facts: dict[str, Any],
    said: dict[str, object],
) -> Iterator[Fault]:
    person = person_of(same[0], court.as_of.date()).model_copy(update=facts)
    for item in court.judge(same[0].track, rules, person):
        entry, _ = entry_of(item.rule)
        if item.result.outcome == "not_met" and entry:
            known = {**values(item.rule.params), **said}
            cells = places(same, *entry["cells"])
            yield rule_fault(entry, item.rule, item.citation, same[0].line.sheet, cells, known)


def _quotas(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    for in_track in gathered(entrants, lambda each: each.track.id if each.track else "").values():
        for rule in court.of_check(in_track[0].track, ("unit_quota",)):
            key = _unit_and_group if rule.rule.params["per"] == "group" else _unit
            for same in gathered(in_track, key).values():
                yield from _quota(court, same, rule)


def _unit(entrant: Entrant) -> tuple[str, ...] | None:
    unit = comparable(entrant.unit)
    return (unit,) if unit else None


def _unit_and_group(entrant: Entrant) -> tuple[str, ...] | None:
    """None where the group is not known: what looks like one may be several."""
    unit, group = _unit(entrant), entrant.capacity or comparable(entrant.group)
    return (*unit, group) if unit and group else None


def _quota(court: Court, same: Sequence[Entrant], rule: Tied) -> Iterator[Fault]:
    count = count_entries(court, same)
    if count > 1:
        facts = {"unit_entries_same_group": float(count - 1)}
        said: dict[str, object] = {
            "count": count,
            "per_name": table()["per"].get(rule.rule.params["per"], ""),
        }
        yield from _by_rules(court, same, [rule], facts, said)


def _teams(court: Court, entrants: Sequence[Entrant]) -> Iterator[Fault]:
    for team in teams_of(entrants).values():
        units = tuple(dict.fromkeys(comparable(each.unit) for each in team if each.unit))
        size = len({each.person_key for each in team})
        facts: dict[str, Any] = {"team_event": True, "team_units": units, "team_size": float(size)}
        for check in ("team_within_unit", "team_within", "team_size", "team_size_range"):
            yield from _judged(court, team, check, facts, count=size)
