"""When and how the papers were sent in."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from knowledge.eligibility.reading import SHANGHAI
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, amount, pattern, says

_DAYS = {"今天": 0, "昨天": -1, "前天": -2, "大前天": -3, "昨晚": -1, "今早": 0}
_LATE = ("下午", "晚上", "傍晚", "夜里", "晚", "昨晚", "中午")
_NOON, _BEFORE_NOON = 12, 10


def _submitted(match: re.Match[str], day: Day) -> Found:
    when = _when(match, day)
    if when is None:
        return None
    by = "电子邮件" if match["mail"] else "邮寄" if match["did"] == "寄" else None
    return {**when, "channel": by} if by else when


def _when(match: re.Match[str], day: Day) -> Found:
    """Without a year, the one that brings the day nearest to that on which one speaks."""
    parts = match.groupdict()
    sent = _day(parts, day)
    if sent is None:
        return None
    at = _hour(parts)
    if at is None:
        return {"submitted": sent.isoformat()}
    return {"submitted": datetime.combine(sent, at, SHANGHAI).isoformat()}


def _day(parts: dict[str, str | None], day: Day) -> date | None:
    if word := parts.get("word"):
        return day + timedelta(days=_DAYS[word]) if day else None
    years = [int(parts["y"] or 0)] if parts.get("y") else _near(day)
    month, of_month = int(amount(parts["m"] or "0")), int(amount(parts["d"] or "0"))
    dates = [date(year, month, of_month) for year in years if _exists(year, month, of_month)]
    return min(dates, key=lambda one: abs(one - day) if day else one, default=None)


def _near(day: Day) -> list[int]:
    return [day.year, day.year - 1, day.year + 1] if day else []


def _exists(year: int, month: int, of_month: int) -> bool:
    try:
        return bool(date(year, month, of_month))
    except ValueError:
        return False


def _hour(parts: dict[str, str | None]) -> time | None:
    if not parts.get("h"):
        return None
    hour, minute = (
        int(amount(parts["h"] or "0")),
        30 if parts.get("half") else int(parts.get("min") or 0),
    )
    late = parts.get("part") in _LATE or parts.get("word") == "昨晚"
    hour += (
        _NOON
        if late and hour < _NOON and not (parts.get("part") == "中午" and hour > _BEFORE_NOON)
        else 0
    )
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 hours, minutes


def _by_mail(match: re.Match[str], _: Day) -> Found:
    return {"channel": "电子邮件", "submitted_to": match["to"].lower()}


def sending() -> tuple[Pattern, ...]:
    """Patterns of sending in."""
    n = rf"(?:\d{{1,2}}|{N})"
    clock = (
        rf"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|晚)?(?:(?P<h>{n})(?:点|:|时)(?:"
        rf"(?P<half>半)|(?P<min>\d{{1,2}})分?)?(?:多|左右|钟|整){{0,4}})?"
    )
    did = (
        r"(?:才|就|已经|我|刚|把){0,4}[^,。;!?\d\0]{0,6}?(?P<did>交|提交|发|报|寄|上传|送|递交|"
        r"投)(?:的|了|过去|上去|出去|过了|完)(?P<mail>(?:邮件|邮箱))?"
    )
    day = (
        rf"(?:(?P<y>20\d\d)年)?(?:(?P<m>{n})月)(?P<d>{n})[日号]|(?P<word>大前天|前天|昨天|"
        rf"今天|昨晚|今早)"
    )
    address = r"(?P<to>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\.[A-Za-z]{2,10})"
    mail = r"(?:邮件|邮箱|电子邮件|电邮|e-?mail)"
    return (
        pattern(rf"(?:{day}){clock}{did}", _submitted),
        pattern(
            rf"(?:发|投|寄|交|提交|送|报)(?:了|到|给|往|去|{mail}|材料|报名表|至|的|"
            rf"过){{0,4}}{address}",
            _by_mail,
        ),
        pattern(
            rf"{mail}(?:发|寄|投|提交|报名)|(?:发|投|用|通过|走)(?:了|个|到)?(?:{mail})"
            rf"(?!是|多少|地址是|号|在哪)",
            says(channel="电子邮件"),
        ),
        pattern(
            r"(?<!名)(?:邮寄|快递|顺丰|EMS)(?:过去|报名|材料|提交|给|寄|行|可以|也)|"
            r"(?:寄|发|走|用)的?(?:是)?(?:顺丰|EMS|快递|邮政|挂号信|中通|圆通|韵达)|(?:寄|快递)(?:过去|过来|出去|了|到|给)|用(?:邮寄|快递)",
            says(channel="邮寄"),
        ),
        pattern(r"微信(?:发|交|报|提交|群里?交)", says(channel="微信")),
        pattern(r"[Qq]{2}群?(?:里)?(?:发|交|报名|提交)", says(channel="QQ群")),
        pattern(r"(?:发|用)传真|传真(?:过去|给|报名)", says(channel="传真")),
        pattern(
            r"现场(?:交|报名|提交|递交)|当面(?:交|报)|(?:人|亲自)送过去|送到现场",
            says(channel="现场提交"),
        ),
        pattern(
            r"(?:交|提交|报|递交|用)纸质(?:版|材料|报名表)?|纸质(?:版|材料|报名表)?"
            r"(?:交|提交|送|行不|可以)",
            says(channel="纸质"),
        ),
        pattern(
            r"(?:在)?(?:网上|线上|平台上?|系统里?|官网)(?:填|报名|提交|申报|交)(?:了|的|过)",
            says(channel="网上提交"),
        ),
    )
