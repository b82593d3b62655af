"""A statement → conditions: patterns, bars, and what is left over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.bars import barred
from knowledge.eligibility.drafting.builders import BUILDERS
from knowledge.eligibility.drafting.grammar import patterns, words
from knowledge.eligibility.drafting.leftover import left_over
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.drafting.regions import area_words

if TYPE_CHECKING:
    from knowledge.eligibility.drafting.grammar import Pattern

_TAKEN = "\0"


def conditions(statement: Statement) -> list[Condition]:
    """What the statement demands; empty for one that only describes."""
    found, left = _matched(statement)
    if statement.bars or words("bar").search(left):
        return [*found, *barred(statement, left)]
    return [*found, *left_over(statement, left)]


def counts(statement: Statement) -> bool:
    """Whether the statement may state conditions at all."""
    if statement.section in {"who", "entry", "cell"} or statement.bars:
        return True
    text = statement.text
    if "年龄" in text and statement.section != "out":
        return True
    return bool(words("contestant").search(text) and words("demand").search(text))


def _matched(statement: Statement) -> tuple[list[Condition], str]:
    """The conditions that patterns find, and the text with what they took blanked out."""
    left = statement.text
    found: list[Condition] = []
    for pattern in patterns(area_words(statement.notice)):
        if not _fits(pattern, statement):
            continue
        for match in pattern.regex.finditer(left):
            if match[0] and _TAKEN not in match[0]:
                found += _made(statement, pattern.name, match, BUILDERS[pattern.build])
                left = left[: match.start()] + _TAKEN * len(match[0]) + left[match.end() :]
    return sorted(found, key=lambda one: one.start), left


def _fits(pattern: Pattern, statement: Statement) -> bool:
    if statement.bars:
        return pattern.build in _NEGATED
    if statement.section == "out":
        return False
    if pattern.anywhere or statement.section == "who" or statement.cell:
        return True
    return statement.section == "entry" and (pattern.entry or _states(statement))


def _states(statement: Statement) -> bool:
    """Whether a sentence about entering says who may: 凡年满18周岁的职工均可报名."""
    return bool(words("admits").search(statement.text)) and not words("papers").search(
        statement.text
    )


_NEGATED = frozenset({"nothing"})


def _made(statement: Statement, name: str, match: re.Match[str], build: object) -> list[Condition]:
    if not callable(build):
        return []
    made: list[Made] = list(build(match, statement))
    return [
        placed
        for one in made
        for placed in located(statement, match.start(), match.end(), one, name)
    ]
