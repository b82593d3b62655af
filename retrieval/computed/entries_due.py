"""What several entries come to by a table of fees: 2×2000×0.9=3600 for 两队A before the early day.

A price cut until some day holds where the question names a day that is not later; it holds for the
letters or names its sentence lists, or for all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import Worked
from retrieval.computed.worked import number
from retrieval.question.moments import said_day
from retrieval.wording import say

_N = rf"(?:\d{{1,3}}|{CHINESE}|两|俩)"
_CUT = lazy_re.compile(
    r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:[(（]含[^()（）]{0,4}[)）])?(?:之|以)?前[^。；;\n]{0,20}?[的者][，,]?"
    r"(?P<of>[^。；;，,\n]{0,24}?)(?:按|打|享受?|收取?)+[^。；;\n]{0,10}?(?P<cut>[\d一二三四五六七八九]+)折"
)
_FULL = lazy_re.compile(r"原价|不打折|全价")
_ASKS = lazy_re.compile(r"[一总]共|合计|总计|共要|加起来|一起|多少钱|多少|花")
_TEN = Decimal(10)


class Cut(NamedTuple):
    """A price cut that holds: its factor, for which names, and the words that grant it."""

    factor: Decimal
    of: str
    text: str


def entries_due(
    question: str, prices: Mapping[str, Decimal], cut: Cut | None
) -> tuple[Worked, bool] | None:
    """The sum for as many entries as a question states of each price; None if it states none.

    `prices` stand under a letter or a name. Tells too whether the cut counted.

    >>> entries_due("报4个人b总共多少", {"b": Decimal(260), "c": Decimal(1600)}, None)[0].text
    '合计：4×260=1040元。'
    """
    if not _ASKS.search(question):
        return None
    terms: list[str] = []
    total, cuts = Decimal(0), False
    for name, price in prices.items():
        count = _count(question, name)
        if count is None:
            continue
        holds = cut is not None and (name in cut.of or not any(p in cut.of for p in prices))
        factor = cut.factor if cut is not None and holds else Decimal(1)
        terms.append(f"{count}×{number(price)}{'×' + number(factor) if holds else ''}")
        total, cuts = total + count * price * factor, cuts or holds
    if not terms:
        return None
    line = say("worked.together", formula=f"{'+'.join(terms)}={number(total)}元")
    return Worked(line, (number(total), *terms)), cuts


def cut_at(question: str, text: str) -> Cut | None:
    """The price cut a notice grants until a day, where the question names an earlier one."""
    match, day = _CUT.search(text), said_day(question)
    if match is None or day is None or _FULL.search(question):
        return None
    if day > (int(match["m"]), int(match["d"])):
        return None
    digits = arabic(match["cut"])
    factor = Decimal(digits) / (_TEN if len(digits) == 1 else _TEN * _TEN)
    return Cut(factor, match["of"].lower(), match[0])


def _count(question: str, name: str) -> int | None:
    """How many entries of one price a question states: 两队A, 1个C队, 4个人B, B报3个."""
    own = rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])"
    before = rf"(?P<n>{_N})(?:个|支|名|位)?(?:队|组|人)?(?:的|参加|报)?{own}"
    after = rf"{own}(?:单元|项目)?(?:报|上|派|出|参加)*(?:了)?(?P<n>{_N})(?:个|支|名|队|组|人)"
    match = re.search(before, question) or re.search(after, question)
    return int(arabic(match["n"])) if match else None
