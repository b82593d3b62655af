"""Days of birth, as they are written and as they follow from the day on which one speaks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.eligibility import reading
from knowledge.eligibility.ages import add_months
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, amount, pattern
from knowledge.numerals import arabic

_CENTURY, _TURN, _YOUNGEST, _LATEST = 100, 30, 5, 2021
_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_CN = r"[零〇一二三四五六七八九]"
_YEAR = rf"(?:\d{{4}}|{_CN}{{4}}|\d{{2}}|{_CN}{{2}})"
_SHORT = rf"(?:0\d|[5-9]\d|[零〇]{_CN}|[五六七八九]{_CN})"
_MONTHS = {"下下": 2, "下": 1, "这": 0, "本": 0, "当": 0, "上": -1, "上上": -2}
_DAYS = {"大后天": 3, "后天": 2, "明天": 1, "今天": 0, "今日": 0, "昨天": -1, "前天": -2}
_YEARS = {"后年": 2, "明年": 1, "去年": -1, "前年": -2}
_TURNS = (
    rf"(?:就|才|要|会|将|正好|刚好|刚刚|刚|是|我|他|她|能|的时候|生日|过了?|之后|以后){{0,4}}"
    rf"(?:年?满|到|过|(?=\d|[一二三四五六七八九]?十))(?P<n>{N})(?:(?:周?岁)(?:生日)?|"
    rf"(?![\d年个月号日人队名%分届点级万元天次场项]))"
)


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


def _month(match: re.Match[str], day: Day) -> Found:
    """下个月满16: born in that month; without the day of speaking only how old one is."""
    ahead, years = _MONTHS[match["when"]], int(amount(match["n"]))
    if day is None:
        return {"age": years - (ahead > 0)}
    return _turning(add_months(day.replace(day=1), ahead), years, parts=2)


def _day(match: re.Match[str], day: Day) -> Found:
    ahead, years = _DAYS[match["when"]], int(amount(match["n"]))
    if day is None:
        return {"age": years - (ahead > 0)}
    return _turning(day + timedelta(days=ahead), years, parts=3)


def _year_of(match: re.Match[str], day: Day) -> Found:
    ahead, years = _YEARS[match["when"]], int(amount(match["n"]))
    if day is None:
        return {"age": years - 1} if ahead > 0 else None
    return _turning(date(day.year + ahead, 1, 1), years, parts=1)


def _this_month(match: re.Match[str], day: Day) -> Found:
    """今年9月满16; 9月15号才满16."""
    month, years = int(float(arabic(match["m"]))), int(amount(match["n"]))
    if day is None:
        return None
    year = day.year + _YEARS.get(match["when"] or "", 0)
    read = reading.iso_date(
        "-".join(filter(None, (str(year), f"{month:02d}", match["d"] and f"{int(match['d']):02d}")))
    )
    return (
        _turning(date.fromisoformat(f"{read}-01"[:10]), years, parts=read.count("-") + 1)
        if read
        else None
    )


def _short_of(match: re.Match[str], day: Day) -> Found:
    """还差两个月16: today and so many months, that many years back."""
    years, unit = int(amount(match["n"])), match["u"]
    if day is None or not match["k"] or unit not in {"月", "天", "年"}:
        return {"age": years - 1}
    many = amount(match["k"])
    if unit == "天":
        return _turning(day + timedelta(days=int(many)), years, parts=3)
    if unit == "年" and many != 0.5:  # noqa: PLR2004 half a year is six months
        return {"age": years - int(many)}
    return _turning(add_months(day, int(many * 12) if unit == "年" else int(many)), years, parts=2)


def _turning(when: date, years: int, *, parts: int) -> Found:
    """Born `years` before `when`, as far as that is known."""
    born = add_months(when, -12 * years)
    return {"birth_date": born.isoformat()[: (4, 7, 10)[parts - 1]]} if 0 < years < 130 else None  # noqa: PLR2004 no one is older


def births() -> tuple[Pattern, ...]:
    """Patterns of days of birth; those that name the word for it first."""
    rest = rf"(?:[年./-](?:(?P<m>\d{{1,2}}|{N})(?:[月./-](?:份?(?P<d>\d{{1,2}}|{N})[日号]?)?)?)?)?"
    label = (
        r"(?:生于|出生于|出生在|生日是?|出生(?:日期|年月日?|时间|年份)?(?:是|为|在|:)?)"
        r"(?:是|为|在|:|,){0,4}"
    )
    before = r"(?<![\d.])"
    k = r"(?P<k>\d{1,3}|半|一|两|二|三|四|五|六|七|八|九|十|几)?"
    return (
        pattern(rf"{label}(?P<y>{_YEAR}){rest}", _birth),
        pattern(
            rf"{before}(?P<y>{_YEAR}){rest}份?(?:出生|生人|生的|生日|生"
            rf"(?=[,。;!?能可今属还]|$)|(?<=年)的?人(?=[,。;!?]|$))",
            _birth,
        ),
        pattern(
            rf"{N.replace('(?:', '(?P<n>', 1)}(?:周?岁)的?生日(?:就|正好|刚好|也)?(?:是|"
            rf"在)?(?P<when>下下|下|这|本|当|上)个?月",
            _month,
        ),
        pattern(
            rf"{before}(?P<y>{_YEAR})年(?P<m>\d{{1,2}}|{N})?(?:月(?P<d>\d{{1,2}}|"
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
        pattern(rf"(?P<y>{_SHORT})(?:后|年代)", _decade),
        pattern(rf"(?P<when>{'|'.join(_DAYS)}){_TURNS}", _day),
        pattern(rf"(?P<when>下下|下|这|本|当|上上|上)个?月(?:份|初|底|中旬|末)?{_TURNS}", _month),
        pattern(
            rf"(?P<when>今年|明年|去年)?的?(?P<m>\d{{1,2}}|{N})月份?(?:底|初|末)?(?:"
            rf"(?P<d>\d{{1,2}})[日号])?(?:就|才|要|会|将|正好|刚好|刚){{0,4}}年?满"
            rf"(?P<n>{N})(?:周?岁)?(?![\d年个月号日人队名%分届])",
            _this_month,
        ),
        pattern(rf"(?P<when>{'|'.join(_YEARS)})(?:底|初|下半年|上半年)?{_TURNS}", _year_of),
        pattern(
            rf"(?:还|就|只|再过|要再?过?|差){{1,4}}(?:差|过|有|了){{0,4}}{k}(?:个多?|来)?"
            rf"(?P<u>月|天|年|点儿?|一点|些)?(?:多)?(?:就|才|到|满|不满|够|过|可以|"
            rf"能){{0,4}}满?(?P<n>[1-9]\d|{N})(?:周?岁)(?:生日)?",
            _short_of,
        ),
        pattern(
            rf"差{k}个?(?P<u>月|天|年)(?:就|才|到|满|不满|够){{0,4}}(?P<n>[1-9]\d)"
            rf"(?![\d年个月号日人队名%分届])",
            _short_of,
        ),
    )
