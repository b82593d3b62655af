"""The answers to try for each topic: closed sets, and for numbers and dates what the rules split.

A domain is a list of choices; of those of a birth date only the facts are used, people type it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from knowledge.eligibility.interview import births
from knowledge.eligibility.interview.known import born
from knowledge.eligibility.interview.topics import Choice, Topic, words
from knowledge.eligibility.interview.watched import Watched
from knowledge.eligibility.judge import judged_items
from knowledge.eligibility.reading import JUST_BELOW
from knowledge.eligibility.ties import ties

if TYPE_CHECKING:
    from knowledge.eligibility.model import Rules
    from knowledge.eligibility.ties import Sheet, Tied
    from knowledge.model import Notice

_PEOPLE: tuple[dict[str, Any], ...] = (
    {"identity": "worker", "sex": "男"},
    {"identity": "worker", "sex": "女", "female_category": "worker"},
    {"identity": "worker", "sex": "女", "female_category": "cadre"},
)
_NAMED_BY = {"年": "year", "个月": "month"}
"""What the name of a parameter that bounds a number of this unit contains."""
_HIGHEST = 600
_KEPT = 256
_STRETCHES: dict[tuple[str, str, tuple[str, ...], date], tuple[date, ...]] = {}
"""By notice, rules, the rules of age among them, and day."""


class Domains:
    """The domains of one notice and moment, the same for all tracks that are compared."""

    def __init__(
        self, notice: Notice, rules: Rules, sheets: Sequence[Sheet], as_of: datetime
    ) -> None:
        self._notice, self._rules, self._as_of = notice, rules, as_of
        every = {item.rule.id: item for sheet in sheets for item in sheet.items}
        self._sheet = sheets[0]._replace(items=tuple(every.values()))
        self.regions = tuple(dict.fromkeys(_regions(self._sheet)))
        self._of_age = {id_ for id_, item in every.items() if self._reads_age(item)}

    def of(self, topic: Topic, facts: dict[str, Any]) -> tuple[Choice, ...]:
        """The answers to try; none if the rules give nothing to tell answers apart by."""
        if topic.kind == "birth":
            return tuple(self._births(facts))
        if topic.kind == "region":
            return tuple(self._places(topic))
        if topic.kind == "number":
            return tuple(Choice(label=f"{n:g}", facts={topic.key: n}) for n in self._numbers(topic))
        if topic.kind == "group":
            track = self._sheet.track
            groups = (track.groups if track else ()) or self._notice.groups
            return tuple(Choice(label=name, facts={topic.key: name}) for name in groups)
        return topic.choices

    def _places(self, topic: Topic) -> Iterator[Choice]:
        if not self.regions:
            return
        for region in self.regions:
            yield Choice(label=region, facts=dict.fromkeys(topic.keys, region))
        away = dict.fromkeys(topic.keys, words("outside"))
        yield Choice(label=words("elsewhere"), facts=away)

    def _numbers(self, topic: Topic) -> list[float]:
        """Values on both sides of every parameter that could bound the topic."""
        bounds = {n for name, n in self._parameters(topic) if _NAMED_BY.get(topic.unit, "") in name}
        near = {each for n in bounds for each in (n - JUST_BELOW, n, n + 1)}
        return sorted({round(each, 2) for each in near})

    def _parameters(self, topic: Topic) -> Iterator[tuple[str, float]]:
        for item in self._sheet.items:
            params = item.rule.params
            if params.get("key", topic.key) == topic.key and item.rule.id not in self._of_age:
                yield from _numbers(params)

    def _births(self, facts: dict[str, Any]) -> Iterator[Choice]:
        firsts = self._stretches()
        possible = born(Watched(facts), self._as_of.date())
        for day in births.within(firsts, possible) if possible else firsts:
            yield Choice(label=day.isoformat(), facts={"birth_date": day.isoformat()})

    def _stretches(self) -> tuple[date, ...]:
        made_from = ties(self._notice, self._rules).fingerprint
        key = (self._notice.id, made_from, tuple(sorted(self._of_age)), self._as_of.date())
        found = _STRETCHES.get(key)
        if found is None:
            found = self._worked_out(self._as_of.date())
            if len(_STRETCHES) >= _KEPT:
                _STRETCHES.clear()  # another thread may do so at any moment
            _STRETCHES[key] = found
        return found

    def _worked_out(self, day: date) -> tuple[date, ...]:
        items = [_for_all(item) for item in self._sheet.items if item.rule.id in self._of_age]
        sheet = self._sheet._replace(items=tuple(items))

        def sign(birth: date) -> object:
            return [
                item.result.outcome
                for facts in _PEOPLE
                for item in judged_items(
                    self._notice,
                    self._rules,
                    sheet,
                    Watched({**facts, "birth_date": birth.isoformat()}).person,
                    self._as_of,
                )
            ]

        params = [value for item in items for value in _flat(item.rule.params)]
        return births.stretches(sign, day, params)

    def _reads_age(self, item: Tied) -> bool:
        person = Watched({"identity": "worker"})
        sheet = self._sheet._replace(items=(_for_all(item),))
        judged_items(self._notice, self._rules, sheet, person.person, self._as_of)
        return "birth_date" in person.reads


def _for_all(item: Tied) -> Tied:
    """The rule as if it concerned everyone: whom it concerns is another question."""
    return item._replace(rule=item.rule.model_copy(update={"capacities": (), "groups": ()}))


def _regions(sheet: Sheet) -> Iterator[str]:
    for item in sheet.items:
        for name in ("region", "regions"):
            value = item.rule.params.get(name, ())
            yield from ([value] if isinstance(value, str) else map(str, value))


def _numbers(params: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for name, value in params.items():
        for each in _flat(value):
            number = isinstance(each, (int, float)) and not isinstance(each, bool)
            if number and 0 < each <= _HIGHEST:
                yield name, float(each)


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _flat(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _flat(each)
    else:
        yield value


def ranges(topic: Topic, runs: Sequence[Sequence[float]]) -> tuple[Choice, ...]:
    """Stretches of numbers that come to the same as answers: 不满5年, 满5年."""
    bounds = [(low[-1], high[0]) for low, high in pairwise(runs)]
    return tuple(
        Choice(label=_label(topic, bounds, at), facts={topic.key: run[0] if at else run[-1]})
        for at, run in enumerate(runs)
    )


def _label(topic: Topic, bounds: Sequence[tuple[float, float]], at: int) -> str:
    low = bounds[at - 1] if at else None
    high = bounds[at] if at < len(bounds) else None
    if low and high:
        return str(words("between")).format(low=f"{low[1]:g}", high=f"{high[1]:g}", unit=topic.unit)
    low_, high_ = low or high or (0.0, 0.0)
    whole_below = float(low_).is_integer()
    name = ("above" if low else "within") if whole_below else ("from" if low else "below")
    n = low_ if whole_below else high_
    return str(words(name)).format(n=f"{n:g}", unit=topic.unit)
