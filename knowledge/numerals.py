"""Chinese numerals, as they stand in counts, durations, ranks and sums."""

from __future__ import annotations

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "双": 2, "三": 3, "四": 4, "五": 5}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}

_SCALES = {"十": 10, "百": 100, "千": 1000}

CHINESE = r"(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
"""Pattern of a Chinese number up to 99."""
NUMERAL = rf"(?:\d+(?:\.\d+)?|{CHINESE})"
"""Pattern of an Arabic number or a Chinese one up to 99."""

NUMBERED = "零〇○一二三四五六七八九"
"""Characters that number years digit by digit: 二〇二六."""
_NUMBERED = str.maketrans(NUMBERED, "000123456789")


def year_in_digits(year: str) -> str:
    """A year in Arabic digits.

    >>> year_in_digits("二〇二六"), year_in_digits("2026")
    ('2026', '2026')
    """
    return year.translate(_NUMBERED)


def arabic(numeral: str) -> str:
    """The numeral in Arabic digits.

    >>> arabic("十三"), arabic("两"), arabic("2.5")
    ('13', '2', '2.5')
    """
    if numeral[0].isdigit():
        return numeral
    return str(number(numeral))


def number(numeral: str) -> int:
    """The number of a Chinese numeral below ten thousand.

    >>> number("七千二百"), number("一百零五"), number("十八"), number("两")
    (7200, 105, 18, 2)

    Raises:
        ValueError: two digits stand side by side: 三四 and 两三百 are about so many.
        KeyError: a character is no numeral.
    """
    total, ones = 0, 0
    for char in numeral:
        scale = _SCALES.get(char)
        if scale is None and ones:
            raise ValueError(numeral)
        if scale is None:
            ones = _DIGITS[char]
        else:
            total, ones = total + (ones or 1) * scale, 0
    return total + ones
