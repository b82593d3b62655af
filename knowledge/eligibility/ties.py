"""Rules tied to the clauses and tracks of one notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.eligibility.rules import cited
from knowledge.eligibility.tracks import match_track

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.eligibility.model import Rule, Rules
    from knowledge.eligibility.person import Person
    from knowledge.model import Citation, Notice, Track


class Tied(NamedTuple):
    """A rule, where its words stand, whether its clause is unchanged, and its track ids."""

    rule: Rule
    citation: Citation | None
    valid: bool
    tracks: frozenset[str]


def tie(notice: Notice, rules: Rules) -> Iterator[Tied]:
    """Each rule with its place in the notice."""
    clauses = {clause.path: clause for clause in notice.clauses}
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


def different(notice: Notice, tied: Sequence[Tied], person: Person) -> list[Track | None]:
    """One track for each set of rules, and each track the person's own words name."""
    named = {found.id for words in _track_words(person) if (found := match_track(notice, words))}
    classes: dict[tuple[object, ...], Track | None] = {}
    for track in notice.tracks:
        ids = tuple(item.rule.id for item in tied if applies(item, track))
        classes.setdefault((ids, track.id if track.id in named else None), track)
    return list(classes.values()) or [None]


def _track_words(person: Person) -> Iterable[str]:
    job = (person.job,) if person.job else ()
    return (*person.registered_tracks, *person.advisor_of, *person.wants_also, *job)
