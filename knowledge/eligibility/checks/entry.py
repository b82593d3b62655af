"""How a person is entered: by a unit, in a team of that unit, within its quota."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.eligibility.capacity import group_capacity
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

_ALONE = ("个人", "自行", "自己", "本人直接")


def entered_by_unit(case: Case, _: Params) -> Result:
    """由所在单位组织报名: a unit or school is there, and it enters the person."""
    said = "须由所在单位（院校）组织报名"
    if refusal := _refusal(case):
        return not_met(f"{said}；{refusal[0]}。", refusal[1])
    if case.capacity == "organiser":
        return not_met(f"{said}；办赛单位不是参赛选手。", Fix("identity", "worker"))
    has = _has_unit(case)
    if has is None:
        return unknown(f"{said}；还不知道有没有所在单位。", "identity")
    if has:
        return met(f"{said}；有所在单位（院校）。")
    return not_met(f"{said}；没有所在单位。", Fix("unit_recommended", to=True))


def _refusal(case: Case) -> tuple[str, Fix] | None:
    person = case.person
    if person.unit_recommended is False:
        return "所在单位不推荐", Fix("unit_recommended", to=True)
    if case.capacity == "student" and person.school_recommended is False:
        return "学校不推荐", Fix("school_recommended", to=True)
    if person.channel and any(word in person.channel for word in _ALONE):
        return "不能个人自行报名", Fix("channel", "由所在单位报名")
    return None


def _has_unit(case: Case) -> bool | None:
    """职工, 教师 and 学生 have a unit or school unless they say otherwise; 灵活就业 has none."""
    person = case.person
    if person.unit_recommended or person.employed or case.capacity in {"student", "teacher"}:
        return True
    if person.employed is False or case.capacity in {"flexible", "unemployed", "retired"}:
        return False
    return True if case.capacity == "worker" else None


def team_within_unit(case: Case, _: Params) -> Result:
    """不得跨单位组队, judged when the units of the team are given."""
    said = "团队不得跨单位组队"
    if case.person.team_units is None or case.person.team_event is False:
        return remark(f"{said}。")
    if len(set(case.person.team_units)) > 1:
        return not_met(f"{said}；队员来自不同单位。", Fix("team_units", ["同一单位"]))
    return met(f"{said}；队员属于同一单位。")


def team_size(case: Case, params: Params) -> Result:
    """A team has exactly so many members: {size}."""
    size = int(params["size"])
    said = "本赛项为单人赛" if size == 1 else f"每支团队{size}名选手"
    given = case.person.team_size
    if given is None and not (size == 1 and case.person.team_event):
        return remark(f"{said}。")
    if given == size:
        return met(f"{said}；符合。")
    if given is None:
        return not_met(f"{said}；不能组队参赛。", Fix("team_event", to=False))
    return not_met(f"{said}；现在是{given:g}人。", Fix("team_size", size))


def unit_quota(case: Case, params: Params) -> Result:
    """每单位限报: {limit, per: group|track, unit}; what is entered must leave room for one more."""
    limit, per = int(params["limit"]), params["per"]
    of = "每个组别" if per == "group" else ""
    counted = params["unit"]
    said = f"同一单位{of}不得超过{limit}{counted}"
    entered, asked = case.person.unit_entries_same_group, _asked(case, per)
    if entered is None and asked is None:
        return remark(f"{said}；名额请与单位核对。")
    if entered is not None and entered >= limit:
        fix = Fix("unit_entries_same_group", limit - 1)
        return not_met(f"{said}；单位已报{entered:g}{counted}，名额已满。", fix)
    if asked is not None and asked > limit:
        fix = Fix("unit_entries", _cut(case.person.unit_entries or {}, limit, per))
        return not_met(f"{said}；单位要报{asked:g}{counted}，超出名额。", fix)
    return met(f"{said}；没有超过。")


def _cut(entries: Mapping[str, float], limit: int, per: str) -> dict[str, float]:
    """The entries within the limit: each group's own, or one shared by all in their order."""
    cut: dict[str, float] = {}
    for name, asked in entries.items():
        left = limit - (sum(cut.values()) if per == "track" else 0)
        cut[name] = min(asked, max(left, 0))
    return cut


def _asked(case: Case, per: str) -> float | None:
    """How many the unit asks for in the group (the fullest one if it is not known) or in all."""
    entries = case.person.unit_entries
    if not entries:
        return None
    if per == "track":
        return sum(entries.values())
    who = "student" if case.capacity == "student" else "worker"
    own = [
        count for name, count in entries.items() if case.capacity and group_capacity(name) == who
    ]
    return max(own or entries.values())
