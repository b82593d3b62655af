"""Days of birth that follow from the day on which one speaks: 下个月满16, 还差两个月18."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge import lazy_re
from knowledge.eligibility import reading
from knowledge.eligibility.ages import add_months
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, amount, pattern
from knowledge.numerals import arabic

_WEEKS = frozenset({"周", "星期", "礼拜"})
_UNITS = frozenset({"月", "天", "日", "年", "岁", *_WEEKS})
_MONTHS = {"下下": 2, "下": 1, "这": 0, "本": 0, "当": 0, "上": -1, "上上": -2}
_DAYS = {
    "大前天": -3,
    "大后天": 3,
    "后天": 2,
    "明天": 1,
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "前天": -2,
}
_YEARS = {"后年": 2, "明年": 1, "去年": -1, "前年": -2}
_TURNED = lazy_re.compile("满|到|过|生日")
_TURNS = (
    rf"(?:就|才|要|会|将|正好|刚好|刚刚|刚|是|我|他|她|能|的时候|生日|过了?|之后|以后){{0,4}}"
    rf"(?:年?满|到|过|(?=\d|[一二三四五六七八九]?十))(?P<n>{N})(?:(?:周?岁)(?:生日)?|"
    rf"(?![\d年个月号日人队名%分届点级万元天次场项]))"
)


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
    if ahead < 0 and not _TURNED.search(match[0]):
        born = day.year + ahead - years
        return {"unclear": [Unclear(key="birth_date", said=match[0], low=born - 1, high=born)]}
    return _turning(date(day.year + ahead, 1, 1), years, parts=1)


def _years_ago(match: re.Match[str], day: Day) -> Found:
    """两年前满的16: born in that year."""
    if day is None:
        return None
    when = date(day.year - int(amount(match["k"])), 1, 1)
    return _turning(when, int(amount(match["n"])), parts=1)


def _this_month(match: re.Match[str], day: Day) -> Found:
    """今年9月满16; 9月15号才满16."""
    if match["m"] == "两":
        return None  # 还有两月 is two months
    month, years = int(float(arabic(match["m"]))), int(amount(match["n"]))
    if day is None:
        return {"unclear": [Unclear(key="age", said=match[0], low=years - 1, high=years)]}
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
    if not match["k"] or match["k"] == "几" or unit not in _UNITS:
        return {"age": years - 1}
    if day is None:
        return None if unit in {"年", "岁"} else {"age": years - 1}
    many = amount(match["k"])
    if unit in {"天", "日"}:
        return _turning(day + timedelta(days=int(many)), years, parts=3)
    if unit in _WEEKS:
        return _turning(day + timedelta(days=int(many * 7)), years, parts=3)
    if unit in {"年", "岁"}:
        return {"age": years - max(1, int(many))}  # half a year may be some weeks more
    return _turning(add_months(day, int(many)), years, parts=2)


def _turning(when: date, years: int, *, parts: int) -> Found:
    """Born `years` before `when`, as far as that is known."""
    born = add_months(when, -12 * years)
    return {"birth_date": born.isoformat()[: (4, 7, 10)[parts - 1]]} if 0 < years < 130 else None  # noqa: PLR2004 no one is older


def turnings() -> tuple[Pattern, ...]:
    """Patterns of the day, month or year in which somebody is so old."""
    k = r"(?P<k>\d{1,3}|半|一|两|二|三|四|五|六|七|八|九|十|几)?"
    return (
        pattern(
            rf"{N.replace('(?:', '(?P<n>', 1)}(?:周?岁)的?生日(?:就|正好|刚好|也)?(?:是|"
            rf"在)?(?P<when>下下|下|这|本|当|上)个?月",
            _month,
        ),
        pattern(rf"(?P<when>{'|'.join(_DAYS)}){_TURNS}", _day),
        pattern(
            rf"(?P<when>下下|下|这|本|当|上上|上)个?月(?:份|初|底|上旬|中旬|下旬|末)?{_TURNS}",
            _month,
        ),
        pattern(
            rf"(?P<when>今年|明年|去年)?的?(?P<m>\d{{1,2}}|{N})月份?(?:底|初|末|上旬|中旬?|下旬)?(?:"
            rf"(?P<d>\d{{1,2}})[日号])?(?:就|才|要|会|将|正好|刚好|刚){{0,4}}年?满"
            rf"(?P<n>{N})(?:周?岁)?(?![\d年个月号日人队名%分届])",
            _this_month,
        ),
        pattern(
            rf"(?P<when>{'|'.join(_YEARS)})(?:底|初|下半年|上半年)?(?:我|他|她|孩子|娃)?{_TURNS}",
            _year_of,
        ),
        pattern(
            rf"(?:还|就|只|再过|再等|还要等|得等|要等|等|要再?过?|差){{1,4}}(?:差|过|有|了){{0,4}}{k}(?:个多?|来)?"
            rf"(?P<u>月|天|年|岁|周|星期|礼拜|点儿?|一点|些)?(?:多)?(?:就|才|到|满|不满|够|过|可以|"
            rf"能){{0,4}}满?(?P<n>[1-9]\d|{N})(?:周?岁)(?:生日)?",
            _short_of,
        ),
        pattern(
            rf"生日(?:是|在)?(?P<when>)(?P<m>\d{{1,2}})(?:月|[./-])(?P<d>\d{{1,2}})[日号]?,?(?:我|他|她)?今年(?:就|才|要|会|刚|刚好){{0,3}}年?满"
            rf"(?P<n>{N})(?:周?岁)?(?![\d年个月号日人队名%分届])",
            _this_month,
        ),
        pattern(
            rf"(?:离|距离?|到)?{N.replace('(?:', '(?P<n>', 1)}周?岁(?:生日)?"
            rf"(?:还|就|只|才|都){{0,3}}(?:差|缺|少|还有)"
            rf"(?:了|个|不到|将近)?{k}个?多?(?P<u>月|天|日|周(?!岁)|星期|礼拜|年|岁)",
            _short_of,
        ),
        pattern(
            rf"(?P<k>\d{{1,2}}|一|两|二|三|四|五|六)年前(?:就|才|刚)?满(?:的|了)?"
            rf"{N.replace('(?:', '(?P<n>', 1)}"
            rf"(?:周?岁)?(?![\d年个月])",
            _years_ago,
        ),
        pattern(
            rf"(?:还有?|再过|再有|只差|差){k}个?(?P<u>月|天|年|岁|周|星期|礼拜)(?:就|才|到|满|不满|够){{0,4}}"
            rf"(?:是|要)?(?P<n>[1-9]\d)(?![\d年个月号日人队名%分届])",
            _short_of,
        ),
        pattern(
            rf"差{k}个?(?P<u>月|天|年|岁)(?:就|才|到|满|不满|够){{0,4}}(?P<n>[1-9]\d)"
            rf"(?![\d年个月号日人队名%分届])",
            _short_of,
        ),
    )
