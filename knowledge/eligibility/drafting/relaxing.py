"""Ages that are relaxed for some: 获…称号的可放宽至50周岁 joins the age it relaxes as one rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.deeds import deed_of, honours
from knowledge.eligibility.drafting.numbers import level
from knowledge.eligibility.drafting.parts import Condition, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEVEL = lazy_re.compile(r"高级技师|技师|高级工|[一二三]级")
_TITLE = lazy_re.compile(
    r"正高级|副高级|中级(?=[^,]{0,6}职)|高级(?=[^,]{0,6}职)|高级工程师|工程师|副教授|教授|讲师"
)
_EDUCATION = lazy_re.compile(r"博士|硕士|本科")
_UPPER = frozenset({"age_at_most", "age_on", "born_between"})


_TIME = frozenset({"experience", "months", "years_after_certificate"})
_CERTIFIED = frozenset({"certificate", "certificate_or_years"})
_LIKE = {
    "education": frozenset({"education"}),
    "title": frozenset({"title"}),
    "certificate": _CERTIFIED,
    "experience": _TIME,
}
_OF = {
    "年限": _TIME, "工龄": _TIME, "教龄": _TIME, "学历": frozenset({"education"}),
    "职称": frozenset({"title"}), "年龄": _UPPER, "证书": _CERTIFIED, "等级": _CERTIFIED,
    "户籍": frozenset({"place", "area"}), "社保": frozenset({"months"}),
    "社会保险": frozenset({"months"}),
}  # fmt: skip


def relaxed(found: Sequence[Condition]) -> Iterator[Condition]:
    """Upper bounds of age, each with what relaxes it; a relaxation of nothing is a remark."""
    loose = [one for one in found if one.made.check == "relaxed"]
    of = {id(one): _bound(one, found) for one in loose}
    for one in found:
        if one.made.check == "relaxed":
            yield replace(one, made=_remark(one))
            continue
        mine = [each for each in loose if of[id(each)] is one]
        yield replace(one, made=_either(one, mine)) if mine else one


def _bound(loose: Condition, found: Sequence[Condition]) -> Condition | None:
    """The nearest condition of its kind before it in the same clause, else in one beside it."""
    place = loose.statement.place
    same = [one for one in found if one is not loose and _kin(one, loose)]
    before = [
        one for one in same if one.statement.place.path == place.path and _at(one) <= _at(loose)
    ]
    beside = [one for one in same if _beside(one) and _beside(one) == _beside(loose)]
    return max(before or beside, key=_at, default=None)


def _beside(one: Condition) -> str:
    """The clause above one, or the row it stands in."""
    place = one.statement.place
    return place.path if one.statement.cell else getattr(place, "parent", None) or ""


def _kin(one: Condition, loose: Condition) -> bool:
    """Whether a condition is of the kind that is relaxed."""
    if kind := loose.made.params.get("of"):
        return one.made.check in _OF[kind]
    check = loose.made.params["then"]["check"]
    return one.made.check in _LIKE.get(check, ()) if check in _LIKE else _upper(one)


def _upper(one: Condition) -> bool:
    params = one.made.params
    return one.made.check in _UPPER and bool({"years", "max", "first"} & set(params))


def _at(one: Condition) -> int:
    return one.statement.fold.at[0] + one.start


def _either(one: Condition, loose: Sequence[Condition]) -> Made:
    ways = [_item(one.made.check, one.made.params), *(_way(one, each) for each in loose)]
    return Made("any_of", {"any": ways}, one.made.capacities)


def _way(one: Condition, loose: Condition) -> dict[str, Any]:
    """Both the deed and the wider bound, reckoned on the day of the bound it relaxes."""
    if "by" in loose.made.params:
        wide = _wider(one.made, int(loose.made.params["by"]))
        return _item("all_of", {"all": [_reason(str(loose.made.params["who"])), wide]})
    if "open" in loose.made.params:
        open_ = _item("not_understood", {"said": loose.made.params["open"]})
        return _item("all_of", {"all": [_reason(str(loose.made.params["who"])), open_]})
    if "of" in loose.made.params:
        return _reason(str(loose.made.params["who"]))
    then = dict(loose.made.params["then"])
    if one.made.check == "age_on" and then["check"] == "age_at_most":
        then = _item("age_on", {"day": one.made.params["day"], "max": then["params"]["years"]})
    return _item("all_of", {"all": [_reason(str(loose.made.params["who"])), then]})


def _wider(made: Made, by: int) -> dict[str, Any]:
    """An upper bound of age, `by` years wider."""
    params = dict(made.params)
    for key in {"years", "max"} & set(params):
        params[key] = int(params[key]) + by
    if "first" in params:
        day = params["first"]
        params["first"] = day.replace(year=day.year - by, day=min(day.day, 28))
    return _item(made.check, params)


_SEX = lazy_re.compile(r"^(?:[^,]{0,4})(?P<sex>[男女])(?:性|选手|职工|同志|教师|员工|队员)+$")


def _reason(who: str) -> dict[str, Any]:
    if match := _SEX.match(who):
        return _item("sex", {"is": match["sex"]})
    if names := honours(who):
        return _item("honour", {"names": list(names)})
    if deed := deed_of(who):
        return _item("won", deed[0].params)
    if match := _LEVEL.search(who):
        return _item("certificate", {"level": level(match[0])})
    for check, pattern in (("title", _TITLE), ("education", _EDUCATION)):
        if match := pattern.search(who):
            return _item(check, {"level": match[0]})
    return _item("of_kind", {"called": who})


def _item(check: str, params: Any) -> dict[str, Any]:
    return {"check": check, "params": dict(params)}


def _remark(one: Condition) -> Made:
    return Made("note", {"text": one.statement.text[one.start : one.end].strip(",") + "。"})
