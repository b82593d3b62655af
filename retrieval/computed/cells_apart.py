"""How far the two amounts of a table's reply lie apart: 12000元 and 7500元 differ by 4500元."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.computed.rates import Worked
from retrieval.wording import say

_ASKS = lazy_re.compile(
    r"(?:差|相差|差距|便宜(?:了|出)?|[多少高低贵](?:了|出|拿|得|奖|发|给|收|交)*)(?:多少|几|好多)(?!个人|名额|天)"
)
_AMOUNT = lazy_re.compile(r"(?P<n>\d+(?:\.\d+)?)(?P<unit>万?元|[\u4e00-\u9fff]{0,2}|%)")
_TWO = 2


def cells_apart(question: str, cells: Sequence[str]) -> Worked | None:
    """The difference of two cells that are amounts of one unit, if it is asked for; else None.

    >>> cells_apart("消防和巡检奖金差多少", ["12000元", "7500元"]).text
    '相差12000−7500=4500元。'
    >>> cells_apart("消防和巡检奖金各多少", ["12000元", "7500元"])
    """
    if len(cells) != _TWO or not _ASKS.search(question):
        return None
    found = [_AMOUNT.fullmatch(comparable(cell)) for cell in cells]
    amounts = [(float(m["n"]), m["unit"]) for m in found if m]
    if len(amounts) != _TWO or amounts[0][1] != amounts[1][1] or amounts[0] == amounts[1]:
        return None
    high, low = sorted((n for n, _ in amounts), reverse=True)
    result = f"{high - low:g}"
    values = {"high": f"{high:g}", "low": f"{low:g}", "result": result, "unit": amounts[0][1]}
    return Worked(say("difference", **values), (result,))
