"""What a person has learned and how long they have worked: certificates, years, degrees, grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.ages import births_of_date
from knowledge.eligibility.capacity import NAMES
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
from knowledge.eligibility.checks.schooling import final_year
from knowledge.eligibility.checks.told import told
from knowledge.eligibility.data import table
from knowledge.eligibility.retirement import before_retirement, groups
from knowledge.plain import comparable

if TYPE_CHECKING:
    from datetime import date

_MONTHS = {
    "months_at_unit": "在本单位工作", "employed_months": "工作",
    "social_insurance_months": "缴纳社会保险",
}  # fmt: skip
_YEAR = lazy_re.compile(r"(\d{4})级?")
_SCHOOL_YEAR_BEGINS = 9


def certificate(case: Case, params: Params) -> Result:
    """A certificate of the level or better: {level}; 5 (初级工) is any."""
    needed = int(params["level"])
    said = f"须有相应职业（工种）{table('words.yaml')['level_names'][needed]}及以上证书"
    held, related = case.person.certificate_level, case.person.certificate_related
    if held is None:
        return unknown(f"{said}；还不知道有没有证书、是几级。", "certificate_level")
    if not 1 <= held <= needed:
        return not_met(f"{said}；没有达到。", Fix("certificate_level", needed))
    if related is None:
        return unknown(f"{said}；还不知道证书是否对应本职业（工种）。", "certificate_related")
    return met(f"{said}；符合。") if related else not_met(f"{said}；证书与本职业（工种）不对应。")


def experience(case: Case, params: Params) -> Result:
    """Years in this line of work: {years}; another line of work does not count."""
    needed = float(params["years"])
    said = (
        f"须从事相关工作满{needed:g}年" if needed >= 1 else f"须从事相关工作满{needed * 12:g}个月"
    )
    had = case.person.years_experience
    if case.person.work_related is False:
        return not_met(f"{said}；所从事的工作不相关。", Fix("work_related", to=True))
    if had is None:
        return unknown(f"{said}；还不知道从业年限。", "years_experience")
    return (
        met(f"{said}；已从业{had:g}年。")
        if had >= needed
        else not_met(f"{said}；从业{had:g}年，不够。", Fix("years_experience", needed))
    )


def experience_at_most(case: Case, params: Params) -> Result:
    """No longer in this line of work than {years}; with `below` not so long."""
    most, had = float(params["years"]), case.person.years_experience
    said = f"从业须{'不满' if params.get('below') else '不超过'}{most:g}年"
    if had is None:
        return unknown(f"{said}；还不知道从业年限。", "years_experience")
    if had < most or (had == most and not params.get("below")):
        return met(f"{said}；已从业{had:g}年。")
    return not_met(f"{said}；已从业{had:g}年。")


def years_after_certificate(case: Case, params: Params) -> Result:
    """Years since the certificate: {years, level?}."""
    needed = float(params["years"])
    said = f"取得证书后须从业满{needed:g}年"
    had = case.person.years_after_certificate
    if "level" in params and (held := certificate(case, params)).outcome != "met":
        return held
    if had is None:
        return unknown(f"{said}；还不知道取证后的年限。", "years_after_certificate")
    return (
        met(f"{said}；符合。")
        if had >= needed
        else not_met(f"{said}；不够。", Fix("years_after_certificate", needed))
    )


def months(case: Case, params: Params) -> Result:
    """Months of something: {key, months, also?, at_most?, on?}; key as in the contract.

    `also` names other keys that tell it as well; the longest counts, years_experience (in years)
    only where the key itself is not known. `at_most` names one that it cannot exceed, which says
    no where it is too short and else nothing. `on`: the day up to which it is counted.
    """
    key, needed = str(params["key"]), float(params["months"])
    said = f"须{_MONTHS[key]}满{needed:g}个月"
    also = [
        other
        for other in params.get("also", ())
        if not (other == "years_experience" and _given(case, [key]))
    ]
    had = max(_given(case, [key, *also]), default=None)
    bound = _given(case, [str(params["at_most"])]) if had is None and "at_most" in params else []
    had = min((one for one in bound if one < needed), default=had)
    if had is None:
        return unknown(f"{said}；还不知道已满多久。", key)
    if (had >= needed) != (had + _until(case, params.get("on")) >= needed):
        return unknown(f"{said}；还不知道到那天已满多久。", key)
    return met(f"{said}；符合。") if had >= needed else not_met(f"{said}；不够。", Fix(key, needed))


def _until(case: Case, on: date | None) -> float:
    """The months from the day of the verdict to the one up to which it is counted, if any."""
    return (on - case.day).days / _DAYS if on else 0.0


_DAYS = 30.44


def _given(case: Case, keys: list[str]) -> list[float]:
    """The months these keys give, as far as they are known."""
    found = ((key, getattr(case.person, key)) for key in keys)
    return [
        value * 12 if key == "years_experience" else value
        for key, value in found
        if value is not None
    ]


def rung(ladder: str, words: str | None) -> int | None:
    """The place of words on a ladder of ranks.yaml, by the longest word found.

    >>> rung("education", "全日制本科"), rung("title", "高级工程师"), rung("title", "无")
    (4, 3, None)
    """
    text = comparable(words or "")
    found = [
        (len(word), place)
        for place, rungs in enumerate(table("ranks.yaml")[ladder])
        for word in rungs
        if word in text
    ]
    return max(found)[1] if found else None


def education(case: Case, params: Params) -> Result:
    """A degree or better: {level: word of the ladder}."""
    return _climbed(case, "education", str(params["level"]), "学历")


def title(case: Case, params: Params) -> Result:
    """A professional title or better: {level: word of the ladder}."""
    return _climbed(case, "title", str(params["level"]), "职称")


def _climbed(case: Case, key: str, level: str, called: str) -> Result:
    said = f"须有{level}及以上{called}"
    words = getattr(case.person, key)
    held, needed = rung(key, words), rung(key, level)
    if words and comparable(words) in {"无", "没有", "none"}:
        return not_met(f"{said}；没有。", Fix(key, level))
    if held is None or needed is None:
        return unknown(f"{said}；还不知道{called}。", key)
    return (
        met(f"{said}；符合。")
        if held >= needed
        else not_met(f"{said}；没有达到。", Fix(key, level))
    )


def grade(case: Case, params: Params) -> Result:
    """The year of study: {years?: entry years, min? or of?: years of study, not_final?: true}."""
    words = comparable(case.person.grade or "")
    years = [int(year) for year in params.get("years", ())]
    said = "须为" + "、".join(
        [f"{year}级" for year in years]
        + [f"{params.get('min')}年级及以上"] * ("min" in params)
        + [f"{number}年级" for number in params.get("of", ())]
        + ["非毕业年级"] * bool(params.get("not_final"))
    )
    final = final_year(case.person, case.day) if params.get("not_final") else None
    if final is not None and not years and "min" not in params:
        return not_met(f"{said}；不符合。") if final else met(f"{said}；符合。")
    if not words:
        return unknown(f"{said}；还不知道年级。", "grade")
    fits = _graded(words, params, years, case.day)
    if fits is None:
        return unknown(f"{said}；年级还不能确定。", "grade")
    return met(f"{said}；符合。") if fits else not_met(f"{said}；不符合。")


def _graded(words: str, params: Params, years: list[int], day: date) -> bool | None:
    entry, study = _entry_and_study(words, day)
    if years:
        return None if entry is None else entry in years
    if params.get("not_final"):
        final = any(word in words for word in table("ranks.yaml")["final_year"])
        return False if final else (True if study in {1, 2} else None)
    if study is None:
        return None
    return study in params["of"] if "of" in params else study >= int(params["min"])


def _entry_and_study(words: str, day: date) -> tuple[int | None, int | None]:
    """Year of entry and year of study; one follows from the other by the school year."""
    now = day.year - (day.month < _SCHOOL_YEAR_BEGINS)
    match = _YEAR.search(words)
    if match:
        return int(match[1]), now - int(match[1]) + 1
    table_ = table("ranks.yaml")["year_of_study"]
    study = next((n for n, names in table_.items() if any(name in words for name in names)), None)
    return (None, None) if study is None else (now - study + 1, int(study))


def not_graduated(case: Case, params: Params) -> Result:
    """Not graduated by a day: {by}; a student who names no graduation has not."""
    by: date = params["by"]
    said = f"{by}以前没有毕业"
    if case.person.enrolled is False:
        return not_met(f"{said}；已不在校。")
    day = births_of_date(case.person.graduated) if case.person.graduated else None
    if day is None:
        return (
            met(f"{said}；没有毕业。")
            if case.person.enrolled
            else unknown(f"{said}；还不知道是否在校、何时毕业。", "enrolled")
        )
    if day.last <= by:
        return not_met(f"{said}；已毕业。")
    return (
        met(f"{said}；符合。")
        if day.first > by
        else unknown(f"{said}；还要知道毕业的日期。", "graduated")
    )


def _rehired(case: Case, called: str) -> Result:
    """Whoever is at work may have been taken back after retiring; the age tells."""
    births = case.person.births(case.day)
    if births is None:
        return remark(f"{called}不得参加；请自行核对。")
    possible = groups(case.person.sex, case.person.female_category)
    before = {before_retirement(births, group, case.day) for group in possible}
    if before == {True}:
        return met(f"{called}不得参加；未到退休年龄，不属于这种情形。")
    if before == {False}:
        return not_met(f"{called}不得参加；已到退休年龄。")
    return remark(f"{called}不得参加；请自行核对。")


def not_identity(case: Case, params: Params) -> Result:
    """Not one of these kinds of people: {one_of, called}."""
    called = str(params["called"])
    if (so := told(case.person, called, one_enough=True)) is not None:
        said = f"{called}不得参加"
        return not_met(f"{said}；属于这种情形。") if so else met(f"{said}；不属于这种情形。")
    if "retired" in params["one_of"] and case.capacity in {"worker", "teacher"}:
        return _rehired(case, called)
    stated = case.person.identity or ""
    kinds = {case.capacity, stated}
    if kinds & set(params["one_of"]) or (
        stated and stated not in NAMES and comparable(stated) in called
    ):
        return not_met(f"{called}不得参加；属于这种情形。")
    if case.capacity is None and not stated:
        return unknown(f"{called}不得参加；还不知道参赛身份。", "identity")
    return met(f"{called}不得参加；不属于这种情形。")
