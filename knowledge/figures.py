"""Chinese numerals of days, hours, money and lengths in figures: 八月十八日 is 8月18日.

Only where their unit shows that a number is meant; 一元, 三元区 and 一月份 stay what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.numerals import NUMBERED, number, year_in_digits

if TYPE_CHECKING:
    import re

_UPTO_99 = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_LARGE = (
    r"[一二两三四五六七八九](?:[十百千零一二三四五六七八九]*[十百千][一二三四五六七八九]?|(?=万))"
)
_DAY = rf"(?:{_UPTO_99}[日号](?!楼|馆))"
_PATTERN = lazy_re.compile(
    rf"(?P<year>[二一][{NUMBERED}]{{3}})(?=年)"
    rf"|(?<=[{NUMBERED}]年){_UPTO_99}(?=月)"
    rf"|(?<![第\d一二三四五六七八九十百]){_UPTO_99}(?=月(?:{_DAY}|[上中下]旬|[底末初前至到]))"
    rf"|(?<=[月至到前、]){_UPTO_99}(?=[日号](?:[^内]|$))"
    rf"|(?<=[日号午晚天至到前]){_UPTO_99}(?=[时点](?:整|半|{_UPTO_99}分|[^间]|$))"
    rf"|(?<=[时点]){_UPTO_99}(?=分(?![钟之]))"
    rf"|(?<![第\d一二三四五六七八九十百千万两几数])(?:{_LARGE}|十[一二三四五六七八九]?)"
    r"(?=万?元(?!素|旦|宵|[区村镇桥]|化))"
    rf"|(?<![第\d一二三四五六七八九十百千万两几数])(?:{_LARGE}|{_UPTO_99})(?=公里|千米|厘米|毫米|公斤|千克)"
)
_MARKS, _DIGITS = frozenset("月年元时点里米斤克"), frozenset(f"{NUMBERED}十百千两")
"""Of each one at least stands where something is put in figures."""


def figures(text: str) -> str:
    """The text with such numbers in figures.

    >>> figures("八月十八日十八时前，每人一百二十元，一等奖两名，两万元")
    '8月18日18时前，每人120元，一等奖两名，2万元'
    >>> figures("二〇二六年十月"), figures("一元二次方程"), figures("第三十日内")
    ('2026年10月', '一元二次方程', '第三十日内')
    >>> figures("奖励两三百元")
    '奖励两三百元'
    """
    if _unnumbered(text):
        return text
    return _PATTERN.sub(_figure, text)


def _unnumbered(text: str) -> bool:
    """Whether nothing can be put in figures."""
    return _MARKS.isdisjoint(text) or _DIGITS.isdisjoint(text)


def _figure(match: re.Match[str]) -> str:
    if match["year"]:
        return year_in_digits(match[0])
    try:
        return str(number(match[0]))
    except ValueError:  # 两三百元: about so many
        return match[0]


def replaced(text: str) -> tuple[str, tuple[int, ...]]:
    """The text in figures, and for each of its characters the place it comes from.

    >>> replaced("十八公里")
    ('18公里', (0, 1, 2, 3))
    >>> replaced("奖一百二十元")
    ('奖120元', (0, 1, 2, 4, 5))
    """
    if _unnumbered(text):
        return text, tuple(range(len(text)))
    out: list[str] = []
    at: list[int] = []
    place = 0
    for match in _PATTERN.finditer(text):
        made, (start, end) = _figure(match), match.span()
        out += [text[place:start], made]
        at += range(place, start)
        at += [min(start + i, end - 1) for i in range(len(made) - 1)]
        at.append(end - 1)
        place = end
    out.append(text[place:])
    at += range(place, len(text))
    return "".join(out), tuple(at)
