"""What a notice says of a fact that no rule judges: open for those who told that fact."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.checks.apart import kinds_of_unit
from knowledge.eligibility.checks.base import Result, met, remark, unknown
from knowledge.eligibility.checks.told import told, values
from knowledge.plain import comparable, comparable_name

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.checks.base import Case, Params


_SEVERAL = lazy_re.compile(r"[、和及与或]|职业院校|技工|各类")


def unread_fact(case: Case, params: Params) -> Result:
    """A sentence about a fact that no rule was made from: {said, keys, least?}.

    Never a no. It is open once one of `keys` is told: something that is so, a number or a list
    longer than `least` (0 where it is not given); else a remark.
    """
    said = str(params["said"])
    least = float(params.get("least", 0))
    heard = [key for key in params["keys"] if _tells(getattr(case.person, key), least)]
    if not heard:
        return remark(f"通知规定“{said}”，请对照条款。")
    return unknown(f"通知规定“{said}”，没能自动判定；请对照条款，或向主办方确认。", *heard)


def _tells(value: object, least: float) -> bool:
    if value is None or value is False:
        return False
    if value is True:
        return True
    if isinstance(value, (int, float)):
        return value > least
    return len(value) > least if isinstance(value, Sized) else True


def _elsewhere(case: Case, said: str) -> bool:
    person = case.person
    if case.capacity != "student" or _SEVERAL.search(said):
        return False
    asked = kinds_of_unit(said)
    schools = filter(None, (person.study_place, person.education, person.grade))
    own = kinds_of_unit(comparable("、".join(schools)))
    return len(asked) == 1 and bool(own) and not asked & own


def unheard(case: Case, params: Params) -> Result:
    """What is told and stands in the notice's own words: {said: [{text, bars?, tracks?, groups?}]}.

    Open where `other` denies words that are asked for, or where a bar names an honour or an event
    of the person; that no rule was made from them shows only then. Never a no.
    """
    person = case.person
    tells = person.other or person.honours or person.other_events
    for each in params["said"] if tells else ():
        if not _concerns(case, each):
            continue
        said = str(each["text"])
        if _named(case, comparable_name(said)) if each.get("bars") else _denied(case, said):
            return unknown(f"通知写明“{said}”，与所述有关；请对照条款，或向主办方确认。", "other")
    return met("所述的其他情况，通知没有另作规定。")


def _concerns(case: Case, each: Mapping[str, Any]) -> bool:
    if each.get("tracks") and (case.track is None or case.track.id not in each["tracks"]):
        return False
    return not each.get("groups") or case.person.group in each["groups"]


def _denied(case: Case, said: str) -> bool:
    return (
        any(value is False for value in values(case.person, said))
        and told(case.person, said) is False
    )


def _named(case: Case, said: str) -> bool:
    every = (*case.person.honours, *case.person.other_events)
    return any(len(one) >= _HONOUR and one in said for one in map(comparable, every))


_HONOUR = 4


def unread_day(case: Case, params: Params) -> Result:
    """Days named where entering is described, none of them read as its end: {said, last}.

    Until the last of them nothing is late; behind it that is open.
    """
    last: date = params["last"]
    if case.day <= last:
        return met(f"通知写明“{params['said']}”；还没有过。")
    return unknown(f"通知写明“{params['said']}”，没能确定是不是报名截止；请向主办方确认。", "other")


def unread_words(case: Case, params: Params) -> Result:
    """Words about who may enter that no pattern took: {said}.

    Open where `other` denies them, or where they name one kind of school and a student is at
    another one.
    """
    said = str(params["said"])
    if told(case.person, said) is False or _elsewhere(case, comparable(said)):
        return unknown(f"通知写明“{said}”，与所述不符；请对照条款，或向主办方确认。", "other")
    return remark(f"通知写明“{said}”。")
