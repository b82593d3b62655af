"""A person (or an organiser) as far as known: the keys of the contract, read leniently."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from knowledge.eligibility import reading
from knowledge.eligibility.ages import Births, births_of_age, births_of_date
from knowledge.eligibility.data import table
from knowledge.model import Frozen

if TYPE_CHECKING:
    from datetime import date


class Person(Frozen):
    """Facts; None is unknown. Lists that are absent are empty."""

    birth_date: str | None = None
    """ISO, as far as given: `1995-03-02`, `1995-03`, `1995`."""
    age: float | None = None
    sex: Literal["男", "女"] | None = None
    identity: str | None = None
    """student, worker, teacher, flexible, organiser, another kind of words.yaml, or free words."""
    group: str | None = None
    job: str | None = None
    residence: str | None = None
    work_place: str | None = None
    study_place: str | None = None
    hukou: str | None = None
    school_region: str | None = None
    school_full_time: bool | None = None
    enrolled: bool | None = None
    major_related: bool | None = None
    employed: bool | None = None
    work_related: bool | None = None
    internship: bool | None = None
    establishment: bool | None = None
    education: str | None = None
    grade: str | None = None
    major: str | None = None
    title: str | None = None
    graduated: str | None = None
    certificate_level: int | None = None
    """1 (一级/高级技师) … 5 (五级/初级工); 0 for 无."""
    certificate_related: bool | None = None
    years_after_certificate: float | None = None
    years_experience: float | None = None
    months_at_unit: float | None = None
    employed_months: float | None = None
    social_insurance_months: float | None = None
    female_category: Literal["worker", "cadre"] | None = None
    registered_tracks: tuple[str, ...] = ()
    registered_as: tuple[str, ...] = ()
    advisor_of: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    past_roles: tuple[str, ...] = ()
    past_events: tuple[str, ...] = ()
    other_events: tuple[str, ...] = ()
    wants_also: tuple[str, ...] = ()
    is_advisor: bool | None = None
    also_student: bool | None = None
    unit_recommended: bool | None = None
    school_recommended: bool | None = None
    team_event: bool | None = None
    team_units: tuple[str, ...] | None = None
    team_grades: tuple[str, ...] | None = None
    team_majors: tuple[str, ...] | None = None
    team_size: float | None = None
    unit_entries_same_group: float | None = None
    unit_entries: dict[str, float] | None = None
    channel: str | None = None
    submitted_to: str | None = None
    submitted: str | None = None
    unit_type: str | None = None
    event_category: str | None = None
    account: str | None = None
    legal_person: bool | None = None
    has_staff_and_judges: bool | None = None
    has_funding: bool | None = None
    has_facilities: bool | None = None
    sealed_materials: bool | None = None
    events: float | None = None
    tracks: float | None = None
    venues: float | None = None
    other: dict[str, Any] | None = None

    def births(self, as_of: date) -> Births | None:
        """The days on which this person may have been born.

        A birth date that the age contradicts leaves all days of both open.
        """
        by_age = births_of_age(self.age, as_of) if self.age is not None else None
        by_date = births_of_date(self.birth_date) if self.birth_date else None
        if by_date is None or by_date.first > as_of:
            return by_age
        by_date = Births(by_date.first, min(by_date.last, as_of))
        if by_age is None or (by_date.first <= by_age.last and by_age.first <= by_date.last):
            return by_date
        return Births(min(by_date.first, by_age.first), max(by_date.last, by_age.last))


def _identity(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        value = "、".join(filter(None, map(reading.words, value)))
    return reading.one_of("identity", value) or reading.words(value)


def _account(value: Any) -> str | None:
    return (
        {True: "已注册", False: "未注册"}.get(value)
        if isinstance(value, bool)
        else reading.words(value)
    )


_WORDS = {"group", "job", "residence", "work_place", "study_place", "hukou", "school_region"}
_WORDS |= {
    "education",
    "grade",
    "major",
    "title",
    "channel",
    "submitted_to",
    "unit_type",
    "event_category",
}
_NUMBERS = {"age", "months_at_unit", "employed_months", "social_insurance_months", "team_size"}
_NUMBERS |= {"unit_entries_same_group", "events", "tracks", "venues"}
_LISTS = {
    "registered_tracks",
    "registered_as",
    "advisor_of",
    "honours",
    "past_roles",
    "past_events",
}
_LISTS |= {"other_events", "wants_also", "team_units", "team_grades", "team_majors"}
_SPECIAL: dict[str, Callable[[Any], Any]] = {
    "birth_date": reading.iso_date,
    "graduated": reading.iso_date,
    "submitted": reading.moment,
    "sex": reading.sex,
    "identity": _identity,
    "account": _account,
    "certificate_level": reading.level,
    "years_experience": reading.years,
    "years_after_certificate": reading.years,
    "female_category": lambda value: reading.one_of("female_category", value),
    "unit_entries": lambda value: reading.mapping(value, reading.number),
    "other": lambda value: reading.mapping(value, reading.simple),
}


def _reader(key: str) -> Callable[[Any], Any]:
    if key in _SPECIAL:
        return _SPECIAL[key]
    for keys, read in (
        (_WORDS, reading.words),
        (_NUMBERS, reading.number),
        (_LISTS, reading.listing),
    ):
        if key in keys:
            return read
    return reading.flag


READERS = {key: _reader(key) for key in Person.model_fields}


def read_person(data: Any) -> tuple[Person, tuple[str, ...]]:
    """The person in foreign data, and the keys nobody knows; what cannot be read is unknown."""
    if not isinstance(data, Mapping):
        return Person(), ()
    facts = {key: READERS[key](value) for key, value in data.items() if key in READERS}
    known = {key: value for key, value in facts.items() if value is not None}
    if kept := _kept(data.get("identity")):
        known["other"] = {**kept, **(known.get("other") or {})}
    person = Person(**{**_implied(data.get("identity")), **known})
    return person, tuple(sorted(str(key) for key in data if key not in READERS))


def _implied(identity: Any) -> dict[str, Any]:
    """What the words of an identity say besides the identity."""
    text = identity if isinstance(identity, str) else ""
    return {
        key: value
        for word, facts in table("words.yaml")["identity_implies"].items()
        if word in text
        for key, value in facts.items()
    }


def _kept(identity: Any) -> dict[str, bool]:
    """The kind of employment an identity names, which the identity itself does not keep."""
    text = identity if isinstance(identity, str) else ""
    return {
        name: True
        for word, name in table("words.yaml")["identity_kept"].items()
        if word in text and not re.search(f"[非不][^、]{{0,3}}{word}", text)
    }
