"""Numbers that are given in a row to things named in a row: `理论、实操分别占30%、70%`."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.values.labels import MARK, sentence_before
from knowledge.values.prizes import PRIZE

_N = r"\d+(?:\.\d+)?"
_JOIN = r"(?:、|和|与|及|以及|,)"
_SERIES = lazy_re.compile(rf"{_N}(?P<unit>%|元|分|名|人)(?:{_JOIN}{_N}(?P=unit))+")
_NUMBER = lazy_re.compile(rf"{_N}(?:%|元|分|名|人)")
_EACH = lazy_re.compile(r"(?:分别|依次|各|按)(?!.*(?:分别|依次|各|按)).{0,16}$")
_JOINT = lazy_re.compile(r"((?:[一二三四五]、)+[一二三四五])等奖")
_PLACES = lazy_re.compile(r"第?((?:[一二三四五六]、)+[一二三四五六])名")
_METALS = lazy_re.compile(r"((?:[金银铜][、和])+[金银铜])奖")
_PRIZES = lazy_re.compile(rf"{PRIZE}|第[一二三四五六]名")
_TAIL = lazy_re.compile(r"(?:[两二三四]?个?部分|成绩|得分|组成|构成|[,，])+$")
_BEGIN = lazy_re.compile(
    r"^.*(?:由|以|为|包括|包含|分为|赛项分|项目分|[将按的])(?=[\u4e00-\u9fff]{2})"
)
_SPLIT = lazy_re.compile(r"、|和(?!谐)|与|以及|及")
_COUNTED = lazy_re.compile(r"^每.*?[评选设](?:出|取)?|\d+[名队个人支项]$")
_NAME = lazy_re.compile(r"[\u4e00-\u9fffA-Za-z\d()]{2,16}")
_REACH = 20
_MIN = 2


def respective(text: str) -> dict[int, str]:
    """`一、二、三等奖分别占10%、20%、30%`: place of each number → what it belongs to.

    >>> respective("理论和实操分别占30%和70%")
    {8: '理论', 12: '实操'}
    """
    found: dict[int, str] = {}
    for series in _SERIES.finditer(text):
        places = [match.start() for match in _NUMBER.finditer(text, *series.span())]
        names = _prizes(text, series, len(places)) or _things(text, series, len(places))
        if len(names) == len(places):
            found |= dict(zip(places, names, strict=True))
    return found


def _prizes(text: str, series: re.Match[str], count: int) -> list[str]:
    """The prizes named around a row of numbers, if there are as many."""
    before = sentence_before(text, series.start())
    behind = text[series.start() : series.end() + _REACH]
    several = (_listed(words) for words in (before + behind, before, behind))
    return next((names for names in several if len(names) == count), [])


def _listed(sentence: str) -> list[str]:
    """The prizes a sentence names, each once."""
    if joint := _JOINT.search(sentence):
        return [f"{number}等奖" for number in joint[1].split("、")]
    if joint := _PLACES.search(sentence):
        return [f"第{number}名" for number in joint[1].split("、")]
    if joint := _METALS.search(sentence):
        return [f"{metal}奖" for metal in re.split("[、和]", joint[1])]
    return list(dict.fromkeys(_PRIZES.findall(sentence)))


def _things(text: str, series: re.Match[str], count: int) -> list[str]:
    """What the sentence lists before its last 分别, if it is as many."""
    before = sentence_before(text, series.start())
    each = _EACH.search(before)
    if not each:
        return []
    listed = re.split("[,，:]", _TAIL.sub("", MARK.sub("", before[: each.start()])))[-1]
    names = [_COUNTED.sub("", _BEGIN.sub("", name)) for name in _SPLIT.split(listed)]
    fit = len(names) == count >= _MIN and all(map(_NAME.fullmatch, names))
    return names if fit else []
