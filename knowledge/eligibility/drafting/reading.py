"""A statement → conditions: patterns, bars, and what is left over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.bars import barred, stretches
from knowledge.eligibility.drafting.builders import BUILDERS
from knowledge.eligibility.drafting.choices import choices
from knowledge.eligibility.drafting.grammar import likely, patterns, words
from knowledge.eligibility.drafting.leftover import left_over
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.drafting.regions import area_words
from knowledge.eligibility.drafting.units import by_units
from knowledge.eligibility.drafting.ways import ways
from knowledge.eligibility.drafting.whose import of_others

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.eligibility.drafting.grammar import Pattern

_TAKEN = "\0"
_ADVISERS = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?:各|每)?(?:参赛队|队|单位)?(?:的)?(?:指导(?:教师|老师|人)|领队|教练(?!员[须应]持)|裁判员?|评委)"
    r"(?:\([^()]*\))?(?:均|都|也|原则上)*(?:须|应|必须|需|由|为|可|不得|限|每|一般)"
)
_CONTESTANTS = lazy_re.compile(r"选手|队员|参赛者|参赛(?:教师|学生|职工|人员)")
"""A sentence about advisers asks nothing of contestants."""
_DEMANDS = lazy_re.compile(
    r"(?:选手|参赛者|参赛人员|报名者|报名人员)(?:还|另|均|都|原则上)*(?:须|应当?|必须|需)(?:持有?|具有|具备|取得|年满|为|是|未|从事)"
    r"|^[^,。;:]{2,24}(?:赛项|赛道|项目|工种|组)(?:的)?(?:选手)?(?:[:,]|(?=[另还须应需必]))(?:参赛)?(?:选手)?(?:还|另|均)*(?:须|应当?|必须|需)?"
    r"(?:持有?|具有|具备|从事|年满|取得|面向)"
    r"|^[^,。;:]{2,12}组(?:\([^()]*\))?:[^。;]{0,40}(?:\d周?岁|出生|退休年龄)"
)
"""A condition that stands outside the sections on conditions: 某赛项选手须持有…."""


def conditions(statement: Statement) -> list[Condition]:
    """What the statement demands; empty for one that only describes."""
    if statement.bars:
        return list(barred(statement, 0, len(statement.text)))
    found, left = _taken(statement)
    if _ADVISERS.match(statement.text) and not _CONTESTANTS.search(statement.text):
        return (
            found + _matched(statement, [p for p in _patterns(statement) if p.of_advisers], left)[0]
        )
    strong = [pattern for pattern in _patterns(statement) if pattern.anywhere]
    more, left = _matched(statement, strong, left)
    found += more
    for start, end in stretches(left):
        found += barred(statement, start, end)
        left = left[:start] + _TAKEN * (end - start) + left[end:]
    more, left = _matched(statement, _patterns(statement), left)
    return [*found, *more, *left_over(statement, left)]


def _taken(statement: Statement) -> tuple[list[Condition], str]:
    """What is about entering itself, and the text with it blanked out."""
    found: list[Condition] = []
    left = statement.text
    if statement.section == "out" or statement.cell:
        return found, left
    for start, end, made in (*ways(statement), *choices(statement), *by_units(statement)):
        if _TAKEN not in left[start:end]:
            found += made
            left = left[:start] + _TAKEN * (end - start) + left[end:]
    return found, left


def counts(statement: Statement) -> bool:
    """Whether the statement may state conditions at all."""
    if words("award").search(statement.text):
        return False
    if statement.section in {"who", "entry", "cell"} or statement.bars:
        return True
    text = statement.text
    if "年龄" in text and statement.section != "out":
        return True
    return bool(words("contestant").search(text) and words("demand").search(text))


def _patterns(statement: Statement) -> list[Pattern]:
    every = patterns(area_words(statement.notice))
    states = (statement.section == "entry" and _states(statement)) or bool(
        statement.section in {"entry", "other"} and _DEMANDS.search(statement.text)
    )
    return [pattern for pattern in every if _fits(pattern, statement, states=states)]


def _matched(
    statement: Statement, tried: Sequence[Pattern], left: str
) -> tuple[list[Condition], str]:
    """The conditions that patterns find, and the text with what they took blanked out."""
    found: list[Condition] = []
    near = likely(left)
    for pattern in (one for one in tried if one.place in near):
        for match in pattern.finds(left):
            if _lacked(pattern, match):
                continue
            if match[0] and _TAKEN not in match[0]:
                found += _made(statement, pattern.name, match, BUILDERS[pattern.build])
                left = left[: match.start()] + _TAKEN * len(match[0]) + left[match.end() :]
    return sorted(found, key=lambda one: one.start), left


_HELD = frozenset(
    {"certificate", "certificate_any", "holds", "education", "title", "certificate_or_years"}
)
_LACKS = lazy_re.compile(r"(?:未|没有|不)(?:曾|能)?$")


def _lacked(pattern: Pattern, match: re.Match[str]) -> bool:
    """Whether the words are of those who do not have it: 未取得证书的选手须…."""
    return pattern.build in _HELD and bool(_LACKS.search(match.string[: match.start()]))


def _fits(pattern: Pattern, statement: Statement, *, states: bool) -> bool:
    if statement.section == "out":
        return False
    if pattern.anywhere or statement.section == "who" or statement.cell:
        return True
    return states or (statement.section == "entry" and pattern.entry)


def _states(statement: Statement) -> bool:
    """Whether a sentence about entering says who may: 凡年满18周岁的职工均可报名."""
    return bool(words("admits").search(statement.text)) and not words("papers").search(
        statement.text
    )


_OF_PEOPLE = frozenset(
    {"age_min", "age_max", "age_range", "age_below", "age_over", "by_sex", "sex_age", "sex_range",
     "born", "retirement", "education", "education_in", "title", "certificate", "experience",
     "certificate_any", "certificate_or_years", "experience_months", "after_certificate",
     "at_unit", "employed", "established", "formal", "contract", "holds", "insurance", "insured",
     "work_related", "working_in", "in_area", "staff_here"}
)  # fmt: skip
"""Builders of what a person must be or have: asked of contestants, not of coaches or judges."""


def _made(statement: Statement, name: str, match: re.Match[str], build: object) -> list[Condition]:
    if not callable(build):
        return []
    if name in _OF_PEOPLE or getattr(build, "__name__", "") in _OF_PEOPLE:
        words_, start = match.string, match.start() + len(match[0]) - len(match[0].lstrip("须应需"))
        if of_others(statement.text[:start] + words_[start : start + 1], start):
            return []
    made: list[Made] = list(build(match, statement))
    return [
        placed
        for one in made
        for placed in located(statement, match.start(), match.end(), one, name)
    ]
