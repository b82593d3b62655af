"""Where a person lives, works, studies, is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, unknown
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
        return unknown(
            f"{said}；现在不在，但通知另一处规定有{where}{other}即可报名，两处如何衔接须由主办方确认。"
        )
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
    """The relations that are open; a worker who names no place of study studies nowhere."""
    return tuple(
        relation
        for relation, inside in known.items()
        if inside is None and (_words(case.person, relation) or _has(case, relation))
    )


def _has(case: Case, relation: str) -> bool:
    if relation in {"study_place", "school_region"}:
        studies = case.person.also_student or case.person.enrolled
        return case.capacity in {None, "student", "organiser"} or bool(studies)
    if relation == "work_place":
        works = case.person.employed or case.person.internship
        return case.capacity not in {"student", "unemployed", "retired"} or bool(works)
    return True


def _movable(case: Case, relations: tuple[str, ...]) -> str:
    first = "study_place" if case.capacity == "student" else "work_place"
    return first if first in relations else relations[0]
