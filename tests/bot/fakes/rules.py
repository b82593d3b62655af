"""Rules for an invented notice: from 16, 重庆, students of some school and workers with a paper."""

from __future__ import annotations

from knowledge.eligibility.model import Rule, Rules
from knowledge.model import Notice

PEOPLE = {"学生组": ["student"], "职工组": ["worker", "teacher", "flexible"]}


def rules_of(notice: Notice, *, drafted: bool = False) -> Rules:
    """What the checker would judge by; no clause is cited, the notice is too short for it."""
    made = (
        Rule(id="age", check="age_at_least", params={"years": 16}, cite=None),
        Rule(
            id="place",
            check="place",
            params={"region": "重庆", "relations": ["residence", "work_place"]},
            cite=None,
        ),
        Rule(id="groups", check="groups", params={"groups": PEOPLE}, cite=None),
        Rule(
            id="enrolled",
            check="facts",
            params={"all": ["enrolled"]},
            capacities=("student",),
            cite=None,
        ),
        Rule(
            id="paper",
            check="certificate_or_years",
            params={"level": 4, "years": 5},
            capacities=("worker", "teacher", "flexible"),
            strength="in_principle",
            cite=None,
        ),
        Rule(id="unit", check="entered_by_unit", cite=None),
        Rule(id="one", check="one_track", cite=None),
    )
    marked = tuple(rule.model_copy(update={"drafted": drafted}) for rule in made)
    return Rules(notice=notice.id, rules=marked)
