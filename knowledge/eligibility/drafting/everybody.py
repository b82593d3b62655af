"""What is asked of people at work is asked of all, where a notice knows no students."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.parts import WORKING, Condition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Statement

_STUDENTS = lazy_re.compile(
    r"学生|在校|在籍|学籍|就读|师生|院校|学校|高校|中职|高职|技校|学院.{0,6}(?:选手|组队)"
)


_OF_KIND = frozenset({"identity", "not_identity", "barred_student"})
"""Where such a rule tells who may enter, it keeps students out by itself."""


def of_everybody(
    found: Sequence[Condition], statements: Sequence[Statement]
) -> Iterator[Condition]:
    """The conditions; those of all who work without that bound, where only these can enter.

    Years in the trade are not asked of students beside workers. Where nothing in the notice's
    conditions speaks of students or schools, whoever has no such work cannot take part.
    """
    own = [one for one in statements if one.section in {"who", "entry", "cell"}]
    alone = bool(own) and not any(_STUDENTS.search(one.text) for one in own)
    alone = alone and not any(one.made.check in _OF_KIND for one in found)
    for one in found:
        free = alone and set(one.made.capacities) == set(WORKING) and not one.groups
        yield replace(one, made=one.made._replace(capacities=())) if free else one
