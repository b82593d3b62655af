"""Whether it is asked what a contest consists of: 考哪几块, 三个模块分数怎么分."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.numerals import NUMERAL

_PART = r"(?:块|板块|模块|部分|环节|科目|单元)"
_ASKS = lazy_re.compile(
    r"(?:考|比|测|练|做|分|有|包括|包含|含|设|由)[^，,。？?]{0,4}(?:哪几?|几|什么|啥|多少)个?大?"
    rf"(?:{_PART}|内容|任务|样|项(?!目))(?:内容|组成|构成)?[的了呢啊吗]*[？?]?$"
    rf"|(?:哪几?|几|什么|啥|多少)个?大?{_PART}|(?:{NUMERAL}|两|各|每)个?大?{_PART}"
)


def asks_parts(text: str) -> bool:
    """Whether a text (comparable) asks for the parts of something, or about each of them.

    >>> asks_parts("车工都考哪几块"), asks_parts("三块怎么打分"), asks_parts("车工考几天")
    (True, True, False)
    """
    return bool(_ASKS.search(text))
