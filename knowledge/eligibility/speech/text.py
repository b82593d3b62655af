"""The form in which words are read, with the way back to the words as they were written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.data import table
from knowledge.eligibility.places import mentions
from knowledge.eligibility.speech.base import PLACE, TAKEN
from knowledge.simplified import simplified_in_place

_BLANK = lazy_re.compile(r"[\s\u200b\u3000\ufeff\0]+")
_UNITS = frozenset("年月日号岁周级个天点分人名队场届多后的")
_BEFORE_NUMBERS = frozenset("年月第满我俺咱今刚才有是号:了龄")
_PARTICLE = lazy_re.compile(
    r"(?<=[\u4e00-\u9fff\d])(?:吧(?=老师|亲)|[哦喔哈呀哟噻咯喽哩嘞欸诶])(?:老师|亲)?(?=[,。;!?]|$)"
)
"""At the end of a statement; it says nothing, and commas are as long."""
_DONE = frozenset("年月了")
_REACHED = frozenset("满到过今去前明岁")
_STOPS = frozenset(",。;!?、:")


class Spoken(NamedTuple):
    """`text` is read by the patterns, `masked` by those of places; `at` leads back."""

    text: str
    masked: str
    at: tuple[int, ...]


@cache
def half(char: str) -> str:
    """Half-width, one character for one, so that places stay the same."""
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def spoken(question: str) -> Spoken:
    """Half-width, simplified, usual slips of typing mended; a blank is a comma or nothing.

    >>> spoken("我 １７ 歲 在重慶讀書").text
    '我17岁,在重庆读书'
    """
    text = _mended(simplified_in_place("".join(map(half, question)).replace(TAKEN, " ")))
    out: list[str] = []
    at: list[int] = []
    place = 0
    gaps = [gap.span() for gap in _BLANK.finditer(text)]
    for start, end in (*gaps, (len(text), len(text))):
        out.extend(text[place:start])
        at.extend(range(place, start))
        place = end
        if out and end < len(text) and _parts("".join(out[-2:]), text[end]):
            out.append(",")
            at.append(start)
    read = _PARTICLE.sub(lambda match: "," * len(match[0]), "".join(out))
    return Spoken(read, _masked(read), tuple(at))


def _parts(before: str, after: str) -> bool:
    """Whether a blank between the two separates statements."""
    last, other = before[-1], before[:-1]
    if last in _STOPS or after in _STOPS:
        return False
    if last.isdigit():
        return not (after in _UNITS or after.isdigit())
    if last in _DONE:  # 2010年 6月, 满了 18; but 打工半年 18, 上班了 19
        return not (after.isdigit() and (other.isdigit() or other in _REACHED))
    return not (after.isdigit() and last in _BEFORE_NUMBERS)


@cache
def _slips() -> tuple[re.Pattern[str], dict[str, str]]:
    slips: dict[str, str] = table("words.yaml")["slips"]
    longest_first = sorted(slips, key=lambda slip: (-len(slip), slip))
    return lazy_re.compile("|".join(map(re.escape, longest_first))), slips


def _mended(text: str) -> str:
    regex, slips = _slips()
    text = regex.sub(lambda match: slips[match[0]], text)
    return _AGE_SLIP.sub("岁", text)


_AGE_SLIP = lazy_re.compile(
    r"(?<=[1-6]\d)(?:[随碎嵗歲睡]|隧)(?!机|着|时|便|身|后)|(?<=\d周)[随碎睡]"
)


def _masked(text: str) -> str:
    chars = list(text)
    for start, end in mentions(text):
        chars[start:end] = PLACE * (end - start)
    return "".join(chars)
