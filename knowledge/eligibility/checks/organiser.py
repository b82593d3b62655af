"""Conditions on a unit that applies to run a competition."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.eligibility.capacity import describes_unit
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
from knowledge.eligibility.checks.standing import FACTS

_COUNTED = {
    "events": ("同一单位承办赛事", "场"),
    "tracks": ("同一单位承办赛项", "个"),
    "venues": ("同一赛事的承办地", "个"),
}


def unit(case: Case, params: Params) -> Result:
    """A unit, not a person: {called}."""
    called = str(params["called"])
    kind = case.person.unit_type
    if kind and any(word in kind for word in ("个人", "自然人")):
        return not_met(f"申报对象为{called}；不是个人。", Fix("unit_type", "单位"))
    if kind or case.capacity == "organiser":
        return met(f"申报对象为{called}；符合。")
    if case.capacity is None and case.person.identity is None and not describes_unit(case.person):
        return unknown(f"申报对象为{called}；还不知道申报单位的类型。", "unit_type")
    return not_met(f"申报对象为{called}；不是个人。", Fix("unit_type", "单位"))


def category(case: Case, params: Params) -> Result:
    """A category, run by a unit that fits it.

    {categories: {name: {words, units, by?, others?}}}: `others` are kinds of units that another
    category is for; a unit of neither list is left to the organiser.
    """
    given = case.person.event_category
    categories: dict[str, Params] = params["categories"]
    names = "、".join(categories)
    if given is None:
        return unknown(f"申报类别为{names}；还不知道申报哪一类。", "event_category")
    for name, about in categories.items():
        if any(word in given for word in about["words"]):
            return _fits(case, name, categories)
    return unknown(f"申报类别为{names}；没能认出申报的类别。", "event_category")


def _fits(case: Case, name: str, categories: Mapping[str, Params]) -> Result:
    kind, about = case.person.unit_type, categories[name]
    if not about["units"] or (kind is not None and _runs(kind, about)):
        return met(f"申报类别为{name}。")
    if kind is None:
        return unknown(f"申报类别为{name}；还不知道申报单位是哪一类。", "unit_type")
    said = f"申报类别为{name}，按通知由{about.get('by', '、'.join(about['units']))}举办"
    if any(word in kind for word in about.get("others", ())):
        own = next((other for other in categories if _runs(kind, categories[other])), None)
        fixes = (Fix("event_category", own),) if own else ()
        return not_met(f"{said}；申报单位是{kind}。", *fixes)
    return left_to_organiser(case, f"{said}；申报单位的类型不同，须由主办方确认")


def _runs(kind: str, about: Params) -> bool:
    return not about["units"] or any(word in kind for word in about["units"])


def _applies(case: Case, params: Params) -> bool | None:
    when = params.get("when")
    if when is None:
        return True
    given = getattr(case.person, when["key"])
    return None if given is None else any(word in given for word in when["words"])


def fact(case: Case, params: Params) -> Result:
    """A fact about the unit: {key, when?}; `when` limits it to a category: {key, words, called}."""
    key = str(params["key"])
    value = getattr(case.person, key)
    applies = _applies(case, params)
    said = f"{params['when']['called']}须{FACTS[key]}" if "when" in params else f"须{FACTS[key]}"
    if value or applies is False:
        return met(f"{said}；{'符合' if value else '这一类别不适用'}。")
    if value is None or applies is None:
        missing = [] if value is not None else [key]
        missing += [params["when"]["key"]] if applies is None else []
        return unknown(f"{said}；还不知道是否如此。", *missing)
    return not_met(f"{said}；还没有。", Fix(key, to=True))


def at_most(case: Case, params: Params) -> Result:
    """Not more than: {key, limit, when?}; beyond it in another category the words leave it open."""
    key, limit = str(params["key"]), int(params["limit"])
    value, applies = getattr(case.person, key), _applies(case, params)
    name, unit_of = _COUNTED[key]
    said = f"{name}不得超过{limit}{unit_of}"
    if applies is False and (value is None or value <= limit):
        return met(f"{said}；没有超过。")
    if applies is False:
        doubt = f"{said}；条文说的是{params['when']['called']}，其他类别是否适用须由主办方确认"
        return left_to_organiser(case, doubt)
    if value is None:
        return unknown(f"{said}；还不知道数量。", key)
    if value <= limit:
        return met(f"{said}；没有超过。")
    if applies is None:
        return unknown(
            f"{said}；{params['when']['called']}适用，还不知道申报类别。", "event_category"
        )
    return not_met(f"{said}；现在是{value:g}{unit_of}。", Fix(key, limit))


def account(case: Case, params: Params) -> Result:
    """Registered on the platform: {exempt: words of the category that needs no registration}."""
    said = "须在平台有账号"
    words, given = case.person.account, case.person.event_category
    if given and any(word in given for word in params["exempt"]):
        return met(f"{said}；这一类别无需注册，使用已下发的账号。")
    if words is None:
        return unknown(f"{said}；还不知道是否已注册。", "account")
    if any(word in words for word in ("多个", "两个", "重复")):
        return not_met(f"{said}；同一单位应避免多个账号。", Fix("account", "已注册"))
    if words[0] not in "未没无不尚否":
        return met(f"{said}；符合。")
    if given is None:
        return unknown(f"{said}；还不知道申报哪一类。", "event_category")
    return not_met(f"{said}；还没有注册。", Fix("account", "已注册"))
