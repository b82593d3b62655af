"""Ages that are relaxed for some: 获…称号的可放宽至50周岁 joins the age it relaxes as one rule."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.eligibility.drafting.deeds import deed_of, honours
from knowledge.eligibility.drafting.numbers import level
from knowledge.eligibility.drafting.parts import Condition, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEVEL = re.compile(r"高级技师|技师|高级工|[一二三]级")
_TITLE = re.compile(
    r"正高级|副高级|中级(?=[^,]{0,6}职)|高级(?=[^,]{0,6}职)|高级工程师|工程师|副教授|教授|讲师"
)
_EDUCATION = re.compile(r"博士|硕士|本科")
_UPPER = frozenset({"age_at_most", "age_on", "born_between"})


def relaxed(found: Sequence[Condition]) -> Iterator[Condition]:
    """Upper bounds of age, each with what relaxes it; a relaxation of nothing is a remark."""
    loose = [one for one in found if one.made.check == "relaxed"]
    of = {id(one): _bound(one, found) for one in loose}
    for one in found:
        if one.made.check == "relaxed":
            if of[id(one)] is None:
                yield replace(one, made=_remark(one))
            continue
        mine = [each for each in loose if of[id(each)] is one]
        yield replace(one, made=_either(one, mine)) if mine else one


def _bound(loose: Condition, found: Sequence[Condition]) -> Condition | None:
    """The nearest upper bound before it in the same clause."""
    place = loose.statement.place.path
    before = [
        one
        for one in found
        if _upper(one) and one.statement.place.path == place and _at(one) <= _at(loose)
    ]
    return max(before, key=_at, default=None)


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
    then = dict(loose.made.params["then"])
    if one.made.check == "age_on" and then["check"] == "age_at_most":
        then = _item("age_on", {"day": one.made.params["day"], "max": then["params"]["years"]})
    return _item("all_of", {"all": [_reason(str(loose.made.params["who"])), then]})


def _reason(who: str) -> dict[str, Any]:
    if names := honours(who):
        return _item("honour", {"names": list(names)})
    if deed := deed_of(who):
        return _item("won", deed[0].params)
    if match := _LEVEL.search(who):
        return _item("certificate", {"level": level(match[0])})
    for check, pattern in (("title", _TITLE), ("education", _EDUCATION)):
        if match := pattern.search(who):
            return _item(check, {"level": match[0]})
    return _item("other_fact", {"called": who})


def _item(check: str, params: Any) -> dict[str, Any]:
    return {"check": check, "params": dict(params)}


def _remark(one: Condition) -> Made:
    return Made("note", {"text": one.statement.text[one.start : one.end].strip(",") + "。"})
