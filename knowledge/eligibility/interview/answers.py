"""Typed answers: words → a choice, facts, or 不清楚; what contradicts what was said before.

>>> from knowledge.eligibility.interview.steps import Step
>>> heard(Step(key="residence", question=""), "沙坪坝").facts
{'residence': '沙坪坝'}
>>> heard(Step(key="birth_date", question=""), "我17，重庆读高职").facts["age"]
17
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import Field

from knowledge.eligibility import reading
from knowledge.eligibility.ages import age_on, births_of_date
from knowledge.eligibility.capacity import NAMES
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.interview.topics import (
    BARS,
    TRACK,
    Facts,
    Topic,
    by_fact,
    topics,
    words,
)
from knowledge.eligibility.interview.watched import read
from knowledge.eligibility.places import lies_in, read_place
from knowledge.eligibility.tracks import match_track
from knowledge.model import Frozen, Notice
from knowledge.plain import bare, comparable, normal

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.interview.known import Known
    from knowledge.eligibility.interview.steps import Step

_PLACE = re.compile(r"\(?([1-9]\d?|[a-z])\)?[.、。)]?")
_AGE = re.compile(r"(?:我?今年|我)?(\d{1,2})(?:周?岁)?(?:了|半)?")
_BORN = re.compile(r"(?:出生|生人|生的?|的)$")
_NUMERAL = re.compile(r"[\d零一二两三四五六七八九十半０-９]")
_FILLER = re.compile(r"^(?:我|这个|这|也|真的?|还)+|(?:啊|呀|哦|了|呢|吧|的|哎|哈)+$")
_YOUNGEST, _LONGEST = 3, 40
_FALSE_STARTS = ("不", "没", "无", "未", "否")


class Heard(Frozen):
    """What words say in answer to a step; all empty: they could not be read as an answer."""

    facts: Facts = Field(default_factory=dict)
    declined: bool = False
    choice: int | None = None
    """The place of the choice that was picked; its facts are in `facts`."""

    @property
    def understood(self) -> bool:
        """Whether the words are an answer at all."""
        return bool(self.facts) or self.declined or self.choice is not None


def heard(step: Step, text: str, notice: Notice | None = None) -> Heard:
    """What the words say; `notice` is needed to know tracks by name."""
    plain = comparable(text)
    if {plain, _FILLER.sub("", plain)} & {comparable(word) for word in words("declined")}:
        return Heard(declined=True)
    place = picked(step, text)
    if place is not None:
        return Heard(facts=step.choices[place].facts, choice=place)
    if step.key == TRACK:
        return _track(notice, text)
    said = usable(facts_from_words(text).person)
    topic = topics().get(step.key)
    if topic is not None and not set(topic.keys) & set(said) and len(plain) <= _LONGEST:
        said = {**said, **_direct(topic, step, text)}
    return Heard(facts=said)


def picked(step: Step, text: str) -> int | None:
    """The place of the choice meant by its number or letter, or by its words."""
    plain = comparable(text)
    match = _PLACE.fullmatch(bare(normal(text)).lower())
    if match is not None:
        mark = match[1]
        if mark.isdigit() and _takes_numbers(step):
            return None
        place = int(mark) - 1 if mark.isdigit() else ord(mark) - ord("a")
        return place if 0 <= place < len(step.choices) else None
    same = [at for at, one in enumerate(step.choices) if comparable(one.label) == plain]
    if not same and len(plain) > 1:
        same = [
            at for at, one in enumerate(step.choices) if comparable(one.label).startswith(plain)
        ]
    if not same and step.key == BARS and plain in {"无", "没", "否"}:
        same = [0]
    return same[0] if len(same) == 1 else None


def _takes_numbers(step: Step) -> bool:
    """A bare number answers such a step itself."""
    topic = topics().get(step.key)
    return topic is not None and topic.kind in {"number", "birth"}


def _track(notice: Notice | None, text: str) -> Heard:
    found = match_track(notice, text) if notice is not None else None
    return Heard(facts={TRACK: found.id}) if found else Heard()


def usable(facts: Facts) -> Facts:
    """The facts the checker can read; an identity it does not know says nothing."""
    known = {key: value for key, value in facts.items() if value is not None}
    if known.get("identity") not in {None, *NAMES}:
        known.pop("identity")
    return known


def _direct(topic: Topic, step: Step, text: str) -> Facts:
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
    if plain in words("none"):
        return 0.0
    if plain == words("half_a_year"):
        return 0.5
    value = (reading.years if topic.unit == "年" else reading.number)(text)
    return value if _NUMERAL.search(text) else None


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
    if plain in words("yes"):
        return True
    return False if plain.startswith(_FALSE_STARTS) else reading.flag(text)


def _like(step: Step, text: str) -> Facts:
    """The one choice whose label shares words with the text."""
    plain = comparable(text)
    near = [one for one in step.choices if len(plain) > 1 and plain in comparable(one.label)]
    return near[0].facts if len(near) == 1 else {}


class Conflict(Frozen):
    """A fact that was said otherwise before."""

    topic: str
    before: Facts
    now: Facts


def conflict(known: Known, now: Facts, as_of: date) -> Conflict | None:
    """The first fact of `now` that contradicts what is known; a finer one does not."""
    for key, value in now.items():
        topic = by_fact().get(key)
        if topic is None or key not in known.facts or key == TRACK:
            continue
        if _differ(key, known.facts[key], value):
            before = {each: known.facts[each] for each in topic.keys if each in known.facts}
            after = {each: now[each] for each in topic.keys if each in now}
            return Conflict(topic=topic.key, before=before, now=after)
    return _two_ages(known.facts, now, as_of)


def _differ(key: str, before: Any, now: Any) -> bool:
    one, other = read({key: before})[key], read({key: now})[key]
    if key == "birth_date" and isinstance(one, str) and isinstance(other, str):
        return not (other.startswith(one) or one.startswith(other))
    return one is not None and other is not None and one != other


def _two_ages(before: Facts, now: Facts, as_of: date) -> Conflict | None:
    """An age that no day of the birth date given fits, or the other way round."""
    both = {**before, **now}
    births = births_of_date(str(reading.iso_date(both.get("birth_date")) or ""))
    age = reading.number(both.get("age"))
    if births is None or age is None or not {"age", "birth_date"} & set(now):
        return None
    if age_on(births.last, as_of) <= int(age) <= age_on(births.first, as_of):
        return None
    keys = ("age", "birth_date") if "birth_date" in now else ("birth_date", "age")
    return Conflict(
        topic="birth_date", before={keys[0]: both[keys[0]]}, now={keys[1]: both[keys[1]]}
    )


def told(facts: Facts, notice: Notice | None = None) -> tuple[str, ...]:
    """Facts as people say them, to read them back: `年龄：17周岁`, `在校在籍：是`."""
    found: dict[str, str] = {}
    for key, value in facts.items():
        topic = by_fact().get(key)
        if key == TRACK:
            names = {one.id: one.name for one in (notice.tracks if notice else ())}
            found[TRACK] = f"{words('track_name')}：{names.get(value, value)}"
        elif topic is not None and value is not None and _worth_telling(topic, key, facts):
            found[topic.key] = (
                f"{words('age_name') if key == 'age' else topic.name}：{_shown(topic, key, value)}"
            )
    return tuple(found.values())


def _worth_telling(topic: Topic, key: str, facts: Facts) -> bool:
    """A fact that an identity only implies is not read back."""
    chosen = [
        one
        for one in topics()["identity"].choices
        if one.facts.get("identity") == facts.get("identity")
    ]
    implied = any(one.facts.get(key) == facts[key] for one in chosen)
    return topic.key == "identity" or not implied


def _shown(topic: Topic, key: str, value: Any) -> str:
    if key == "age":
        return str(words("age_value")).format(n=f"{float(value):g}")
    if topic.kind == "number":
        return f"{float(value):g}{topic.unit}"
    same = [one.label for one in topic.choices if one.facts.get(key) == value]
    if isinstance(value, (list, tuple)):
        return same[0] if same else "、".join(map(str, value))
    return same[0] if same else str(value)
