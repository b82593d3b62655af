"""The checker: a notice, its rules, a person and a moment in; a verdict with its proof out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from knowledge.eligibility.capacity import capacity
from knowledge.eligibility.changes import smallest
from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.checks.base import Case, Result, unknown
from knowledge.eligibility.entered import in_group
from knowledge.eligibility.model import Change, Rule, RuleFinding, Rules, Verdict
from knowledge.eligibility.ties import Sheet, Tied, different_sheets, ties
from knowledge.eligibility.tracks import find_track
from knowledge.eligibility.unreviewed import marked
from knowledge.eligibility.verdict import (
    KEY,
    Judged,
    ask,
    decide,
    findings,
    missing,
    rank,
    shown,
    verdict_id,
)
from knowledge.model import Notice

if TYPE_CHECKING:
    from datetime import datetime

    from knowledge.eligibility.person import Person

_CHANGED = "这条规则所依据的条款已变动，规则停用；请以通知原文为准并向主办方确认。"


def judge(  # noqa: PLR0913 the contract's inputs, keyed id
    notice: Notice,
    rules: Rules,
    person: Person,
    as_of: datetime,
    track: str | None = None,
    *,
    key: str = KEY,
) -> Verdict:
    """Judge one person; without a track all are judged, and a difference asks for the track.

    Args:
        notice: the notice, read.
        rules: its rules.
        person: what is known.
        as_of: the moment the verdict is made for, aware, Asia/Shanghai.
        track: id, name or alias.
        key: secret of the keyed `verdict_id`.

    Raises:
        UnknownTrackError: the notice has tracks and no such one.
    """
    known = ties(notice, rules)
    # where no track is known none can be wrong: all rules are judged
    chosen = find_track(notice, track) if track and notice.tracks else None
    sheets = [known.sheets[chosen.id]] if chosen else different_sheets(notice, known, person)
    judged = [(sheet, judged_items(notice, rules, sheet, person, as_of)) for sheet in sheets]
    if _same(judged):
        verdict = _agreed(judged, _changes(notice, rules, judged, person, as_of))
    else:
        verdict = _split(judged)
    made = verdict_id(
        notice, known.fingerprint, person, as_of, chosen.id if chosen else None, key=key
    )
    return marked(verdict, rules).model_copy(update={"as_of": shown(as_of), "verdict_id": made})


def judged_items(
    notice: Notice, rules: Rules, sheet: Sheet, person: Person, as_of: datetime
) -> list[Judged]:
    """Each rule of one track that concerns the person, with its result."""
    case = Case(
        notice=notice,
        person=person,
        as_of=as_of,
        track=sheet.track,
        alike=sheet.alike,
        capacity=capacity(person),
        dates=sheet.dates,
        age_date_stated=rules.age_date_stated,
    )
    return [
        Judged(item.rule, _result(case, item), item.citation)
        for item in sheet.items
        if _concerns(case, item.rule)
    ]


def _concerns(case: Case, rule: Rule) -> bool:
    fits = not rule.capacities or case.capacity is None or case.capacity in rule.capacities
    return fits and in_group(case, rule.groups) is not False


def _result(case: Case, item: Tied) -> Result:
    if not item.valid:
        return unknown(_CHANGED)
    result = CHECKS[item.rule.check](case, item.rule.params)
    open_capacity = item.rule.capacities and case.capacity is None
    if open_capacity and result.outcome in {"not_met", "unknown"}:
        said = f"{result.explanation.removesuffix('。')}（以何种身份参赛决定这一条是否适用）。"
        return unknown(said, "identity")
    if result.outcome in {"not_met", "unknown"} and in_group(case, item.rule.groups) is None:
        key = "group" if case.capacity else "identity"
        return unknown(
            f"{result.explanation}（{'、'.join(item.rule.groups)}适用，还不知道报哪个组别）", key
        )
    return result


_Cases = Sequence[tuple[Sheet, list[Judged]]]


def _same(judged: _Cases) -> bool:
    return len({decide(items) for _, items in judged}) == 1


def _changes(
    notice: Notice, rules: Rules, judged: _Cases, person: Person, as_of: datetime
) -> tuple[Change, ...]:
    """The smallest set of changes over all tracks; none unless the verdict is ineligible."""
    if decide(judged[0][1]) != "ineligible":
        return ()
    ways = [
        smallest(
            lambda who, when, sheet=sheet: judged_items(notice, rules, sheet, who, when),  # type: ignore[misc] # the sheet of this turn
            person,
            as_of,
            items,
        )
        for sheet, items in judged
    ]
    return min((way for way in ways if way), key=len, default=())


def _agreed(judged: _Cases, changes: tuple[Change, ...]) -> Verdict:
    """The verdict all tracks share."""
    keys = rank(Counter(key for _, items in judged for key in missing(items)))
    every = (found for sheet, items in judged for found in findings(items, sheet.ask))
    return Verdict(
        verdict=decide(judged[0][1]),
        findings=_once(every) if len(judged) > 1 else tuple(every),
        missing=keys,
        next_question=ask(keys),
        would_change=changes,
        as_of="",
        verdict_id="",
    )


def _split(judged: _Cases) -> Verdict:
    """The tracks differ: need_info, and each finding says which track it speaks of."""
    every = []
    for sheet, items in judged:
        for found in findings(items, sheet.ask):
            if found.outcome == "not_met" and sheet.track:
                tracks = f"等{sheet.alike}个赛项" if sheet.alike > 1 else ""
                said = f"【{sheet.track.name}{tracks}】{found.explanation}"
                found = found.model_copy(update={"outcome": "unknown", "explanation": said})  # noqa: PLW2901 the same finding
            every.append(found)
    counts = Counter(["track", *(key for _, items in judged for key in missing(items))])
    keys = rank(counts)
    return Verdict(
        verdict="need_info",
        findings=_once(every),
        missing=keys,
        next_question=ask(keys),
        as_of="",
        verdict_id="",
    )


def _once(every: Iterable[RuleFinding]) -> tuple[RuleFinding, ...]:
    """Without what several tracks say alike."""
    return tuple({(f.rule, f.outcome, f.explanation): f for f in every}.values())
