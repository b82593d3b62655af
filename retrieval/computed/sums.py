"""A share of a number the question states, with its formula: 25人 × 10% = 2.5.

Only people and teams are counted so; shares of a mark (理论占30%) are no shares of them. A result
that is no whole number is shown as it is, and said not to be rounded by the notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from knowledge import lazy_re
from retrieval.question.conditions import stated
from retrieval.wording import say

_SHARE = lazy_re.compile(r"(?P<share>\d{1,3}(?:\.\d+)?)%")
_PEOPLE = lazy_re.compile(r"奖|人数|选手|名额|晋级|职工|参赛|队")
_MARKS = lazy_re.compile(r"理论|实操|操作|成绩|分值|权重|总分")
_PRIZE = lazy_re.compile(r"(?:[特一二三四]等|优胜|优秀|[金银铜])奖")
_GRADES = "特一二三四五"
_ROW = lazy_re.compile(rf"([{_GRADES}、和及]+)等奖|([{_GRADES}])等(?=[{_GRADES}、和跟各分])")
_UNIT = lazy_re.compile(r"\d+个?([人队名组])")
_CUT = lazy_re.compile(r"[，。；;,、]")
_MOST = lazy_re.compile(r"不超过|不高于|最多|以内")
_LEAST = lazy_re.compile(r"不低于|不少于|至少|以上")
_ROUNDING = {
    "四舍五入": lazy_re.compile(r"四舍五入"),
    "向上取整": lazy_re.compile(
        r"向上取整|向上取|进位取整|进一位?取整|小数[^，。；]{0,8}进(一|位)"
    ),
    "向下取整": lazy_re.compile(r"向下取整|舍去(尾数|小数)|去尾|只取整数|不计小数"),
}
_ONE = lazy_re.compile(
    r"不足[1一](?:[名人个项支]|队)?的?[,，]?(?:均|都)?(?:按|计|取|以|算|设|评)(?:[作为]|算)?[1一]"
)
"""Who is less than one is one: 不足1个的按1个计."""
_OTHERWISE = lazy_re.compile(r"取整|进位|舍去|向[上下]")
_ROWED = lazy_re.compile(
    r"(?P<shares>(?:\d{1,3}(?:\.\d+)?%[、，,和及]?){2,})[^。；%\d]{0,12}?"
    r"(?P<grades>(?:[特一二三四金银铜][、，,和及]?){2,})(?P<end>等奖|奖)"
)
_GIVEN = lazy_re.compile(
    r"(?P<grades>(?:[特一二三四金银铜][、，,和及]?){2,})(?P<end>等奖|奖)[^。；%\d]{0,16}?"
    r"(?P<shares>(?:\d{1,3}(?:\.\d+)?%[、，,和及]?){2,})"
)
MOST_SHARES = 6
_LEAST_ONE = "不足1按1计"


class Sum(NamedTuple):
    """The line to show, and the numbers in it that stand nowhere else."""

    text: str
    computed: tuple[str, ...]


def rounding_of(text: str) -> str | None:
    """How a notice rounds: the one way it names; "" if it names several or another; else None.

    >>> rounding_of("人数四舍五入取整，不足1个的按1个计")
    '四舍五入'
    """
    found = [name for name, pattern in _ROUNDING.items() if pattern.search(text)]
    if len(found) == 1:
        return found[0]
    return "" if found or _OTHERWISE.search(text) else None


def one_at_least(text: str) -> bool:
    """Whether a notice makes one of what comes to less.

    >>> one_at_least("舍去小数，不足1个的按1个计"), one_at_least("不足1分钟的不计")
    (True, False)
    """
    return bool(_ONE.search(text))


def _spread(text: str) -> str:
    """10%、20%、30%评定一、二、三等奖 as 一等奖10%、二等奖20%、三等奖30%."""

    def each(match: re.Match[str]) -> str:
        shares = _SHARE.findall(match["shares"])
        grades = re.findall(r"[特一二三四金银铜]", match["grades"])
        if len(shares) != len(grades):
            return match[0]
        return "、".join(f"{g}{match['end']}{s}%" for g, s in zip(grades, shares, strict=True))

    return _GIVEN.sub(each, _ROWED.sub(each, text))


def sums(
    question: str, text: str, *, rounding: str | None = None, least: bool = False
) -> Sum | None:
    """The shares in `text` of the people the question counts; None if there are none.

    `rounding`: how the notice rounds, see `rounding_of`; so its silence is not claimed. `least`:
    whether what is less than one counts as one.

    >>> sums("职工组决赛20人，一等奖几个", "一等奖占10%").text
    '按20人计算：一等奖20×10%=2人'
    >>> sums("来了5人，一等奖几个", "一等奖占10%", rounding="向下取整", least=True).text
    '按5人计算：一等奖5×10%=0.5人，不足1按1计为1人'
    """
    counts = [number for number, unit in stated(question) if unit == "人"]
    if len(set(counts)) != 1 or counts[0] <= 0:
        return None
    asked = prizes_named(question)
    unit = next(iter(_UNIT.findall(question)), "")
    terms = list(_terms(_meant(_spread(text), question), counts[0], unit))
    named = [term for term in terms if asked & set(_PRIZE.findall(term[0]))]
    terms = named or [term for term in terms if not (asked and _PRIZE.search(term[0]))]
    if not 0 < len(terms) <= MOST_SHARES:
        return None
    whole = all(result == result.to_integral_value() for *_, result in terms)
    told = [
        (term, result, _LEAST_ONE if least and 0 < result < 1 else rounding)
        for term, result in terms
    ]
    said = "，".join(f"{term}{_rounded(result, rule, unit)}" for term, result, rule in told) + (
        "" if whole or rounding is not None else say("sum.fraction")
    )
    computed = tuple(_number(result) for *_, result in terms)
    computed += tuple(_whole(result, rule) for _, result, rule in told if rule)
    return Sum(say("sum.line", count=f"{counts[0]}{unit}", terms=said), computed)


def _meant(text: str, question: str) -> str:
    """The shares of the one case that the question names by words of its own: 不分组的项目."""
    parts = [part for part in re.split(r"(?<=%)", text) if _SHARE.search(part)]
    if len(parts) < 2 or prizes_named(question):  # noqa: PLR2004 cases to tell apart
        return text
    pairs = [{p[i : i + 2] for i in range(len(p) - 1)} for p in parts]
    own = [
        sum(
            pair.isalpha()
            and pair in question
            and not any(pair in other for other in pairs if other is not mine)
            for pair in mine
        )
        for mine in pairs
    ]
    best = max(own)
    return parts[own.index(best)] if own.count(best) == 1 and min(own) < best - 1 else text


def prizes_named(question: str) -> set[str]:
    """The prizes a question names; 一二三等奖 are three."""
    row = {
        f"{grade}等奖"
        for runs in _ROW.findall(question)
        for grade in "".join(runs)
        if grade in _GRADES
    }
    return row | set(_PRIZE.findall(question))


def _terms(text: str, count: int, unit: str) -> Iterator[tuple[str, Decimal]]:
    begin = 0
    for match in _SHARE.finditer(text):
        before = text[begin : match.start()]
        begin = match.end()
        after = _CUT.split(text[match.end() :])[0]
        around = before + after
        if not _PEOPLE.search(around) or _MARKS.search(_CUT.split(before)[-1]):
            continue
        result = Decimal(count) * Decimal(match["share"]) / 100
        last = _CUT.split(before.rstrip("，；、,;"))[-1]
        named = [*_PRIZE.findall(last)[-1:], *_PRIZE.findall(after)[:1]]
        named = named or _PRIZE.findall(before)[-1:]
        bound = say("sum.most") if _MOST.search(before) else ""
        bound = say("sum.least") if _LEAST.search(before) else bound
        formula = f"{count}×{match['share']}%={_number(result)}{unit}"
        yield f"{''.join(named[:1])}{bound}{formula}", result


def _whole(value: Decimal, rule: str) -> str:
    """The whole number a rule makes of a result."""
    if rule == _LEAST_ONE:
        return "1"
    mode = {"四舍五入": ROUND_HALF_UP, "向上取整": ROUND_CEILING}.get(rule, ROUND_FLOOR)
    return _number(value.to_integral_value(rounding=mode))


def _rounded(value: Decimal, rule: str | None, unit: str) -> str:
    if not rule or value == value.to_integral_value():
        return ""
    return say("rounded", rule=rule, count=f"{_whole(value, rule)}{unit}")


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
