"""What a student studies and when the studies end: subjects, years of graduation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.ages import add_months, births_of_date
from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, unknown
from knowledge.eligibility.checks.told import told
from knowledge.plain import comparable

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.person import Person

_ENTRY = lazy_re.compile(r"(20\d\d)级?")
_SHORTEST_COURSE = 2
_YEARS = (
    ("博士", 3),
    ("研究生", 2),
    ("硕士", 2),
    ("本科", 4),
    ("大专", 3),
    ("高职", 3),
    ("专科", 3),
    ("中", 3),
)
_ALIKE = 2


def major(case: Case, params: Params) -> Result:
    """What is studied, or was: one of {names, only?}; without `only` another name may belong."""
    names = [comparable(str(name)) for name in params["names"]]
    said = f"专业须属于{'、'.join(map(str, params['names']))}"
    related, words = case.person.major_related, comparable(case.person.major or "")
    if related is False:
        return not_met(f"{said}；专业不相关。", Fix("major_related", to=True))
    if related or any(_called(name, words) for name in names):
        return met(f"{said}；符合。")
    if params.get("only") and words:
        return not_met(f"{said}；不属于。", Fix("major", str(params["names"][0])))
    return unknown(f"{said}；还不知道专业是否属于。", "major_related" if words else "major")


def _called(name: str, words: str) -> bool:
    return bool(words) and (name in words or (len(words) >= _ALIKE and words in name))


def class_of(case: Case, params: Params) -> Result:
    """The year of graduation is none of {without}, or one of {within}."""
    only = "within" in params
    years = [int(year) for year in params["within" if only else "without"]]
    said = f"{'限' if only else '不含'}{'、'.join(f'{year}届' for year in years)}毕业生"
    leaves = _graduates(case.person)
    if leaves is None and (so := told(case.person, f"{years[0]}届毕业生")) is not None:
        leaves = years[0] if so else -1
    if leaves is None:
        return unknown(f"{said}；还不知道哪一年毕业。", "graduated")
    if (leaves in years) != only:
        return not_met(f"{said}；{leaves}年毕业。" if leaves > 0 else f"{said}；不是。")
    return met(f"{said}；符合。")


def _graduates(person: Person) -> int | None:
    """The year of graduation: as told, or by the year of entry and the length of the studies."""
    words = comparable(person.grade or "")
    if match := re.search(r"(20\d\d)届", words):
        return int(match[1])
    day = births_of_date(person.graduated) if person.graduated else None
    if day is not None:
        return day.first.year
    entry = _ENTRY.search(words)
    length = next((n for word, n in _YEARS if word in comparable(person.education or "")), None)
    return int(entry[1]) + length if entry and length else None


def final_year(person: Person, day: date) -> bool | None:
    """Whether the studies end within the school year of `day`; by what is told, else the date."""
    if (so := told(person, "毕业年级")) is not None:
        return so
    leaves = births_of_date(person.graduated) if person.graduated else None
    if leaves is None:
        return None
    ends = day.year + (day.month > _SCHOOL_YEAR_ENDS)
    return (leaves.last.year, leaves.last.month) <= (ends, _SCHOOL_YEAR_ENDS)


_SCHOOL_YEAR_ENDS = 8


def graduated_within(case: Case, params: Params) -> Result:
    """Graduated, and no longer ago than {years}, or not before {since}."""
    since = params.get("since")
    said = f"须{since}以后毕业" if since else f"须毕业不超过{params['years']}年"
    day = births_of_date(case.person.graduated) if case.person.graduated else None
    if day is None:
        return unknown(f"{said}；还不知道何时毕业。", "graduated")
    ends = add_months(day.last, 12 * int(params["years"]))
    if day.first > case.day:
        return not_met(f"{said}；还没有毕业。")
    if since and day.first < since <= day.last:
        return unknown(f"{said}；要知道毕业的具体日期。", "graduated")
    late = day.last < since if since else case.day > ends
    return met(f"{said}；符合。") if not late else not_met(f"{said}；已超过。")
