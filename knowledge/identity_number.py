"""Resident identity numbers (公民身份号码), GB 11643-1999: read, checked, never kept or repeated.

Checksum and date are hard faults; the region is not judged, since older people carry codes of
regions that have been renamed. Read with python-stdnum.

>>> read_identity_number("11010519491231002x")
IdentityNumber(birth_date=datetime.date(1949, 12, 31), sex='女', legacy=False)
>>> read_identity_number("110105194912310021")
'checksum'
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdnum.cn import ric

from knowledge import lazy_re
from knowledge.plain import normal

IdentityFault = Literal["format", "length", "date", "checksum"]
_LEGACY, _FULL = 15, 18
_SEPARATORS = lazy_re.compile(r"[\s\-—'’]+")
_SHAPE = lazy_re.compile(r"[0-9]+[0-9X]")
_CENTURY = "19"
"""Numbers of 15 digits were given out before 1999-10-01, to people born in this century."""


class IdentityNumber(NamedTuple):
    """What a number says of the person; the number itself is left behind."""

    birth_date: date
    sex: Literal["男", "女"]
    legacy: bool
    """15 digits, without a checksum."""


def bare_identity_number(text: str) -> str:
    """The number as the standard writes it: half-width, no spaces, a capital X."""
    return _SEPARATORS.sub("", normal(text)).upper()


def read_identity_number(text: str) -> IdentityNumber | IdentityFault:
    """What the number says, or the first thing wrong with it."""
    number = bare_identity_number(text)
    if not _SHAPE.fullmatch(number):
        return "format"
    if len(number) == _LEGACY and number.isdigit():
        number, legacy = f"{number[:6]}{_CENTURY}{number[6:]}", True
    elif len(number) == _FULL:
        legacy = False
    else:
        return "length"
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return "date"
    if not legacy and ric.calc_check_digit(number) != number[-1]:
        return "checksum"
    return IdentityNumber(born, "男" if int(number[16]) % 2 else "女", legacy)
