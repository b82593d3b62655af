"""Values of cells as a spreadsheet shows them: dates, times, percentages, amounts.

Number formats after ECMA-376 part 1, 18.8.31; colours, conditions and padding do not show in text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from knowledge import lazy_re

Value = str | int | float | bool | date | time | timedelta | None
GENERAL = "General"
_SECTION = lazy_re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_TOKEN = lazy_re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<elapsed>h+|m+|s+)\]|\[\$(?P<money>[^\]-]*)[^\]]*\]'
    r"|\[[^\]]*\]|_.|\*.|(?P<half>AM/PM|A/P|上午/下午)|(?P<word>y+|m+|d+|h+|s+|e+|a{3,4})"
    r"|(?P<number>[#0?][#0?,.]*(?:E[+-]0+)?)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_DATED = lazy_re.compile(r"[ymdhs]|e(?![+-])", re.IGNORECASE)
_WITHOUT_WORDS = lazy_re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|general', re.IGNORECASE)
_DIGITS = 15
"""Significant digits that a spreadsheet keeps."""
_WEEKDAYS = "一二三四五六日"
_DEFAULT_DATE = "yyyy/m/d"
_SYSTEM_DATES = {"mm-dd-yy", "m/d/yy", "m/d/yyyy", "dd/mm/yy", "[$-f800]dddd, mmmm dd, yyyy"}
"""Formats that follow the system: in China they show as 2027/4/30."""
_NOON = 12


def shown(value: Value, number_format: str = GENERAL) -> str:
    """The text of a cell.

    >>> shown(datetime(2027, 4, 30), 'yyyy"年"m"月"d"日"')
    '2027年4月30日'
    >>> shown(0.3, "0%"), shown(13900070011), shown(8000.0, '#,##0"元"')
    ('30%', '13900070011', '8,000元')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (date, time, timedelta)):
        return _date(value, number_format)
    return _number(value, number_format)


def is_date_format(number_format: str) -> bool:
    """Whether numbers in this format are days."""
    return bool(_DATED.search(_WITHOUT_WORDS.sub("", _SECTION.split(number_format)[0])))


def _date(value: date | time | timedelta, number_format: str) -> str:
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    wanted = _SECTION.split(number_format)[0]
    if not is_date_format(wanted) or wanted.lower() in _SYSTEM_DATES:
        wanted = "h:mm" if isinstance(value, time) else _DEFAULT_DATE
        if isinstance(value, datetime) and (value.hour or value.minute):
            wanted += " h:mm"
    tokens = [match for match in _TOKEN.finditer(wanted) if match.group()]
    return "".join(_date_piece(value, tokens, at) for at in range(len(tokens))).strip()


def _date_piece(value: date | time, tokens: list[re.Match[str]], at: int) -> str:
    token = tokens[at]
    if token["word"]:
        return _date_word(value, token["word"].lower(), minutes=_is_minutes(tokens, at))
    if token["half"]:
        hour = getattr(value, "hour", 0)
        return "上午" if hour < _NOON else "下午"
    if token["other"] == ";":
        return ""
    return token["quoted"] or token["escaped"] or token["other"] or ""


def _is_minutes(tokens: list[re.Match[str]], at: int) -> bool:
    """`m` means minutes behind hours or before seconds, else months."""
    words = [(index, t["word"].lower()) for index, t in enumerate(tokens) if t["word"]]
    place = [index for index, _ in words].index(at)
    before = words[place - 1][1] if place else ""
    after = words[place + 1][1] if place + 1 < len(words) else ""
    return before.startswith("h") or after.startswith("s")


def _date_word(value: date | time, word: str, *, minutes: bool) -> str:
    kind, wide = word[0], len(word) > 1
    if kind in "hs" or minutes:
        part = {"h": "hour", "s": "second"}.get(kind, "minute")
        number = getattr(value, part, 0)
        return f"{number:02d}" if wide else str(number)
    if not isinstance(value, date):
        return ""
    if kind in "ye":
        return str(value.year)
    if kind == "a" or (kind == "d" and len(word) > 2):  # noqa: PLR2004 ddd and dddd name the day
        return ("星期" if len(word) > 3 else "周") + _WEEKDAYS[value.weekday()]  # noqa: PLR2004 the long form
    number = value.month if kind == "m" else value.day
    if kind == "m" and len(word) > 2:  # noqa: PLR2004 mmm and mmmm name the month
        return f"{number}月"
    return f"{number:02d}" if wide else str(number)


def _number(value: float, number_format: str) -> str:
    sections = _SECTION.split(number_format)
    negative = value < 0 and len(sections) > 1
    wanted = sections[1] if negative else sections[0]
    if value == 0 and len(sections) > 2 and "0" in sections[2]:  # noqa: PLR2004 positive, negative, zero
        wanted = sections[2]
    if is_date_format(wanted) or "General" in wanted or not re.search(r"[#0?]", wanted):
        return plain(value) + "".join(
            re.findall(r'"([^"]*)"', wanted) if "General" in wanted else []
        )
    return "".join(_pieces(abs(value) if negative else value, wanted)).strip()


def _pieces(value: float, wanted: str) -> Iterator[str]:
    percent = "%" in _WITHOUT_WORDS.sub("", wanted)
    done = False
    for token in _TOKEN.finditer(wanted):
        if token["number"] and not done:
            done = True
            yield _digits(value * 100 if percent else value, token["number"])
        elif token["money"]:
            yield token["money"]
        elif not token["number"]:
            yield token["quoted"] or token["escaped"] or token["other"] or token["word"] or ""


def _digits(value: float, pattern: str) -> str:
    """The digits after a pattern such as `#,##0.00`."""
    if "E" in pattern.upper():
        return plain(value)
    whole, _, fraction = pattern.partition(".")
    least, most = fraction.count("0"), len(fraction.rstrip(","))
    step = Decimal(1).scaleb(-most)
    rounded = Decimal(repr(value)).quantize(step, ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    head, _, tail = text.partition(".")
    tail = tail[:least] + tail[least:].rstrip("0")
    width = whole.count("0")
    if width > len(head) and "," not in whole:
        head = head.zfill(width)
    return f"{head}.{tail}" if tail else head


def plain(value: float) -> str:
    """A number without a format; whole ones without a point, however long.

    >>> plain(13900070011.0), plain(0.1 + 0.2)
    ('13900070011', '0.3')
    """
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{Decimal(f'{value:.{_DIGITS}g}').normalize():f}"
