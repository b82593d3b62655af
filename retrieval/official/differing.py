"""Whether an official answer says otherwise than a clause: then the clause holds."""

from __future__ import annotations

from collections import defaultdict

from knowledge import lazy_re
from knowledge.plain import comparable

_DATE = lazy_re.compile(r"(?:\d{4}年)?(\d{1,2}月\d{1,2})日?")
_MEASURED = lazy_re.compile(
    r"(\d+(?:\.\d+)?)(元|万元|岁|周岁|人|名|年|个月|天|小时|分钟|%|分|支|队|项|个|级|场|份)"
)
_BARS = lazy_re.compile(r"不得|不能|不可|禁止|严禁|不允许|不予|谢绝|不准|不接受")
_LETS = lazy_re.compile(r"(?<!不)(?:可以|允许|能(?!力|否)|准予|接受)")


def differs(said: str, clause: str) -> bool:
    """Whether they give other dates or measures of the same kind, or one lets what the other bars.

    >>> differs("报名延长到10月9日", "报名截止时间为9月29日")
    True
    >>> differs("9月29日24时前都可以", "报名截止时间为9月29日")
    False
    """
    one, other = comparable(said), comparable(clause)
    dates = set(_DATE.findall(one)), set(_DATE.findall(other))
    if all(dates) and not dates[0] & dates[1]:
        return True
    left, right = _measures(one), _measures(other)
    if any(not left[unit] & right[unit] for unit in left.keys() & right.keys()):
        return True
    return _stance(one) * _stance(other) < 0


def _measures(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for number, unit in _MEASURED.findall(_DATE.sub("", text)):
        found["岁" if unit == "周岁" else unit].add(number)
    return found


def _stance(text: str) -> int:
    """1 for what lets, -1 for what bars, 0 where neither or both is said."""
    return bool(_LETS.search(text)) - bool(_BARS.search(text))
