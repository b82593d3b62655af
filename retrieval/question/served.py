"""How long somebody has done a thing, and how long is asked for: 当班主任两年半, 满3年."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic

_SPAN = (
    rf"(?P<half>半)个?(?P<of>年|月)|(?P<n>\d+(?:\.\d+)?|{CHINESE}|两|俩)(?P<unit>个?月|年)"
    r"(?P<more>半)?(?:零?(?P<rest>\d+)个月)?"
)
_SAID = lazy_re.compile(
    rf"(?<![\d第近每前差隔])(?:{_SPAN})(?P<rough>多|来)?"
    r"(?![\d月年级前后内初底份以之期制中])(?!(?:就|才)?(?:到期|截止|毕业|退休|前|后))"
)
_ASKED = lazy_re.compile(
    r"(?P<what>[^,，。；;、（(]{2,16}?)(?:必须|须|应当?|不少于|至少|达到?)?(?:已经?|年?满|不少于|不低于|达到?)"
    r"(?P<n>\d+)个?(?P<unit>月|年)(?P<over>以上|及以上)?(?!内|以内|前|后)"
)
_ALIKE = lazy_re.compile(r"[\u4e00-\u9fff]{2}")
_ANY = frozenset(
    {"参加", "参赛", "比赛", "竞赛", "大赛", "选手", "人员", "可以", "工作", "连续", "从事", "职工"}
)
_AWAY = lazy_re.compile(r"或者?|不满|不足|除外|优先|取消|禁赛|内不|停赛|年内")
_DIFFERS = lazy_re.compile(r"以前|之前|差|还有|再过|到期|有效期|过期")
_MONTHS = 12


def too_short(question: str, part: str) -> bool:
    """Whether the words ask for a longer time of the very thing than the question tells of.

    >>> too_short("当班主任两年半了,想报名", "选手还须担任班主任满3年")
    True
    >>> too_short("当班主任三年了,想报名", "选手还须担任班主任满3年")
    False
    >>> too_short("入会才两年能参加吗", "选手还须担任班主任满3年")
    False
    """
    if _AWAY.search(part) or _DIFFERS.search(question):
        return False
    said = [*_SAID.finditer(question)]
    if len(said) != 1 or said[0]["rough"]:
        return False
    months = _told(said[0])
    every = [*_ASKED.finditer(part)]
    own = [m for m in every if _shared(m["what"], question)]
    return len(own) == 1 and 0 < months < _least(own[0])


def tells_span(question: str) -> bool:
    """Whether a question (comparable) tells how long something has been done.

    >>> tells_span("刚签合同三个月能报吗"), tells_span("签了合同能报吗")
    (True, False)
    """
    return _SAID.search(question) is not None


def _told(match: re.Match[str]) -> float:
    """How many months are told."""
    if match["half"]:
        return _MONTHS / 2 if match["of"] == "年" else 0.5
    number = 2.0 if match["n"] == "俩" else float(arabic(match["n"]))
    years = match["unit"] == "年"
    months = number * _MONTHS if years else number
    months += (_MONTHS / 2 if years else 0.5) if match["more"] else 0
    return months + float(match["rest"] or 0)


def _least(match: re.Match[str]) -> int:
    return int(match["n"]) * (_MONTHS if match["unit"] == "年" else 1)


def _shared(what: str, question: str) -> bool:
    """Whether the thing asked for is what the question tells of."""
    pairs = {what[i : i + 2] for i in range(len(what) - 1)} - _ANY
    return any(_ALIKE.fullmatch(pair) and pair in question for pair in pairs)
