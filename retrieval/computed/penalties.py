"""What several faults cost together: 错分两件还掉一件 where each has its price.

错分一件加罚10秒，掉件一件加罚5秒 makes 2×10+1×5=25秒. Where right ones earn marks and wrong
ones cost some, both are counted: 答对1题得2分，答错1题扣1分.
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
    rf"(?:^|[，,；;。:：])(?:每)?(?P<deed>[\u4e00-\u9fff]{{2,10}}?)(?:每?[一1]?(?P<of>{_MEASURE})[\u4e00-\u9fff]{{0,6}}?)?"
    r"(?P<verb>加罚|加扣|倒扣|扣除|扣|罚|减|加|得|计|记)(?P<n>\d+(?:\.\d+)?)(?P<unit>秒|分(?!钟)|元)"
)
_FAULT = lazy_re.compile(
    rf"(?P<deed>[\u4e00-\u9fff]{{1,8}}?)了?(?P<n>\d+|{CHINESE}|两|俩)(?P<of>{_MEASURE})"
)
_EARNS = frozenset("得计记")
_COSTS = frozenset(("扣", "倒扣", "扣除", "减"))
_RIGHT = lazy_re.compile(r"[对出准中]$|正确|找到|发现|完成")
"""What earns marks, however it is called: 查对, 找到, 答对."""
_LEAST = 2
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
        line = _line(found)
        if line is not None:
            return line
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
    return _LEAST if _RIGHT.search(said) and _RIGHT.search(deed) else 0


def _line(terms: list[tuple[Decimal, re.Match[str]]]) -> Worked | None:
    """The terms added up; those that cost marks are taken off where others earn some.

    None where less than nothing is left, or something is earned while penalties are added.
    """
    earns = any(price["verb"] in _EARNS for _, price in terms)
    costs = [earns and price["verb"] not in _EARNS for _, price in terms]
    if earns and not all(p["verb"] in _EARNS | _COSTS for _, p in terms):
        return None
    worths = [times * Decimal(price["n"]) for times, price in terms]
    signed = (-worth if cost else worth for worth, cost in zip(worths, costs, strict=True))
    total = sum(signed, Decimal(0))
    if total < 0 or costs[0]:
        return None
    shown = (f"{times.normalize():f}×{price['n']}" for times, price in terms)
    signs = ("−" if cost else "+" for cost in costs)
    parts = "".join(f"{sign}{each}" for sign, each in zip(signs, shown, strict=True))[1:]
    worth = f"{total.normalize():f}"
    formula = f"{parts}={worth}{terms[0][1]['unit']}"
    counts = tuple(f"{times.normalize():f}" for times, _ in terms)
    return Worked(say("worked.together", formula=formula), (worth, *counts))
