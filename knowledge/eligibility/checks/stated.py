"""Conditions for which there is no key: looked up in `other`, else open; and combinations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.eligibility.ages import reached
from knowledge.eligibility.checks.area import inside
from knowledge.eligibility.checks.base import (
    Case,
    Params,
    Result,
    Way,
    met,
    not_met,
    remark,
    unknown,
)
from knowledge.eligibility.checks.sanctions import by_sanction
from knowledge.eligibility.checks.told import negative, told, values
from knowledge.eligibility.places import lies_in
from knowledge.eligibility.reading import flag
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def other_fact(case: Case, params: Params) -> Result:
    """Something the notice asks for that only `other` can tell: {called, key?, denies?, ask?}.

    `key` is a fact that tells it as well, where `other` is silent; `denies` lists words of a job
    or identity that rule it out. What must not be (无不良记录) is so unless said otherwise, but for
    what is asked (`ask`) of some tracks only.
    """
    called = str(params["called"])
    so = told(case.person, called)
    if so is None:
        so = _by_person(case, params)
    if so is None and negative(called) and not params.get("ask"):
        return met(f"须{called}；没有相反的情况。")
    if so is None:
        return unknown(f"须{called}；还不知道是否如此。", "other")
    return met(f"须{called}；符合。") if so else not_met(f"须{called}；不符合。")


def _by_person(case: Case, params: Params) -> bool | None:
    """What the job, the identity or another key says of it."""
    said = comparable("".join(filter(None, (case.person.job, case.person.identity))))
    if any(word in said for word in params.get("denies", ())):
        return False
    if "key" not in params:
        return None
    outcome = _run(case, {"check": "facts", "params": {"all": [params["key"]]}}).outcome
    return {"met": True, "not_met": False}.get(outcome)


def other_place(case: Case, params: Params) -> Result:
    """A place no key names (执业注册地点) lies in the area: {called, area}; only `other` tells."""
    called, where = str(params["called"]), str(params["area"])
    said = f"{called}须在{where}"
    known = {_lies(value, where) for value in values(case.person, called)} - {None}
    if not known:
        return unknown(f"{said}；还不知道是否如此。", "other")
    return met(f"{said}；符合。") if known == {True} else not_met(f"{said}；不符合。")


def _lies(value: object, where: str) -> bool | None:
    so = flag(value)
    if so is not None:
        return so
    known = lies_in(str(value), where)
    return inside(str(value), where) if known is None else known


def when_told(case: Case, params: Params) -> Result:
    """What is asked of the entry, judged where `other` speaks of it: {text, below?: years}."""
    text = str(params["text"]).removesuffix("。")
    births = case.person.births(case.day)
    adult = "below" in params and births and reached(births, int(params["below"]), case.day)
    so = None if adult else told(case.person, text)
    if so is None:
        return remark(f"{text}。")
    return met(f"{text}；符合。") if so else not_met(f"{text}；不符合。")


def not_understood(case: Case, params: Params) -> Result:
    """A condition no pattern understands: {said, bars?}, or {text} on the notice.

    Not met by silence; with `bars` it is one for those it names to be kept out.
    """
    if "text" in params:
        return unknown(f"{params['text']}；请对照通知，或向主办方确认。", "other")
    said = str(params["said"])
    so = told(case.person, said)
    if params.get("bars") and so is not None:
        so = not so
    if so is None:
        return unknown(f"通知规定“{said}”，没能自动判定；请对照条款，或向主办方确认。", "other")
    return met(f"通知规定“{said}”；符合。") if so else not_met(f"通知规定“{said}”；不符合。")


def barred_other(case: Case, params: Params) -> Result:
    """A bar for which there is no key: {said}; a remark unless `other` names it."""
    said = str(params["said"])
    if (of_sanction := by_sanction(case, said)) is not None:
        return of_sanction
    so = told(case.person, said, one_enough=True)
    if so is None:
        return remark(f"“{said}”不得报名；请自行核对。")
    return (
        not_met(f"“{said}”不得报名；有这种情形。")
        if so
        else met(f"“{said}”不得报名；没有这种情形。")
    )


def any_of(case: Case, params: Params) -> Result:
    """One of these is enough: {any: [{check, params}]}; one rule, as alternatives are."""
    results = [_run(case, each) for each in params["any"]]
    said = "或者".join(_condition(result) for result in results)
    for result in results:
        if result.outcome == "met":
            return result
    if any(result.outcome == "unknown" for result in results):
        keys = dict.fromkeys(key for result in results for key in result.missing)
        return unknown(f"{said}（一项即可）；还不能确定。", *keys)
    if all(result.outcome == "remark" for result in results):
        return remark(f"{said}（一项即可）。")
    ways = tuple(way for result in results for way in result.ways)
    return not_met(f"{said}（一项即可）；都不符合。", or_else=ways)


def unless_excepted(case: Case, params: Params) -> Result:
    """A condition whose sentence has an exception nobody read: {then}; never a no."""
    result = _run(case, params["then"])
    if result.outcome != "not_met":
        return result
    said = result.explanation.removesuffix("。")
    return unknown(f"{said}；这一条另有例外或可选的条件，请对照条款。", "other")


def all_of(case: Case, params: Params) -> Result:
    """All of these together, as one alternative of `any_of`: {all: [{check, params}]}."""
    results = [_run(case, each) for each in params["all"]]
    for outcome in ("not_met", "unknown"):
        if found := [result for result in results if result.outcome == outcome]:
            keys = dict.fromkeys(key for result in found for key in result.missing)
            said = "；".join(result.explanation.rstrip("。") for result in found)
            return Result(found[0].outcome, f"{said}。", tuple(keys), _together(found))
    return met("；".join(result.explanation.rstrip("。") for result in results) + "。")


def _together(broken: Sequence[Result]) -> tuple[Way, ...]:
    """The first way of each, all of them needed; none if one cannot be mended."""
    if not all(result.ways for result in broken):
        return ()
    return (tuple(fix for result in broken for fix in result.ways[0]),)


def when(case: Case, params: Params) -> Result:
    """A condition on some only: {key, words, called, then: {check, params}}.

    `key` is the fact that decides whom it concerns: it does if it holds one of `words`.
    """
    result = _run(case, params["then"])
    fact = getattr(case.person, str(params["key"]), None)
    so = told(case.person, str(params["called"])) if params["key"] == "identity" else None
    if so:
        return result
    if fact is None:
        if result.outcome in {"met", "remark"}:
            return result
        return unknown(
            f"{params['called']}：{result.explanation}（还不知道是否属于）", str(params["key"])
        )
    if params["key"] == "identity":
        fact = f"{fact}|{case.person.job or ''}"
    if any(str(word) in str(fact) for word in params["words"]):
        return result
    return remark(f"{params['called']}另有规定，不适用于本人：{_condition(result)}。")


def _run(case: Case, each: Mapping[str, Any]) -> Result:
    from knowledge.eligibility.checks import CHECKS  # noqa: PLC0415 the table holds this check too

    return CHECKS[str(each["check"])](case, each.get("params", {}))


def _condition(result: Result) -> str:
    return result.explanation.partition("；")[0].rstrip("。")


def nested(params: Params) -> Sequence[Mapping[str, Any]]:
    """The checks inside a combination."""
    return [
        *params.get("any", ()),
        *params.get("all", ()),
        *([params["then"]] if "then" in params else ()),
    ]
