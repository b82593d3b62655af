"""What rooms of several kinds come to together: a 双人间 and a 单人间 for two nights."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import RATE, Worked, label
from retrieval.wording import say

_NUMBER = rf"\d+|{CHINESE}|两|俩"
_KIND = r"(?P<{0}>[单双三四]|标|大床|套|豪华)[人准]?[间房](?!隔)"
_ROOM = lazy_re.compile(_KIND.format("kind"))
_COUNTED = (
    lazy_re.compile(rf"{_KIND.format('kind')}[要订住开定]?(?P<n>{_NUMBER})[个间套]"),
    lazy_re.compile(rf"(?<![第\d.])(?P<n>{_NUMBER})[个间套]?{_KIND.format('kind')}"),
)
"""双人间一间单人间一间, or 一个双人间一个单间: the same way throughout."""
_NIGHTS = lazy_re.compile(rf"(?<![第\d.])(?P<n>{_NUMBER})个?[晚夜宿]|住(?P<days>{_NUMBER})天")
_SEVERAL = 2


def of_rooms(question: str, texts: Iterable[str]) -> Worked | None:
    """What the counted rooms of several kinds cost for the nights a question states.

    >>> said = ["双人间每晚300元、单人间每晚200元"]
    >>> of_rooms("一个双人间两个单间住三晚一共多少", said).text
    '合计：3×(1×300+2×200)=2100元。'
    """
    named = {m["kind"] for m in _ROOM.finditer(question)}
    nights = _NIGHTS.search(question)
    ways = (
        {m["kind"]: Decimal(arabic(m["n"])) for m in way.finditer(question)} for way in _COUNTED
    )
    counted = next((way for way in ways if set(way) == named), {})
    if nights is None or len(counted) < _SEVERAL:
        return None
    for text in texts:
        each = {
            room["kind"]: Decimal(m["n"])
            for m in RATE.finditer(text)
            if m["unit"] == "元" and (room := _ROOM.search(label(m))) is not None
        }
        if set(counted) <= set(each):
            return _line(Decimal(arabic(nights["n"] or nights["days"])), counted, each)
    return None


def _line(nights: Decimal, counted: dict[str, Decimal], each: dict[str, Decimal]) -> Worked:
    terms = [(n, each[kind]) for kind, n in counted.items()]
    total = f"{(nights * sum(n * price for n, price in terms)).normalize():f}"
    sums = "+".join(f"{n:g}×{price:g}" for n, price in terms)
    times = sorted({f"{n:g}" for n in (nights, *counted.values())})
    formula = f"{nights:g}×({sums})={total}元"
    return Worked(say("worked.together", formula=formula), (total, *times))
