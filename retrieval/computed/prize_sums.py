"""The money of several prizes: how many there are of each, times what each pays.

1×2000+2×1200+3×800=6800, from 一等奖1名、奖金2000元 or from counts and amounts that stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import ADDED, Worked
from retrieval.computed.sums import prizes_named
from retrieval.wording import say

_GRADE = r"(?:(?:[特一二三四]等|优胜|优秀|[金银铜])奖|[冠亚季]军)"
COUNT = lazy_re.compile(rf"({_GRADE})(?:各)?(?:设|取|为)?(\d+)[名个人队组项]")
"""So many of a prize."""
_AMOUNT = lazy_re.compile(
    rf"({_GRADE})(?:(?!{_GRADE}|。|；|;)[^\d]|\d+[名个人队组项]){{0,14}}?(\d+)(万?)元"
)
_ROW = lazy_re.compile(
    r"(?P<grades>[特一二三四](?:、[特一二三四])+)等奖[^。；;\d]{0,16}(?P<sums>\d+元(?:[、，和及]\d+元)+)"
)
_EACH = lazy_re.compile(r"分别[^\d，。；;、]{0,8}(?P<sums>\d+万?元(?:[、，,和及]\d+万?元)+)")
_KINDS = (lazy_re.compile(r"团[体队]"), lazy_re.compile(r"[个单]人(?:赛|项目|[特一二三]等奖|奖)"))
"""Prizes of teams, and of single people."""
TOGETHER_ALL = lazy_re.compile(rf"{ADDED}|总额|全部|全加|拢共|总奖金")
"""Words of a question for all prizes together."""
MONEY = lazy_re.compile(r"钱|奖金|元|(?<!一)块(?![金银铜奖])")
_WINNERS = lazy_re.compile(
    r"等奖[^，。？?]{0,14}(多少|几|好多)(个|名|位|人|支)|(多少|几|好多)(个|名|项)?奖(?!金|励|牌)|(多少|几|好多)(个|名|位|支)?(人|选手|队|组|项目)?[^，。？?]{0,4}(得|获|拿|中|有)?奖|(得|获|拿|中)奖"
)
_GRADES = "特一二三四"
_SPAN = lazy_re.compile(rf"([{_GRADES}])等奖?(?:到|至)([{_GRADES}])等奖")
_NOUN = "(?:赛项|项目|工种|职业|赛道|专业)"
_TRACKS = lazy_re.compile(rf"(?P<n>\d+|{CHINESE})个{_NOUN}")
_MANY_TRACKS = lazy_re.compile(
    rf"(?<!\d)(?![1一]个){_TRACKS.pattern}|(?:全部|所有|各)[^，,。？?]{{0,4}}(?:{_NOUN}|组)"
)
_EACH_TRACK = lazy_re.compile(rf"(?:每一?个?|各){_NOUN}(?![(]|分|各|[^。；]{{0,4}}组)")
_AT_ONCE = lazy_re.compile(
    rf"{_GRADE}(?:各)?(?:设|取|为)?\d+[名个人队组项](?:[、，和及]{_GRADE}(?:各)?(?:设|取|为)?\d+[名个人队组项])+"
)


def prize_money(question: str, texts: Iterable[str]) -> Worked | None:
    """What the prizes cost together, if that is asked and each has its number and its amount.

    >>> texts = ["一等奖1名、奖金2000元，二等奖2名、奖金各1200元"]
    >>> prize_money("奖金一共多少钱", texts).text
    '合计：1×2000+2×1200=4400元。'
    """
    if not (TOGETHER_ALL.search(question) and MONEY.search(question)):
        return None
    texts = list(texts)
    if sum(any(kind.search(text) for text in texts) for kind in _KINDS) > 1:
        texts = [text for text in texts if prized(question, text)]
    whole = "。".join(texts)
    if _ambiguous(whole):
        return None
    counts, amounts = dict(COUNT.findall(whole)), paid(whole)
    named = [grade for grade in counts if grade in question or grade in prizes_named(question)]
    grades = named or list(counts)
    if len(grades) + len(named) < 2 or any(grade not in amounts for grade in grades):  # noqa: PLR2004 a sum
        return None
    return _line([(counts[grade], amounts[grade]) for grade in grades])


def prized(question: str, text: str) -> bool:
    """Whether a sentence counts or pays prizes of the kind the question is about, or of none.

    >>> prized("团体奖金一共多少钱", "个人一等奖每人600元")
    False
    """
    kind = next((pattern for pattern in _KINDS if pattern.search(question)), None)
    own = next((pattern for pattern in _KINDS if pattern.search(text)), None)
    return own in {kind, None} and bool(COUNT.search(text) or _AMOUNT.search(text))


def _ambiguous(text: str) -> bool:
    """Whether a prize is counted or paid in two ways: those of teams and of single entrants."""
    counted = set(COUNT.findall(text))
    sums = {(grade, amount) for grade, amount, _ in _AMOUNT.findall(text)}
    return any(len(found) > len({grade for grade, _ in found}) for found in (counted, sums))


def prize_winners(question: str, texts: Iterable[str]) -> Worked | None:
    """How many win a prize where a sentence says how many win each.

    >>> prize_winners("一个项目一共多少人得奖", ["一等奖1名、二等奖2名、三等奖3名"]).text
    '合计：1+2+3=6名。'
    """
    if not (TOGETHER_ALL.search(question) and _WINNERS.search(question)) or MONEY.search(question):
        return None
    texts = list(texts)
    whole = "。".join(texts)
    lists = [m[0] for text in texts for m in _AT_ONCE.finditer(text)]
    counts = COUNT.findall(lists[0]) if len(lists) == 1 else []
    if len(counts) < 2:  # noqa: PLR2004  a sum
        return None
    unit = lists[0][-1]
    every = prizes_named(spelled(question))
    counts = [(g, n) for g, n in counts if g in question or g in every] or counts
    one = sum(int(count) for _, count in counts)
    formula = "+".join(count for _, count in counts)
    times = times_of(question, whole)
    if times == 1 and (len(counts) == 1 or _MANY_TRACKS.search(question)):
        return None  # how many groups there are is not told
    if times > 1:
        formula = f"({formula})×{times}" if len(counts) > 1 else f"{formula}×{times}"
    total = str(one * times)
    return Worked(say("worked.together", formula=f"{formula}={total}{unit}"), (total,))


def spelled(question: str) -> str:
    """The question with all grades of a span.

    >>> spelled("一等奖到三等奖共几个")
    '一二三等奖共几个'
    """
    return _SPAN.sub(
        lambda m: _GRADES[_GRADES.index(m[1]) : _GRADES.index(m[2])] + m[2] + "等奖", question
    )


def times_of(question: str, text: str) -> int:
    """How many tracks the question counts, where the prizes are set for each: 5个项目一共."""
    said, each = _TRACKS.search(question), _EACH_TRACK.search(text)
    return int(float(arabic(said["n"]))) if said and each else 1


def paid(text: str) -> Mapping[str, str]:
    """What each prize pays, in 元, by its name."""
    found = {
        grade: amount if not ten else str(int(amount) * 10_000)
        for grade, amount, ten in _AMOUNT.findall(text)
    }
    for sentence in re.split(r"[。；;]", text):
        match = _EACH.search(sentence)
        counted = [grade for grade, _ in COUNT.findall(sentence[: match.start()] if match else "")]
        sums = [_yuan(*m) for m in re.findall(r"(\d+)(万?)元", match["sums"])] if match else []
        if len(counted) == len(sums) > 0:  # 冠军1名、亚军2名，奖金分别为3000元、1500元
            found |= dict(zip(counted, sums, strict=True))
    for match in _ROW.finditer(text):
        grades = [f"{grade}等奖" for grade in match["grades"].split("、")]
        sums = re.findall(r"(\d+)元", match["sums"])
        if len(grades) == len(sums):
            found |= dict(zip(grades, sums, strict=True))
    return found


def _yuan(number: str, ten: str) -> str:
    return str(int(number) * 10_000) if ten else number


def _line(terms: list[tuple[str, str]]) -> Worked:
    total = str(sum((Decimal(count) * Decimal(each) for count, each in terms), Decimal(0)))
    formula = "+".join(f"{count}×{each}" for count, each in terms) + f"={total}元"
    return Worked(say("worked.together", formula=formula), (total,))
