"""The place of the competition a question names, whether a notice is here or not: 成都的…竞赛."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.eligibility.places import gazetteer

PLACE = "{place}"
"""Stands in the lexicon for the name of a province or a city."""
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
def pattern(words: str) -> re.Pattern[str]:
    """The lexicon's words with every province and city for `PLACE`."""
    names = sorted(_provinces(), key=lambda name: (-len(name), name))
    return re.compile(words.replace(PLACE, "|".join(map(re.escape, names))))


def place_of(text: str, words: str) -> str | None:
    """The province of the competition a question names; None if it names no place for it."""
    match = pattern(words).search(text) if words else None
    return province(match.group(1)) if match else None
