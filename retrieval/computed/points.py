"""What prizes come to by points for each of them: 2个一等、1个三等 at 9 and 3 points are 21."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import Worked
from retrieval.wording import say

_WON = lazy_re.compile(rf"(?P<n>\d{{1,2}}|{CHINESE}|两|俩)个(?P<rank>[特一二三四优])等")
_POINTS = lazy_re.compile(
    r"(?P<rank>[特一二三四优])等奖(?:每个|各|得|计|记|按)*(?P<points>\d+(?:\.\d+)?)分"
)
_ASKS = lazy_re.compile(r"(?:多少|几)分|分[^，,。？?]{0,4}(?:多少|几)")
_LEAST = 2


def points(question: str, texts: Iterable[str]) -> Worked | None:
    """The points of all prizes a question counts; None if one of them has none.

    >>> said = ["按一等奖9分、二等奖6分、三等奖3分累计"]
    >>> points("拿了2个一等1个三等，团体分算多少", said).text
    '合计：2×9+1×3=21分。'
    >>> points("拿了2个一等1个优等，团体分算多少", said)
    """
    won = {m["rank"]: int(arabic(m["n"])) for m in _WON.finditer(question)}
    for text in texts if won and _ASKS.search(question) else ():
        each = {m["rank"]: m["points"] for m in _POINTS.finditer(text)}
        if len(each) >= _LEAST and won.keys() <= each.keys():
            total = sum(n * float(each[rank]) for rank, n in won.items())
            terms = "+".join(f"{n}×{each[rank]}" for rank, n in won.items())
            return Worked(say("worked.together", formula=f"{terms}={total:g}分"), (f"{total:g}",))
    return None
