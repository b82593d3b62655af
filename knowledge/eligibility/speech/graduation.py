"""When studies end, and whether they have ended."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from knowledge import lazy_re
from knowledge.eligibility.ages import births_of_date
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, amount, pattern, says
from knowledge.eligibility.speech.birth import written_year
from knowledge.eligibility.speech.stages import STAGES

_STAGE = lazy_re.compile(STAGES)
_YEARS = {"后年": 2, "明年": 1, "今年": 0, "去年": -1, "前年": -2, "大前年": -3}


def _graduates(match: re.Match[str], day: Day) -> Found:
    """明年毕业, 今年六月毕业, 2024年7月毕业: in the future one still studies."""
    when, month = match["when"], match["m"]
    if when in _YEARS:
        ahead = _YEARS[when]
        year = day.year + ahead if day else None
    else:
        year = int(written_year(when))
        ahead = (year > day.year) - (year < day.year) if day else -1
    said = _when(year, month)
    of = _of(match)
    if said and day and (ends := births_of_date(said)):
        return {**of, "graduated": said, **_standing(ends.first, ends.last, day)}
    still: dict[str, Any] = {**of, "graduated": said} if said else {**of}
    return {**still, "enrolled": ahead > 0} if ahead else still


def _of(match: re.Match[str]) -> dict[str, Any]:
    """The kind of school one leaves, if it is said."""
    stage = _STAGE.search(match[0])
    return {"education": stage[0]} if stage else {}


def _when(year: int | None, month: str | None) -> str | None:
    if year is None:
        return None
    number = int(amount(month)) if month else 0
    return f"{year:04d}-{number:02d}" if 0 < number <= 12 else f"{year:04d}"  # noqa: PLR2004 months


def _standing(first: date, last: date, day: date) -> dict[str, bool]:
    if last < day:
        return {"enrolled": False}
    return {"enrolled": True} if first > day else {}


def _years_ago(match: re.Match[str], day: Day) -> Found:
    """毕业三年了."""
    if day is None:
        return {**_of(match), "enrolled": False}
    years = int(amount(match["n"]))
    return {**_of(match), "graduated": str(day.year - years), "enrolled": False}


def _class_of(match: re.Match[str], _: Day) -> Found:
    """2026届: they graduate in that year."""
    return {"graduated": written_year(match["y"])}


def graduations() -> tuple[Pattern, ...]:
    """Patterns of graduation, years before words."""
    year = r"(?P<when>(?:19|20)\d{2}(?=[年.])|[0-3]\d(?=年)|大前年|前年|去年|今年|明年|后年)"
    month = rf"年?[.]?(?:的?(?P<m>\d{{1,2}}|{N})月(?:份|底|初)?)?"
    return (
        pattern(
            rf"{year}(?P<stage>{STAGES}|(?P<g>[高大研][一二三四五]))?{month}(?:就|才|刚|"
            rf"要|会|将|即将|已经|从[^,。;!?\0]{{2,14}}?){{0,4}}(?:大学|大专|本科|中专|"
            rf"中职|高职|技校|专科|硕士|研究生)?(?:就|才|刚|要){{0,4}}毕[业业](?!证|设计|"
            rf"论文)",
            _graduates,
        ),
        pattern(
            rf"(?P<e>{STAGES})?(?:刚)?毕业(?:已经|都|有|快){{0,4}}(?P<n>{N}|半)个?年(?:多)?",
            _years_ago,
        ),
        pattern(
            r"(?P<y>20[0-4]\d|[0-4]\d)届(?=毕业|学生|大|应届|本科|专科|[的,。;!?能可]|$)", _class_of
        ),
        pattern(r"(?:还没有?|没有?|未|尚未)(?:正式)?毕业(?!证)", says(enrolled=True)),
        pattern(r"(?:快|马上|即将|就)要?毕业了?(?!证|生)", says(enrolled=True)),
        pattern(
            rf"(?:{STAGES})?刚(?:刚)?从?[^,。;!?\0]{{0,8}}?毕业(?!证|设计)",
            lambda m, _: {**_of(m), "enrolled": False},
        ),
        pattern(
            r"毕业于|没(?:有|在)?(?:上学|"
            r"读书|念书)了?|不读(?:书)?了|不上学了?",
            says(enrolled=False),
        ),
        pattern(
            r"(?:正在)?休学(?:了|中|一年|半年|两年|期间)?",
            lambda m, _: {"unclear": [Unclear(key="enrolled", said=m[0])]},
        ),
        pattern(r"高[一二三]毕业", says(enrolled=False, education="高中")),
        pattern(
            rf"(?:我|本人)?(?P<e>{STAGES})(?:已经|刚|早就|都)毕业了?(?!证|生)",
            lambda m, _: {"education": m["e"], "enrolled": False},
        ),
        pattern(
            r"退学|肄业|(?:已经?|刚刚?|早就?|都)毕业了?(?!证)|毕业了|往届",
            says(enrolled=False),
        ),
    )
