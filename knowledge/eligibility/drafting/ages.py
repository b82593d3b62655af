"""Ages on a stated day, and birth windows in place of the ages beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.parts import Condition, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_AGES = frozenset({"age_at_least", "age_at_most", "within_retirement", "when"})
_REFERENCES = frozenset({"reference", "reference_here", "reference_deadline"})

_DITTO = lazy_re.compile(r"(?:年龄|时间|日期|基准|计算)[^,。;]{0,14}(?:同上|与上|同前)")


def dated(found: Sequence[Condition]) -> list[Condition]:
    """Ages reckoned by the day the notice names; birth windows in place of the ages beside them."""
    kept: list[Condition] = []
    found = list(_by_sex(found))
    for one in found:
        if one.made.check in _REFERENCES or _replaced(one, found):
            continue
        on = _day_for(one, found) if one.made.check in _AGES else None
        kept.append(replace(one, made=_on(one.made, on)) if on else one)
    return kept


_SEX = lazy_re.compile(
    r"(?P<sex>[男女])(?:性|选手|职工|同志|教师|员工|方|生)*(?:参赛)?(?:选手)?(?:的)?(?:年龄)?"
    r"(?:须|应|必须|为|在|:|,|均|限)*$"
)
_SAME = lazy_re.compile(r"[,(]?(?:即|也即|亦即|指|(?:出生)?(?:日期|时间)为|为|须|应)*[,:(]?")


def _by_sex(found: Sequence[Condition]) -> Iterator[Condition]:
    """男性不超过55周岁，即1970年7月1日以后出生: a birth window of one sex, in place of its age."""
    stale: set[int] = set()
    made: dict[int, Condition] = {}
    for one in found:
        if one.made.check != "born_between":
            continue
        text = one.statement.text
        ages = (o for o in found if _of_one_sex(o) and o.statement is one.statement)
        before = (o for o in ages if o.end <= one.start)
        age = next((o for o in before if _SAME.fullmatch(text[o.end : one.start])), None)
        named = _SEX.search(re.split("[,。;]", text[: one.start])[-1])
        sex = age.made.params["words"][0] if age else named["sex"] if named else ""
        if sex:
            then = {"check": "born_between", "params": dict(one.made.params)}
            params = {"key": "sex", "words": [sex], "called": f"{sex}选手", "then": then}
            made[id(one)] = replace(one, made=Made("when", params, one.made.capacities))
            stale |= {id(age)} if age else set()
    for one in found:
        if id(one) not in stale:
            yield made.get(id(one), one)


def _of_one_sex(one: Condition) -> bool:
    params = one.made.params
    return (
        one.made.check == "when"
        and params.get("key") == "sex"
        and params["then"]["check"] == "age_at_most"
    )


def _replaced(one: Condition, found: Sequence[Condition]) -> bool:
    """Whether a birth window of the same sentence says the same as this age."""
    side = {"age_at_most": "first", "age_at_least": "last"}.get(one.made.check)
    return side is not None and any(
        other.made.check == "born_between"
        and side in other.made.params
        and other.statement.place.path == one.statement.place.path
        and set(other.groups) == set(one.groups)
        for other in found
    )


def _day_for(one: Condition, found: Sequence[Condition]) -> date | None:
    """The reference day of this statement, else of the nearest scope that holds it."""
    own = one.made.check == "within_retirement"
    refs = [
        other for other in found
        if other.made.check in _REFERENCES and (own or not other.made.params.get("retirement"))
    ]  # fmt: skip
    if alone := [ref for ref in refs if ref.made.params.get("retirement")]:
        refs = [ref for ref in alone if _holds(ref, one)] or refs
    here = [
        ref for ref in refs
        if ref.made.check == "reference_here" and ref.statement.fold == one.statement.fold
    ]  # fmt: skip
    own_ = [ref for ref in refs if ref.statement is one.statement]
    if not here and len(own_) == 1:  # said once in the sentence, of all its ages
        here = own_
    if not here and _DITTO.search(one.statement.text):
        here = [ref for ref in refs if ref.statement.fold.at[0] < one.statement.fold.at[0]][-1:]
    wide = [ref for ref in refs if ref.made.check != "reference_here" and _holds(ref, one)]
    narrow = sorted(wide, key=lambda ref: -len(ref.tracks) - len(ref.groups))
    for ref in (*here, *narrow):
        on = ref.made.params.get("day") or _deadline(one, found)
        if on is not None:
            day: date = on
            return day
    return None


def _holds(ref: Condition, one: Condition) -> bool:
    tracks = not ref.tracks or bool(one.tracks and set(one.tracks) <= set(ref.tracks))
    return tracks and (not ref.groups or bool(one.groups and set(one.groups) <= set(ref.groups)))


def _deadline(one: Condition, found: Sequence[Condition]) -> Any:
    """The day of the one deadline that holds for the condition."""
    days = {
        at.date() if hasattr(at, "date") else at
        for other in found
        if other.made.check == "deadline" and _holds(other, one)
        for at in [other.made.params["at"]]
    }
    return days.pop() if len(days) == 1 else None


def _on(made: Made, on: date) -> Made:
    if made.check == "within_retirement":
        return Made("retirement_on", {"day": on}, made.capacities)
    if made.check == "when":
        then = made.params["then"]
        inner = _on(Made(then["check"], then["params"]), on)
        return made._replace(
            params={**made.params, "then": {"check": inner.check, "params": dict(inner.params)}}
        )
    if made.check not in {"age_at_least", "age_at_most"}:
        return made
    side = "min" if made.check == "age_at_least" else "max"
    return Made("age_on", {"day": on, side: made.params["years"]}, made.capacities)
