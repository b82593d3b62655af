"""What holds for all tracks, beside what holds for some: 团体赛报名截止时间为3月25日 is not all.

Whoever names no track would take the day of the teams for the one of everybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.passages.goals import Aims
from retrieval.passages.rank import Scored, Sought
from retrieval.passages.speaking_of import SpeakingOf


def for_all(
    best: Scored, ranked: Sequence[Scored], wanted: Aims, sought: Sought, of: SpeakingOf
) -> list[Scored]:
    """What tells the same of all before it in its clause; nothing where tracks are asked about."""
    if sought.tracks or not wanted.values or not of.of_some(best.unit.plain):
        return []
    return [
        s
        for s in ranked
        if s.unit.path == best.unit.path
        and s.unit.start < best.unit.start
        and not of.of_some(s.unit.plain)
        and any(goal.reached(s.unit) for goal in wanted.values)
    ][:1]


def closing_of_track(
    held: list[Scored], wanted: Aims, sought: Sought, of: SpeakingOf
) -> list[Scored]:
    """Where it is asked until when a track can be entered, its own day; all where it has none."""
    if not sought.tracks or not any(goal.entering for goal in wanted.values):
        return held
    own = set(sought.tracks)
    mine = [
        s
        for s in held
        if wanted.entering(s.unit)
        and (set(s.unit.scope.tracks) == own or own & of.by_way(s.unit.plain))
    ]
    return mine or held
