"""A certificate of a skill level, or else years in the line of work: one rule."""

from __future__ import annotations

from knowledge.eligibility.checks.base import Case, Fix, Params, Result, Way, met, not_met, unknown
from knowledge.eligibility.data import table


def certificate_or_years(case: Case, params: Params) -> Result:
    """A certificate of the level or better, else the years: {level, years}; one rule."""
    needed, years = int(params["level"]), int(params["years"])
    name = table("words.yaml")["level_names"][needed]
    said = f"须有相应职业（工种）{name}及以上证书，没有的须从业{years}年以上"
    by_certificate, by_years = _certificate(case, needed), _years(case, years)
    if by_certificate is True:
        return met(f"{said}；有符合要求的证书，符合。")
    if by_years:
        return met(f"{said}；从业{case.person.years_experience:g}年，符合。")
    missing = [
        key for key in (by_certificate, "years_experience" if by_years is None else None) if key
    ]
    if missing:
        return unknown(f"{said}；还不知道证书等级或从业年限是否符合。", *map(str, missing))
    first, *others = _ways(case, needed, years)
    return not_met(f"{said}；{_held(case)}，两项都不够。", *first, or_else=tuple(others))


def _ways(case: Case, needed: int, years: int) -> list[Way]:
    """A certificate that will do, or enough years in this line of work."""
    level = Fix("certificate_level", table("words.yaml")["level_names"][needed])
    by_certificate = [level] if _too_low(case, needed) else []
    if case.person.certificate_related is False:
        by_certificate.append(Fix("certificate_related", to=True))
    had, by_years = case.person.years_experience, []
    if had is None or had < years:
        by_years.append(Fix("years_experience", years))
    if case.person.work_related is False:
        by_years.append(Fix("work_related", to=True))
    return [tuple(by_certificate), tuple(by_years)]


def _held(case: Case) -> str:
    """What the person has of both: 有五级/初级工证书，从业4.9年."""
    person = case.person
    names = table("words.yaml")["level_names"]
    level = person.certificate_level
    held = f"有{names[level]}证书" if level else "没有证书" if level == 0 else "有证书"
    held += "，但与本职业（工种）不对应" if level and person.certificate_related is False else ""
    years = person.years_experience
    worked = "" if years is None else f"，从业{years:g}年"
    return held + worked + ("，但从事的工作不相关" if person.work_related is False else "")


def _too_low(case: Case, needed: int) -> bool:
    level = case.person.certificate_level
    return level is not None and not 1 <= level <= needed


def _certificate(case: Case, needed: int) -> bool | str:
    """True, False, or the key that is missing."""
    if _too_low(case, needed) or case.person.certificate_related is False:
        return False
    if case.person.certificate_level is None:
        return "certificate_level"
    return case.person.certificate_related or "certificate_related"


def _years(case: Case, needed: int) -> bool | None:
    """Years in another line of work do not count."""
    had = case.person.years_experience
    if had is not None and (had < needed or case.person.work_related is False):
        return False
    if had is None:
        return False if case.person.work_related is False else None
    return True
