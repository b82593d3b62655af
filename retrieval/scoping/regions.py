"""The place of the competition a question names, whether a notice is here or not: 成都的…竞赛."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge import lazy_re
from knowledge.catalogue.regions import PROVINCES
from knowledge.eligibility.places import gazetteer
from knowledge.eligibility.speech.needed import Guarded

PLACE = "{place}"
"""Stands in the lexicon for the name of a province or a city."""
_WORDS = (
    "鲁班",
    "川菜",
    "粤菜",
    "湘菜",
    "鲁菜",
    "桂花",
    "晋升",
    "晋级",
    "京东",
    "津贴",
    "苏绣",
    "湘绣",
    "蜀绣",
)
"""Words with a province's letter that name no place."""
_CONTEST = (
    r"(?:(?:人工智能|ai|技能|职业|专项|数字|系列|大|电)[^，。？?]{0,8})?"
    r"(?:大?赛(?!项|道|点|程|前|后|场|事|制)|竞赛|比赛|比武|技能节|大会)"
)
"""What follows a place that a competition is called after."""
_CITY = 1
"""Rank of a prefecture in the gazetteer; 0 is a province, counties come after."""


def province(place: str) -> str:
    """The province a place lies in; a place the gazetteer does not have stands for itself.

    >>> province("成都"), province("四川"), province("岚州")
    ('四川', '四川', '岚州')
    """
    return _provinces().get(place, place)


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    """Provinces and cities by name; a name that two provinces share is left out."""
    return {
        name: next(iter(where))
        for name, (rank, where) in gazetteer().names.items()
        if 0 <= rank <= _CITY and len(where) == 1 and len(name) > 1
    }


def provinces_of(place: str) -> frozenset[str]:
    """The provinces that have a place of this name, of whatever rank; none if it is not known.

    >>> sorted(provinces_of("兰考")), provinces_of("岚州")
    (['河南'], frozenset())
    """
    names = gazetteer().names
    found = next((names[n] for n in (place, f"{place}县", f"{place}区") if n in names), None)
    return found[1] if found else frozenset()


@lru_cache(maxsize=4)
def pattern(words: str) -> Guarded:
    """The lexicon's words with every province and city for `PLACE`."""
    names = sorted(_provinces(), key=lambda name: (-len(name), name))
    return Guarded(lazy_re.compile(words.replace(PLACE, "|".join(map(re.escape, names)))))


def place_of(text: str, words: str) -> str | None:
    """The province of the competition a question names; None if it names no place for it."""
    at = place_at(text, words)
    return province(text[slice(*at)]) if at else None


def place_at(text: str, words: str) -> tuple[int, int] | None:
    """Where a question names the place of a competition, if it does."""
    match = pattern(words).search(text) if words else None
    return match.span(1) if match else None


def _letters() -> str:
    """The letters of provinces that are rarely part of another word; 成 stands before 渝 only."""
    return "".join(letter for letter in PROVINCES.values() if letter not in "新青宁黑台港澳吉")


_SHORT = frozenset(_letters())


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    """Abbreviations of provinces that are not the beginning or end of another name: 川 of 银川."""
    letters = _letters()
    places = (name for name in gazetteer().names if len(name) > 1 and set(name) & set(letters))
    words = "|".join(
        map(re.escape, sorted(dict.fromkeys((*places, *_WORDS)), key=len, reverse=True))
    )
    return lazy_re.compile(
        rf"{words}|(?P<short>(?:成(?=渝))?[{letters}]+)(?=(省|市)?(的|那个|这个|那边)?{_CONTEST})"
    )


def shortened(text: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]]:
    """The provinces that a competition is called after by their letter, and where: 黔省AI赛.

    >>> sorted(shortened("川渝技能大赛")[0]), shortened("吉利公司的大赛")[0]
    (['四川', '重庆'], frozenset())
    """
    if _SHORT.isdisjoint(text):
        return frozenset(), ()
    found = [m for m in _short().finditer(text) if m["short"]]
    said = "".join(m["short"] for m in found).replace("成", PROVINCES["四川"])
    named = {of for of, letter in PROVINCES.items() if letter in said}
    return frozenset(named), tuple(m.span("short") for m in found)
