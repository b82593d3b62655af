"""Numbers as automatic lists print them: 3 → 三, 3 → ③, 3 → iii."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST = 9999


def chinese(number: int) -> str:
    """Counting words.

    >>> [chinese(n) for n in (3, 10, 12, 20, 101, 110)]
    ['三', '十', '十二', '二十', '一百零一', '一百一十']
    """
    return _counted(number, _DIGITS.replace("〇", "零"), "十百千").removeprefix(
        "一" if 10 <= number < 20 else ""  # noqa: PLR2004 十二, not 一十二
    )


def legal(number: int) -> str:
    """The words of cheques.

    >>> legal(12)
    '壹拾贰'
    """
    return _counted(number, _LEGAL, "拾佰仟")


def _counted(number: int, digits: str, units: str) -> str:
    if not 0 < number <= _MOST:
        return digits[0] if number == 0 else str(number)
    words, gap = "", False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            words += (digits[0] if gap else "") + digits[digit] + units[power - 1 : power]
        gap = bool(words) and not digit
    return words


def roman(number: int) -> str:
    """Roman numerals; a number they cannot write stays as it is."""
    if not 0 < number <= _MOST:
        return str(number)
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


def letters(number: int) -> str:
    """A to Z, then AA to ZZ, as word processors go on."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def digits(number: int) -> str:
    """Digit by digit.

    >>> digits(20)
    '二〇'
    """
    return "".join(_DIGITS[int(digit)] for digit in str(number)) if number >= 0 else str(number)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Characters that stand in a row, such as ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographDigital": digits,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseDigitalTenThousand": digits,
    "taiwaneseDigital": digits,
    "chineseLegalSimplified": legal,
    "ideographLegalTraditional": legal,
    "japaneseLegal": legal,
}
"""By the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat); any other prints as decimal."""
SILENT = frozenset({"bullet", "none"})
"""Formats that print no number."""


def printed(number: int, style: str) -> str:
    """The number in the style.

    >>> printed(3, "japaneseCounting"), printed(3, "decimal")
    ('三', '3')
    """
    return FORMATS.get(style, str)(number)
