"""All conditions of a notice → its drafted rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.ages import dated
from knowledge.eligibility.drafting.alone import alone_too
from knowledge.eligibility.drafting.alternatives import alternatives
from knowledge.eligibility.drafting.between import exempted, same_conditions
from knowledge.eligibility.drafting.caution import cautious, passed_over
from knowledge.eligibility.drafting.eitherkind import either_kind
from knowledge.eligibility.drafting.entering import Places, entering
from knowledge.eligibility.drafting.everybody import of_everybody
from knowledge.eligibility.drafting.groups_apart import groups_apart
from knowledge.eligibility.drafting.identities import identities, permitted, together
from knowledge.eligibility.drafting.letting import let_in
from knowledge.eligibility.drafting.organisers import organiser_conditions
from knowledge.eligibility.drafting.parts import Condition, Made
from knowledge.eligibility.drafting.quotas import quotas
from knowledge.eligibility.drafting.reading import conditions, counts
from knowledge.eligibility.drafting.relaxing import relaxed
from knowledge.eligibility.drafting.repeats import remarks_together, without_repeats
from knowledge.eligibility.drafting.rest import of_the_rest
from knowledge.eligibility.drafting.sense import sensible
from knowledge.eligibility.drafting.some import of_some
from knowledge.eligibility.drafting.sorting import sorting
from knowledge.eligibility.drafting.special import (
    exceptions,
    special_ages,
    special_first,
    with_doubts,
)
from knowledge.eligibility.drafting.statements import statements, unplaced
from knowledge.eligibility.drafting.supposing import supposed
from knowledge.eligibility.drafting.unaccounted import open_days, unaccounted
from knowledge.eligibility.drafting.unheard import spoken_of
from knowledge.eligibility.model import Cite, OtherDate, Rule, Rules
from knowledge.eligibility.rules import clause_hash
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Statement
    from knowledge.model import Notice

_MENDING = lazy_re.compile(r"更正|补充通知|延期|变更|调整[^的]{0,12}的通知|勘误")
_SILENT = "通知没有写明参赛条件，或者没能读出"
_STEPS = (
    relaxed, exceptions, special_first, special_ages, quotas, with_doubts, remarks_together,
    without_repeats,
)  # fmt: skip
_UNJUDGED = frozenset(
    {
        "note",
        "groups",
        "deadline",
        "channel",
        "not_over",
        "when_given",
        "unread_fact",
        "unread_day",
        "unheard",
    }
)


def draft_rules(notice: Notice) -> Rules:
    """Rules made from the clauses of `notice`, each marked as drafted; never an error.

    The same notice gives the same rules. A notice without any condition gets one rule that is
    always unknown, so that nobody is called eligible by silence.
    """
    found = list(_found(notice))
    if not any(one.made.check not in _UNJUDGED for one in found):
        found = [] if _MENDING.search(notice.title) else found
        return Rules(notice=notice.id, rules=(*_rules(notice, found), _silent(notice)))
    stated = any(one.made.check in {"age_on", "retirement_on", "born_between"} for one in found)
    return Rules(
        notice=notice.id,
        dates=tuple(_dates(found)),
        age_date_stated=stated,
        rules=tuple(_rules(notice, found)),
    )


def _found(notice: Notice) -> Iterator[Condition]:
    if notice.audience == "organiser":
        yield from organiser_conditions(notice)
        return
    read: list[Condition] = []
    every = tuple(statements(notice))
    for statement in every:
        if counts(statement):
            read += permitted(conditions(statement))
            read += identities(statement)
    grouped, stale = sorting(every, read)
    read = [*(one for one in read if id(one) not in stale), *grouped]
    own = [*entering(notice)]
    read += passed_over([*own, *read], every)
    read = [*alone_too(notice, read)]
    if any(one.name == "way" for one in read):  # the one address is then for papers only
        own = [_for_papers(one) if one.made.check == "channel" else one for one in own]
    found = alternatives(either_kind(dated([*own, *supposed([*of_the_rest(read)])])))
    for step in (together, of_some, same_conditions, exempted, groups_apart, *_STEPS):
        found = list(step(found))
    found = list(let_in(found, every))
    found = list(of_everybody(found, every))
    found = list(sensible(list(cautious(found))))
    yield from found
    yield from (_of_nobody(one) for one in unplaced(notice))
    yield from unaccounted(found, every)
    yield from spoken_of(found, every)
    yield from open_days(notice, found, Places(notice).statement)


def _of_nobody(statement: Statement) -> Condition:
    """A cell of a row that names no track or group: asked of somebody, and open."""
    made = Made("not_understood", {"said": statement.quote or statement.text})
    return Condition(statement, 0, len(statement.text), made, name="not_understood")


def _for_papers(one: Condition) -> Condition:
    params = {**one.made.params, "refuses": [], "closed": True}
    return replace(one, made=one.made._replace(params=params))


def _rules(notice: Notice, found: Iterable[Condition]) -> Iterator[Rule]:
    names: Counter[str] = Counter()
    for one in found:
        name = one.name or one.made.check
        names[name] += 1
        number = names[name]
        yield Rule(
            id=name.replace("_", "-") + (f"-{number}" if number > 1 else ""),
            check=one.made.check,
            params=_plain(one.made.params),
            strength=one.strength,
            tracks=tuple(one.tracks),
            groups=tuple(one.groups),
            capacities=one.made.capacities,
            drafted=True,
            cite=_cite(notice, one),
        )


def _plain(params: Any) -> dict[str, Any]:
    return dict(params)


def _cite(notice: Notice, one: Condition) -> Cite:
    place = one.statement.place
    start, end = place.start, place.end
    if not one.statement.cell:
        start, end = one.statement.fold.span(0, len(one.statement.text))
    return Cite(
        path=place.path,
        quote=squeeze(one.statement.quote or notice.text[start:end]),
        hash=clause_hash(notice.text[place.start : place.end]),
    )


def _silent(notice: Notice) -> Rule:
    place = notice.clauses[0] if notice.clauses else None
    cite = place and Cite(
        path=place.path,
        quote=squeeze(place.text),
        hash=clause_hash(notice.text[place.start : place.end]),
    )
    return Rule(
        id="silent", check="not_understood", params={"text": _SILENT}, drafted=True, cite=cite
    )


def _dates(found: Sequence[Condition]) -> Iterator[OtherDate]:
    """Deadlines as other days an age might be reckoned by."""
    for one in found:
        at = one.made.params.get("at") if one.made.check == "deadline" else None
        if at is not None and not one.groups:
            day = at.date() if hasattr(at, "date") else at
            yield OtherDate(date=day, label="报名截止日", tracks=one.tracks)
