"""Conditions at their place: with the tracks, groups and people that the words before them name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.entered import admitted
from knowledge.statements import value_scopes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.model import Strength
    from knowledge.model import Scope

_AS = re.compile(
    r"以(学生|职工|教师|企业职工|灵活就业人员)身份|(学生|职工|教师)(?:参赛)?选手|选手为(学生|职工|教师)"
)
_CAPACITY = {"学生": ("student",), "教师": ("teacher",), "灵活就业人员": ("flexible",)}


def located(
    statement: Statement, start: int, end: int, made: Made, name: str
) -> Iterator[Condition]:
    """The condition with the tracks, groups and capacities the words before it name."""
    for scope in _scopes(statement, start, end):
        yield Condition(
            statement=statement,
            start=start,
            end=end,
            made=made._replace(capacities=_capacities(statement, scope, start, made)),
            strength=strength(statement.text, start, end),
            tracks=scope.tracks,
            groups=scope.groups,
            name=name,
        )


def _scopes(statement: Statement, start: int, end: int) -> Sequence[Scope]:
    if statement.cell:
        return (statement.scope,)
    notice = statement.notice
    named = mentions(statement.text, Entrants(notice.tracks, notice.groups))
    return value_scopes(statement.text, (start, end), statement.scope, named)


def _capacities(statement: Statement, scope: Scope, start: int, made: Made) -> tuple[str, ...]:
    """Whom a condition concerns: 以学生身份 before it, else what kind of condition it is.

    A group decides by itself whom its conditions concern.
    """
    if scope.groups:
        admits = {who for group in scope.groups for who in admitted(group, statement.notice.groups)}
        return made.capacities if made.capacities and not set(made.capacities) & admits else ()
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
