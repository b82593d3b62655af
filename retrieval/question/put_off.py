"""When somebody would do a thing if he put it off: 拖到下周一晚上8点再交, as a moment."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic

_PUT_OFF = lazy_re.compile(
    r"(?:拖|等|推|挨|熬|放)到(?P<when>[^，,。？?几哪啥什]{1,14}?)(?:再|才)?(?:提?交|报|发|递|寄|填|申报|上传)"
)
_DAYS = {"今天": 0, "今晚": 0, "明天": 1, "明晚": 1, "后天": 2, "大后天": 3}
_WEEK = lazy_re.compile(r"(?P<next>下下?|这|本)?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_DATE = lazy_re.compile(r"(?:(?P<m>\d{1,2})月)?(?P<d>\d{1,2})[号日]")
_HOUR = lazy_re.compile(
    rf"(?P<of>凌晨|早上|上午|中午|下午|晚上|晚|夜里|傍晚)?(?P<h>\d{{1,2}}|{CHINESE})(?:点|时|:)(?P<half>半)?(?P<m>\d{{1,2}})?"
)
_AFTERNOON = frozenset({"下午", "晚上", "晚", "傍晚", "夜里"})
_NOON, _LAST = 12, (23, 59)


def put_off_to(question: str, as_of: datetime) -> datetime | None:
    """The moment (of a day without an hour its start); None where none is told, or no clear one.

    >>> friday = datetime(2026, 6, 12, 9)
    >>> str(put_off_to("拖到下周一晚上8点再交行吗", friday))
    '2026-06-15 20:00:00'
    >>> str(put_off_to("等到明天再报来得及吗", friday)), put_off_to("等到放假再报行吗", friday)
    ('2026-06-13 00:00:00', None)
    """
    match = _PUT_OFF.search(question)
    day = _day(match["when"], as_of) if match else None
    if match is None or day is None:
        return None
    hour = _HOUR.search(match["when"])
    if hour is None:
        return day.replace(hour=0, minute=0, second=0, microsecond=0)
    at = int(arabic(hour["h"]))
    at += _NOON if hour["of"] in _AFTERNOON and at < _NOON else 0
    minute = 30 if hour["half"] else int(hour["m"] or 0)
    if at > _LAST[0] or minute > _LAST[1]:
        return None
    return day.replace(hour=at, minute=minute, second=0, microsecond=0)


def _day(when: str, as_of: datetime) -> datetime | None:
    for word in sorted(_DAYS, key=len, reverse=True):
        if word in when:
            return as_of + timedelta(days=_DAYS[word])
    week, date = _WEEK.search(when), _DATE.search(when)
    if week is not None:
        return _of_week(week, as_of)
    if date is None:
        return None
    month = int(date["m"] or as_of.month)
    try:
        found = as_of.replace(month=month, day=int(date["d"]))
    except ValueError:
        return None
    return found if found.date() >= as_of.date() else None


def _of_week(week: re.Match[str], as_of: datetime) -> datetime | None:
    """下周一 is Monday of the next week; a bare 周一 the next Monday from today on."""
    to = "一二三四五六日天".index(week["day"]) % 7 if week["day"] != "天" else 6
    monday = as_of - timedelta(days=as_of.weekday())
    said = week["next"] or ""
    if said.startswith("下"):
        return monday + timedelta(days=7 * len(said) + to)
    found = monday + timedelta(days=to)
    if said:
        return found if found.date() >= as_of.date() else None
    return found if found.date() >= as_of.date() else found + timedelta(days=7)
