"""For how long: years in the trade, months at the unit, months of social insurance."""

from __future__ import annotations

import re
from typing import Any

from knowledge import lazy_re
from knowledge.eligibility.speech.base import (
    SPAN,
    Day,
    Found,
    N,
    Pattern,
    Reader,
    Unclear,
    amount,
    pattern,
    says,
)
from knowledge.eligibility.speech.birth import written_year

_TRADES = lazy_re.compile(
    r"[电焊钳车铣铆管木瓦漆叉锻铸磨镗刨]工|厨师|护士|司机|程序员|保安|会计|机修工|维修工"
)
_OF_WORK = lazy_re.compile(r"工龄|工作|经验|干|做|从业|从事|上班|年限")
_RANGE = "[一二两三四五六七八九]"
_COUNT = (
    rf"(?P<n>{N}|半|[几一二三四五六七八九]?十几|(?P<lo>{_RANGE})(?=[二三四五六七八九]个?年)"
    rf"(?P<hi>{_RANGE})|(?P<lo2>\d{{1,2}})[-~到至](?P<hi2>\d{{1,2}}))"
)


def _count(match: re.Match[str]) -> tuple[float, float]:
    """The bounds of a number of years: 七八 is 7 to 8, 十来 10 to 19, 快五 just below 5."""
    parts = match.groupdict()
    low, high = parts.get("lo") or parts.get("lo2"), parts.get("hi") or parts.get("hi2")
    if low and high:
        return amount(low), amount(high)
    many = amount(match["n"].replace("几", "")) if "几" in match["n"] else amount(match["n"])
    many += 0.5 if parts.get("half") else 0
    many += amount(parts["months"]) / 12 if parts.get("months") else 0
    if parts.get("less"):
        return many - 0.1, many - 0.1
    rough = parts.get("rough") or ("几" if "几" in match["n"] else "")
    # 两年多 is still two full years; 十来年 may be more
    return (many, many + (9 if many % 10 == 0 else 1)) if rough and many >= 10 else (many, many)  # noqa: PLR2004 十多, 十来


def _years(match: re.Match[str], _: Day) -> Found:
    low, high = _count(match)
    found: dict[str, Any] = {"years_experience": round(low, 2), **_trade(match[0])}
    if low == high:
        return found
    return {
        **found,
        "unclear": [Unclear(key="years_experience", said=match[0], low=low, high=high)],
    }


def _months(match: re.Match[str], _: Day) -> Found:
    """干站务才8个月: less than a year in the trade, or more."""
    return {"years_experience": round(_count(match)[0] / 12, 3), **_trade(match[0])}


def _trade(words: str) -> dict[str, Any]:
    """干钳工26年 says the trade as well."""
    if "教龄" in words or "教书" in words:
        return {"identity": "teacher"}
    job = _TRADES.search(words)
    return {"job": job[0], "identity": "worker"} if job else {}


def _short_of(match: re.Match[str], _: Day) -> Found:
    """还差两年到五年工龄: so many years less."""
    less = amount(match["k"]) / (12 if match["u"] == "月" else 1)
    many = amount(match["n"]) - less
    if many < 0 or not _OF_WORK.search(match.string):
        return {}
    return {"years_experience": round(many, 2)}


def _of_job(match: re.Match[str], day: Day) -> Found:
    """网络管理员，12年: the occupation and for how long."""
    return {**(_years(match, day) or {}), "identity": "worker", "job": match["w"]}


def _unit_months(match: re.Match[str], _: Day) -> Found:
    low, high = _count(match)
    found = {"months_at_unit": round(low * (12 if "年" in match[0] else 1), 2)}
    if low == high:
        return found
    return {
        **found,
        "unclear": [Unclear(key="months_at_unit", said=match[0], low=low * 12, high=high * 12)],
    }


def _insured(match: re.Match[str], _: Day) -> Found:
    return {
        "social_insurance_months": round(_count(match)[0] * (12 if match["u"] == "年" else 1), 2)
    }


_AGO = {"今年": 0, "去年": 1, "前年": 2}


def _since(key: str, times: int) -> Reader:
    """2015年入行: the years since, as people count them; the month, if said, makes it exact."""

    def read(match: re.Match[str], day: Day) -> Found:
        if day is None:
            return None
        back = _AGO.get(match["y"])
        year = int(written_year(match["y"])) if back is None else day.year - back
        months = (day.year - year) * 12
        if match["m"]:
            months += day.month - int(amount(match["m"]))
        if months < 0 or months > 12 * 60:
            return None
        value = round(months * times / 12, 2)
        if match["m"]:
            return {key: value}
        around = Unclear(key=key, said=match[0], low=value - times, high=value + times)
        return {key: value, "unclear": [around]}

    return read


def tenures() -> tuple[Pattern, ...]:
    """At the unit before in the trade, for the words are alike."""
    did = r"(?:入这行|干|做|从事|从业|工作|入行|上班|打工|搞|待|任职|任教|教书|当)"
    less = r"(?P<less>不到|不足|不满|未满|没到|快要?|将近|接近|近|还没到?)"
    rough = r"(?P<rough>多|来|余)?"
    tail = rf"{rough}(?:个)?年(?:多)?(?P<half>半)?(?:零?(?P<months>{N})个月)?"
    here = r"(?:现在?的?|这个?|这家|目前的?|本|同一个?|新)(?:单位|公司|厂|企业|岗位|学校)"
    year = r"(?P<y>(?:19|20)\d{2}|[089]\d)年(?:(?P<m>\d{1,2}|" + N + r")月份?(?:\d{1,2}[日号])?)?"
    month = rf"(?:(?P<m>\d{{1,2}}|{N})月份?(?:\d{{1,2}}[日号])?)?"
    ago = rf"(?P<y>(?:(?:19|20)\d{{2}}|[089]\d)(?=年)|今年|去年|前年)年?{month}"
    in_trade = (
        r"(?:入行|开始(?:干|做|从事|工作|上班)|参加工作|起?(?:从事|从业|干这行|做这行)|工作"
        r"(?=[,。的能可至]|$)|就干|就在做)"
    )
    return (
        pattern(
            rf"社保(?:缴费?|交|买|断断续续|已经|只|也|才|就|刚|总共|一共){{0,4}}了?(?:才|有|满|"
            rf"快){{0,4}}{_COUNT}(?:来|多)?个?(?P<u>月|年)",
            _insured,
        ),
        pattern(
            rf"社保(?:我|他|她|是|从|自|就|打){{0,4}}{ago}(?:底|初|就|才|刚|开始|起|以来){{0,4}}(?:[交缴买]|开始)(?:[交缴买]|起|上){{0,2}}(?:的|了)?",
            _since("social_insurance_months", 12),
        ),
        pattern(rf"(?:交|缴|买)了?{_COUNT}(?:来|多)?个?(?P<u>月|年)(?:的)?社保", _insured),
        pattern(
            r"(?:没有?|没给|未|不|没在[^,。]{0,4})(?:交|缴|买|给交|参加)过?社保",
            says(social_insurance_months=0.0),
        ),
        pattern(
            rf"(?:入职|来公司|来单位|进厂|到岗|进公司|进单位|在岗|{here}(?:已经|才|刚|"
            rf"只){{0,4}}(?:干|做|工作|上班|待|呆|任职))(?:才|刚|有|满|已经|了|快|将近|"
            rf"不到){{0,4}}{_COUNT}{rough}个?月",
            _unit_months,
        ),
        pattern(
            rf"(?:入职|来公司|来单位|进厂|到岗|进公司|进单位|{here}(?:已经|才|刚|"
            rf"只){{0,4}}(?:干|做|工作|上班|待|呆|任职))(?:才|刚|有|满|已经|了){{0,4}}"
            rf"(?:{less})?{_COUNT}{tail}",
            _unit_months,
        ),
        pattern(
            rf"{ago}(?:底|初|年底)?(?:才|刚)?(?:入职|进厂|来(?:公司|单位|厂)|进(?:公司|单位|厂))",
            _since("months_at_unit", 12),
        ),
        pattern(rf"{year}(?:底|初|就|才|刚){{0,4}}{in_trade}", _since("years_experience", 1)),
        pattern(
            rf"从?{year}(?:底|初|就|开始|起)?(?:一直)?(?:干|做|工作|上班|搞)到(?:现在|今天|如今|目前|今年|今)",
            _since("years_experience", 1),
        ),
        pattern(
            rf"(?:还|就|只)?差(?P<k>{N}|半)个?(?P<u>年|月)(?:就|才)?(?:到|满|够|有){{1,2}}(?P<n>{N})年(?:工龄|工作经验|经验)?",
            _short_of,
        ),
        pattern(
            rf"(?<![^,。;!?])(?:干|做|当|搞|从事|是|我是)?(?P<w>(?![干做当搞从是我])[\u4e00-\u9fff]{{1,5}}(?<![党团学会队成人])(?:员|(?<![加施手分职员民开完人义打])工|师))[,]?{_COUNT}{tail}(?=[,。;!?了]|$)",
            _of_job,
        ),
        pattern(
            rf"{did}(?:了|快)?小十年",
            lambda m, _: {
                "years_experience": 9.0,
                "unclear": [Unclear(key="years_experience", said=m[0], low=9, high=10)],
            },
        ),
        pattern(rf"{did}(?:[^,。?;!\d\0]{{0,10}}?){less}{_COUNT}{tail}", _years),
        pattern(
            rf"(?:开|经营)了?[^,。?;!\d\0]{{0,6}}?(?:店|铺|厂|馆|公司|工作室){_COUNT}{tail}", _years
        ),
        pattern(
            r"(?:没有?|无|没得|零)(?:任何|什么|啥|相关)?的?工作经[验历]", says(years_experience=0.0)
        ),
        pattern(
            rf"(?:工龄|教龄|工作年限|从业年限|从业时间|经验|行龄){SPAN}{{0,4}}?"
            rf"(?:{less})?{_COUNT}{tail}",
            _years,
        ),
        pattern(rf"{did}(?:[^,。?;!\d\0]{{0,10}}?){_COUNT}{tail}", _years),
        pattern(
            rf"{did}(?:[^,。?;!\d\0]{{0,10}}?){_COUNT}个月(?![前内后里]|之前|以前|以后|以内|的?工资)",
            _months,
        ),
        pattern(
            rf"(?:{less})?{_COUNT}{tail}(?:的|以上的?)?(?:老)?(?:工龄|经验|工作经[验历]|"
            rf"从业|行业经验|老?员工|老?师傅|老?电工|老?焊工|老?钳工|教龄)",
            _years,
        ),
    )
