"""Numbers, levels and dates of a match.

>>> count("三"), count("半"), level("高级工"), day("2026年8月", last=True)
(3, 0.5, 3, datetime.date(2026, 8, 31))
"""

from __future__ import annotations

from datetime import date, timedelta

from knowledge import lazy_re
from knowledge.eligibility.ages import add_months
from knowledge.numerals import arabic

_LEVELS = {"高级技师": 1, "技师": 2, "高级工": 3, "中级工": 4, "初级工": 5}
_RANKS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_DAY = lazy_re.compile(r"(\d{4})[年./-](\d{1,2})(?:[月./-](?:(\d{1,2})日?)?)?")


def count(words: str) -> float:
    """A number in figures or Chinese; 半 is a half, 两 and 双 are two."""
    if words == "半":
        return 0.5
    if words in {"两", "双"}:
        return 2
    try:
        read = float(arabic(words))
    except (KeyError, ValueError):  # 三四: no number
        return 0
    return int(read) if read == int(read) else read


def level(words: str) -> int:
    """A skill level, 1 (高级技师) to 5 (初级工)."""
    if words in _LEVELS:
        return _LEVELS[words]
    return _RANKS.get(words[0]) or int(words[0])


def day(words: str, *, last: bool = False) -> date | None:
    """A date; of a month alone its first day, or its last one. None if there is no such day."""
    match = _DAY.fullmatch(words)
    if match is None:
        return None
    year, month, number = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    try:
        first = date(year, month, number or 1)
    except ValueError:
        return None
    return add_months(first, 1) - timedelta(days=1) if number is None and last else first
