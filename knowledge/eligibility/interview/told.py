"""Facts as people say them, to read them back: `年龄：17周岁`, `在校在籍：是`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.eligibility.capacity import NAMES
from knowledge.eligibility.interview.topics import TRACK, Facts, Topic, by_fact, topics, words
from knowledge.eligibility.reading import JUST_BELOW

if TYPE_CHECKING:
    from knowledge.model import Notice


def told(facts: Facts, notice: Notice | None = None) -> tuple[str, ...]:
    """One line a topic; what an identity only implies is left out."""
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


def _counted(topic: Topic, value: float) -> str:
    """`6年`; what is just below a number is said so: `不满5年`."""
    above = round(value + JUST_BELOW, 2)
    if above.is_integer() and not value.is_integer():
        return str(words("below")).format(n=f"{above:g}", unit=topic.unit)
    return f"{value:g}{topic.unit}"


def _shown(topic: Topic, key: str, value: Any) -> str:
    if key == "age":
        return str(words("age_value")).format(n=f"{float(value):g}")
    if topic.kind == "number":
        return _counted(topic, float(value))
    same = [one.label for one in topic.choices if one.facts.get(key) == value]
    if isinstance(value, (list, tuple)):
        return same[0] if same else "、".join(map(str, value))
    if key == "identity":
        return same[0] if same else NAMES.get(value, str(value))
    return same[0] if same else str(value)
