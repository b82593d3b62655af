"""What one person may enter: all notices, their tracks and groups, for one profile.

Tracks with the same rules are judged once, and outcomes that say the same stand in one line with
the tracks and groups they hold for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from knowledge.eligibility.capacity import capacity, group_capacity
from knowledge.eligibility.judge import judge
from knowledge.eligibility.model import Change, Decision, RuleFinding, Rules, Verdict
from knowledge.eligibility.person import Person
from knowledge.eligibility.ties import ties
from knowledge.eligibility.verdict import rank
from knowledge.model import Frozen, Notice, Track

if TYPE_CHECKING:
    from datetime import datetime

CLOSING = frozenset({"deadline", "not_over"})
"""Checks that say whether a competition can still be entered, whoever asks."""
ASK_ORGANISER = "other"
"""The key that is missing where the notice leaves it to the organiser."""
FORMAL = frozenset({"groups", "entered_by_unit"})
"""Checks that follow from who one is; they are named last."""
_ORDER: dict[Decision, int] = {"eligible": 0, "need_info": 1, "ineligible": 2}
_PART = frozenset({"supplement", "correction", "attachment"})
_WORKERS = frozenset({"worker", "teacher", "flexible"})


class Standing(Frozen):
    """How a person stands to some tracks and groups of one notice."""

    notice: str
    label: str
    tracks: tuple[str, ...]
    """Track ids; empty where the notice has none."""
    all_tracks: bool
    groups: tuple[str, ...]
    """As the notice prints them; empty where there are none, or none fits the person."""
    decision: Decision
    over: bool
    """The deadline has passed or the event is over, whoever asks."""
    drafted: bool = False
    """It rests on rules that were drafted from the clauses and confirmed by nobody."""
    findings: tuple[RuleFinding, ...]
    """What decides, the most telling first: not met, else unknown, else met."""
    missing: tuple[str, ...] = ()
    next_question: str | None = None
    would_change: tuple[Change, ...] = ()


class _Place(NamedTuple):
    """Tracks that are judged as one, and the group of them one would enter."""

    tracks: tuple[Track, ...]
    group: str | None


def survey(
    notices: Iterable[tuple[Notice, Rules]], person: Person, as_of: datetime
) -> tuple[Standing, ...]:
    """How the person stands to every competition, what is open to them first.

    Eligible, then need_info by how little is missing, then ineligible, then what is over; within
    these in the order of the notices and of their tracks. Calls to organisers are for organisers
    only, and what merely corrects or supplements another notice is no competition.
    """
    found: list[Standing] = []
    for notice, rules in notices:
        if _addressed(notice, person):
            found += _folded(notice, list(_standings(notice, rules, person, as_of)))
    return tuple(sorted(found, key=_rank))


def wanted(standings: Iterable[Standing]) -> tuple[str, ...]:
    """The keys that would settle most of what is still open; what only the organiser knows last."""
    keys = rank(Counter(key for each in standings if not each.over for key in each.missing))
    return tuple(sorted(keys, key=lambda key: key == ASK_ORGANISER))


def _rank(standing: Standing) -> tuple[bool, int, int]:
    return standing.over, _ORDER[standing.decision], len(standing.missing)


def _addressed(notice: Notice, person: Person) -> bool:
    """Whether the notice is a competition (a call) for people (units) like this one."""
    if any(relation.kind in _PART for relation in notice.relations):
        return False
    return (notice.audience == "organiser") == (capacity(person) == "organiser")


def _standings(notice: Notice, rules: Rules, person: Person, as_of: datetime) -> Iterator[Standing]:
    checks = {rule.id: rule.check for rule in rules.rules}
    drafted = any(rule.drafted for rule in rules.rules)
    for tracks in _alike(notice, rules, person):
        judged = [
            (place, judge(notice, rules, _entrant(person, place), as_of, _track(place)))
            for place in _places(notice, person, tracks)
        ]
        open_ones = [one for one in judged if not _wrong_group(one[1], checks)]
        for place, verdict in open_ones or judged:
            standing = _standing(notice, place, verdict, checks)
            if standing.decision == "eligible":
                anyone = judge(notice, rules, _entrant(Person(), place), as_of, _track(place))
                standing = _telling(standing, anyone)
            yield standing.model_copy(update={"drafted": drafted})


def _entrant(person: Person, place: _Place) -> Person:
    return person.model_copy(update={"group": place.group}) if place.group else person


def _track(place: _Place) -> str | None:
    return place.tracks[0].id if place.tracks else None


def _wrong_group(verdict: Verdict, checks: dict[str, str]) -> bool:
    """Whether the person's capacity has no place in this group; another one may be open."""
    broken = [f.rule for f in verdict.findings if f.outcome == "not_met"]
    return any(checks.get(rule) == "groups" for rule in broken)


def _alike(notice: Notice, rules: Rules, person: Person) -> list[tuple[Track, ...]]:
    """Tracks under the same rules together; each alone if the person's own words name tracks."""
    if not notice.tracks:
        return [()]
    if person.registered_tracks or person.advisor_of or person.wants_also or person.job:
        return [(track,) for track in notice.tracks]
    sheets = ties(notice, rules).sheets
    found: dict[tuple[object, ...], list[Track]] = {}
    for track in notice.tracks:
        sheet = sheets[track.id]
        ids = tuple(item.rule.id for item in sheet.items)
        days = tuple(day.date for day in sheet.dates)
        found.setdefault((ids, days, track.groups), []).append(track)
    return [tuple(tracks) for tracks in found.values()]


def _places(notice: Notice, person: Person, tracks: tuple[Track, ...]) -> list[_Place]:
    """The groups one can enter in; no group where there are none, or where none fits."""
    named = _groups(notice, tracks)
    fitting = [group for group in named if _admits(group, named, person)]
    return [_Place(tracks, group) for group in fitting] or [_Place(tracks, None)]


def _groups(notice: Notice, tracks: tuple[Track, ...]) -> tuple[str, ...]:
    """The groups of these tracks; those of the notice where it gives no track its own."""
    own = any(track.groups for track in notice.tracks)
    return tracks[0].groups if own and tracks else notice.groups


def _admits(group: str, named: Sequence[str], person: Person) -> bool:
    """Whether somebody in this person's capacity can be in the group, as far as its name says."""
    who = capacity(person.model_copy(update={"group": group}))
    members = group_capacity(group)
    if person.group and person.group in named:
        return group == person.group
    if who is None or members is None or who == members:
        return True
    own = any(group_capacity(other) == who for other in named)
    return members == "worker" and who in _WORKERS and not own


def _standing(notice: Notice, place: _Place, verdict: Verdict, checks: dict[str, str]) -> Standing:
    broken = [f for f in verdict.findings if f.outcome == "not_met"]
    closing = [f for f in broken if checks.get(f.rule) in CLOSING]
    return Standing(
        notice=notice.id,
        label=notice.label,
        tracks=tuple(track.id for track in place.tracks),
        all_tracks=len(place.tracks) == len(notice.tracks),
        groups=() if place.group is None else (place.group,),
        decision=verdict.verdict,
        over=bool(closing),
        findings=tuple(closing[:1]) or _deciding(verdict, checks),
        missing=verdict.missing,
        next_question=verdict.next_question,
        would_change=() if closing else verdict.would_change,
    )


def _deciding(verdict: Verdict, checks: dict[str, str]) -> tuple[RuleFinding, ...]:
    """The findings of the outcome that made the verdict, formal ones last.

    That one is in time is so for everybody and says nothing of the person.
    """
    outcome = {"ineligible": "not_met", "need_info": "unknown", "eligible": "met"}[verdict.verdict]
    found = [f for f in verdict.findings if f.outcome == outcome and _of_person(f, checks)]
    return tuple(sorted(found, key=lambda f: checks.get(f.rule) in FORMAL))


def _telling(standing: Standing, anyone: Verdict) -> Standing:
    """What is met by this person first, then what anyone meets of whom nothing is known."""
    met = {f.rule for f in anyone.findings if f.outcome == "met"}
    findings = tuple(sorted(standing.findings, key=lambda f: f.rule in met))
    return standing.model_copy(update={"findings": findings})


def _of_person(finding: RuleFinding, checks: dict[str, str]) -> bool:
    return checks.get(finding.rule) not in CLOSING


def _folded(notice: Notice, standings: list[Standing]) -> Iterator[Standing]:
    """Outcomes that say the same become one, first over tracks, then over groups."""
    by_group = _merged(standings, ("groups",), "tracks")
    order = [track.id for track in notice.tracks]
    for each in _merged(by_group, ("tracks",), "groups"):
        tracks = tuple(track for track in order if track in each.tracks)
        yield each.model_copy(update={"tracks": tracks, "all_tracks": len(tracks) == len(order)})


def _merged(standings: Iterable[Standing], same: tuple[str, ...], joined: str) -> list[Standing]:
    """Standings alike but for `joined` as one; `same` is compared besides what they say."""
    found: dict[tuple[object, ...], Standing] = {}
    for each in standings:
        key = (*(getattr(each, name) for name in same), *_said(each))
        first = found.get(key)
        if first is None:
            found[key] = each
        else:
            both = tuple(dict.fromkeys(getattr(first, joined) + getattr(each, joined)))
            found[key] = first.model_copy(update={joined: both})
    return list(found.values())


def _said(standing: Standing) -> tuple[object, ...]:
    changes = tuple((change.key, change.rule) for change in standing.would_change)
    return standing.decision, standing.over, standing.findings, standing.missing, changes
