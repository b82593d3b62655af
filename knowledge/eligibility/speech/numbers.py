"""Identity numbers among words: the day of birth and the sex are taken, the number is not kept.

The digits are blanked before anything else reads the words, so that no list, quote or message can
hold them.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge import lazy_re
from knowledge.eligibility.speech.base import Day, Found, Pattern
from knowledge.identity_number import IdentityNumber, read_identity_number

_NAMED = r"(?:身份证(?:件|号码|号)?|证件号码?|公民身份号码|居民证|证号)"
IN_WORDS = "身份证号码"
"""What messages say instead of a number."""
_BETWEEN = r"[^\d\0]{0,6}?"
_DATED = r"\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
FAULTS: dict[Literal["format", "length", "date", "checksum"], str] = {
    "format": "身份证号码含有数字和末位X以外的字符，请核对后重新填写",
    "length": "身份证号码应为18位（老号码15位），请核对后重新填写",
    "date": "身份证号码里的出生日期不存在，请核对后重新填写",
    "checksum": "身份证号码的校验位对不上，可能有一位写错了，请核对后重新填写",
}


def _number(match: re.Match[str], _: Day) -> Found:
    read = read_identity_number(match["i"])
    if isinstance(read, IdentityNumber):
        return {"birth_date": read.birth_date.isoformat(), "sex": read.sex}
    return {"faults": [FAULTS[read]]}


def _hidden(regex: str) -> Pattern:
    return Pattern(lazy_re.compile(regex), _number, shown=IN_WORDS)


def numbers() -> tuple[Pattern, ...]:
    """Tried first of all; what comes behind the word for it, and what has the shape of one."""
    gap = r"[\s,'’—-]?"
    return (
        _hidden(
            rf"{_NAMED}{_BETWEEN}(?P<i>\d(?:{gap}\d){{12,20}}(?:{gap}[xX](?![A-Za-z]))?)(?!\d)"
        ),
        _hidden(rf"(?<![\d.])(?P<i>{_DATED}\d{{3}}[\dxX])(?![\dA-Za-z])"),
    )
