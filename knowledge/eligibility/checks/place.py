"""Where a person lives, works, studies, is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.checks.base import (
    Case,
    Fix,
    Params,
    Result,
    left_to_organiser,
    met,
    not_met,
    unknown,
)
from knowledge.eligibility.places import lies_in

if TYPE_CHECKING:
    from knowledge.eligibility.person import Person

_NAMES = {
    "residence": "居住地", "work_place": "工作地", "study_place": "学习地", "hukou": "户籍",
    "school_region": "院校所在地",
}  # fmt: skip


def place(case: Case, params: Params) -> Result:
    """In the region by one of the relations: {region, relations, doubt_if?}.

    With `doubt_if` another clause of the notice admits by that relation what this one excludes;
    such a person is unknown, for only the organiser can settle it.
    """
    where, relations = str(params["region"]), tuple(params["relations"])
    known = {relation: lies_in(_words(case.person, relation), where) for relation in relations}
    names = "、".join(_NAMES[relation] for relation in relations)
    said = f"须在{where}（{names}{'之一' if len(relations) > 1 else ''}）"
    fitting = [_NAMES[relation] for relation, inside in known.items() if inside]
    if fitting:
        return met(f"{said}；{fitting[0]}在{where}，符合。")
    if missing := _missing(case, known):
        lacking = "、".join(_NAMES[key] for key in missing)
        return unknown(f"{said}；还不知道{lacking}是否在{where}。", *missing)
    if "doubt_if" in params and lies_in(getattr(case.person, params["doubt_if"]), where):
        other = _NAMES[params["doubt_if"]]
        doubt = f"{said}；现在不在，但通知另一处规定有{where}{other}即可报名，两处如何衔接"
        return left_to_organiser(case, f"{doubt}须由主办方确认")
    return not_met(f"{said}；都不在{where}。", Fix(_movable(case, relations), where))


def school(case: Case, params: Params) -> Result:
    """The school lies in the region: {region}."""
    where = str(params["region"])
    inside = lies_in(_words(case.person, "school_region"), where)
    if inside is None:
        return unknown(f"须为{where}的院校；还不知道院校在哪里。", "school_region")
    if inside:
        return met(f"须为{where}的院校；符合。")
    return not_met(f"须为{where}的院校；院校不在{where}。", Fix("school_region", where))


def _words(person: Person, relation: str) -> str | None:
    """A school's place is where one studies, and the other way round."""
    if relation == "study_place":
        return person.study_place or person.school_region
    if relation == "school_region":
        return person.school_region or person.study_place
    words = getattr(person, relation)
    return words if isinstance(words, str) else None


def _missing(case: Case, known: dict[str, bool | None]) -> tuple[str, ...]:
    """The relations that are open, the likeliest of this person first; absent is unknown."""
    likely = {"student": "study_place", "worker": "work_place", "teacher": "work_place"}
    first = likely.get(case.capacity or "", "residence")
    open_ = [relation for relation, inside in known.items() if inside is None]
    return tuple(sorted(open_, key=lambda relation: relation != first))


def _movable(case: Case, relations: tuple[str, ...]) -> str:
    first = "study_place" if case.capacity == "student" else "work_place"
    return first if first in relations else relations[0]
