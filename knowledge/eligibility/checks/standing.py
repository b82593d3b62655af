"""What a person is: identity, group, student, in work."""

from __future__ import annotations

from knowledge.eligibility.capacity import ENTRANTS, NAMES, enrolled, group_capacity
from knowledge.eligibility.checks.base import (
    Case,
    Fix,
    Params,
    Result,
    left_to_organiser,
    met,
    not_met,
    remark,
    unknown,
)
from knowledge.plain import comparable, comparable_name

FACTS = {
    "enrolled": "在校在籍",
    "school_full_time": "全日制",
    "major_related": "所学专业与赛项相关",
    "work_related": "从事本职业（工种）或相关工作",
    "employed": "在职在岗",
    "establishment": "在编",
    "has_staff_and_judges": "有相适应的管理人员、专家和裁判员队伍",
    "has_funding": "有相适应的经费支持",
    "has_facilities": "有满足安全健康等要求的场所、设施和器材",
    "legal_person": "具有独立法人资格",
    "sealed_materials": "已上传加盖公章的佐证材料",
}

_LACKS = {
    "enrolled": "现在不在校在籍",
    "school_full_time": "不是全日制",
    "major_related": "所学专业与赛项不相关",
    "work_related": "从事的工作与赛项不相关",
    "employed": "现在不在职",
}


def identity(case: Case, params: Params) -> Result:
    """One of the kinds of people the notice admits: {one_of, called}."""
    called = str(params["called"])
    if case.capacity is None:
        return unknown(f"参赛对象为{called}；还不知道参赛身份。", "identity")
    if case.capacity in {"worker", "teacher"} and case.person.employed is False:
        return not_met(f"参赛对象为{called}；现在不在职。", Fix("employed", to=True))
    if case.capacity in params["one_of"]:
        return met(f"参赛对象为{called}；以{NAMES[case.capacity]}身份参赛，符合。")
    return not_met(
        f"参赛对象为{called}；不含{NAMES[case.capacity]}。", Fix("identity", params["one_of"][0])
    )


def sex(case: Case, params: Params) -> Result:
    """Of one sex only: {is}."""
    said = f"限{params['is']}性"
    if case.person.sex is None:
        return unknown(f"{said}；还不知道性别。", "sex")
    if case.person.sex == params["is"]:
        return met(f"{said}；符合。")
    return not_met(f"{said}；不符合。")


def groups(case: Case, params: Params) -> Result:
    """The group fits the capacity: {groups: {name: [capacities]}}."""
    by_name: dict[str, list[str]] = params["groups"]
    called = "、".join(by_name)
    if other := _not_here(case, by_name):
        return not_met(f"本赛项设{called}；没有{other}。", Fix("group", next(iter(by_name))))
    if case.capacity is None:
        if _open_to_all(case.person.group, by_name):
            return met(f"设{called}；各种身份都可以报。")
        return unknown(f"设{called}；还不知道参赛身份。", "identity")
    who = NAMES[case.capacity]
    fitting = [name for name, admitted in by_name.items() if case.capacity in admitted]
    if not fitting:
        admitted = list(dict.fromkeys(one for each in by_name.values() for one in each))
        to = "worker" if "worker" in admitted else admitted[0]
        return not_met(f"设{called}；没有{who}可报的组别。", Fix("identity", to))
    wanted = _group(case.person.group, by_name)
    if wanted is None or wanted in fitting:
        return met(f"设{called}；{who}身份可报{'、'.join(fitting)}。")
    said = f"设{called}；{who}身份不能报{wanted}，可报{'、'.join(fitting)}。"
    return not_met(said, Fix("group", fitting[0]))


def _open_to_all(stated: str | None, by_name: dict[str, list[str]]) -> bool:
    """Whether the group stated, or each of them, takes people of every kind."""
    own = _group(stated, by_name)
    return all(
        set(ENTRANTS) <= set(by_name[name]) for name in ([own] if own in by_name else by_name)
    )


def _not_here(case: Case, by_name: dict[str, list[str]]) -> str | None:
    """The group stated, where the notice has it by this name, but not in this track."""
    stated = comparable(case.person.group or "")
    others = (name for name in case.notice.groups if name not in by_name)
    return next((name for name in others if comparable(name) == stated), None)


def _group(stated: str | None, by_name: dict[str, list[str]]) -> str | None:
    """The notice's name of the group stated; None if none is stated or it cannot be read."""
    if stated is None:
        return None
    same = [name for name in by_name if comparable(name) == comparable(stated)]
    who = group_capacity(stated)
    alike = [name for name in by_name if who and group_capacity(name) == who]
    if not (same or alike) and who:
        return stated
    return next(iter(same or alike), None)


def facts(case: Case, params: Params) -> Result:
    """Each of these is so: {all: [keys]}."""
    return _all(case, list(params["all"]))


def any_fact(case: Case, params: Params) -> Result:
    """One of these is so: {any: [keys], ask}; `ask` is the key to ask for."""
    keys, ask = list(params["any"]), str(params["ask"])
    named = "或".join(str(name) for name in params.get("called", [FACTS[key] for key in keys]))
    if any(_fact(case, key) for key in keys):
        return met(f"须{named}；符合。")
    if _fact(case, ask) is None:
        return unknown(f"须{named}；还不知道是否如此。", ask)
    ways = tuple((Fix(key, to=True),) for key in keys if key != ask)
    return not_met(f"须{named}；{_lacking(keys)}。", Fix(ask, to=True), or_else=ways)


def _lacking(keys: list[str]) -> str:
    return "，".join(dict.fromkeys(_LACKS.get(key, f"“{FACTS[key]}”不符合") for key in keys))


def open_fact(case: Case, params: Params) -> Result:
    """One of these may be asked for, the words leave it open: {said, any: [keys]}."""
    said = str(params["said"])
    values = [_fact(case, key) for key in params["any"]]
    if any(values):
        return met(f"{said}；符合，不受影响。")
    return left_to_organiser(case, said) if False in values else remark(f"{said}，请向主办方确认。")


def _all(case: Case, keys: list[str]) -> Result:
    named = "、".join(FACTS[key] for key in keys)
    values = {key: _fact(case, key) for key in keys}
    if broken := [key for key, value in values.items() if value is False]:
        fixes = (Fix(key, to=True) for key in broken)
        alone = broken == ["employed"] and case.capacity == "flexible"
        fault = "灵活就业人员没有在职的单位" if alone else _lacking(broken)
        return not_met(f"须{named}；{fault}。", *fixes)
    if open_ := [key for key, value in values.items() if value is None]:
        so = "如此" if open_ == keys else "、".join(FACTS[key] for key in open_)
        return unknown(f"须{named}；还不知道是否{so}。", *open_)
    return met(f"须{named}；符合。")


def _fact(case: Case, key: str) -> bool | None:
    if key == "enrolled":
        return enrolled(case.person, case.day)
    if key == "work_related" and case.person.work_related is None:
        return _does_this_work(case)
    if key == "employed":
        return _employed(case)
    value = getattr(case.person, key)
    return value if isinstance(value, bool) else None


def _employed(case: Case) -> bool | None:
    """职工 and 教师 are in employment, 灵活就业 is not, unless said otherwise."""
    if case.person.employed is not None:
        return case.person.employed
    return {"worker": True, "teacher": True, "flexible": False}.get(case.capacity or "")


def _does_this_work(case: Case) -> bool | None:
    """A job called like the track is related; another name settles nothing."""
    job, track = comparable(case.person.job or ""), case.track
    names = [comparable_name(name) for name in (track.name, *track.aliases)] if track else []
    return True if len(job) > 1 and any(name in job or job in name for name in names) else None
