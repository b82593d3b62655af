"""Words → facts about the person who asks: “我在重庆读大三” → student, enrolled, study_place.

General patterns of how people describe themselves; nothing here knows any notice. What is unsure
is said and not guessed: rough numbers are `unclear`, statements that exclude each other are
`contradictions`, and the keys of neither stand in `person` as if they were certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.contradictions import Contradiction, Said, contradictions
from knowledge.eligibility.speech import likely
from knowledge.eligibility.speech.base import NOTES, TAKEN, Unclear
from knowledge.eligibility.speech.naming import named
from knowledge.eligibility.speech.text import Spoken, spoken
from knowledge.eligibility.speech.whose import Whose, whose
from knowledge.model import Frozen

_SHARED = frozenset(
    [
        "group",
        "registered_tracks",
        "wants_also",
        "wanted",
        "is_advisor",
        "advisor_of",
        "unit_entries",
        "team_units",
        "team_size",
        "team_event",
        "unit_entries_same_group",
        "unit_recommended",
        "school_recommended",
        "channel",
        "submitted",
        "submitted_to",
        "unit_type",
        "event_category",
        "account",
        "legal_person",
        "has_staff_and_judges",
        "has_funding",
        "has_facilities",
        "sealed_materials",
        "events",
        "tracks",
        "venues",
    ]
)
"""Keys of the entry and the unit: whoever tells them, they hold for the person asked about."""
_QUESTION = lazy_re.compile(r"[吗?嘛]|能不能|可不可以|行不行|(?:能|可以)(?:报|参)")
_CORRECTS = lazy_re.compile(
    r"(?:不对|说错了?|写错了?|打错了?|错了|更正|应该是|准确说|"
    r"其实是)[^,。;!?\d]{0,6}[,。;!?]?[^,。;!?\d]{0,6}$"
)
_BACK = 14
"""How far before a statement the words stand by which it corrects another."""


class Span(Frozen):
    """Where in the question a fact was read."""

    keys: tuple[str, ...]
    start: int
    end: int


class Facts(Frozen):
    """What a question says about its person, in the keys of the contract."""

    person: dict[str, Any]
    """Only what is said and not contradicted."""
    spans: tuple[Span, ...]
    leftover: str
    """The question without the words that were read; a track wished for stays in it."""
    wanted: tuple[str, ...] = ()
    """Tracks wished for, in the words used; none of them is entered yet."""
    unclear: tuple[Unclear, ...] = ()
    """Rough numbers; for years and months `person` has the lower bound, for ages nothing."""
    contradictions: tuple[Contradiction, ...] = ()
    """To ask about; a checker must not see their keys, so they are not in `person`."""
    faults: tuple[str, ...] = ()
    """What is wrong with an identity number, which is not repeated, or with a day of birth."""


class _Reading(NamedTuple):
    said: list[Said]
    notes: dict[str, list[Any]]
    spans: list[Span]
    left: str


def facts_from_words(question: str, as_of: date | None = None) -> Facts:
    """Read the facts in a question; the first pattern that takes words wins.

    Args:
        question: any text.
        as_of: the day on which it is said; 去年毕业, 下个月满16 and 2015年入行 need it, and whether
            an age and a date of birth agree. Without it such words give less.

    >>> facts = facts_from_words("没有中级工证，干了3年能报职工组吗")
    >>> facts.person
    {'certificate_level': 0, 'years_experience': 3.0, 'group': '职工组'}
    >>> facts_from_words("下个月满16，想报机器视觉", date(2026, 6, 10)).person
    {'birth_date': '2010-07'}
    >>> facts_from_words("我17岁，1990年出生", date(2026, 6, 10)).contradictions[0].keys
    ('age', 'birth_date')
    """
    found = _facts(question, as_of)
    return found.model_copy(update={"person": dict(found.person)})


@lru_cache(maxsize=64)  # one question is read several times
def _facts(question: str, as_of: date | None) -> Facts:
    words = spoken(question)
    asked = whose(words.text)
    read = _read(question, words, asked, as_of)
    person: dict[str, Any] = {}
    for one in _in_order(read.said):
        _add(person, one)
    if asked.sex:
        person.setdefault("sex", asked.sex)
    _conclude(person)
    against = contradictions(read.said, as_of)
    unclear = read.notes.get("unclear", ())
    unsure = {one.key for one in unclear} & {"enrolled"}
    for key in {key for one in against for key in one.keys} | unsure:
        person.pop(key, None)
    return Facts(
        person=person,
        spans=tuple(sorted(read.spans, key=lambda span: span.start)),
        leftover=read.left,
        wanted=tuple(dict.fromkeys(read.notes.get("wanted", ()))),
        unclear=tuple(one for one in unclear if not _settled(one, person)),
        contradictions=against,
        faults=tuple(dict.fromkeys(read.notes.get("faults", ()))),
    )


def _read(question: str, words: Spoken, asked: Whose, day: date | None) -> _Reading:
    """Every pattern in its turn over what the earlier ones have left."""
    text, masked = words.text, words.masked
    read = _Reading([], {}, [], "")
    taken = bytearray(len(question))
    questions = _first_question(text)
    for pattern in likely(text, masked):
        gaps: list[tuple[int, int]] = []
        for match in pattern.regex.finditer(masked if pattern.of_places else text):
            start, end = match.span()
            if start == end or TAKEN in match[0]:
                continue
            found = pattern.read(match, day)
            if found is None:
                continue
            shown = pattern.shown or words.text[start:end].strip(",;。")
            corrects = bool(_CORRECTS.search(words.text[max(0, start - _BACK) : start]))
            for key, value in found.items():
                if key in NOTES:
                    read.notes.setdefault(key, []).extend(value)
                elif key in _SHARED or asked.speaks(start):
                    known = named(value, words.text)
                    read.said.append(Said(key, known, shown, start, corrects, start < questions))
            first, last = words.at[start], words.at[end - 1] + 1
            read.spans.append(Span(keys=tuple(found), start=first, end=last))
            if tuple(found) != ("wanted",):
                taken[first:last] = bytes([1]) * (last - first)
            gaps.append((start, end))
        if gaps:
            text, masked = _without(text, gaps), _without(masked, gaps)
    left = "".join(char for char, gone in zip(question, taken, strict=True) if not gone)
    return read._replace(left=left.strip())


def _without(text: str, gaps: Iterable[tuple[int, int]]) -> str:
    """The text with the words in the gaps taken out and everything else in its place."""
    parts, place = [], 0
    for start, end in gaps:
        parts += [text[place:start], TAKEN * (end - start)]
        place = end
    return "".join((*parts, text[place:]))


def _first_question(text: str) -> int:
    match = _QUESTION.search(text)
    return match.start() if match else len(text)


def _in_order(said: Iterable[Said]) -> list[Said]:
    """As they stand in the words; what corrects another comes before it."""
    return sorted(said, key=lambda one: (not one.corrects, one.start))


def _add(person: dict[str, Any], one: Said) -> None:
    """The first value of a key stays but for a fuller date, a better certificate; lists grow."""
    held = person.get(one.key)
    if isinstance(one.value, list):
        person[one.key] = [*(held or ()), *(v for v in one.value if v not in (held or ()))]
    elif (
        held is None
        or (one.key in {"birth_date", "graduated"} and one.value.startswith(held))
        or (one.key == "certificate_level" and one.value and (not held or one.value < held))
    ):
        person[one.key] = one.value


def _settled(rough: Unclear, person: dict[str, Any]) -> bool:
    """虚岁十八周岁十七: the age is known all the same."""
    return rough.key in {"age", "birth_date"} and bool({"age", "birth_date"} & set(person))


def _conclude(person: dict[str, Any]) -> None:
    """Who studies somewhere speaks as a student, who works somewhere as a worker."""
    if person.get("sex") == "男":
        person.pop("female_category", None)
    if "identity" in person or "group" in person:
        return
    works_at = person.get("work_place", "不在")
    if person.get("enrolled"):
        person["identity"] = "student"
    elif not works_at.startswith("不在") or person.get("employed"):
        person["identity"] = "worker"
