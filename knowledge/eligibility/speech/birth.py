"""Days of birth, as they are written and as they follow from the day on which one speaks."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from knowledge.eligibility import reading
from knowledge.eligibility.data import table
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, amount, pattern
from knowledge.numerals import arabic

_CENTURY, _TURN, _YOUNGEST, _LATEST = 100, 30, 5, 2021
_MONTHS, _LEAP = 12, 2000
_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_CN = r"[零〇一二三四五六七八九]"
_YEAR = rf"(?:\d{{4}}|{_CN}{{4}}|\d{{2}}|{_CN}{{2}})"
_SHORT = rf"(?:0\d|[5-9]\d|[零〇]{_CN}|[五六七八九]{_CN})"


def written_year(digits: str) -> str:
    """`95` → 1995, `零八` → 2008."""
    year = int(digits.translate(_DIGITS))
    if year < _CENTURY:
        year += 2000 if year < _TURN else 1900
    return f"{year:04d}"


def _plausible(written: str, day: Day) -> bool:
    latest = day.year - _YOUNGEST if day else _LATEST
    return 1850 < int(written[:4]) <= latest  # noqa: PLR2004 nobody older has a birth date that matters


def _birth(match: re.Match[str], day: Day) -> Found:
    parts = [written_year(match["y"])]
    for name in ("m", "d"):
        if not match[name]:
            break
        parts.append(f"{int(float(arabic(match[name]))):02d}")
    sex = {"sex": match["sex"]} if match.groupdict().get("sex") else {}
    if fault := impossible(parts):
        return {"faults": [fault], **sex}
    read = reading.iso_date("-".join(parts))
    return {"birth_date": read, **sex} if read and _plausible(read, day) else None


def impossible(parts: Sequence[str]) -> str:
    """What is wrong with year, month and day that no calendar has; empty: nothing.

    >>> impossible(["2010", "02", "30"])
    '2010年2月没有30日，请核对出生日期'
    """
    wording: dict[str, str] = table("speech.yaml")["impossible"]
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    if not 1 <= month <= _MONTHS:
        return wording["month"].format(month=month)
    if not 1 <= day <= monthrange(year, month)[1]:
        return wording["day"].format(year=year, month=month, day=day)
    return ""


def _without_year(match: re.Match[str], _: Day) -> Found:
    """2月30号生的: wrong in any year; a possible day alone says nothing."""
    wording: dict[str, str] = table("speech.yaml")["impossible"]
    month, day = int(amount(match["m"])), int(amount(match["d"]))
    if not 1 <= month <= _MONTHS:
        return {"faults": [wording["month"].format(month=month)]}
    if not 1 <= day <= monthrange(_LEAP, month)[1]:
        return {"faults": [wording["day_of_month"].format(month=month, day=day)]}
    return None


def _lunar(match: re.Match[str], _: Day) -> Found:
    """农历2008年五月: the lunar year reaches into the next one."""
    year = int(written_year(match["y"] or match["y2"]))
    return {"unclear": [Unclear(key="birth_date", said=match[0], low=year, high=year + 1)]}


def _decade(match: re.Match[str], _: Day) -> Found:
    """80后 is born 1980 to 1989, 95后 1995 to 1999."""
    first = int(written_year(match["y"]))
    last = first + (4 if first % 10 else 9)
    return {"unclear": [Unclear(key="birth_date", said=match[0], low=first, high=last)]}


def births() -> tuple[Pattern, ...]:
    """Patterns of days of birth; those that name the word for it first."""
    rest = (
        r"(?:年[底初末中头尾]|"
        rf"[年./-](?:(?P<m>\d{{1,2}}|{N})(?:[月./-](?:份?(?P<d>\d{{1,2}}|{N})[日号]?)?)?)?)?"
    )
    label = (
        r"(?:身份证上?(?:写的?|登记的?)?(?:是|为)|身份证上|户口本上|生于|出生于|出生在|生日是?|出生(?:日期|年月日?|时间|年份)?(?:是|为|在|:)?)"
        r"(?:是|为|在|:|,){0,4}"
    )
    before = r"(?<![\d.])"
    lunar = r"(?:农历|阴历|旧历|老历)"
    return (
        pattern(
            rf"{lunar}的?(?P<y>{_YEAR})年?[^,。;!?\d\0]{{0,8}}|(?:{lunar}的?)?"
            rf"{before}(?P<y2>{_YEAR})年(?:{lunar}[^,。;!?\0]{{0,8}}|(?:腊|正|冬)月[^,。;!?\0]{{0,6}})",
            _lunar,
        ),
        pattern(
            rf"(?<![年\d.])(?P<m>\d{{1,2}}|{N})月(?P<d>\d{{1,2}}|{N})[日号]?(?:出生|生的?|过生日)",
            _without_year,
        ),
        pattern(rf"{label}(?P<y>{_YEAR}){rest}", _birth),
        pattern(
            rf"{before}(?P<y>{_YEAR}){rest}份?(?:出生|生人|生的|生日|生"
            rf"(?=[,。;!?能可今属还]|$)|(?<=年)的?人(?=[,。;!?]|$))",
            _birth,
        ),
        pattern(
            rf"(?<![号届厂校职证表款版型赛费]){before}(?P<y>{_YEAR})年(?P<m>\d{{1,2}}|{N})?(?:月(?P<d>\d{{1,2}}|"
            rf"{N})?[日号]?)?份?的(?=[,。;!?能可还有行算不没男女]|人|职工|学生|$)",
            _birth,
        ),
        pattern(
            rf"(?:我|俺|咱|本人|孩子|娃|儿子?|女儿|他|她|弟|妹)(?:今年|就|也)?(?:是|,)?"
            rf"(?P<y>{_SHORT})年?(?P<m>\d{{1,2}}(?=月))?(?:月份?)?(?P<d>)?的",
            _birth,
        ),
        pattern(
            r"(?:(?P<sex>男|女)|我是?|本人)[,性]*(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>)(?=[,。;!?]|$)",
            _birth,
        ),
        pattern(
            r"(?:(?P<sex>男|女)|我是?|本人)[,性]*(?P<y>\d{4})[年./-](?P<m>\d{1,2})[月./-]"
            r"(?P<d>\d{1,2})[日号]?(?!\d)",
            _birth,
        ),
        pattern(
            rf"(?:我|本人|俺|他|她)(?:是)?(?P<y>{_SHORT}|19\d\d|200\d)年(?:(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})[日号])?)?"
            rf"(?=,?(?:男|女)(?:[,。性]|$)|$|,能|,可以)",
            _birth,
        ),
        pattern(rf"(?P<y>{_SHORT})(?:后|年代)", _decade),
    )
