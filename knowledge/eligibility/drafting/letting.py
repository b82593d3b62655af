"""People let in by a way of their own: 个体工商户可凭营业执照报名美发赛项.

What is asked before it in the same clause, of those who are employed, is not asked of people who
are not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.members import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition, Statement

_LETS = lazy_re.compile(
    r"(?:^|[;。])(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?P<who>[^,。;:须应需不仅只]{2,20}?)(?:的)?,?"
    r"(?:也|亦|均|同样|还)?可(?:以)?(?:凭|持|出具|提供|以)[^,。;]{2,24}?(?:报名|参赛|参加|申报)"
    r"(?P<into>[^,。;]{0,20})(?=[,。;]|$)"
)
_OF_WORK = frozenset(
    {"area", "place", "facts", "any_fact", "other_fact", "months", "experience", "not_understood"}
)
"""Checks of what those have who are employed by somebody."""
_BY_THEMSELVES = frozenset({"flexible", "unemployed", "retired"})


class _Way(NamedTuple):
    path: str
    at: int
    who: frozenset[str]
    tracks: frozenset[str]
    """Empty where it holds for all."""


def let_in(found: Sequence[Condition], every: Sequence[Statement]) -> Iterator[Condition]:
    """The conditions, those before such a sentence asked of the others alone."""
    ways = [way for statement in every if (way := _way(statement)) is not None]
    for one in found:
        mine = [w for w in ways if w.path == one.statement.place.path and _at(one) < w.at]
        if not mine or one.made.check not in _OF_WORK or one.statement.bars:
            yield one
        else:
            yield from _apart(one, mine[0])


def _way(statement: Statement) -> _Way | None:
    match = _LETS.search(statement.text) if statement.section == "who" else None
    who = kinds(match["who"]) if match and not statement.bars else None
    if match is None or not who or not _BY_THEMSELVES.issuperset(who):
        return None
    notice = statement.notice
    named = mentions(match["into"], Entrants(notice.tracks, notice.groups)).tracks
    tracks = frozenset(name for mention in named for name in mention.names)
    at = statement.fold.at[0] + match.start("who")
    return _Way(statement.place.path, at, frozenset(who), tracks)


def _apart(one: Condition, way: _Way) -> Iterator[Condition]:
    """Asked of the others in the tracks that are meant, and of everybody in the others."""
    asked = one.made.capacities or ENTRANTS
    others = one.made._replace(capacities=tuple(c for c in asked if c not in way.who))
    every = one.tracks or tuple(t.id for t in one.statement.notice.tracks)
    own = tuple(t for t in every if t in way.tracks) if way.tracks else one.tracks
    rest = tuple(t for t in every if t not in way.tracks) if way.tracks else ()
    if way.tracks and not own:
        yield one
        return
    if others.capacities:
        yield replace(one, made=others, tracks=own)
    if rest:
        yield replace(one, tracks=rest)


def _at(one: Condition) -> int:
    return one.statement.fold.at[0] + one.start
