"""Words → facts about the person who asks: “我在重庆读大三” → student, enrolled, study_place.

General patterns of how people describe themselves; nothing here knows any notice.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from knowledge.eligibility.speech import patterns
from knowledge.model import Frozen

_TAKEN = "\0"


class Span(Frozen):
    """Where in the question a fact was read."""

    keys: tuple[str, ...]
    start: int
    end: int


class Facts(Frozen):
    """What a question says about its person, in the keys of the contract."""

    person: dict[str, Any]
    spans: tuple[Span, ...]
    leftover: str
    """The question without the words that were read."""


def facts_from_words(question: str) -> Facts:
    """Read the facts in a question; the first pattern that takes words wins.

    >>> facts = facts_from_words("没有中级工证，干了3年能报职工组吗")
    >>> facts.person
    {'certificate_level': 0, 'years_experience': 3.0, 'group': '职工组'}
    """
    text = "".join(map(_half, question))
    person: dict[str, Any] = {}
    spans: list[Span] = []
    for pattern in patterns():
        for match in pattern.regex.finditer(text):
            if _TAKEN in match[0] or not match[0]:
                continue
            found = pattern.read(match)
            if found is not None:
                _add(person, found)
                spans.append(Span(keys=tuple(found), start=match.start(), end=match.end()))
                blank = _TAKEN * (match.end() - match.start())
                text = text[: match.start()] + blank + text[match.end() :]
    _conclude(person)
    left = "".join(char for char, now in zip(question, text, strict=True) if now != _TAKEN)
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    return Facts(person=person, spans=ordered, leftover=left.strip())


def _conclude(person: dict[str, Any]) -> None:
    """Who studies somewhere speaks as a student, who works somewhere as a worker."""
    if "identity" in person or "group" in person:
        return
    if person.get("enrolled"):
        person["identity"] = "student"
    elif "work_place" in person or person.get("employed"):
        person["identity"] = "worker"


def _add(person: dict[str, Any], found: Any) -> None:
    """The first value of a key stays; lists grow."""
    for key, value in found.items():
        if isinstance(value, list):
            person[key] = [
                *person.get(key, []),
                *(v for v in value if v not in person.get(key, [])),
            ]
        else:
            person.setdefault(key, value)


def _half(char: str) -> str:
    """Half-width, one character for one, so that places stay the same."""
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char
