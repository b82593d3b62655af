"""What is taken off a price for some: 会员单位的决赛费按八折收取, 重点帮扶县的学校减半.

A reduction is granted by a sentence that names whom it is for and how much is left; it counts for
whoever says so of themselves, and only for the stage the sentence names.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.numerals import arabic
from knowledge.plain import comparable

_LEFT = lazy_re.compile(
    r"(?:按|打|享受?|收取?)*[^。；;，,\n]{0,6}?(?P<cut>[\d一二三四五六七八九]{1,2})折"
    r"|(?P<half>减半|半价)|(?:减收?|减免|优惠|少[收交])[^。；;，,\n\d]{0,6}(?P<less>\d{1,2})%"
    r"|(?:按|收取?)[^。；;，,\n\d]{0,8}(?P<share>\d{1,2})%(?:收|缴|交)?"
)
_SENTENCE = lazy_re.compile(r"[^。；;\n]+")
_WHOSE = lazy_re.compile(
    r"(?P<who>非?会员|理事|帮扶县|脱贫县|欠发达|民族地区|山区|革命老区|小微企业|低保|残疾|特困|贫困|困难)"
)
_NOT = lazy_re.compile(r"(?:不是|非|没有?(?:加?入)?|未入)(?:你们?|协会|本会)?的?$")
_STAGE = lazy_re.compile(r"[初预复决]赛")
_TEN, _HUNDRED, _HALF = Decimal(10), Decimal(100), Decimal("0.5")


class Reduced(NamedTuple):
    """The share of a price that is left, and the words of the notice that grant it."""

    factor: Decimal
    granted: str


def reduced(question: str, text: str, priced: str) -> Reduced | None:
    """What is left of a price for whom a question (comparable) tells of; None if nothing is less.

    `priced` is the heading of the price (决赛费).

    >>> told = "本会会员单位的决赛费按八折收取，预赛费不打折。"
    >>> reduced("我们是会员,决赛交多少", told, "决赛费").factor
    Decimal('0.8')
    >>> reduced("我们不是会员,决赛交多少", told, "决赛费")
    >>> reduced("我们是会员,预赛交多少", told, "预赛费")
    """
    own = {m["who"] for m in _WHOSE.finditer(question) if not _NOT.search(question[: m.start()])}
    for match in _SENTENCE.finditer(text) if own else ():
        granted = match[0].strip()
        if own & {m["who"] for m in _WHOSE.finditer(comparable(granted))}:
            found = _of(granted, priced)
            if found is not None:
                return found
    return None


def _of(granted: str, priced: str) -> Reduced | None:
    """The reduction of a sentence, if it holds for the price."""
    stage = _STAGE.search(priced)
    for part in re.split("[，,]", granted):
        left = _LEFT.search(part)
        named = set(_STAGE.findall(part))
        if left is not None and (stage is None or not named or stage[0] in named):
            return Reduced(_factor(left), granted)
    return None


def _factor(left: re.Match[str]) -> Decimal:
    if left["half"]:
        return _HALF
    if left["less"]:
        return 1 - Decimal(left["less"]) / _HUNDRED
    if left["share"]:
        return Decimal(left["share"]) / _HUNDRED
    digits = "".join(arabic(char) for char in left["cut"])
    return Decimal(digits) / (_TEN if len(digits) == 1 else _HUNDRED)
