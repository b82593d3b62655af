"""A pattern of speech and the readers that several of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from knowledge.eligibility.places import read_place
from knowledge.numerals import NUMERAL, arabic

Found = Mapping[str, Any] | None
"""Keys of a person and values; empty: the words are read and state no fact; None: not read."""

_BEFORE_PLACE = re.compile(r"^(?:我们|我|本人|人|现在|目前|在|来|是|一直|但是?|又|也|却|且|而)+")
N = NUMERAL
"""A number, in digits or in Chinese."""
SPAN = r"[^,,。.;!?、\s\0]"
"""A character that can stand inside a name."""


class Pattern(NamedTuple):
    """A regular expression and what its match says."""

    regex: re.Pattern[str]
    read: Callable[[re.Match[str]], Found]


def pattern(regex: str, read: Callable[[re.Match[str]], Found]) -> Pattern:
    """A pattern from the words of its regular expression."""
    return Pattern(re.compile(regex), read)


def says(**facts: Any) -> Callable[[re.Match[str]], Found]:
    """Always these facts; none: the words state nothing."""
    return lambda _: facts


def listed(key: str) -> Callable[[re.Match[str]], Found]:
    """The group `w` as the one entry of a list."""
    return lambda match: {key: [match["w"].strip()]}


def words(key: str) -> Callable[[re.Match[str]], Found]:
    """The group `w` as words."""
    return lambda match: {key: match["w"].strip()}


def number(key: str) -> Callable[[re.Match[str]], Found]:
    """The group `n` as a number."""
    return lambda match: {key: float(arabic(match["n"]))}


def place(key: str, **also: Any) -> Callable[[re.Match[str]], Found]:
    """The group `p`, if it is a place, and what the same words imply."""

    def read(match: re.Match[str]) -> Found:
        words = _BEFORE_PLACE.sub("", match["p"])
        return {key: words, **also} if words and read_place(words) else None

    return read
