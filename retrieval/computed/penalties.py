"""What several faults cost together: 错分两件还掉一件 where each has its price.

错分一件加罚10秒，掉件一件加罚5秒 makes 2×10+1×5=25秒.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import Worked
from retrieval.wording import say

_MEASURE = "[件次个处项张道题根片块朵针]"
_PRICE = lazy_re.compile(
    rf"(?:^|[，,；;。:：])(?:每)?(?P<deed>[\u4e00-\u9fff]{{2,10}}?)(?:每?[一1]?(?P<of>{_MEASURE}))?"
    r"(?:加罚|加扣|倒扣|扣除|扣|罚|减|加)(?P<n>\d+(?:\.\d+)?)(?P<unit>秒|分(?!钟)|元)"
)
_FAULT = lazy_re.compile(
    rf"(?P<deed>[\u4e00-\u9fff]{{1,8}}?)了?(?P<n>\d+|{CHINESE}|两|俩)(?P<of>{_MEASURE})"
)
_ASKS = lazy_re.compile(
    r"(?:扣|罚|加|减)[^，,。？?]{0,4}(?:多少|几|好多)|(?:多少|几|好多)(?:秒|分(?!钟))"
)


def penalties(question: str, texts: Iterable[str]) -> Worked | None:
    """What the faults a question counts cost together; None if one of them has no price.

    >>> penalties("错分两件还掉一件一共罚多少秒", ["错分一件加罚10秒,掉件一件加罚5秒"]).text
    '合计：2×10+1×5=25秒。'
    """
    if not _ASKS.search(question):
        return None
    faults = [(m["deed"], m["of"], Decimal(arabic(m["n"]))) for m in _FAULT.finditer(question)]
    for text in texts:
        prices = list(_PRICE.finditer(text))
        terms = [_term(fault, prices) for fault in faults]
        found = [t for t in terms if t is not None]
        deeds = {price["deed"] for _, price in found}
        units = {price["unit"] for _, price in found}
        if not found or len(found) < len(faults) or len(deeds) < len(found) or len(units) > 1:
            continue
        return _line(found)
    return None


def _term(
    fault: tuple[str, str, Decimal], prices: list[re.Match[str]]
) -> tuple[Decimal, re.Match[str]] | None:
    """How often a fault is made, with the one price that names it best."""
    deed, of, times = fault
    worth = [(_likeness(deed, of, price["deed"]), price) for price in prices]
    best = max((much for much, _ in worth), default=0)
    having = [price for much, price in worth if much == best]
    return (times, having[0]) if best > 1 and len(having) == 1 else None


def _likeness(said: str, of: str, deed: str) -> int:
    """How many characters at the end of what is said name a fault: 还掉一件 names 掉件."""
    for length in range(len(said), 0, -1):
        tail = said[-length:]
        if tail in deed and length > 1:
            return length
        if f"{tail}{of}" == deed:
            return length + 1
    return 0


def _line(terms: list[tuple[Decimal, re.Match[str]]]) -> Worked:
    total = sum((times * Decimal(price["n"]) for times, price in terms), Decimal(0))
    parts = "+".join(f"{times.normalize():f}×{price['n']}" for times, price in terms)
    worth = f"{total.normalize():f}"
    formula = f"{parts}={worth}{terms[0][1]['unit']}"
    counts = tuple(f"{times.normalize():f}" for times, _ in terms)
    return Worked(say("worked.together", formula=formula), (worth, *counts))
