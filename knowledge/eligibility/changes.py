"""What would have to be otherwise: the smallest set of facts that lifts every rule not met.

A check names the facts that would mend it (`Fix`), if any can change: a birth date, a sex, an
earlier honour cannot. Mending one rule may break or mend another, so each candidate is judged
anew, the smallest first; the first with no rule broken is the answer.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.eligibility.checks.base import Fix
from knowledge.eligibility.model import Change
from knowledge.eligibility.person import READERS

if TYPE_CHECKING:
    from knowledge.eligibility.person import Person
    from knowledge.eligibility.verdict import Judged

Judge = Callable[["Person", datetime], "Sequence[Judged]"]
MOST_TRIES = 48
"""Candidates judged before giving up; a person who breaks so much is told the rules alone."""


class _Wanted(NamedTuple):
    fix: Fix
    rule: str


_Set = dict[str, _Wanted]
"""By key: one fact cannot have two values."""


def smallest(
    judge: Judge, person: Person, as_of: datetime, judged: Sequence[Judged]
) -> tuple[Change, ...]:
    """The fewest changes after which no rule is broken; empty if there are none.

    Args:
        judge: the rules of one track, applied to a person at a moment.
        person: as it is.
        as_of: the moment the verdict is made for.
        judged: the rules applied to the person as it is.
    """
    if not all(item.result.ways for item in _broken(judged)):
        return ()
    found = _search(judge, person, as_of, judged)
    if found is None:
        return ()
    found = _reduced(judge, person, as_of, found)
    return tuple(
        Change(key=w.fix.key, to=w.fix.to, from_date=w.fix.from_date, rule=w.rule)
        for w in found.values()
    )


def changed(person: Person, as_of: datetime, fixes: Sequence[Fix]) -> tuple[Person, datetime]:
    """The person with the facts changed, and the moment from which they are so."""
    facts: dict[str, Any] = {}
    for fix in fixes:
        if fix.from_date is not None:
            as_of = max(as_of, datetime.combine(fix.from_date, time(), as_of.tzinfo))
        else:
            facts[fix.key] = READERS[fix.key](fix.to)
            facts |= {"birth_date": None} if fix.key == "age" else {}
    return person.model_copy(update=facts), as_of


def _search(judge: Judge, person: Person, as_of: datetime, judged: Sequence[Judged]) -> _Set | None:
    """Best first by size: whatever lifts everything must mend the first broken rule in some way."""
    order, seen = count(), {_seen({})}
    heap: list[tuple[int, int, _Set]] = []
    _push(heap, order, seen, {}, judged)
    for _ in range(MOST_TRIES):
        if not heap:
            return None
        wanted = heapq.heappop(heap)[2]
        after = _judged_after(judge, person, as_of, wanted)
        if not _broken(after):
            return wanted
        _push(heap, order, seen, wanted, after)
    return None


def _push(
    heap: list[tuple[int, int, _Set]],
    order: Iterator[int],
    seen: set[frozenset[tuple[str, str]]],
    wanted: _Set,
    judged: Sequence[Judged],
) -> None:
    first = _broken(judged)[0]
    for way in first.result.ways:
        larger = wanted | {fix.key: _Wanted(fix, first.rule.id) for fix in way}
        if (key := _seen(larger)) not in seen:
            seen.add(key)
            heapq.heappush(heap, (len(larger), next(order), larger))


def _reduced(judge: Judge, person: Person, as_of: datetime, found: _Set) -> _Set:
    """Without the changes that others make needless."""
    for key in tuple(found) if len(found) > 1 else ():
        fewer = {other: wanted for other, wanted in found.items() if other != key}
        if fewer and not _broken(_judged_after(judge, person, as_of, fewer)):
            found = fewer
    return found


def _judged_after(judge: Judge, person: Person, as_of: datetime, wanted: _Set) -> Sequence[Judged]:
    return judge(*changed(person, as_of, [each.fix for each in wanted.values()]))


def _broken(judged: Sequence[Judged]) -> list[Judged]:
    return [item for item in judged if item.result.outcome == "not_met"]


def _seen(wanted: _Set) -> frozenset[tuple[str, str]]:
    return frozenset((key, repr(each.fix)) for key, each in wanted.items())
