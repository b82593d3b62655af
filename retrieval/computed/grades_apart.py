"""How far two prizes lie apart: 季军各5000元 and 优胜队各1000元 differ by 4000元."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from retrieval.computed.prize_sums import paid
from retrieval.computed.rates import Worked
from retrieval.wording import say

_ASKS = lazy_re.compile(
    r"(?:差|相差|多|少)(?:了|出|拿|得|奖|发|给)*(?:多少|几|好多)(?!个|名|人|天)"
)
_NAME = r"[特一二三四]等奖|优胜[奖队]|优秀奖|[金银铜][奖牌]|[冠亚季]军"
_GRADE = lazy_re.compile(rf"(?P<name>{_NAME})")
_PAID = lazy_re.compile(
    rf"(?P<name>{_NAME})(?:(?!{_NAME}|。|；|;)[^\d]|\d+[名个人队组项]){{0,14}}?(?P<sum>\d+)元"
)
_SUM = lazy_re.compile(r"\d+元")
_TWO = 2


def one_grade_apart(question: str, texts: Sequence[str]) -> Worked | None:
    """The difference of the one prize a question names between two texts that pay it.

    >>> one_grade_apart("一等奖多了多少", ["一等奖8000元", "一等奖1名，奖金5000元"]).text
    '相差8000−5000=3000元。'
    """
    named = {m["name"] for m in _GRADE.finditer(question)}
    if len(named) != 1 or len(texts) != _TWO or not _ASKS.search(question):
        return None
    (grade,) = named
    sums = {int(pays[grade]) for text in texts if grade in (pays := paid(text))}
    if len(sums) != _TWO:
        return None
    low, high = sorted(sums)
    result = f"{high - low}"
    text = say("difference", high=f"{high}", low=f"{low}", result=result, unit="元")
    return Worked(text, (result,))


def grades_apart(question: str, texts: Iterable[str]) -> Worked | None:
    """The difference of the two prizes a question names, where each pays one sum alone.

    >>> grades_apart("亚军和季军奖金差多少", ["亚军1队，8000元；季军2队，各5000元"]).text
    '相差8000−5000=3000元。'
    """
    named = list(dict.fromkeys(m["name"] for m in _GRADE.finditer(question)))
    if len(named) != _TWO or not _ASKS.search(question):
        return None
    sums: dict[str, set[int]] = {name: set() for name in named}
    for text in texts:
        paid = list(_PAID.finditer(text))
        if len(paid) < len(_SUM.findall(text)):
            return None  # several sums of one prize: of kinds of entrants
        for match in paid:
            if match["name"] in sums:
                sums[match["name"]].add(int(match["sum"]))
    if any(len(each) != 1 for each in sums.values()):
        return None
    low, high = sorted(each.pop() for each in sums.values())
    if low == high:
        return None
    result = f"{high - low}"
    text = say("difference", high=f"{high}", low=f"{low}", result=result, unit="元")
    return Worked(text, (result,))
