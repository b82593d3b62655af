"""The special before the general: tracks, groups and exceptions with rules of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.drafting.parts import Condition, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPECIAL = frozenset(
    {"unit_quota", "team_size", "team_size_range", "deadline", "channel", "certificate_or_years"}
)


def special_first(found: Sequence[Condition]) -> Iterator[Condition]:
    """A track's own quota, size, deadline or address wins over the general one."""
    for one in found:
        if one.made.check not in _SPECIAL or one.tracks:
            yield one
            continue
        tracks = one.statement.notice.tracks
        own = {
            track
            for other in found
            if other.made.check == one.made.check and other.tracks
            for track in other.tracks
        }
        if not own:
            yield one
            continue
        yield from _other_groups(one, found)
        if left := tuple(track.id for track in tracks if track.id not in own):
            yield replace(one, tracks=left)


def _other_groups(one: Condition, found: Sequence[Condition]) -> Iterator[Condition]:
    """A general quota for those groups of a track for which it gives none of its own."""
    for track in one.statement.notice.tracks if one.made.check == "unit_quota" else ():
        own = [o for o in found if o.made.check == "unit_quota" and track.id in o.tracks]
        left = set(track.groups) - {group for other in own for group in other.groups}
        if own and left and all(other.groups for other in own):
            made = one.made._replace(params={**one.made.params, "per": "group"})
            groups = tuple(group for group in track.groups if group in left)
            yield replace(one, made=made, tracks=(track.id,), groups=groups)


def with_doubts(found: Sequence[Condition]) -> Iterator[Condition]:
    """A group's narrower place beside a wider general one: only the organiser can settle it.

    具有本省户籍或在本省工作的可报名, and 职工组面向省内从业人员: who has the 户籍 alone is open.
    """
    wide = [one for one in found if one.made.check == "place" and not one.groups]
    for one in found:
        yield replace(one, made=_doubted(one, wide)) if one.groups else one


def _doubted(one: Condition, wide: Sequence[Condition]) -> Made:
    made = one.made
    if made.check not in {"place", "school"} or "doubt_if" in made.params:
        return made
    own = set(made.params.get("relations", ["study_place"]))
    for other in wide:
        extra = [key for key in other.made.params["relations"] if key not in own]
        open_ = [key for key in extra if key in {"hukou", "residence"}]
        if other.made.params["region"] == made.params["region"] and open_:
            params = {
                "region": made.params["region"],
                "relations": sorted(own),
                "doubt_if": open_[0],
            }
            return Made("place", params, made.capacities)
    return made


def exceptions(found: Sequence[Condition]) -> Iterator[Condition]:
    """选手须年满18周岁，其中学生须年满16周岁: the first is not asked of students."""
    for one in found:
        if "其中" not in one.statement.text:
            yield one
            continue
        others = {
            who
            for other in found
            if other.statement is one.statement
            and other.made.check == one.made.check
            and other.made.params != one.made.params
            and "其中" in one.statement.text[one.end : other.start]
            for who in other.made.capacities
        }
        left = tuple(who for who in ENTRANTS if who not in others)
        free = not one.made.capacities and others
        yield replace(one, made=one.made._replace(capacities=left)) if free else one


def special_ages(found: Sequence[Condition]) -> Iterator[Condition]:
    """选手须年满18周岁，学生组须年满16周岁: the special bound takes the general one's place."""
    bounds = [(one, side) for one in found if (side := _side(one.made))]
    for one in found:
        side = _side(one.made)
        if not side or one.tracks:
            yield one
            continue
        if one.groups:
            yield from _beside(one, [o for o, its in bounds if its == side])
            continue
        own = [o for o, its in bounds if o is not one and its == side]
        groups = {name for o in own if not o.tracks for name in o.groups}
        tracks = {name for o in own if not o.groups for name in o.tracks}
        yield from _elsewhere(one, groups, tracks) if groups or tracks else (one,)


def _beside(one: Condition, bounds: Sequence[Condition]) -> Iterator[Condition]:
    """A group's bound, but for the tracks for which the same clause sets that group another."""
    own = {
        track
        for other in bounds
        if other.groups == one.groups and other.statement.place is one.statement.place
        for track in other.tracks
    }
    yield from _elsewhere(one, set(), own) if own else (one,)


def _elsewhere(one: Condition, groups: set[str], tracks: set[str]) -> Iterator[Condition]:
    """The condition where neither these tracks nor these groups have one of their own."""
    notice = one.statement.notice
    left = tuple(track.id for track in notice.tracks if track.id not in tracks)
    if tracks and not left:
        return
    narrowed = replace(one, tracks=left) if tracks else one
    if not groups:
        yield narrowed
        return
    bare = tuple(t.id for t in notice.tracks if not t.groups and (not tracks or t.id in left))
    if bare and len(bare) < len(notice.tracks):
        yield replace(one, tracks=bare)
    others = tuple(group for group in notice.groups if group not in groups)
    if others:
        yield replace(narrowed, groups=others)


def _side(made: Made) -> str:
    """Whether a bound on age is one below (min) or above (max); empty for anything else."""
    if made.check == "age_on":
        return "min" if "min" in made.params else "max"
    if made.check == "born_between":
        bounds = {"first": "max", "last": "min"}
        return bounds[next(iter(made.params))] if len(made.params) == 1 else ""
    return {"age_at_least": "min", "age_at_most": "max"}.get(made.check, "")  # fmt: skip
