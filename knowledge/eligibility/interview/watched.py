"""A person whose facts are tried out: notes which of them a check looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from knowledge.eligibility.person import READERS, Person, read_person

if TYPE_CHECKING:
    from collections.abc import Mapping

_ABSENT = {key: field.default for key, field in Person.model_fields.items()}


class Watched:
    """Stands in for a `Person`; `reads` lists the facts looked at, in order.

    No `Person`: making one takes a hundred times as long, and an interview tries thousands.
    """

    births = Person.births

    def __init__(self, facts: Mapping[str, Any]) -> None:
        """`facts` as `settled` gives them."""
        self._facts = facts
        self.reads: list[str] = []

    def __getattr__(self, key: str) -> Any:
        if key not in _ABSENT:
            raise AttributeError(key)
        self.reads.append(key)
        return self._facts.get(key, _ABSENT[key])

    @property
    def person(self) -> Person:
        """The same, for code that takes a `Person` and only looks at it."""
        return cast("Person", self)


def settled(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as the checker understands them; what cannot be read is left out."""
    person = read_person(facts)[0]
    return {key: value for key in _ABSENT if (value := getattr(person, key)) != _ABSENT[key]}


def read(facts: Mapping[str, Any]) -> dict[str, Any]:
    """As `settled`, but for facts of our own, one by one."""
    return {key: READERS[key](value) for key, value in facts.items()}
