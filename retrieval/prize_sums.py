"""The money of several prizes: how many there are of each, times what each pays.

1×2000+2×1200+3×800=6800, from 一等奖1名、奖金2000元 or from counts and amounts that stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from retrieval.rates import Worked
from retrieval.wording import say

_GRADE = r"(?:[特一二三四]等|优胜|优秀|[金银铜])奖"
_COUNT = re.compile(rf"({_GRADE})(?:各)?(?:设|取|为)?(\d+)[名个人队组项]")
_AMOUNT = re.compile(
    rf"({_GRADE})(?:(?!{_GRADE}|。|；|;)[^\d]|\d+[名个人队组项]){{0,14}}?(\d+)(万?)元"
)
_ROW = re.compile(
    r"(?P<grades>[特一二三四](?:、[特一二三四])+)等奖[^。；;\d]{0,16}(?P<sums>\d+元(?:[、，和及]\d+元)+)"
)
_TOGETHER = re.compile(r"加起来|合计|总共|一共|总计|合起来|加一起|总额|全部|全加|拢共")
_MONEY = re.compile(r"钱|奖金|元|块")


def prize_money(question: str, texts: Iterable[str]) -> Worked | None:
    """What the prizes cost together, if that is asked and each has its number and its amount.

    >>> texts = ["一等奖1名、奖金2000元，二等奖2名、奖金各1200元"]
    >>> prize_money("奖金一共多少钱", texts).text
    '合计：1×2000+2×1200=4400元。'
    """
    if not (_TOGETHER.search(question) and _MONEY.search(question)):
        return None
    whole = "。".join(texts)
    counts, amounts = dict(_COUNT.findall(whole)), _amounts(whole)
    named = [grade for grade in counts if grade in question]
    grades = named if len(named) > 1 else list(counts)
    if len(grades) < 2 or any(grade not in amounts for grade in grades):  # noqa: PLR2004 a sum
        return None
    return _line([(counts[grade], amounts[grade]) for grade in grades])


def _amounts(text: str) -> Mapping[str, str]:
    found = {
        grade: amount if not ten else str(int(amount) * 10_000)
        for grade, amount, ten in _AMOUNT.findall(text)
    }
    for match in _ROW.finditer(text):
        grades = [f"{grade}等奖" for grade in match["grades"].split("、")]
        sums = re.findall(r"(\d+)元", match["sums"])
        if len(grades) == len(sums):
            found |= dict(zip(grades, sums, strict=True))
    return found


def _line(terms: list[tuple[str, str]]) -> Worked:
    total = str(sum((Decimal(count) * Decimal(each) for count, each in terms), Decimal(0)))
    formula = "+".join(f"{count}×{each}" for count, each in terms) + f"={total}元"
    return Worked(say("worked.together", formula=formula), (total,))
