"""In which capacity a person would enter: as a student, a worker, a teacher, flexibly employed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.ages import births_of_date
from knowledge.eligibility.data import table

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.person import Person

ENTRANTS = ("student", "worker", "teacher", "flexible")
NAMES = {
    "student": "学生", "worker": "职工", "teacher": "教师", "flexible": "灵活就业人员",
    "organiser": "办赛单位", "unemployed": "待业人员", "retired": "退休人员",
}  # fmt: skip
_KNOWN = frozenset(NAMES)
_OF_UNITS: tuple[str, ...] = (
    "unit_type",
    "event_category",
    "account",
    "legal_person",
    "has_staff_and_judges",
)
_OF_UNITS += ("has_funding", "has_facilities", "sealed_materials", "events", "tracks", "venues")


def capacity(person: Person) -> str | None:
    """A key of `NAMES`; None if the facts do not settle it."""
    stated = person.identity if person.identity in _KNOWN else None
    if person.identity is None:
        stated = _inferred(person)
    if stated in {"unemployed", "retired"} and person.employed:
        stated = "worker"
    group = group_capacity(person.group)
    if group == "student" and stated in {"worker", "teacher", "flexible"} and person.also_student:
        return "student"
    if group == "worker" and stated == "student" and person.employed:
        return "worker"
    return stated


def _inferred(person: Person) -> str | None:
    if describes_unit(person):
        return "organiser"
    return group_capacity(person.group)


def describes_unit(person: Person) -> bool:
    """Whether any fact is one that only an organiser has."""
    return any(getattr(person, key) is not None for key in _OF_UNITS)


def group_capacity(group: str | None) -> str | None:
    """What a group's name says of its members."""
    for word, who in (
        ("学生", "student"),
        ("职工", "worker"),
        ("教师", "teacher"),
        ("企业", "worker"),
    ):
        if group and word in group:
            return who
    return None


def called(words: str) -> str | None:
    """The kind of person the words are a name of, word for word."""
    names: dict[str, list[str]] = table("words.yaml")["identity"]
    return next((who for who, list_ in names.items() if words == who or words in list_), None)


def enrolled(person: Person, on: date) -> bool | None:
    """Whether the person is a student on `on`; a graduation in the past says no."""
    if person.enrolled is not None or not person.graduated:
        return person.enrolled
    day = births_of_date(person.graduated)
    return False if day and day.last < on else None
