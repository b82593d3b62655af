"""In how many places somebody would hold a contest, and how many there may be: 放在4个校区办."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic

_PLACES = "地方|地点|校区|城市|考点|赛点|赛区|园区|厂区|场地|区县"
_SAID = lazy_re.compile(rf"(?<![第\d前])(?P<n>\d+|{CHINESE}|两)个?(?:{_PLACES})")
_HOLDS = lazy_re.compile(r"办|比赛|开赛|分着|分开|设|放在|搞")
_MOST = lazy_re.compile(
    r"(?:承办地|举办地|办赛地|地点|赛点|考点|赛区|场地)[^，,。；;\d]{0,8}"
    r"(?:不得?超过|最多|不多于|限|不得多于)[^，,。；;\d]{0,3}(?P<most>\d+)[个处]"
)


def too_many_places(question: str, part: str) -> bool:
    """Whether the words allow a contest fewer places than the question spreads it over.

    >>> said = "承办单位不得超过5家，同一赛事的承办地不得超过2个"
    >>> too_many_places("一场放在三个校区办呢", said), too_many_places("放在两个校区办行吗", said)
    (True, False)
    """
    places, most = _SAID.search(question), _MOST.search(part)
    if places is None or most is None or not _HOLDS.search(question):
        return False
    number = 2 if places["n"] == "两" else int(float(arabic(places["n"])))
    return number > int(most["most"])
