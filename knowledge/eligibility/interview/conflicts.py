"""What contradicts what was said before; asked about, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.eligibility import reading
from knowledge.eligibility.ages import age_on, births_of_date
from knowledge.eligibility.interview.topics import TRACK, Facts, by_fact
from knowledge.eligibility.interview.watched import read
from knowledge.model import Frozen

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.interview.known import Known


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
