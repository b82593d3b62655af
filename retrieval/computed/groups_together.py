"""What the groups of one sentence come to: 职工组25名、学生组20名 are 45 together."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from retrieval.computed.rates import ADDED, Worked
from retrieval.wording import say

_BOTH = lazy_re.compile(r"(?:两|2|各|几|所有|全部|三|3)个?组(?!成|队)|组和[^，,。？?]{1,4}组")
_ALL = lazy_re.compile(ADDED)
_ASKS = lazy_re.compile(r"(?:多少|几|好多)(?:个|名|位|支)?(?P<what>人|选手|队|名额|名|组)?")
_GROUP = lazy_re.compile(
    r"(?P<group>[\u4e00-\u9fff]{2}组)(?:各|共|限报|限派|选拔|取|为|设|前)*(?P<n>\d+)(?P<unit>[名人队支组])"
)
_TWO = 2


def groups_together(question: str, texts: Iterable[str]) -> Worked | None:
    """The numbers of different groups added up, if they are asked for together.

    >>> groups_together("两组合起来决赛多少人", ["职工组25名选手进决赛、学生组20名选手"]).text
    '合计：25+20=45名。'
    """
    if not (_ALL.search(question) and _BOTH.search(question) and _ASKS.search(question)):
        return None
    for text in texts:
        found = {m["group"]: m for m in _GROUP.finditer(text)}
        units = {m["unit"] for m in found.values()}
        if len(found) >= _TWO and len(units) == 1:
            numbers = [m["n"] for m in found.values()]
            total = str(sum(map(int, numbers)))
            formula = f"{'+'.join(numbers)}={total}{units.pop()}"
            return Worked(say("worked.together", formula=formula), (total,))
    return None
