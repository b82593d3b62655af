"""What the meals of a day cost: 早餐10元、午餐20元、晚餐20元 are 50元."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from knowledge import lazy_re
from retrieval.computed.rates import Worked
from retrieval.wording import say

_DAY = lazy_re.compile(
    r"[一每](?:个?人)?(?:一)?天[^，,。？?]{0,8}(?:[三3][顿餐]|餐费|伙食|吃饭)|[三3][顿餐]"
)
_ASKS = lazy_re.compile(r"多少|几块|几元|花")
_MEAL = lazy_re.compile(r"(?P<meal>[早午中晚])[餐饭](?:每人|费|标准)*(?P<sum>\d+(?:\.\d+)?)元")
_MEALS = 3


def meals(question: str, texts: Iterable[str]) -> Worked | None:
    """The sum of the three meals a sentence prices, if a day of them is asked for.

    >>> meals("一天三顿都在食堂吃多少钱", ["早餐10元、午餐20元、晚餐20元"]).text
    '合计：10+20+20=50元。'
    >>> meals("午饭多少钱", ["早餐10元、午餐20元、晚餐20元"])
    """
    for text in texts if _DAY.search(question) and _ASKS.search(question) else ():
        sums = {m["meal"].replace("中", "午"): m["sum"] for m in _MEAL.finditer(text)}
        if len(sums) == _MEALS:
            total = f"{sum(map(Decimal, sums.values()), Decimal(0)).normalize():f}"
            formula = f"{'+'.join(sums.values())}={total}元"
            return Worked(say("worked.together", formula=formula), (total,))
    return None
