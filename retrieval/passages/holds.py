"""What a sentence holds, whatever is asked: days, places, amounts, fields to fill in."""

from __future__ import annotations

from functools import lru_cache

from knowledge import lazy_re
from knowledge.numerals import CHINESE
from retrieval.passages.rank import FREE
from retrieval.passages.units import Unit
from retrieval.question.moments import TIMED

_SEAL = "意见"
_SEALED = lazy_re.compile(r"(?:[^，,。;；|]{0,20}意见[:：]?\((?:盖章|签章|签字|公章)\)[|。]?)+")
"""Fields in which bodies set their seals: 单位意见（盖章）."""
PLACES = frozenset({"place", "organisation"})
VENUE = "venue"
AWARDS = frozenset({"prize", "honour", "certificate"})
ADDRESS, ADDRESSED = "地址", lazy_re.compile(r"(?<!网络)(?<!登录)地址[:：为是在]|[路街道巷]\d+号")
_AT = lazy_re.compile(
    r"地点|地址|赛场|考点|设在|[赴到][^，。；\d]{2,20}|线上|线下|网络|网站|平台|公[开布示]|发布"
    r"|[在于][^，。；\d]{2,24}(?:举|进行|开[展赛]|实施|比赛|竞赛|考试)"
)
DAY = lazy_re.compile(r"几号|哪天|哪一天|几日|哪几天|具体日期")
_WITH_DAY = lazy_re.compile(r"(?<!\d)\d{2}-\d{2}(?!\d|-)|--?\d{2}-\d{2}|\d{4}-\d{2}-\d{2}")
_QUANTITY = lazy_re.compile(
    rf"(?<![第\d])\d|(?<!第)(?<!第[十二三四五]){CHINESE}(?=[个名人队组支项种类次场份年月天日轮位届本套家分秒元页米道台]|小时|周岁|工作日)|[一二三四五六七八九]等|全部|所有|若干|、|单人|双人|个人赛|团[体队]赛|个人项目|无需|不收|免费|自理|自行承担|承担|报销|支付|列支|费"
)


def places(unit: Unit) -> bool:
    """Whether a sentence names a place or a body."""
    return any(v.kind in PLACES for v in unit.values)


def empty(unit: Unit) -> bool:
    """Whether a line of a form waits to be filled in: 市残联意见（盖章）："""
    return _waits(unit.plain)


@lru_cache(maxsize=8192)  # sentences come again with the next question
def _waits(plain: str) -> bool:
    if plain.endswith(("):", "):。")):
        return True
    return _SEAL in plain and _SEALED.fullmatch(plain) is not None


def only_days(unit: Unit) -> bool:
    """Whether a sentence below 时间和地点 tells the day alone."""
    days = any(v.kind in TIMED for v in unit.values)
    placed = _AT.search(unit.plain) or places(unit)
    return days and not placed and not unit.pointer


def on_a_day(unit: Unit) -> bool:
    """Whether one of its dates has a day."""
    return any(v.kind in TIMED and _WITH_DAY.search(v.value) for v in unit.values)


def coarse(unit: Unit) -> bool:
    """Whether its dates are of months only, 上旬 and 下旬 among them."""
    timed = [v for v in unit.values if v.kind in TIMED]
    return bool(timed) and not any(_WITH_DAY.search(v.value) for v in timed)


def counts(unit: Unit) -> bool:
    """Whether a sentence says how many or how much at all, be it as a list or as no limit."""
    return bool(_QUANTITY.search(unit.plain) or FREE.search(unit.plain) or "\n" in unit.text)
