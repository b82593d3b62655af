"""Words as the answer to one topic: each kind of topic with its own reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility import reading
from knowledge.eligibility.capacity import NAMES
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.interview.topics import Facts, Topic, topics, words
from knowledge.eligibility.interview.watched import read
from knowledge.eligibility.places import lies_in, read_place
from knowledge.plain import bare, comparable, normal

if TYPE_CHECKING:
    from knowledge.eligibility.interview.steps import Step

_AGE = lazy_re.compile(r"(?:我?今年|我)?(\d{1,2})(?:周?岁)?(?:了|半)?")
_BORN = lazy_re.compile(r"(?:出生|生人|生的?|的)$")
_NUMERAL = lazy_re.compile(r"[\d零一二两三四五六七八九十半０-９]")
_NO_COUNT = lazy_re.compile(r"[级岁证元号日]")
_YOUNGEST = 3
_FALSE_STARTS = ("不", "没", "无", "未", "否")


def takes_numbers(step: Step) -> bool:
    """A bare number answers such a step itself."""
    topic = topics().get(step.key)
    return topic is not None and topic.kind in {"number", "birth"}


def usable(facts: Facts) -> Facts:
    """The facts the checker can read; an identity it does not know says nothing."""
    known = {key: value for key, value in facts.items() if value is not None}
    if known.get("identity") not in {None, *NAMES}:
        known.pop("identity")
    return known


def direct(topic: Topic, step: Step, text: str) -> Facts:
    """The words as the answer to just this topic."""
    if topic.kind == "birth":
        return _birth(text)
    if topic.kind == "region":
        return _place(topic, step, text)
    key = topic.keys[0]
    value = _value(topic, key, text)
    return _like(step, text) if value is None else usable({key: value})


def _value(topic: Topic, key: str, text: str) -> Any:
    if topic.kind == "yes_no":
        return _yes_no(text)
    if topic.kind == "number":
        return _number(topic, text)
    if key == "certificate_level":
        return reading.level(text)
    if key == "identity":
        return reading.one_of("identity", text)
    return read({key: text})[key] if key in {"sex", "female_category"} else None


def _number(topic: Topic, text: str) -> float | None:
    plain = comparable(text)
    if plain in words("no_years"):
        return 0.0
    if plain == words("half_a_year"):
        return 0.5
    value = (reading.years if topic.unit == "年" else reading.number)(text)
    counted = _NUMERAL.search(text) and not _NO_COUNT.search(text)
    return value if counted else None


def _birth(text: str) -> Facts:
    plain = bare(normal(text))
    match = _AGE.fullmatch(plain)
    if match and int(match[1]) >= _YOUNGEST:
        return {"age": int(match[1])}
    day = reading.iso_date(_BORN.sub("", plain))
    found = day or facts_from_words(f"{_BORN.sub('', plain)}出生").person.get("birth_date")
    return {"birth_date": found} if found else {}


def _place(topic: Topic, step: Step, text: str) -> Facts:
    named = [one.label for one in step.choices if one.facts.get(topic.keys[0]) == one.label]
    place = read_place(text)
    if place is None or any(lies_in(text, region) is None for region in named):
        return {}
    return dict.fromkeys(topic.keys, text.strip())


def _yes_no(text: str) -> bool | None:
    plain = comparable(text)
    if plain in words("affirmed"):
        return True
    return False if plain.startswith(_FALSE_STARTS) else reading.flag(text)


def _like(step: Step, text: str) -> Facts:
    """The one choice whose label shares words with the text."""
    plain = comparable(text)
    near = [one for one in step.choices if len(plain) > 1 and plain in comparable(one.label)]
    return near[0].facts if len(near) == 1 else {}
