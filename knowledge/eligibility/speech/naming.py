"""Names of places in masked text, and the readers that take them."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.speech.base import PLACE, Day, Found, Pattern, Reader

P = (
    rf"(?P<p>(?<!{PLACE})(?:{PLACE}++(?:市区|市|省|区|县|本地|主城区?|那边|这边|周边|附近|"
    rf"以外|之外)?){{1,3}}+)"
)
"""One or several names that follow each other, with the common nouns behind them."""
SCHOOL = (
    r"[\u4e00-\u9fffA-Za-z]{0,10}?(?:大学|学院|学校|职院|技校|中专|职校|职高|中学|一中|分校|"
    r"校区|职教中心)"
)
_TAIL = lazy_re.compile(SCHOOL)
WITHIN = rf"[^,。;!?\0{PLACE}]"


class Name(NamedTuple):
    """A stretch of the masked text that stands for a name; `before` says that it is not there."""

    start: int
    end: int
    before: str = ""


def place(key: str, **also: object) -> Reader:
    """The group `p`; who is not there states nothing else."""

    def read(match: re.Match[str], _: Day) -> Found:
        if match.groupdict().get("no"):
            return {key: Name(*match.span("p"), "不在")}
        return {key: Name(*match.span("p")), **also}

    return read


def named(value: object, text: str) -> object:
    """What a place reader found, with the name that stands in `text`."""
    return value.before + text[value.start : value.end] if isinstance(value, Name) else value


def of_places(regex: str, read: Reader) -> Pattern:
    """A pattern that sees masked places."""
    return Pattern(lazy_re.compile(regex), read, of_places=True)


def place_of_school(match: re.Match[str], _: Day) -> Found:
    """The name of the whole school, for schools are named in the gazetteer too."""
    return {"school_region": _whole(match)}


def school(match: re.Match[str], _: Day) -> Found:
    """One studies at the school that is named."""
    return {"study_place": _whole(match), "enrolled": True}


def school_if_there(match: re.Match[str], _: Day) -> Found:
    """The same unless one says 不在."""
    if match.groupdict().get("no"):
        return {"study_place": Name(*match.span("p"), "不在")}
    return school(match, _)


def _whole(match: re.Match[str]) -> Name:
    """From the name of the place to the end of the school's name."""
    tail = _TAIL.match(match.string, match.end("p"))
    return Name(match.start("p"), tail.end() if tail else match.end("p"))
