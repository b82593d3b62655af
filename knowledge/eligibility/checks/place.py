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

RELATIONS = {
    "residence": "居住地", "work_place": "工作地", "study_place": "学习地", "hukou": "户籍",
    "school_region": "院校所在地",
}  # fmt: skip
"""The ways a person belongs to a place, by the key of the fact."""
_VERBS = {
    "residence": "居住", "work_place": "工作", "study_place": "学习", "school_region": "就读",
}  # fmt: skip


def place(case: Case, params: Params) -> Result:
    """In the region by one of the relations: {region, relations, doubt_if?}.

    With `doubt_if` another clause of the notice admits by that relation what this one excludes;
    such a person is unknown, for only the organiser can settle it.
    """
    where, relations = str(params["region"]), tuple(params["relations"])
    known = {relation: lies_in(_words(case.person, relation), where) for relation in relations}
    said = f"须{_required(where, relations)}"
    fitting = [RELATIONS[relation] for relation, inside in known.items() if inside]
    if fitting:
        return met(f"{said}；{fitting[0]}在{where}，符合。")
    if missing := _missing(case, known):
        lacking = _or([RELATIONS[key] for key in missing])
        return unknown(f"{said}；还不知道{lacking}是否在{where}。", *missing)
    names = "、".join(RELATIONS[relation] for relation in relations)
    outside = f"{names}{'都' if len(relations) > 1 else ''}不在{where}"
    if "doubt_if" in params and lies_in(getattr(case.person, params["doubt_if"]), where):
        other = RELATIONS[params["doubt_if"]]
        doubt = f"{said}；{outside}，但通知另一处规定有{where}{other}即可报名，两处如何衔接"
        return left_to_organiser(case, f"{doubt}须由主办方确认")
    first, *others = _movable(case, relations)
    ways = tuple((Fix(relation, where),) for relation in others)
    return not_met(f"{said}；{outside}。", Fix(first, where), or_else=ways)


def _or(words: list[str]) -> str:
    """甲、乙或丙."""
    return "或".join(filter(None, ("、".join(words[:-1]), *words[-1:])))


def _required(where: str, relations: tuple[str, ...]) -> str:
    """具有贵州户籍，或在贵州学习、工作."""
    has = [f"具有{where}户籍"] if "hukou" in relations else []
    verbs = _or([_VERBS[relation] for relation in relations if relation in _VERBS])
    return "，或者".join(has + ([f"在{where}{verbs}"] if verbs else []))


def school(case: Case, params: Params) -> Result:
    """The school lies in the region: {region}."""
    where = str(params["region"])
    inside = lies_in(_words(case.person, "school_region"), where)
    if inside is None:
        return unknown(f"须是{where}的院校；还不知道院校在哪里。", "school_region")
    if inside:
        return met(f"须是{where}的院校；符合。")
    return not_met(f"须是{where}的院校；院校不在{where}。", Fix("school_region", where))


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


def _movable(case: Case, relations: tuple[str, ...]) -> list[str]:
    """The relations, the one likeliest to change first."""
    first = "study_place" if case.capacity == "student" else "work_place"
    return sorted(relations, key=lambda relation: relation != first)
