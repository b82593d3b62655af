"""Lenient readers of single values in a person's data: what cannot be read is None, never an error.

>>> iso_date("1995年3月2日"), iso_date("1995.3"), number("五年半"), flag("否"), level("四级/中级工")
('1995-03-02', '1995-03', 5.5, False, 4)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from knowledge import lazy_re
from knowledge.eligibility.ages import births_of_date
from knowledge.eligibility.data import table
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import bare, comparable, normal

SHANGHAI = ZoneInfo("Asia/Shanghai")
_DATE = lazy_re.compile(
    r"(?P<y>\d{4})(?:[-./年](?P<m>\d{1,2})(?:[-./月](?P<d>\d{1,2})[日号]?)?[月]?)?年?"
)
_PACKED = lazy_re.compile(r"(\d{4})(\d{2})(\d{2})?")
_NUMBER = lazy_re.compile(
    rf"(?P<less>不到|不足|不满|未满|没满|将近|接近|近|快|马上)?\D*?(?P<n>{NUMERAL})(?P<half>\D?半)?"
)
_CLOCK = lazy_re.compile(r"[T ]\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?$")
_WHOLE = 10**9
JUST_BELOW = 0.1
"""How far below a bound a number stands that is only known to be below it: 不到5年 is 4.9."""
_TOO_MANY = 10**6


def words(value: Any) -> str | None:
    """Words, trimmed; None for nothing, for values that are no words, and for 不清楚."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, date)):
        return None
    if isinstance(value, float) and value.is_integer() and value < _WHOLE:
        value = int(value)  # spreadsheets and other programs write whole numbers as 3.0
    text = str(value).strip()
    return None if text in {"", "未知", "不清楚", "不知道", "不详", "?", "？"} else text[:200]


def iso_date(value: Any) -> str | None:
    """A date as far as it is given: `1995-03-02`, `1995-03`, `1995`."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = bare(_CLOCK.sub("", normal(words(value) or "")))
    packed = _PACKED.fullmatch(text)
    match = _DATE.fullmatch(text)
    parts = packed.groups() if packed else match.group("y", "m", "d") if match else ()
    written = "-".join(f"{int(part):02d}" for part in parts if part)
    return written if births_of_date(written) else None


def moment(value: Any) -> str | None:
    """An ISO time in Asia/Shanghai, or a date."""
    if isinstance(value, datetime):
        return value.isoformat()
    text = words(value) or ""
    try:
        read = _local(datetime.fromisoformat(text.replace(" ", "T", 1)))
    except (ValueError, OverflowError):  # no time, or one beyond the calendar in Shanghai
        return iso_date(text)
    return text if len(text) <= len("2024-02-05") else read.isoformat()


def _local(read: datetime) -> datetime:
    return read.astimezone(SHANGHAI) if read.tzinfo else read.replace(tzinfo=SHANGHAI)


def number(value: Any) -> float | None:
    """A number that is not negative; 不到N is just below N."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if 0 <= value < _TOO_MANY else None
    text = bare(normal(words(value) or ""))
    match = _NUMBER.search(text)
    if match is None or text.startswith("-"):
        return None
    read = float(arabic(match["n"])) + (0.5 if match["half"] else 0)
    if read >= _TOO_MANY:
        return None
    return read - JUST_BELOW if match["less"] else read


def years(value: Any) -> float | None:
    """Years; `18个月` are 1.5."""
    read = number(value)
    months = isinstance(value, str) and "月" in value and "年" not in value
    return read / 12 if read is not None and months else read


def flag(value: Any) -> bool | None:
    """True or false, also in words."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return bool(value) if value in {0, 1} else None
    text = comparable(words(value) or "")
    if not text:
        return None
    if text in table("words.yaml")["denied"] or text[0] in "不没无非未否":
        return False
    return True if text in table("words.yaml")["affirmed"] or text[0] in "是有已" else None


def listing(value: Any) -> tuple[str, ...] | None:
    """A list of words; one string is split at 、，; 无 is none."""
    if isinstance(value, str):
        value = re.split(r"[、,，;；]", value)
    if not isinstance(value, (list, tuple, set)):
        return None
    read = (words(item) for item in value)
    return tuple(item for item in read if item and item not in {"无", "没有", "否"})


def mapping(value: Any, read: Any) -> dict[str, Any] | None:
    """An object with each value read by `read`; None if it is none."""
    if not isinstance(value, Mapping):
        return None
    found = {str(key): read(item) for key, item in value.items()}
    return {key: item for key, item in found.items() if item is not None}


def simple(value: Any) -> Any:
    """Words, a number, a flag or a list of such, as they are; None for anything nested deeper.

    >>> simple(True), simple(["甲", 1]), simple([[1]]), simple({"a": 1})
    (True, ('甲', 1), None, None)
    """
    if isinstance(value, (str, int, float)):
        return value
    every = isinstance(value, (list, tuple)) and all(
        isinstance(v, (str, int, float)) for v in value
    )
    return tuple(value) if every else None


def one_of(name: str, value: Any) -> str | None:
    """The value of the word table `name` one of whose words ends the words, or comes last in them.

    The head of a Chinese phrase comes last (技师学院教师); of two that end there the longer wins.
    """
    text = comparable(words(value) or "")
    if not text:
        return None
    choices: dict[Any, list[str]] = table("words.yaml")[name]
    if text in choices:
        return text
    for word in table("words.yaml").get(f"{name}_not", ()):
        text = text.replace(word, "")
    hits = [
        (text.rfind(word.lower()) + len(word), len(word), key)
        for key, list_ in choices.items()
        for word in list_
        if word.lower() in text
    ]
    return str(max(hits, key=lambda hit: hit[:2])[2]) if hits else None


def sex(value: Any) -> str | None:
    """男 or 女."""
    text = comparable(words(value) or "")
    choices: dict[str, list[str]] = table("words.yaml")["sex"]
    return next((key for key, list_ in choices.items() if text in list_), None)


def level(value: Any) -> int | None:
    """A skill level: 1 (一级/高级技师) to 5 (五级/初级工), 0 for none; no titles, no exams."""
    if isinstance(value, bool):
        return 0 if not value else None
    text = comparable(words(value) or "")
    if text in {"0", "1", "2", "3", "4", "5"}:
        return int(text)
    if any(word.lower() in text for word in table("words.yaml")["certificate_not"]):
        return None
    text = re.sub(r"([1-5])级", lambda match: "一二三四五"[int(match[1]) - 1] + "级", text)
    read = one_of("certificate_level", text)
    return None if read is None else int(read)
