"""What a line says of a person, as the facts the checker asks for.

A roster is sent by units, so whoever stands in it is entered by one. Its columns imply more than
they say: a level is one of the occupation, years are years in it.
"""

from __future__ import annotations

from typing import Any

from knowledge.eligibility import reading
from knowledge.eligibility.person import Person, read_person
from knowledge.identity_number import IdentityNumber
from knowledge.plain import comparable
from knowledge.roster.entrant import Entrant
from knowledge.roster.lines import Line
from knowledge.roster.wording import table

_PLAIN = (
    "hukou",
    "residence",
    "study_place",
    "education",
    "title",
    "job",
    "honours",
    "graduated",
    "grade",
)
STUDENT = "student"


def person_of(entrant: Entrant) -> Person:
    """The facts of a line; what no column holds stays unknown."""
    line = entrant.line
    facts: dict[str, Any] = {name: line.text(name) for name in _PLAIN if line.text(name)}
    facts |= {
        "birth_date": birth_of(entrant),
        "sex": reading.sex(line.text("sex")) or _sex_by_number(entrant),
        "identity": line.text("identity") or None,
        "group": entrant.group or None,
        "certificate_level": reading.level(_ticked(line.text("level"))),
        "years_experience": reading.years(line.text("years")),
        "female_category": line.text("female_category") or None,
        "submitted": line.cells["submitted"].value if "submitted" in line.cells else None,
        "unit_recommended": True,
        "major": major(line) or None,
    }
    if facts["birth_date"] is None and line.text("age"):
        facts["age"] = reading.number(line.text("age"))
    facts["certificate_related"] = True if facts["certificate_level"] else None
    facts |= _standing(line)
    if entrant.capacity == STUDENT:
        facts["school_region"] = school(entrant) or None
    else:
        facts["work_place"] = line.text("work_place") or entrant.unit or None
    return read_person(facts)[0]


def birth_of(entrant: Entrant) -> str | None:
    """The birth date that counts: the column's, else the number's."""
    found = entrant.identity
    return entrant.birth or (
        found.birth_date.isoformat() if isinstance(found, IdentityNumber) else None
    )


def _sex_by_number(entrant: Entrant) -> str | None:
    return entrant.identity.sex if isinstance(entrant.identity, IdentityNumber) else None


def _standing(line: Line) -> dict[str, bool | None]:
    """全日制在籍 says two things; a no may mean either, so only the first is denied."""
    both = reading.flag(_ticked(line.text("full_time_enrolled")))
    full = reading.flag(_ticked(line.text("full_time"))) if line.text("full_time") else both
    own = reading.flag(_ticked(line.text("enrolled"))) if line.text("enrolled") else None
    return {"school_full_time": full, "enrolled": own if own is not None else both or None}


def _ticked(text: str) -> str:
    ticks: dict[str, str] = table()["ticks"]
    return ticks.get(comparable(text), text)


def school(entrant: Entrant) -> str:
    """The name of the school: its column, the first half of 学校/专业, else the unit."""
    line = entrant.line
    joined = line.text("school_major")
    return line.text("school") or reading_half(joined, 0) or entrant.unit


def major(line: Line) -> str:
    """The name of the major."""
    return line.text("major") or reading_half(line.text("school_major"), 1)


def reading_half(text: str, half: int) -> str:
    """The school or the major in 学校/专业."""
    for sign in ("/", "／", "|", "、", "，", ",", "；", ";", "\n", " ", "　", "-", "—"):
        if sign in text:
            return text.split(sign, 1)[half].strip()
    return "" if half else text
