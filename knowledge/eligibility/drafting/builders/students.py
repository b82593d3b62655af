"""Students: grades, graduation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.builders.common import STUDENT
from knowledge.eligibility.drafting.numbers import count, day
from knowledge.eligibility.drafting.parts import Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.eligibility.drafting.builders.common import Match
    from knowledge.eligibility.drafting.parts import Statement


def not_graduated(match: Match, _: Statement) -> Iterator[Made]:
    """某日前已毕业的不得以学生身份参赛."""
    if by := day(match["by"], last=True):
        yield Made("not_graduated", {"by": by}, STUDENT)


def not_final(_: Match, __: Statement) -> Iterator[Made]:
    """毕业年级除外."""
    yield Made("grade", {"not_final": True}, STUDENT)


def grade_years(match: Match, _: Statement) -> Iterator[Made]:
    """面向2023级、2024级学生."""
    years = [int(year) for year in re.findall(r"\d{4}", match["years"])]
    yield Made("grade", {"years": years}, STUDENT)


def grade_min(match: Match, _: Statement) -> Iterator[Made]:
    """大二以上."""
    digit = re.search("[一二三四]", match["g"])
    if digit:
        yield Made("grade", {"min": int(count(digit[0]))}, STUDENT)
