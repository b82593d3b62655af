"""Several things due for each, asked for together: 3 days of 住宿费 and 伙食费 in one sum."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from math import prod

from knowledge import lazy_re
from retrieval.computed.rates import ADDED, KIND, RATE, Worked, factors, label
from retrieval.computed.rates_apart import APART
from retrieval.wording import say

_MONEY = lazy_re.compile(r"钱|元|费|块|花|开销")
_TOGETHER = lazy_re.compile(rf"{ADDED}|共(?=[^同享])|多少")
_MEANS = {"吃": "食餐膳饭", "饭": "食餐膳", "住": "宿房", "睡": "宿房"}
"""What people call things that are due by another name."""
_EMPTY = frozenset("费每各用的")
_SEVERAL = 2
_NONE = Decimal(0)


def of_several(question: str, texts: Iterable[str]) -> Worked | None:
    """What several rates of one sentence come to, where the question names each of them.

    >>> said = ["住宿费每人每天160元,伙食费每人每天90元"]
    >>> of_several("住三天吃三天一共多少钱", said).text
    '合计：3×(160+90)=750元。'
    """
    if not (_TOGETHER.search(question) and _MONEY.search(question)) or APART.search(question):
        return None
    for text in texts:
        rates = [m for m in RATE.finditer(text) if m["unit"] == "元"]
        named = _of_kind([m for m in rates if _named(label(m), question)], question)
        alike = {(m["per"], m["what"], m["step"]) for m in named}
        if len(named) >= _SEVERAL and len(alike) == 1:
            times = list(factors(named[0], question))
            return _line(named, times) if times else None
        if len(named) >= _SEVERAL and len({m["what"] for m in named}) == len(named):
            return _unlike(named, question)
    return None


def _unlike(rates: list[re.Match[str]], question: str) -> Worked | None:
    """Rates by different measures added up, each times its own: 3晚 and 2天.

    >>> said = ["住宿每人每晚80元,餐费每人每天50元"]
    >>> of_several("一个人住三晚吃两天一共多少钱", said).text
    '合计：3×80+2×50=340元。'
    """
    times = [list(factors(m, question)) for m in rates]
    if not all(times) or len({len(each) for each in times}) > 1:
        return None  # one is not counted, or is due for each of several people and another is not
    total = sum((prod(t, start=Decimal(m["n"])) for m, t in zip(rates, times, strict=True)), _NONE)
    shown = [[f"{factor.normalize():f}" for factor in each] for each in times]
    terms = ("×".join([*s, m["n"]]) for m, s in zip(rates, shown, strict=True))
    formula = f"{'+'.join(terms)}={total.normalize():f}元"
    computed = (f"{total.normalize():f}", *(s for each in shown for s in each))
    return Worked(say("worked.together", formula=formula), computed)


def _of_kind(rates: list[re.Match[str]], question: str) -> list[re.Match[str]]:
    """Of kinds of one thing (双人间, 单人间) the one the question names: they are no sum."""
    ends = {label(m)[-1:] for m in rates}
    own = [m for m in rates if label(m)[-KIND:] in question]
    return own if own and len(ends) == 1 and not ends & _EMPTY else rates


def _named(label: str, question: str) -> bool:
    """Whether the question says a character of the name, or another word for the thing."""
    said = set(question) | {c for word, means in _MEANS.items() if word in question for c in means}
    return bool((set(label) - _EMPTY) & said)


def _line(rates: list[re.Match[str]], times: list[Decimal]) -> Worked:
    each = sum((Decimal(m["n"]) for m in rates), Decimal(0))
    total = each
    for factor in times:
        total *= factor
    shown = [f"{factor.normalize():f}" for factor in times]
    sums = "+".join(m["n"] for m in rates)
    formula = f"{'×'.join(shown)}×({sums})={total.normalize():f}元"
    return Worked(say("worked.together", formula=formula), (f"{total.normalize():f}", *shown))
