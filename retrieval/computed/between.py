"""How far apart two things of one sentence are: days between dates, marks some ranks further down.

截止7月20日，其他为7月31日 lie 11 days apart; 第三名6分，以下每降一名减1分 gives the fifth 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import Worked
from retrieval.wording import say

_APART = lazy_re.compile(r"(?<!还)(?:差|隔|[晚早]了?)[^，,。？?离距]{0,4}(?:几|多少|好多)天")
_UNTIL = lazy_re.compile(r"离|距|还有|倒计时")
_DAY = lazy_re.compile(r"(?:20\d\d年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_RANKED = lazy_re.compile(rf"第(?P<rank>\d+|{CHINESE})名(?:得|计|记|为)?(?P<marks>\d+)分")
_STEP = lazy_re.compile(
    r"(?:以下|其后|之后|其余)?[^，,。；;]{0,4}"
    r"(?:每[降低后](?:低|降)?[一1]?(?:个名次|名次|名|位)|依次|逐名|顺次)(?:递?减|少|扣)(?:少)?(?P<step>\d+)分"
)
_MOST = lazy_re.compile(rf"前(?P<most>\d+|{CHINESE})名")
_ASKED = lazy_re.compile(rf"第(?P<rank>\d+|{CHINESE})(?:名|(?=[^\d]{{0,4}}(?:几|多少)分))")
_COUNTS = lazy_re.compile(r"几分|多少分|得分|记分|计分")
_TWO, _FEBRUARY, _YEAR = 2, 2, 2025


def apart(question: str, texts: Iterable[str]) -> Worked | None:
    """The days between the two dates of a sentence, if it is asked how far apart they are.

    >>> apart("两批截止差几天", ["第一批7月20日截止,第二批为7月31日"]).text
    '7月20日与7月31日相差11天。'
    """
    if not _APART.search(question) or _UNTIL.search(question):
        return None
    for text in texts:
        found = dict.fromkeys((int(m["month"]), int(m["day"])) for m in _DAY.finditer(text))
        if len(found) == _TWO:
            return _between(*sorted(found))
    return None


def _between(first: tuple[int, int], last: tuple[int, int]) -> Worked | None:
    """The days between two dates of one year; None over the end of a February of no known year."""
    if first[0] <= _FEBRUARY < last[0]:
        return None
    try:
        days = (date(_YEAR, *last) - date(_YEAR, *first)).days
    except ValueError:
        return None
    names = {"first": _named(first), "last": _named(last), "days": str(days)}
    return Worked(say("worked.apart", **names), tuple(names.values()))


def _named(day: tuple[int, int]) -> str:
    return f"{day[0]}月{day[1]}日"


def stepped(question: str, texts: Iterable[str]) -> Worked | None:
    """The marks of a rank below those a sentence names, where each rank has so many fewer.

    >>> stepped("第五名几分", ["第一名9分,第二名7分,第三名6分,以下每降一名减1分"]).text
    '按每降一名减1分计算：6-2×1=4分。'
    """
    asked = _ASKED.search(question) if _COUNTS.search(question) else None
    if asked is None:
        return None
    rank = int(arabic(asked["rank"]))
    for text in texts:
        named = [(int(arabic(m["rank"])), int(m["marks"])) for m in _RANKED.finditer(text)]
        step, most = _STEP.search(text), _MOST.search(text)
        if not named or step is None or (most and rank > int(arabic(most["most"]))):
            continue
        last, marks = max(named)
        left = marks - (rank - last) * int(step["step"])
        if rank <= last or left < 0:
            continue
        formula = f"{marks}-{rank - last}×{step['step']}={left}分"
        line = say("worked.stepped", step=step["step"], formula=formula)
        return Worked(line, (str(left), str(rank - last)))
    return None
