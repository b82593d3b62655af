"""Whether a statement demands more than it did: bounds, deadlines, levels, the force of its words.

Each sign tells for itself; where they disagree, or there is none, it is not said which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable

_UNITS = (
    "周岁|岁|年|个月|万元|元|人|名|支|队|项|个|小时|分钟|分|天|日|%|场|份|倍|"
    "届|次|页|字|mb|m|门|学时"
)
_NUMBER = rf"(?P<number>\d+(?:\.\d+)?)(?P<unit>{_UNITS})?"
_UP_BEFORE = r"不(?:得)?(?:超过|多于|大于|高于|超)|最多|至多|上限为?|控制在|限报?|限|最高|最大"
_UP_BEHIND = r"以下|以内|及以下|之内"
_LOW_BEFORE = r"不(?:得)?(?:少于|低于|小于|短于)|至少|最少|最低|年?满|具有|达到?|超过|从事"
_LOW_BEHIND = r"以上|及以上|起"
_BOUND = lazy_re.compile(
    rf"(?:(?:(?P<up>{_UP_BEFORE})|(?<![不得])(?P<low>{_LOW_BEFORE}))[^\d，。；,;]{{0,6}}?)?{_NUMBER}"
    rf"(?:\([^)]*\))?(?P<behind>{_LOW_BEHIND}|{_UP_BEHIND})?"
)
_COUNTED = lazy_re.compile(rf"({CHINESE})({_UNITS})")
_DAY = lazy_re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_UNTIL = lazy_re.compile(r"截止|截至|之?前|以前|逾期|不再受理")
_LEVELS = ("初级工", "中级工", "高级工", "技师", "高级技师")
_FIVE = {"五级": 0, "四级": 1, "三级": 2, "二级": 3, "一级": 4}
_LEVEL = lazy_re.compile(
    r"高级技师|技师|高级工|中级工|初级工|[一二三四五]级(?=/|职业|及|以|工|证|\()"
)
_SOFT = lazy_re.compile(r"原则上|一般(?:应|不|为|由)|鼓励|建议|提倡|尽量|酌情")
_HARD = lazy_re.compile(
    r"必须|务必|(?<![对相反适供响效])应当?|须|需|不得|严禁|禁止|一律|不予|方可|仅限|只能|只限|不再"
)


class Sign(NamedTuple):
    """A sign of what a change comes to."""

    stricter: bool
    why: str


def signs(old: str, new: str, *, same_year: bool) -> tuple[Sign, ...]:
    """What tells that `new` demands more, or less, than `old`.

    `same_year`: the notices are of one year, so that an earlier day is an earlier deadline.

    >>> [s.stricter for s in signs("年龄不超过21周岁", "年龄不超过20周岁", same_year=False)]
    [True]
    >>> [s.stricter for s in signs("工作满5年以上", "工作满3年以上", same_year=False)]
    [False]
    """
    one, other = comparable(old), comparable(new)
    found = [*_bounds(one, other), *_levels(one, other), *_force(one, other)]
    if same_year:
        found += _deadlines(one, other)
    return tuple(found)


class _Bound(NamedTuple):
    number: float
    unit: str
    upper: bool


def _read(text: str) -> list[_Bound]:
    text = _DAY.sub("", text)
    text = _COUNTED.sub(lambda m: arabic(m[1]) + m[2], text)
    found = []
    for match in _BOUND.finditer(text):
        behind = match["behind"] or ""
        upper = bool(match["up"]) or bool(re.fullmatch(_UP_BEHIND, behind))
        lower = bool(match["low"]) or bool(re.fullmatch(_LOW_BEHIND, behind))
        if upper != lower and match["unit"]:
            unit = "岁" if match["unit"] == "周岁" else match["unit"]
            found.append(_Bound(float(match["number"]), unit, upper))
    return found


def _bounds(one: str, other: str) -> Iterator[Sign]:
    """Limits of the same kind, paired off in their order."""
    old, new = _read(one), _read(other)
    kinds = dict.fromkeys((bound.unit, bound.upper) for bound in old)
    for unit, upper in kinds:
        before = [b.number for b in old if (b.unit, b.upper) == (unit, upper)]
        after = [b.number for b in new if (b.unit, b.upper) == (unit, upper)]
        for was, now in zip(before, after, strict=False):
            if was != now:
                yield Sign((now < was) == upper, f"{was:g}{unit} → {now:g}{unit}")


def _deadlines(one: str, other: str) -> Iterator[Sign]:
    if not (_UNTIL.search(one) and _UNTIL.search(other)):
        return
    for was, now in zip(_days(one), _days(other), strict=False):
        if was != now:
            yield Sign(now < was, f"{was[0]}月{was[1]}日 → {now[0]}月{now[1]}日")


def _days(text: str) -> list[tuple[int, int]]:
    return [(int(match["month"]), int(match["day"])) for match in _DAY.finditer(text)]


def _levels(one: str, other: str) -> Iterator[Sign]:
    """The lowest level that is named."""
    was, now = _lowest(one), _lowest(other)
    if was is not None and now is not None and was != now:
        yield Sign(now > was, f"{_LEVELS[was]} → {_LEVELS[now]}")


def _lowest(text: str) -> int | None:
    found = [_FIVE[word] if word in _FIVE else _LEVELS.index(word) for word in _LEVEL.findall(text)]
    return min(found, default=None)


def _force(one: str, other: str) -> Iterator[Sign]:
    """原则上 that went or came; 鼓励 that became 必须."""
    was, now = _SOFT.findall(one), _SOFT.findall(other)
    if was and not now and _HARD.search(other):
        yield Sign(stricter=True, why=f"不再是“{was[0]}”")
    elif now and not was and _HARD.search(one):
        yield Sign(stricter=False, why=f"改为“{now[0]}”")
    elif "原则上" in one and "原则上" not in other:
        yield Sign(stricter=True, why="不再是“原则上”")
    elif "原则上" in other and "原则上" not in one:
        yield Sign(stricter=False, why="改为“原则上”")
