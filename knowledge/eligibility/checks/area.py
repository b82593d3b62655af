"""Where a person lives, works, studies, for areas below a province, or that no gazetteer knows."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.checks.base import (
    Case,
    Fix,
    Params,
    Result,
    met,
    not_met,
    remark,
    unknown,
)
from knowledge.eligibility.checks.place import RELATIONS
from knowledge.eligibility.data import table
from knowledge.eligibility.places import hits, region
from knowledge.plain import comparable

_ENDING = lazy_re.compile(r"(?:省|市|自治区|自治州|地区|州|盟|区|县|旗|镇|乡)$")
_NAMED = lazy_re.compile(r"([一-龥]{2,4}?)(省|市|自治州|州)")
_DISTRICT = lazy_re.compile(r"(?<=市)[一-龥]{2,4}?(?:区|县|旗)(?!域)")
_FUNCTION = lazy_re.compile(r"新区|开发区|[高工园社小校厂景片矿林]区|试验区|示范区|功能区|保税区")
"""Areas of another kind than the districts of a city, which may lie in any of them."""
_PROVINCE, _PREFECTURE, _COUNTY = 0, 1, 2


def area(case: Case, params: Params) -> Result:
    """In the area by one of the relations: {area, relations, own?}.

    With `own` the area is the unit that invites its own people: who names no unit is one of them.
    """
    where, relations = str(params["area"]), tuple(params["relations"])
    named = "、".join(RELATIONS[relation] for relation in relations)
    said = f"须在{where}（{named}{'之一' if len(relations) > 1 else ''}）"
    known = {relation: _inside(case, relation, where) for relation in relations}
    if fitting := [RELATIONS[key] for key, value in known.items() if value]:
        return met(f"{said}；{fitting[0]}在{where}，符合。")
    if params.get("own") and not any(_words(case, relation) for relation in relations):
        return remark(f"{said}；请自行核对。")
    if missing := [key for key, value in known.items() if value is None]:
        lacking = "、".join(RELATIONS[key] for key in missing)
        return unknown(f"{said}；还不知道{lacking}是否在{where}。", *_likely(case, missing))
    return not_met(f"{said}；都不在{where}。", Fix(_likely(case, list(relations))[0], where))


def _inside(case: Case, relation: str, where: str) -> bool | None:
    """Whether one belongs to the area so; who works and studies nowhere has no place of study."""
    words = _words(case, relation)
    if not words and relation == "study_place" and _no_student(case):
        return False
    return inside(words, where)


def _no_student(case: Case) -> bool:
    person = case.person
    working = person.identity in {"worker", "teacher", "flexible", "retired"} or person.employed
    return bool(working) and person.also_student is False


def _likely(case: Case, keys: list[str]) -> list[str]:
    likely = {
        "student": ("study_place", "school_region"),
        "worker": ("work_place",),
        "teacher": ("work_place",),
    }
    first = likely.get(case.capacity or "", ("residence",))
    return sorted(keys, key=lambda key: key not in first)


def _words(case: Case, relation: str) -> str | None:
    person = case.person
    if relation in {"study_place", "school_region"}:
        return person.study_place or person.school_region
    words = getattr(person, relation)
    return words if isinstance(words, str) else None


def inside(words: str | None, where: str) -> bool | None:
    """Whether the place the words name lies in `where`; None if they do not settle it.

    >>> inside("岚州市高新区", "岚州市"), inside("清溪市", "岚州市"), inside("高新区", "岚州市")
    (True, False, None)
    """
    text = comparable(words or "")
    if not text:
        return None
    known = table("places.yaml")
    if any(word in text for word in known["elsewhere"]):
        return False
    name = _ENDING.sub("", comparable(where))
    if name in text or any(word in text for word in known["here"]):
        return not re.search(rf"(?:不在|不是|非|没在){re.escape(name)}", text)
    return _by_gazetteer(text, where) if hits(text) else _by_name(text, where)


def _by_gazetteer(text: str, where: str) -> bool | None:
    """False if the words name a place in another province, or another prefecture or county."""
    theirs, ours = region(text), region(where)
    if theirs and (ours is None or theirs != ours):
        return False
    ranks, own = {hit.rank for hit in hits(text)}, {hit.rank for hit in hits(where)}
    return False if {_PREFECTURE, _COUNTY} & ranks & own else None


def _by_name(text: str, where: str) -> bool | None:
    """False if the words name an area of the same kind that is called otherwise."""
    kind = _ENDING.search(where)
    named = _NAMED.match(text)
    if named and kind and named[2] == kind[0]:
        return False
    other = _DISTRICT.search(text) if kind and kind[0] in "区县旗" else None
    return False if other and not _FUNCTION.search(other[0]) else None
