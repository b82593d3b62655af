"""Phone numbers: mobiles of eleven digits, landlines with their area code; nothing is completed."""

from __future__ import annotations

import re
from typing import Literal

from knowledge import lazy_re
from knowledge.plain import normal
from knowledge.roster.wording import table

PhoneFault = Literal["phone_missing", "phone_length", "phone_format", "phone_area_code"]
_MOBILE = lazy_re.compile(r"1[3-9]\d{9}")
_SERVICE = lazy_re.compile(r"[48]00\d{7}")
_BARE = lazy_re.compile(r"[2-9]\d{6,7}")
_BETWEEN = lazy_re.compile(r"[/、,，;；|\n]|\s{2,}|(?<=\d{7})\s+(?=(?:1[3-9]|0)\d)")
_WORDS = lazy_re.compile(r"[\u4e00-\u9fff]+\s*[:：]?")
_EXTENSION = lazy_re.compile(
    r"\s*(?:转|分机|ext\.?)\s*:?\s*\d{1,5}(?!\d)|(?<=\d{7})[-—]+\d{1,5}$", re.IGNORECASE
)
_SIGNS = lazy_re.compile(r"[\s\-—–－()\.'’]")
_SHORT, _ELEVEN = 6, 11


def phone_fault(text: str) -> PhoneFault | None:
    """The worst fault of the numbers in a cell; None if each can be dialled.

    >>> phone_fault("１３９００００００００"), phone_fault("023—63899503")
    (None, None)
    >>> phone_fault("1390005955")
    'phone_length'
    """
    found = [_fault(part) for part in numbers(text)]
    if not found:
        return "phone_missing"
    order: tuple[PhoneFault | None, ...] = (
        "phone_missing", "phone_format", "phone_length", "phone_area_code", None,
    )  # fmt: skip
    return min(found, key=order.index)


def numbers(text: str) -> list[str]:
    """The numbers of a cell, without the words around them; words alone are one piece.

    >>> numbers("13900000000（微信同号）"), numbers("李四13900000000 13900000001")
    (['13900000000'], ['13900000000', '13900000001'])
    """
    plain = normal(text).strip()
    if plain.isdigit():
        return [plain]
    if not any(map(str.isdigit, plain)):
        return [plain] if plain else []
    parts = _BETWEEN.split(_WORDS.sub("/", _EXTENSION.sub("", plain)))
    return [_paired(part).strip() for part in parts if any(map(str.isdigit, part))]


def _paired(part: str) -> str:
    """Without brackets whose other half was lost with the words."""
    return part if part.count("(") == part.count(")") else re.sub(r"[()]", "", part)


def _fault(part: str) -> PhoneFault | None:
    if part.strip().lower() in table()["absent"]:
        return "phone_missing"
    number = _SIGNS.sub("", re.sub(r"\.0$", "", part))
    number = re.sub(r"^(?:\+86|0086|86(?=1\d{10}$))", "", number)
    if not number.removeprefix("+").isdigit():
        return "phone_format"
    return None if _known(number) else _misdialled(number)


def _known(number: str) -> bool:
    return bool(_MOBILE.fullmatch(number) or _SERVICE.fullmatch(number)) or (
        number.startswith(("+", "0")) and _possible(number)
    )


def _misdialled(number: str) -> PhoneFault:
    if _BARE.fullmatch(number):
        return "phone_area_code"
    return "phone_format" if len(number) == _ELEVEN or len(number) < _SHORT else "phone_length"


def _possible(number: str) -> bool:
    """Whether the number plan has it; it is not asked for mobiles, whose prefixes change."""
    import phonenumbers  # noqa: PLC0415 its tables are large and seldom needed

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "CN"))
    except phonenumbers.NumberParseException:
        return False
