"""Rules tied to the clauses and tracks of one notice, once for each pair of notice and rules."""

from __future__ import annotations

import hashlib
import weakref
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from knowledge.eligibility.rules import cited
from knowledge.eligibility.tracks import match_track

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.eligibility.model import OtherDate, Rule, Rules
    from knowledge.eligibility.person import Person
    from knowledge.model import Citation, Clause, Notice, Row, Track


_Watched = TypeVar("_Watched")


class Tied(NamedTuple):
    """A rule, where its words stand, whether its clause is unchanged, and its track ids."""

    rule: Rule
    citation: Citation | None
    valid: bool
    tracks: frozenset[str]


class Sheet(NamedTuple):
    """What holds for one track: its rules, other days for ages, whom to ask."""

    track: Track | None
    items: tuple[Tied, ...]
    dates: tuple[OtherDate, ...]
    ask: str
    alike: int = 1
    """How many tracks are judged together by this sheet, where none was chosen."""


class Ties(NamedTuple):
    """Everything about a notice and its rules that no person changes."""

    sheets: dict[str | None, Sheet]
    """By track id; None is the notice as a whole."""
    distinct: tuple[Track | None, ...]
    """One track for each set of rules; None where the notice has no tracks."""
    alike: tuple[int, ...]
    """How many tracks have each of these sets."""
    fingerprint: str


def ties(notice: Notice, rules: Rules) -> Ties:
    """The ties of a pair; worked out once and forgotten together with the notice or the rules."""
    key = (id(notice), id(rules))
    known = _KNOWN.get(key)
    if known is None:
        made = _tied(notice, rules)
        known = _KNOWN[key] = _Known(_watched(notice, key), _watched(rules, key), made)
    return known.ties


class _Known(NamedTuple):
    """Ties that live as long as both they were made from."""

    notice: weakref.ref[Notice]
    rules: weakref.ref[Rules]
    ties: Ties


_KNOWN: dict[tuple[int, int], _Known] = {}
"""By identity, which is unique as long as both live; hashing them would cost more than tying."""


def _watched(one: _Watched, key: tuple[int, int]) -> weakref.ref[_Watched]:
    return weakref.ref(one, lambda _: _KNOWN.pop(key, None))


def _tied(notice: Notice, rules: Rules) -> Ties:
    items = tuple(tie(notice, rules))
    sheets = {
        track.id if track else None: Sheet(
            track,
            tuple(item for item in items if applies(item, track)),
            tuple(day for day in rules.dates if _named(notice, day.tracks, track)),
            next((one.who for one in rules.asks if _named(notice, one.tracks, track)), "主办方"),
        )
        for track in (None, *notice.tracks)
    }
    classes = Counter(_kind(sheets[track.id]) for track in notice.tracks)
    first = {_kind(sheets[track.id]): track for track in reversed(notice.tracks)}
    distinct = tuple(first[kind] for kind in classes)
    text = rules.model_dump_json().encode("utf-8", "surrogatepass")
    fingerprint = hashlib.sha256(text).hexdigest()
    return Ties(sheets, distinct or (None,), tuple(classes.values()) or (1,), fingerprint)


def tie(notice: Notice, rules: Rules) -> Iterator[Tied]:
    """Each rule with its place in the notice."""
    clauses: dict[str, Clause | Row] = {clause.path: clause for clause in notice.clauses}
    clauses |= {row.path: row for table in notice.tables for row in table.rows}
    ids: dict[str, str | None] = {}
    for rule in rules.rules:
        citation, valid = cited(notice, clauses, rule.cite) if rule.cite else (None, True)
        valid = valid and (rule.cite is None or citation is not None)
        for name in rule.tracks:
            if name not in ids:
                meant = match_track(notice, name)
                ids[name] = meant.id if meant else None
        tracks = frozenset(found for name in rule.tracks if (found := ids[name]))
        lost = len(tracks) < len(set(rule.tracks))
        yield Tied(rule, citation, valid and not lost, tracks)


def applies(item: Tied, track: Track | None) -> bool:
    """Whether the rule speaks of the track."""
    return (
        not item.rule.tracks or not item.tracks or (track is not None and track.id in item.tracks)
    )


def different(notice: Notice, known: Ties, person: Person) -> tuple[Track | None, ...]:
    """One track for each set of rules, and each track the person's own words name."""
    return tuple(sheet.track for sheet in different_sheets(notice, known, person))


def different_sheets(notice: Notice, known: Ties, person: Person) -> list[Sheet]:
    """The sheets of these tracks, each knowing how many tracks it stands for."""
    words = _track_words(person)
    named = {found.id for word in words if (found := match_track(notice, word))}
    tracks, alike = known.distinct, known.alike
    if named:
        kinds = {track.id: _own_kind(known, track, named) for track in notice.tracks}
        classes = Counter(kinds.values())
        first = {kinds[track.id]: track for track in reversed(notice.tracks)}
        tracks, alike = tuple(first[kind] for kind in classes), tuple(classes.values())
    return [
        known.sheets[track.id if track else None]._replace(alike=number)
        for track, number in zip(tracks, alike, strict=True)
    ]


def _own_kind(known: Ties, track: Track, named: set[str]) -> tuple[object, ...]:
    return (_kind(known.sheets[track.id]), track.id if track.id in named else None)


def _kind(sheet: Sheet) -> tuple[object, ...]:
    """What makes two tracks the same to the rules: groups count where a rule speaks of them."""
    grouped = any(item.rule.groups for item in sheet.items)
    offered = sheet.track.groups if grouped and sheet.track else ()
    return tuple(item.rule.id for item in sheet.items), offered


def _named(notice: Notice, names: Sequence[str], track: Track | None) -> bool:
    found = {one.id for name in names if (one := match_track(notice, name))}
    return not names or (track is not None and track.id in found)


def _track_words(person: Person) -> Iterable[str]:
    job = (person.job,) if person.job else ()
    return (*person.registered_tracks, *person.advisor_of, *person.wants_also, *job)
