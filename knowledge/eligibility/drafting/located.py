"""Conditions at their place: with the tracks, groups and people that the words before them name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.entered import admitted
from knowledge.eligibility.members import members
from knowledge.statements import value_scopes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.catalogue.mentions import Mention
    from knowledge.eligibility.model import Strength
    from knowledge.model import Scope

_AS = re.compile(
    r"以(学生|职工|教师|企业职工|灵活就业人员)身份|(学生|职工|教师)(?:参赛)?选手|选手为(学生|职工|教师)"
)
_FOR_ALL = frozenset({"adviser_no_contestant", "one_track", "single_identity", "tracks_at_most"})
"""Names of patterns that concern everyone, whoever is named before them."""
_LEADS = re.compile(r"(?:持有?|取得|获得|具有|具备|从事|承担)[^,。;:、]{0,6}(?:、[^,。;:]{1,12})?$")
_ENTERS = re.compile(r"(?:其中,?)?(?:凡|对|对于)?(?:报名|参加|参赛|报考|选报|申报)*(?:参加)?")
_CERTIFIED = re.compile(
    r"(?:\([^)]*\))?(?:(?:[一二三四五]级|初级工|中级工|高级工|高级技师|技师)|职业(?:技能|资格)|技能等级|资格证|证书|工作|岗位(?!赛))"
)
_CAPACITY = {"学生": ("student",), "教师": ("teacher",), "灵活就业人员": ("flexible",)}


def located(
    statement: Statement, start: int, end: int, made: Made, name: str
) -> Iterator[Condition]:
    """The condition with the tracks, groups and capacities the words before it name."""
    for_all = name in _FOR_ALL
    for found in (statement.scope,) if for_all else _scopes(statement, start, end):
        scope, who = _by_identity(statement, found, start)
        if who and made.capacities and not for_all:
            who = tuple(one for one in who if one in made.capacities)
        yield Condition(
            statement=statement,
            start=start,
            end=end,
            made=made
            if for_all
            else made._replace(capacities=who or _capacities(statement, scope, start, made)),
            strength=strength(statement.text, start, end),
            tracks=scope.tracks,
            groups=scope.groups,
            name=name,
        )


def _by_identity(statement: Statement, scope: Scope, start: int) -> tuple[Scope, tuple[str, ...]]:
    """以学生身份 names people, not a group: it holds in tracks without groups too."""
    if scope.groups == statement.scope.groups or not scope.groups:
        return scope, ()
    stems = [group.removesuffix("组") for group in scope.groups]
    if not all(f"{stem}身份" in statement.text[:start] for stem in stems):
        return scope, ()
    who = _members(statement, scope)
    return scope.model_copy(update={"groups": ()}), tuple(sorted(who))


def _members(statement: Statement, scope: Scope) -> set[str]:
    notice = statement.notice
    known = members(notice)
    return {who for group in scope.groups for who in admitted(group, notice.groups, known)}


def _scopes(statement: Statement, start: int, end: int) -> Sequence[Scope]:
    if statement.cell:
        return (statement.scope,)
    notice = statement.notice
    named = mentions(statement.text, Entrants(notice.tracks, notice.groups))
    subjects = [one for one in named.tracks if not _object(statement.text, one)]
    for one in (*subjects, *named.groups):  # 参加焊工项目的选手应…: the subject stands in the words
        if (
            start <= one.start
            and one.end < end
            and _ENTERS.fullmatch(statement.text[start : one.start])
        ):
            start = one.end
    return value_scopes(
        statement.text, (start, end), statement.scope, named._replace(tracks=subjects)
    )


def _object(text: str, one: Mention) -> bool:
    """Whether a track's name is that of a certificate or of a work: 持有养老护理员五级证书."""
    return bool(_LEADS.search(text[: one.start]) or _CERTIFIED.match(text, one.end))


def _capacities(statement: Statement, scope: Scope, start: int, made: Made) -> tuple[str, ...]:
    """Whom a condition concerns: 以学生身份 before it, else what kind of condition it is.

    A group decides by itself whom its conditions concern.
    """
    if scope.groups:
        return () if set(made.capacities) >= _members(statement, scope) else made.capacities
    lead = None
    for match in _AS.finditer(statement.text, 0, start):
        lead = match
    if lead is None:
        return made.capacities
    word = next(filter(None, lead.groups()))
    return _CAPACITY.get(word, ("worker", "teacher", "flexible"))


def strength(text: str, start: int, end: int) -> Strength:
    """原则上 or 一般 in the same phrase weakens a demand."""
    phrase = re.split(r"[。;]", text[:start])[-1]
    near = re.split(r",", phrase)[-1] + text[start:end]
    if "原则上" in near:
        return "in_principle"
    return "generally" if re.search(r"一般(?:应|须|不|要|为|情况)", near) else "must"
