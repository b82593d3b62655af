"""A pattern of speech and the readers that several of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from knowledge import lazy_re
from knowledge.model import Frozen
from knowledge.numerals import NUMERAL, arabic

Found = Mapping[str, Any] | None
"""Keys of a person (or of `NOTES`) and values; empty: the words are read and state no fact; None:
not read."""
Day = date | None
"""The day on which the words are said; None: it is not known."""
Reader = Callable[[re.Match[str], Day], Found]
NOTES = ("wanted", "unclear", "faults")
"""Lists that are no keys of a person."""

N = NUMERAL.replace("(?:", "(?:廿[一二三四五六七八九]?|", 1).replace(
    r"\d+(?:\.\d+)?", r"\d{1,4}(?:\.\d{1,2})?"
)
"""A number, in digits or in Chinese; bounded, so that a long run of digits costs little."""
TAKEN = "\0"
"""Stands where words have been read."""
PLACE = "\ue000"
"""Stands, in the text that place patterns see, for each character of a place's name."""
SPAN = r"[^,.。;!?、:\s\0]"
"""A character that can stand inside a name."""
END = r"(?=[,。;!?\0]|$)"
"""The end of a clause."""


class Unclear(Frozen):
    """Words that bound a value and do not give it: 三十多岁, 虚岁17, 七八年."""

    key: str
    said: str
    low: float | None = None
    high: float | None = None
    """Both bounds belong to the range; of a birth date they are years."""


class Pattern(NamedTuple):
    """A regular expression and what its match says."""

    regex: re.Pattern[str]
    read: Reader
    of_places: bool = False
    """Whether it is matched against the text in which names of places are masked."""
    shown: str = ""
    """What a message shows instead of the words; empty: the words."""


def pattern(regex: str, read: Reader) -> Pattern:
    """A pattern from the words of its regular expression."""
    return Pattern(lazy_re.compile(regex), read)


def says(**facts: Any) -> Reader:
    """Always these facts; none: the words state nothing."""
    return lambda _, __: facts


def listed(key: str) -> Reader:
    """The group `w` as the one entry of a list."""
    return lambda match, _: {key: [match["w"].strip()]}


def words(key: str) -> Reader:
    """The group `w` as words."""
    return lambda match, _: {key: match["w"].strip()}


def amount(numeral: str) -> float:
    """A numeral as a number; 半 is a half."""
    return 0.5 if numeral == "半" else float(arabic(numeral.replace("廿", "二十")))


def number(key: str, times: float = 1) -> Reader:
    """The group `n` as a number."""
    return lambda match, _: {key: amount(match["n"]) * times}
