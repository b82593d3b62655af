"""What an interview knows so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pydantic import Field

from knowledge.eligibility.capacity import NAMES
from knowledge.eligibility.interview.topics import TRACK, Facts, Topic
from knowledge.eligibility.places import lies_in, read_place
from knowledge.model import Frozen

if TYPE_CHECKING:
    from datetime import date

    from knowledge.eligibility.ages import Births
    from knowledge.eligibility.interview.watched import Watched


class Known(Frozen):
    """Facts, the track, and what was asked in vain (不清楚)."""

    facts: Facts = Field(default_factory=dict)
    track: str | None = None
    """Id of the chosen track."""
    passed: tuple[str, ...] = ()
    """Keys of questions the person cannot answer, and of the closing one when none of it is so."""

    def told(self, facts: Facts) -> Known:
        """With further facts; `track` among them chooses the track."""
        own = {key: value for key, value in facts.items() if key != TRACK}
        passed = tuple(key for key in self.passed if key not in facts)
        return Known(facts={**self.facts, **own}, track=facts.get(TRACK, self.track), passed=passed)

    def passing(self, key: str) -> Known:
        """With a question that the person cannot answer."""
        return self.model_copy(update={"passed": (*self.passed, key)})

    def without(self, topic: Topic) -> Known:
        """As if a topic had never been asked, with all that its choices imply."""
        gone = {key for choice in topic.choices for key in choice.facts} | set(topic.keys)
        return Known(
            facts={key: value for key, value in self.facts.items() if key not in gone},
            track=self.track,
            passed=tuple(key for key in self.passed if key != topic.key),
        )


def answered(topic: Topic, facts: dict[str, Any], regions: Iterable[str]) -> bool:
    """Whether the facts (as the checker reads them) settle the topic; births have `born`."""
    if topic.key == "identity":
        return facts.get("identity") in NAMES
    values = [facts[key] for key in topic.keys if key in facts]
    if topic.kind != "region":
        return bool(values)
    return any(read_place(words) and _placed(words, regions) for words in values)


def _placed(words: str, regions: Iterable[str]) -> bool:
    return all(lies_in(words, region) is not None for region in regions)


def born(person: Watched, day: date) -> Births | None:
    """The days on which the person may have been born."""
    return person.person.births(day)
