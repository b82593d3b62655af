"""What a line says of a person, as the facts the checker asks for.

A roster is sent by units, so whoever stands in it is entered by one. Its columns imply more than
they say: a level is one of the occupation, years are years in it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge import lazy_re
from knowledge.eligibility import reading
from knowledge.eligibility.person import Person, read_person
from knowledge.eligibility.places import Hit, gazetteer, hits
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
_SINCE = lazy_re.compile(
    r"((?:19|20)\d\d)\s*[-./年]\s*(\d{1,2})(?!\d)\s*月?"
    r"(?:\s*[-–—~～至到起]+\s*(?:今|现在|目前|((?:19|20)\d\d)\s*[-./年]\s*(\d{1,2})\s*月?)?)?"
    r"\s*(?:参加工作|入职|起|开始|以来|至今)?"
)
_CALENDAR = lazy_re.compile(r"(?:19|20)\d\d(?!\d)")
_MONTHS = 12
_SHORT_COUNTY = 3
"""Rank of a county's name without 区, 县 in the gazetteer."""


def person_of(entrant: Entrant, day: date) -> Person:
    """The facts of a line on a day; what no column holds stays unknown."""
    line = entrant.line
    facts: dict[str, Any] = {name: line.text(name) for name in _PLAIN if line.text(name)}
    facts |= {
        "birth_date": birth_of(entrant),
        "sex": reading.sex(line.text("sex")) or _sex_by_number(entrant),
        "identity": line.text("identity") or entrant.called or None,
        "group": entrant.group or None,
        "certificate_level": level(line.text("level")),
        "years_experience": years(line.text("years"), day),
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
        facts["school_region"] = telling(school(entrant))
    else:
        facts["work_place"] = line.text("work_place") or telling(entrant.unit)
    return read_person(facts)[0]


def level(text: str) -> int | None:
    """The level of a certificate, 0 for none; what only fills the cell (/, -) means none."""
    own = _ticked(text)
    return 0 if comparable(own) in table()["none"] else reading.level(own)


def years(text: str, day: date) -> float | None:
    """Years of work: a number, or since when; a year without a month says too little.

    >>> years("6年", date(2026, 7, 1)), years("2018年7月至今", date(2026, 7, 1))
    (6.0, 8.0)
    >>> years("2021年至今", date(2026, 7, 1)) is None
    True
    """
    if not _CALENDAR.search(text):
        return reading.years(text)
    match = _SINCE.fullmatch(text.strip())
    if not match or not 1 <= int(match[2]) <= _MONTHS:
        return None
    end = (int(match[3]), int(match[4])) if match[3] else (day.year, day.month)
    months = (end[0] - int(match[1])) * _MONTHS + end[1] - int(match[2])
    return months / _MONTHS if months >= 0 else None


def telling(name: str) -> str | None:
    """The name of a unit or school without words that are a district's only by chance.

    江南职业学校 need not stand in 江南区, nor is 解放 in the name of an army's school a district.

    >>> telling("江南职业学校"), telling("重庆江南职业学校")
    ('职业学校', '重庆职业学校')
    """
    words = comparable(name)
    for hit in reversed(hits(words)):
        if _is_bare_district(hit, words):
            words = words[: hit.start] + words[hit.end :]
    return words or None


def _is_bare_district(hit: Hit, name: str) -> bool:
    word, book = name[hit.start : hit.end], gazetteer().names
    full = any(word + end in book for end in ("市", "县", "旗"))
    return hit.rank == _SHORT_COUNTY and f"{word}区" in book and not full


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
