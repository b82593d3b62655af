"""What the facts of a question decide: found by judging twice, with and without them.

The results that differ are the ones the question is about. A result that stays open although a
fact of the question touches it is open to the question too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from knowledge.eligibility.capacity import ENTRANTS, capacity
from knowledge.eligibility.facts import Facts
from knowledge.eligibility.judge import judged_items
from knowledge.eligibility.model import Decision, Rules
from knowledge.eligibility.person import Person, read_person
from knowledge.eligibility.survey import ASK_ORGANISER, FORMAL
from knowledge.eligibility.ties import Sheet, different, ties
from knowledge.eligibility.verdict import Judged, ask, decide, missing
from knowledge.model import Notice, Track

ROLE = frozenset({"identity", "group", "enrolled", "employed"})
"""Facts that say in which role people enter, not who somebody is: 老师能报哪个赛项."""
ANYWHERE = frozenset({"age", "birth_date", "residence", "work_place", "study_place", "hukou"})
"""Facts that every competition asks for."""


class Told(NamedTuple):
    """What the facts of a question decide under one set of rules."""

    decision: Decision
    barred: tuple[Judged, ...]
    open: tuple[Judged, ...]
    met: tuple[Judged, ...]
    others: tuple[Judged, ...]
    """Not met as well, whatever the question says: a deadline that has passed."""
    wanted: tuple[str, ...]
    """The keys to tell next, those of the open points of the question first."""

    @property
    def shown(self) -> tuple[Judged, ...]:
        """What the answer rests on, in the order it is said."""
        return (*self.barred, *self.others) if self.barred else (*self.open, *self.met)


def sheets(
    notice: Notice, rules: Rules, person: Person, tracks: tuple[str, ...]
) -> Sequence[Sheet]:
    """The rules of the track that is asked about, else each set of rules there is."""
    known = ties(notice, rules)
    if len(tracks) == 1 and tracks[0] in known.sheets:
        return [known.sheets[tracks[0]]]
    cases = different(notice, known, person)
    return [known.sheets[one.id if one else None] for one in cases]


def alike(notice: Notice, rules: Rules, sheet: Sheet) -> tuple[Track, ...]:
    """The tracks under the same rules as this sheet's."""
    own = [item.rule.id for item in sheet.items]
    of_track = ties(notice, rules).sheets
    return tuple(
        track
        for track in notice.tracks
        if [item.rule.id for item in of_track[track.id].items] == own
    )


def told(  # noqa: PLR0913 the case, and how it was asked
    notice: Notice,
    rules: Rules,
    sheet: Sheet,
    ways: Sequence[Mapping[str, Any]],
    as_of: datetime,
    *,
    alone: bool,
    whole: bool = False,
    named: bool = False,
) -> Told:
    """What the facts decide under the rules of one track.

    `named`: the question is also if the track has a group for such people.

    `whole`: everything that is open is said, not only what the facts bear on.
    `ways`: the facts; of what is known roughly each bound, and only what both decide is decided.
    `alone`: the question is also if one can enter without a unit.
    """
    of_ways = [
        _told(notice, rules, sheet, facts, as_of, alone=alone, whole=whole, named=named)
        for facts in ways
    ]
    first, last = of_ways[0], of_ways[-1]
    if len(of_ways) == 1 or _same(first, last):
        return first
    rough = {key: value for key, value in ways[0].items() if ways[-1].get(key) != value}
    sure = {key: value for key, value in ways[0].items() if key not in rough}
    return _told(notice, rules, sheet, sure, as_of, alone=alone, rough=rough)


def _same(one: Told, other: Told) -> bool:
    """Whether both bounds lead to the same answer."""
    return one.decision == other.decision and [
        [(item.rule.id, item.result.outcome) for item in items] for items in one[1:5]
    ] == [[(item.rule.id, item.result.outcome) for item in items] for items in other[1:5]]


def _told(  # noqa: PLR0913 the case, and how it was asked
    notice: Notice,
    rules: Rules,
    sheet: Sheet,
    facts: Mapping[str, Any],
    as_of: datetime,
    *,
    alone: bool,
    whole: bool = False,
    named: bool = False,
    rough: Mapping[str, Any] | None = None,
) -> Told:
    """The same for facts that are known exactly; `rough` touches rules and decides nothing."""
    known: list[tuple[Mapping[str, Any], list[Judged]]] = []

    def judged(some: Mapping[str, Any]) -> list[Judged]:
        found = next((found for tried, found in known if tried == some), None)
        if found is None:
            found = judged_items(notice, rules, sheet, read_person(some)[0], as_of)
            known.append((some, found))
        return found

    now = judged(facts)
    changed = _beyond(now, judged({}))
    named = named or ("group" in facts and "identity" in facts)
    barred = _barred(changed, alone=alone, named=named)
    touched = _touched(judged, {**facts, **(rough or {})})
    unknown = [item for item in now if item.result.outcome == "unknown" and item.citation]
    open_ = [item for item in unknown if item.rule.id in touched]
    if whole:
        open_ = sorted(
            (item for item in unknown if item.rule.check not in FORMAL),
            key=lambda item: not item.rule.capacities,
        )
    # that one has a unit or a group follows from who one is; it answers no question of itself
    met = [i for i in changed if i.result.outcome == "met" and i.rule.check not in FORMAL]
    met = [item for item in met if not _beside_open(item, now)]
    others = [i for i in now if i.result.outcome == "not_met" and i.citation and i not in barred]
    if whole:  # that somebody without a unit needs one bars no kind of people
        others = [item for item in others if item.rule.check not in FORMAL]
        now = [i for i in now if i.rule.check not in FORMAL or i.result.outcome != "not_met"]
    if open_ and not (barred or met):
        barred, others = others, []  # open to the question, but closed to everybody
    return Told(
        decision=decide(now),
        barred=tuple(barred),
        open=() if barred else tuple(open_),
        met=() if barred else tuple(met),
        others=tuple(others) if barred or met or open_ else (),
        wanted=_wanted(open_, now),
    )


def with_passed(  # noqa: PLR0913, PLR0917 the case, and how it was asked
    of_case: Told,
    notice: Notice,
    rules: Rules,
    sheet: Sheet,
    facts: Mapping[str, Any],
    as_of: datetime,
) -> Told:
    """The same, and that the prize somebody tells of bars nothing here."""
    if of_case.barred or not facts.get("honours"):
        return of_case
    now = judged_items(notice, rules, sheet, read_person(facts)[0], as_of)
    won = [i for i in now if i.rule.check == "barred_deeds" and i.rule.params.get("prizes")]
    met = [i for i in won if i.result.outcome == "met" and i.citation and i not in of_case.met]
    if not met:
        return of_case
    wanted = of_case.wanted or _wanted([], now)
    return of_case._replace(decision=decide(now), met=(*of_case.met, *met), wanted=wanted)


_MEASURED = frozenset(
    {"months", "experience", "certificate", "certificate_or_years", "years_after_certificate"}
)
"""What is asked of people in numbers: a yes beside them must know them."""


def _beside_open(item: Judged, now: Iterable[Judged]) -> bool:
    """Whether its words also set a condition that is not met, or not known to be.

    Told as met, a sentence that asks for a contract and six months would say yes to five.
    """
    said = item.citation
    others = (o for o in now if o.result.outcome == "not_met" or o.rule.check in _MEASURED)
    others = (o for o in others if o.rule.id != item.rule.id and o.result.outcome != "met")
    return said is not None and any(
        o.citation is not None and o.citation.start < said.end and said.start < o.citation.end
        for o in others
    )


def doubts(facts: Facts) -> str:
    """What somebody said twice and differently, or wrongly: to be asked before it is judged."""
    return "".join([*(each.ask for each in facts.contradictions), *facts.faults])


def questions(keys: Iterable[str], most: int) -> tuple[str, ...]:
    """What to ask for the first of these keys, without the hints an interview adds."""
    asked = (ask([key]) or "" for key in keys if key != ASK_ORGANISER)
    short = (f"{words.partition('？')[0]}？" if "？" in words else words for words in asked)
    return tuple(filter(None, dict.fromkeys(short)))[:most]


def _touched(
    judged: Callable[[Mapping[str, Any]], list[Judged]], facts: Mapping[str, Any]
) -> set[str]:
    """The rules that the facts bear on, settled or not.

    In which role somebody enters changes the words of an open rule, but does not touch it; where
    the role is not known, each is tried.
    """
    role = {key: value for key, value in facts.items() if key in ROLE}
    known = capacity(read_person(role)[0]) is not None
    tried: list[dict[str, Any]] = [{}] if known else [{"identity": who} for who in ENTRANTS]
    return {
        item.rule.id
        for who in tried
        for item in _beyond(judged({**facts, **who}), judged({**role, **who}))
    }


def _beyond(now: Iterable[Judged], before: Iterable[Judged]) -> list[Judged]:
    """The cited results of `now` that are not those of `before`."""
    known = set(map(_words, before))
    return [item for item in now if item.citation and _words(item) not in known]


def _words(item: Judged) -> tuple[str, str, str, tuple[str, ...]]:
    result = item.result
    return item.rule.id, result.outcome, result.explanation, result.missing


def _barred(changed: list[Judged], *, alone: bool, named: bool) -> list[Judged]:
    """What bars the way, formal rules last; these alone only if the question is about them."""
    found = [item for item in changed if item.result.outcome == "not_met"]
    asked_for = {"entered_by_unit"} if alone else set[str]()
    asked_for |= {"groups"} if named else set()
    if all(item.rule.check in FORMAL - asked_for for item in found):
        return []
    return sorted(found, key=lambda item: item.rule.check in FORMAL)


def _wanted(open_: Sequence[Judged], now: Sequence[Judged]) -> tuple[str, ...]:
    """Keys that are missing: those of the open points the question touches come first."""
    own = [key for item in open_ for key in item.result.missing]
    return tuple(dict.fromkeys([*own, *missing(now)]))
