"""The checker: a notice, its rules, a person and a moment in; a verdict with its proof out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from knowledge.eligibility.capacity import capacity
from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.checks.base import Case, Result, unknown
from knowledge.eligibility.model import Rule, Rules, Verdict
from knowledge.eligibility.ties import Tied, applies, different, tie
from knowledge.eligibility.tracks import find_track, match_track
from knowledge.eligibility.verdict import (
    KEY,
    Judged,
    ask,
    changes,
    decide,
    findings,
    missing,
    rank,
    shown,
    verdict_id,
)
from knowledge.model import Notice, Track

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
        UnknownTrackError: the notice has no such track.
    """
    tied = list(tie(notice, rules))
    chosen = find_track(notice, track) if track else None
    cases = [chosen] if chosen else different(notice, tied, person)
    judged = [(one, _judge_one(notice, rules, tied, person, as_of, one)) for one in cases]
    made = verdict_id(
        notice, _fingerprint(rules), person, as_of, chosen.id if chosen else None, key=key
    )
    verdict = _agreed(rules, judged) if _same(judged) else _split(rules, judged)
    return verdict.model_copy(update={"as_of": shown(as_of), "verdict_id": made})


def _fingerprint(rules: Rules) -> str:
    return hashlib.sha256(rules.model_dump_json().encode()).hexdigest()


def _judge_one(  # noqa: PLR0913, PLR0917 a case is made of these
    notice: Notice,
    rules: Rules,
    tied: Iterable[Tied],
    person: Person,
    as_of: datetime,
    track: Track | None,
) -> list[Judged]:
    case = Case(
        notice=notice,
        person=person,
        as_of=as_of,
        track=track,
        capacity=capacity(person),
        dates=tuple(day for day in rules.dates if _named(notice, day.tracks, track)),
        age_date_stated=rules.age_date_stated,
    )
    return [
        Judged(item.rule, _result(case, item), item.citation)
        for item in tied
        if applies(item, track) and _concerns(case, item.rule)
    ]


def _named(notice: Notice, names: Sequence[str], track: Track | None) -> bool:
    found = {one.id for name in names if (one := match_track(notice, name))}
    return not names or (track is not None and track.id in found)


def _concerns(case: Case, rule: Rule) -> bool:
    return not rule.capacities or case.capacity is None or case.capacity in rule.capacities


def _result(case: Case, item: Tied) -> Result:
    if not item.valid:
        return unknown(_CHANGED)
    result = CHECKS[item.rule.check](case, item.rule.params)
    open_capacity = item.rule.capacities and case.capacity is None
    if open_capacity and result.outcome in {"not_met", "unknown"}:
        return unknown(f"{result.explanation}（以何种身份参赛决定这一条是否适用）", "identity")
    return result


_Cases = Sequence[tuple[Track | None, list[Judged]]]


def _same(judged: _Cases) -> bool:
    return len({decide(items) for _, items in judged}) == 1


def _whom(rules: Rules, track: Track | None) -> str:
    for one in rules.asks:
        if not one.tracks or (track is not None and {track.id, track.name} & set(one.tracks)):
            return one.who
    return "主办方"


def _agreed(rules: Rules, judged: _Cases) -> Verdict:
    """The verdict all tracks share."""
    every = tuple(
        found for track, items in judged for found in findings(items, _whom(rules, track))
    )
    keys = rank(Counter(key for _, items in judged for key in missing(items)))
    ways = [changes(items) for _, items in judged]
    return Verdict(
        verdict=decide(judged[0][1]),
        findings=tuple(dict.fromkeys(every)),
        missing=keys,
        next_question=ask(keys),
        would_change=min((way for way in ways if way), key=len, default=()),
        as_of="",
        verdict_id="",
    )


def _split(rules: Rules, judged: _Cases) -> Verdict:
    """The tracks differ: need_info, and each finding says which track it speaks of."""
    every = []
    for track, items in judged:
        for found in findings(items, _whom(rules, track)):
            if found.outcome == "not_met" and track:
                said = f"【{track.name}】{found.explanation}"
                found = found.model_copy(update={"outcome": "unknown", "explanation": said})  # noqa: PLW2901 the same finding
            every.append(found)
    counts = Counter(["track", *(key for _, items in judged for key in missing(items))])
    keys = rank(counts)
    return Verdict(
        verdict="need_info",
        findings=tuple(dict.fromkeys(every)),
        missing=keys,
        next_question=ask(keys),
        as_of="",
        verdict_id="",
    )
