"""A notice as it judges rosters: tracks by name, rules by track, one rule for each bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from knowledge import lazy_re
from knowledge.eligibility.judge import judged_items
from knowledge.eligibility.model import Rules
from knowledge.eligibility.person import Person
from knowledge.eligibility.ties import Sheet, Tied, Ties, ties
from knowledge.eligibility.tracks import match_track
from knowledge.eligibility.verdict import Judged
from knowledge.model import Notice, Track
from knowledge.plain import comparable
from knowledge.roster.wording import table

_NOTE = lazy_re.compile(r"\(([^()]+)\)")
ACROSS = frozenset(
    {
        "one_track", "tracks_at_most", "single_identity", "unit_quota", "not_adviser",
        "team_within_unit", "team_within", "team_size", "team_size_range",
    }
)  # fmt: skip
"""Checks that more than one line decides."""
CROWD = frozenset({"worker_share", "entries"})
"""Checks that a whole track decides."""


@dataclass(frozen=True)
class Court:
    """A notice with its rules and the moment judged for."""

    notice: Notice
    rules: Rules
    as_of: datetime

    @cached_property
    def ties(self) -> Ties:
        """The rules tied to the clauses, once."""
        return ties(self.notice, self.rules)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups by name, the notice's and those of its rules."""
        named = (
            str(name)
            for rule in self.rules.rules
            if rule.check == "groups"
            for name in rule.params["groups"]
        )
        return tuple(dict.fromkeys((*self.notice.groups, *named)))

    @cached_property
    def _found(self) -> dict[str, Track | None]:
        return {}

    def find(self, name: str) -> Track | None:
        """The track that words mean."""
        if name not in self._found:
            found = match_track(self.notice, name)
            self._found[name] = found if found and _qualified(name, found) else None
        return self._found[name]

    def sheet(self, track: Track | None) -> Sheet:
        """The rules of a track; of an unknown one those that hold for all."""
        return self.ties.sheets[track.id if track else None]

    @cached_property
    def _by_line(self) -> dict[str | None, Sheet]:
        return {}

    def line_rules(self, track: Track | None) -> Sheet:
        """The rules of a track that a single line decides."""
        key = track.id if track else None
        if key not in self._by_line:
            skipped = ACROSS | CROWD | set(table()["not_of_rosters"])
            sheet = self.sheet(track)
            own = (item for item in sheet.items if item.rule.check not in skipped)
            items = tuple(part for item in own for part in parts(item))
            self._by_line[key] = sheet._replace(items=items)
        return self._by_line[key]

    def of_check(self, track: Track | None, checks: Sequence[str]) -> list[Tied]:
        """The rules of a track with one of these checks, as far as their clauses are unchanged."""
        return [
            part
            for item in self.sheet(track).items
            if item.rule.check in checks and item.valid
            for part in parts(item)
        ]

    def judge(self, track: Track | None, items: Sequence[Tied], person: Person) -> list[Judged]:
        """What these rules say of a person."""
        sheet = self.sheet(track)._replace(items=tuple(items))
        return judged_items(self.notice, self.rules, sheet, person, self.as_of)


def _qualified(words: str, track: Track) -> bool:
    """Whether notes in brackets do not say another track than the one found.

    Tracks may share their first words: 训练师（甲方向） is no name for 训练师（乙方向）.
    """
    said, own = (_NOTE.findall(comparable(text)) for text in (words, track.name))
    if not said or not own:
        return True
    names = [comparable(name) for name in (track.name, *track.aliases)]
    return any(
        note.endswith("组") or any(pair in name for name in names for pair in pairs(note))
        for note in said
    )


def pairs(text: str) -> list[str]:
    """Each two characters that stand side by side; of a single one itself."""
    return [text[at : at + 2] for at in range(len(text) - 1)] or [text]


def parts(item: Tied) -> Iterator[Tied]:
    """A rule with two bounds as one for each, so that a fault says which is passed."""
    ends = [
        end
        for end in table()["checks"].get(item.rule.check, {}).get("split", ())
        if end in item.rule.params
    ]
    if len(ends) < 2:  # noqa: PLR2004 nothing to part
        yield item
        return
    for end in ends:
        params = {
            key: value for key, value in item.rule.params.items() if key == end or key not in ends
        }
        yield item._replace(rule=item.rule.model_copy(update={"params": params}))
