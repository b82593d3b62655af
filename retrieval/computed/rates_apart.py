"""How far two prices of one sentence lie apart: 标准间每晚260元，单人间每晚230元 is 30元."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from knowledge import lazy_re
from retrieval.computed.rates import RATE, Worked, label
from retrieval.wording import say

APART = lazy_re.compile(r"(?:差|贵|便宜|省|相差|多|少)[了出]?(?:花|交|付|收)?(?:多少|几|好多)")
"""Asked is how much one is more than another, and no sum."""
_SIDES = lazy_re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,6}?)(?:和|跟|与|比|同)(?P<other>[\u4e00-\u9fff]{2,6}?)"
    r"(?:一[晚夜天]|每[晚夜天])?(?:要|得)?(?:差|贵|便宜|省|相差|多|少)"
)


def rates_apart(question: str, texts: Iterable[str]) -> Worked | None:
    """The difference of the two rates of a sentence that a question names.

    >>> said = ["标准间每间每晚260元,单人间每间每晚230元"]
    >>> rates_apart("标间和单间差多少钱一晚", said).text
    '相差260−230=30元。'
    >>> rates_apart("标间和单间一共多少钱", said)
    """
    sides = _SIDES.search(question) if APART.search(question) else None
    if sides is None:
        return None
    for text in texts:
        rates = [(label(m), m) for m in RATE.finditer(text) if m["unit"] == "元"]
        own = [[m for name, m in rates if _short_for(sides[s], name)] for s in ("one", "other")]
        if all(len(found) == 1 for found in own) and own[0] != own[1]:
            sums = sorted((Decimal(found[0]["n"]) for found in own), reverse=True)
            high, low, apart = (f"{n.normalize():f}" for n in (*sums, sums[0] - sums[1]))
            line = say("difference", high=high, low=low, result=apart, unit="元")
            return Worked(line, (apart, line)) if apart != "0" else None
    return None


def _short_for(said: str, name: str) -> bool:
    """Whether the characters of a word stand in a name in their order: 标间 for 标准间."""
    at = 0
    for char in name:
        at += at < len(said) and said[at] == char
    return at == len(said)
