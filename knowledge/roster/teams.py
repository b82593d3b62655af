"""Teams: who enters together, and how many entries lines make."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from knowledge.roster.court import Court
from knowledge.roster.entrant import Entrant

_NUMBERED = lazy_re.compile(
    r"(?:第)?[0-9一二三四五六七八九十a-z]{1,3}(?:号)?(?:队|组|团队|代表队)?|(?:团队|队伍|队|组)[0-9一二三四五六七八九十a-z]{1,3}"
)
TeamKey = tuple[str, ...]


def team_key(entrant: Entrant) -> TeamKey | None:
    """What tells one team from another; None for a person alone.

    A name that only counts (一队, A组) is one team for each unit.
    """
    line, track = entrant.line, entrant.track.id if entrant.track else ""
    name = comparable(line.text("team"))
    if name:
        return (track, name, comparable(entrant.unit) if _NUMBERED.fullmatch(name) else "")
    return (track, line.sheet, str(line.row)) if line.member else None


def teams_of(entrants: Iterable[Entrant]) -> dict[TeamKey, list[Entrant]]:
    """The teams, each with its members."""
    found: dict[TeamKey, list[Entrant]] = defaultdict(list)
    for entrant in entrants:
        if key := team_key(entrant):
            found[key].append(entrant)
    return found


def count_entries(court: Court, entrants: Sequence[Entrant]) -> int:
    """Teams where they are named, else people by the size of a team; nobody counts twice."""
    teams = teams_of(entrants)
    alone = {each.person_key for each in entrants if team_key(each) is None}
    sizes = [
        int(item.rule.params["size"]) for item in court.of_check(entrants[0].track, ("team_size",))
    ]
    return len(teams) + math.ceil(len(alone) / max(sizes, default=1))
