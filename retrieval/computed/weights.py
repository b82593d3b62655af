"""Marks of parts, called as a question calls them, and the shares one statement gives these parts.

案例80分、现场90分 with 案例1份（占40%），现场展示15分钟、答辩5分钟（占60%）: what stands before a
share tells what weighs so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from knowledge import lazy_re
from retrieval.question.mentions import longest_common

_MARKED = lazy_re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2,10}?)(?:的?(?:成绩|分数|得分))?(?:考|得|拿|打|是|为|只|了|到|有)*"
    r"(?P<mark>\d{1,3}(?:\.\d+)?)分?"
    r"(?![\d.:/%名人队个道题秒钟岁天时号日月年届元位项件次组种])"
)
_ASKS = lazy_re.compile(
    r"总(?:成绩|分)|最后|最终|多少分|几分|综合|合起来|加起来|算下来|折合|合计|得分|成绩(?:是|算|为)?多少"
)
_SHARE = lazy_re.compile(r"(\d{1,3}(?:\.\d+)?)%")
_STATEMENT = lazy_re.compile(r"[^；;。\n]+")
_EACH = lazy_re.compile(r"各占?$")
_COMMA = lazy_re.compile(r"[，,]")
_CASE = lazy_re.compile(r"初赛|复赛|决赛|预赛|个人|团[体队]|[\u4e00-\u9fff]{2}组(?!成)")
_LEAST, _WHOLE, _SEVERAL = 2, Decimal(100), 2


class Weighing(NamedTuple):
    """The shares of the parts, in the order of the marks, and where they stand."""

    shares: tuple[Decimal, ...]
    at: int
    """Which of the texts states them."""


def called(question: str) -> dict[str, Decimal]:
    """The marks a question states by the names it gives the parts; empty if it asks for no sum.

    >>> list(called("方案设计得80，急救得90，总分多少"))
    ['方案设计', '急救']
    """
    found = {m["of"]: Decimal(m["mark"]) for m in _MARKED.finditer(question)}
    marks = {of: mark for of, mark in found.items() if mark <= _WHOLE}
    return marks if len(marks) >= _SEVERAL and _ASKS.search(question) else {}


def weighing(
    question: str,
    parts: Sequence[str],
    texts: Sequence[str],
    own: Sequence[str] = (),
    others: Sequence[str] = (),
) -> Weighing | None:
    """The one way in which a text (comparable) weighs all `parts`; None if two ways differ.

    `own` and `others` name the track that is meant and those that are not: T07为理论×20%+实操×80%.

    >>> weighing("理论70技能80合起来多少", ["理论", "技能"], ["理论题占40%，技能题占60%"]).shares
    (Decimal('40'), Decimal('60'))
    """
    found = [
        (Weighing(shares, at), way)
        for at, text in enumerate(texts)
        for way in _ways(text)
        if (shares := _shares(parts, way)) is not None
    ]
    cases = set(_CASE.findall(question))
    if len({each.shares for each, _ in found}) > 1:
        of_case = [(each, way) for each, way in found if any(c in texts[each.at] for c in cases)]
        found = of_case or _of_track(found, own, others)
    if len({each.shares for each, _ in found}) > 1:
        found = _of_track(found, own, others)
    return found[0][0] if len({each.shares for each, _ in found}) == 1 else None


def _ways(text: str) -> Iterator[str]:
    """The statements of a text, and what stands between their commas where that weighs a whole."""
    for statement in _STATEMENT.findall(text):
        yield statement
        for each in _COMMA.split(statement):
            if len(each) < len(statement) and sum(map(Decimal, _SHARE.findall(each))) == _WHOLE:
                yield each


def _of_track(
    found: list[tuple[Weighing, str]], own: Sequence[str], others: Sequence[str]
) -> list[tuple[Weighing, str]]:
    """The ways that name the track that is meant, else those that name no other."""
    named = [(each, way) for each, way in found if any(name in way for name in own)]
    return named or [(e, way) for e, way in found if not any(name in way for name in others)]


def _shares(parts: Sequence[str], statement: str) -> tuple[Decimal, ...] | None:
    """The share of each part, if all together make up the whole."""
    named: list[tuple[str, Decimal]] = []
    done = 0
    for match in _SHARE.finditer(statement):
        named.append((statement[done : match.start()], Decimal(match[1])))
        done = match.end()
    meant = _spread([_meant(part, [of for of, _ in named]) for part in parts], named)
    at = [i for i in meant if i is not None]
    apart = [i for i in at if not _EACH.search(named[i][0])]
    if len(at) < len(parts) or len(set(apart)) < len(apart):
        return None
    shares = tuple(named[i][1] for i in at)
    return shares if sum(shares) == _WHOLE else None


def _spread(
    meant: Sequence[int | None], named: Sequence[tuple[str, Decimal]]
) -> Sequence[int | None]:
    """With the one share that several parts have each (两轮考核各占20%) for a part told by none."""
    each = [i for i, (of, _) in enumerate(named) if _EACH.search(of)]
    return [each[0] if i is None else i for i in meant] if len(each) == 1 else meant


def _meant(part: str, named: Sequence[str]) -> int | None:
    """Which of the stretches before a share names the part the most, the nearest to its share."""
    said: list[tuple[int, int]] = []
    for of in named:
        length, at, _ = longest_common(part, of)
        end = of.rfind(part[at : at + length]) + length
        said.append((length, end - len(of)))
    best = max(said, default=(0, 0))
    return said.index(best) if best[0] >= _LEAST and said.count(best) == 1 else None


_LISTED = lazy_re.compile(
    r"(?<![\d.])\d{1,3}(?:\.\d+)?分?(?:[、，,和]\d{1,3}(?:\.\d+)?分?)+(?![\d%])"
)
_NUMBER = lazy_re.compile(r"\d+(?:\.\d+)?")
_MEAN = lazy_re.compile(r"平均(?:分|值|成绩)|取平均|的平均")
_CUT = lazy_re.compile(
    r"去掉(?:一个|1个)?最高分?[^，,。；]{0,6}(?:和|与|、|及|，)?[^，,。；]{0,4}最低分?"
)


def lists_marks(question: str) -> bool:
    """Whether a question lists marks: 考了80、85、90."""
    return _LISTED.search(question) is not None


def averaged(question: str, texts: Iterable[str]) -> tuple[str, str] | None:
    """The formula and the mean of listed marks where a text takes their mean; None else.

    >>> averaged("初赛考了80、85、90，队伍成绩算多少", ["以队员成绩的平均分作为队伍成绩"])
    ('(80+85+90)÷3', '85')
    """
    listed = _LISTED.search(question)
    text = next((t for t in texts if _MEAN.search(t)), None)
    if listed is None or text is None or not re.search(r"多少|几分|怎么算|总分|成绩", question):
        return None
    marks = sorted(map(Decimal, _NUMBER.findall(listed[0])))
    if _CUT.search(text):
        marks = marks[1:-1]
    if len(marks) < _SEVERAL:
        return None
    mean = sum(marks, Decimal(0)) / len(marks)
    if mean != round(mean, 4):
        mean = round(mean, 2)
    shown = "+".join(f"{mark.normalize():f}" for mark in marks)
    return f"({shown})÷{len(marks)}", f"{mean.normalize():f}"
