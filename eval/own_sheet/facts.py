"""What a written answer states that can be compared: days, hours, numbers, phones, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable
from knowledge.plain import normal as half_width
from knowledge.roster.model import Value, written

_BETWEEN = re.compile(r"(?<=[\d:])\s+(?=\d)")
_DASH = re.compile(r"(?<=\d)[—–－―-]+(?=\d)")
_DAY = re.compile(r"(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_MONTHS = re.compile(r"(?<!\d)(\d{1,2})(?=[-~至到](\d{1,2})月)")
_DAYS = re.compile(r"(\d{1,2}月)(\d{1,2})[日号]?([-~至到])(?=\d{1,2}[日号])")
_OCLOCK = re.compile(r"(\d{1,2})[点时](?!间|长)(?:(\d{1,2})分)?整?")
_UNITS = {
    "money": "万元|元",
    "share": "%",
    "age": "周岁|岁",
    "hours": "个?小时",
    "minutes": "分钟",
    "days": "个?(?:工作日|天)",
    "months": "个月",
    "years": "年",
    "count": "[个名人支项队组场次位份家所门类轮题]",
}
_COUNTED = re.compile(rf"({CHINESE})(?=(?:{'|'.join(_UNITS.values())}|[月日号点时]))")
_FACT = re.compile(
    r"(?P<address>[a-z0-9][a-z0-9._+-]*@[a-z0-9.-]+|https?://[a-z0-9./?=&%_-]+)"
    r"|(?:(?P<year>20\d{2})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]?)?"
    r"|(?P<clock>\d{1,2}:\d{2})"
    r"|(?P<phone>\d[\d-]{6,}\d)"
    r"|(?P<number>\d+(?:\.\d+)?)(?:" + "|".join(f"(?P<{k}>{v})" for k, v in _UNITS.items()) + ")?"
)
_PAIRS = 2


class Fact(NamedTuple):
    """One thing that is stated."""

    kind: str
    value: str
    """Of a day `month-day`, the day empty where only the month is said."""
    more: str
    """The year of a day, the kind of unit of a number; empty where it is not said."""
    words: str
    """As it was written."""

    def is_in(self, others: Iterable[Fact]) -> bool:
        """Whether one of the others says the same; what only one of the two says is no matter.

        >>> Fact("number", "3", "count", "3人").is_in([Fact("number", "3", "age", "3岁")])
        False
        """
        return any(
            self.kind == other.kind
            and _same(self.value, other.value, day=self.kind == "day")
            and (not self.more or not other.more or self.more == other.more)
            for other in others
        )


def _same(one: str, other: str, *, day: bool) -> bool:
    return one == other or (day and one.endswith("-") and other.startswith(one))


def stated(value: Value) -> str:
    """A cell's words; a day as notices write it."""
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    return written(value)


def normal(text: str) -> str:
    """Comparable, with dashes, days, hours and counts written in one way.

    >>> normal("2026-07-01 18点，三名"), normal("7-11月"), normal("9月1－3日")
    ('2026年7月1日18:00,3名', '7月-11月', '9月1日-9月3日')
    """
    said = _DAY.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", half_width(text))
    # a blank between two numbers goes with the others, so a mark keeps them apart
    said = _DASH.sub("-", comparable(_BETWEEN.sub("|", said)))
    said = _COUNTED.sub(lambda m: arabic(m[1]), said)
    said = _DAYS.sub(r"\1\2日\3\1", _MONTHS.sub(r"\1月", said))
    return _OCLOCK.sub(lambda m: f"{m[1]}:{m[2] or '00':0>2}", said)


def facts(text: str) -> tuple[Fact, ...]:
    """The facts of a text, each once.

    >>> [fact.words for fact in facts("8月1日18时前交50元，电话023—63899503")]
    ['8月1日', '18:00', '50元', '023-63899503']
    """
    return tuple(dict.fromkeys(_facts(normal(text))))


def _facts(text: str) -> Iterator[Fact]:
    for match in _FACT.finditer(text):
        found = {name: value for name, value in match.groupdict().items() if value}
        if "month" in found:
            value = f"{int(found['month'])}-{int(found['day']) if 'day' in found else ''}"
            yield Fact("day", value, found.get("year", ""), match[0])
        elif "number" in found:
            unit = next((name for name in _UNITS if name in found), "")
            yield Fact("number", found["number"], unit, match[0])
        else:
            ((kind, value),) = found.items()
            yield Fact(kind, value.rstrip("."), "", match[0])


def lacking(wanted: Iterable[Fact], told: Iterable[str]) -> tuple[Fact, ...]:
    """The facts that stand nowhere in what was told.

    >>> lacking(facts("7月31日18:00"), ["2026年7月31日18时"])
    ()
    >>> [fact.words for fact in lacking(facts("2025年7月31日"), ["2026年7月31日"])]
    ['2025年7月31日']
    """
    others = [fact for each in told for fact in facts(each)]
    return tuple(fact for fact in wanted if not fact.is_in(others))


def likeness(text: str, told: str) -> float:
    """The share of a text's pairs of characters that were told, 0 to 1."""
    own, others = _pairs(normal(text)), _pairs(normal(told))
    return len(own & others) / len(own) if own else 0.0


def _pairs(text: str) -> set[str]:
    words = re.sub(r"\W", "", text)
    return {words[at : at + _PAIRS] for at in range(len(words) - 1)} or {words}
