"""Days of birth, as they are written and as they follow from the day on which one speaks."""

from __future__ import annotations

import re

from knowledge.eligibility import reading
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, pattern
from knowledge.numerals import arabic

_CENTURY, _TURN, _YOUNGEST, _LATEST = 100, 30, 5, 2021
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
    read = reading.iso_date("-".join(parts))
    return {"birth_date": read} if read and _plausible(read, day) else None


def _decade(match: re.Match[str], _: Day) -> Found:
    """80后 is born 1980 to 1989, 95后 1995 to 1999."""
    first = int(written_year(match["y"]))
    last = first + (4 if first % 10 else 9)
    return {"unclear": [Unclear(key="birth_date", said=match[0], low=first, high=last)]}


def births() -> tuple[Pattern, ...]:
    """Patterns of days of birth; those that name the word for it first."""
    rest = rf"(?:[年./-](?:(?P<m>\d{{1,2}}|{N})(?:[月./-](?:份?(?P<d>\d{{1,2}}|{N})[日号]?)?)?)?)?"
    label = (
        r"(?:生于|出生于|出生在|生日是?|出生(?:日期|年月日?|时间|年份)?(?:是|为|在|:)?)"
        r"(?:是|为|在|:|,){0,4}"
    )
    before = r"(?<![\d.])"
    return (
        pattern(rf"{label}(?P<y>{_YEAR}){rest}", _birth),
        pattern(
            rf"{before}(?P<y>{_YEAR}){rest}份?(?:出生|生人|生的|生日|生"
            rf"(?=[,。;!?能可今属还]|$)|(?<=年)的?人(?=[,。;!?]|$))",
            _birth,
        ),
        pattern(
            rf"(?<![号届厂校职证表款版型赛费]){before}(?P<y>{_YEAR})年(?P<m>\d{{1,2}}|{N})?(?:月(?P<d>\d{{1,2}}|"
            rf"{N})?[日号]?)?份?的(?=[,能可还有行算不没男女]|人|职工|学生|$)",
            _birth,
        ),
        pattern(
            rf"(?:我|俺|咱|本人|孩子|娃|儿子?|女儿|他|她|弟|妹)(?:今年|就|也)?(?:是|,)?"
            rf"(?P<y>{_SHORT})年?(?P<m>\d{{1,2}}(?=月))?(?:月份?)?(?P<d>)?的",
            _birth,
        ),
        pattern(
            r"(?:男|女|我是?|本人)[,性]*(?P<y>\d{4})[年./-](?P<m>\d{1,2})[月./-]"
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
