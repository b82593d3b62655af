"""What is counted: 几杯 asks for a number of 杯, and only words with one answer it."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge import lazy_re
from knowledge.numerals import CHINESE

_ASKS = lazy_re.compile(
    r"(?:几|多少|好多)([杯只斗桶瓶碗盘碟斤吨箱袋盒罐株棵束朵针刀枪发轮遍趟圈格页幅首段套])"
)


@lru_cache(maxsize=512)
def measures(question: str) -> frozenset[str]:
    """The measure words a question (comparable) counts in.

    >>> sorted(measures("一共要出几杯"))
    ['杯']
    """
    return frozenset(_ASKS.findall(question))


def counted(question: str, words: str) -> bool:
    """Whether some words (comparable) give a number of what the question counts.

    >>> counted("一共要出几杯", "4杯奶咖,共12杯"), counted("一共要出几杯", "亚军1名")
    (True, False)
    """
    return any(re.search(rf"(?:\d|{CHINESE}|[两半]){each}", words) for each in measures(question))
