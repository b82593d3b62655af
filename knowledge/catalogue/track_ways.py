"""How one enters each track, alone or in a team: 面点（个人）, 站点协作。团体赛，每队3人。"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from knowledge import lazy_re
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.model import Notice

Way = Literal["个人", "团体"]
_TEAM = r"团体|团队|集体|双人|多人"
_WAY = lazy_re.compile(
    rf"\((?:(?P<a>{_TEAM})|个人|单人)(?:赛|项目|赛项)?\)"
    rf"|[。.,:](?:(?P<b>{_TEAM})|个人|单人)(?:赛|项目|赛项)(?=[。,;]|$)"
)
_NAMED = lazy_re.compile(rf"(?:(?P<team>{_TEAM})|个人|单人)(?:赛项|赛(?!项|制|季|程|场|事)|项目)")
_NEAR = 40


def ways_of(notice: Notice) -> Mapping[str, Way]:
    """The way of each track by its id; empty unless all are told and there are both.

    What heads the clause of a track alone tells it.
    """
    found: dict[str, Way] = {}
    for clause in notice.clauses:
        told = (
            _WAY.search(fold(clause.text[:_NEAR]).text) if len(clause.scope.tracks) == 1 else None
        )
        if told is not None:
            found.setdefault(clause.scope.tracks[0], _way(team=bool(told["a"] or told["b"])))
    every = len(found) == len(notice.tracks)
    return found if every and len(set(found.values())) > 1 else {}


def named_ways(plain: str) -> frozenset[Way]:
    """The ways that comparable words name.

    >>> sorted(named_ways("团体赛报名截止时间为3月25日")), sorted(named_ways("大赛分个人和团体"))
    (['团体'], [])
    """
    return frozenset(_way(team=bool(match["team"])) for match in _NAMED.finditer(plain))


def _way(*, team: bool) -> Way:
    return "团体" if team else "个人"
