"""What somebody says twice and differently: values to ask about, never a guess which is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.eligibility.ages import age_on, births_of_date
from knowledge.eligibility.data import table
from knowledge.model import Frozen

if TYPE_CHECKING:
    from datetime import date

_SINGLE = ("age", "birth_date", "sex", "enrolled", "school_full_time")
"""Keys of which a person has one value, however often it is said."""
_EXCLUDE = ({"student", "retired"}, {"student", "official"})
"""Identities nobody has at once; a student may well be a worker."""


class Contradiction(Frozen):
    """Two statements of which at most one holds; none of their keys is in `Facts.person`."""

    keys: tuple[str, ...]
    said: tuple[str, ...]
    """The words, in their order; a number of an identity document is never among them."""
    ask: str
    """The question to put: 您说“17岁”，又说“1990年出生”，请确认哪一个是对的。"""


class Said(NamedTuple):
    """A value of a key and the words that say it; `corrects` if they take back what was said."""

    key: str
    value: Any
    words: str
    start: int
    corrects: bool = False
    stated: bool = True
    """Whether it comes before the first question; what comes behind may be another question."""


def contradictions(said: Iterable[Said], day: date | None) -> tuple[Contradiction, ...]:
    """Every contradiction among the statements; ages and dates of birth need the day."""
    by_key: dict[str, list[Said]] = {}
    for one in sorted(said, key=lambda one: one.start):
        kept = by_key.setdefault(one.key, [])
        if one.corrects:
            kept.clear()
        kept.append(one)
    found = [_made((key,), by_key[key]) for key in _SINGLE if _differ(by_key.get(key, ()))]
    found += [
        _made(("identity",), by_key["identity"])
        for pair in _EXCLUDE
        if pair <= {one.value for one in by_key.get("identity", ())}
    ]
    known = {key for one in found for key in one.keys}
    if day and not known & {"age", "birth_date"}:
        found += _two_ages(by_key, day)
    return tuple(found)


def _differ(said: Sequence[Said]) -> bool:
    """1990 and 1990-03 agree; 16 and 20 do not."""
    values = sorted({str(one.value) for one in said}, key=len)
    return any(not values[-1].startswith(value) for value in values) or (
        len(values) > 1 and said[0].key != "birth_date"
    )


def _two_ages(said: Mapping[str, Sequence[Said]], day: date) -> list[Contradiction]:
    ages, dates = said.get("age", ()), said.get("birth_date", ())
    if not ages or not dates:
        return []
    born = births_of_date(max((str(one.value) for one in dates), key=len))
    if born is None or born.first > day:
        return []
    fits = age_on(min(born.last, day), day) <= ages[0].value <= age_on(born.first, day)
    return [] if fits else [_made(("age", "birth_date"), (*ages[:1], *dates[:1]))]


def _made(keys: tuple[str, ...], said: Sequence[Said]) -> Contradiction:
    words = tuple(dict.fromkeys(one.words for one in said))
    wording: dict[str, str] = table("words.yaml")["contradiction"]
    quoted = wording["again"].join(f"“{one}”" for one in words)
    return Contradiction(keys=keys, said=words, ask=wording["ask"].format(said=quoted))
