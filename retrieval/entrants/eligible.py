"""Yes/no questions about a person: the checker's verdict as an answer with the same citations.

What is open is said to be open, with what to tell next; what bars the way with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from knowledge import lazy_re
from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.facts import Facts, facts_from_words
from knowledge.eligibility.model import Rules
from knowledge.eligibility.person import read_person
from knowledge.eligibility.ties import Sheet
from knowledge.model import Notice
from retrieval.entrants.entered_now import now_and_before, without_entered, won_in
from retrieval.entrants.groups_left import barred_in_all, group_left, of_a_role
from retrieval.entrants.personal import AGES, tells
from retrieval.entrants.persons import Kind, persons
from retrieval.entrants.told import Told, alike, doubts, sheets, told, with_passed
from retrieval.entrants.verdict_words import MAX_SHOWN, piece_of, widest
from retrieval.passages.rank import Sought
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_ALONE = lazy_re.compile(r"单位|个人|自己|没工作|待业|失业|灵活就业|自由职业")
_OLDEST = 130
_TRADES = frozenset({"identity", "job", "employed"})
"""Facts the name of a track may seem to tell."""
_ROLES = frozenset(ENTRANTS)
_OF_ROLES = frozenset({"who_can", "student", "worker", "teacher", "enrol"})
_OF_AGES = frozenset({"age_at_least", "age_at_most", "age_on", "born_between"})


def verdict_reply(notice: Notice, rules: Rules, sought: Sought, as_of: datetime) -> Reply | None:
    """The verdict on the person the question describes; None if it describes none.

    Where tracks differ and the question names none, each set of rules has its own statement.
    """
    asked = sought.asked
    heard = facts_from_words(without_entered(asked.text, notice), as_of.date())
    kind = persons().kind(without_entered(asked.plain, notice, kinds=True))
    ways = _ways(heard, kind.kind if kind else None)
    now, before = now_and_before(asked.plain, notice)
    sought = replace(sought, tracks=now or sought.tracks)
    ways = [_of_winner(facts, asked, notice, before) for facts in ways]
    if not ways[0]:
        return _doubted(notice, rules, sought, doubts(heard))
    if len(sought.groups) == 1:
        ways = [{"group": sought.groups[0], **facts} for facts in ways]
    alone = bool(_ALONE.search(asked.plain))
    cases = sheets(notice, rules, read_person(ways[0])[0], sought.tracks)
    cases = _with_group(notice, rules, sought, cases)
    left = group_left(notice, rules, cases, ways, as_of)
    if left is not None:
        sought = replace(sought, groups=(left,))
        ways = [{"group": left, **facts} for facts in ways]
    every = [(case, told(notice, rules, case, ways, as_of, alone=alone)) for case in cases]
    every = [(c, with_passed(of_c, notice, rules, c, ways[0], as_of)) for c, of_c in every]
    every = [(c, _asking_role(of_c, left)) for c, of_c in every]
    if len(ways) == 1:
        every = [(c, _in_no_group(of_c, notice, rules, c, ways[0], as_of)) for c, of_c in every]
    if not any(of_case.shown for _, of_case in every) and _whole(asked, ways[0]):
        every = [
            (case, told(notice, rules, case, ways, as_of, alone=alone, whole=True))
            for case in cases
        ]
    if not any(of_case.shown for _, of_case in every):
        every = _settled(notice, rules, sought, every, ways, as_of)
    made: dict[Piece, list[Sheet]] = {}
    for case, of_case in every:
        if of_case.shown:
            piece = piece_of(of_case, asked, doubts(heard), exact="birth_date" in ways[0])
            made.setdefault(piece, []).append(case)
    if not made:
        return _doubted(notice, rules, sought, doubts(heard))
    shown = [of_case for _, of_case in every if of_case.shown]
    said_by_all = len(made) == 1 and sum(map(len, made.values())) == len(every)
    return Reply(
        status="answered",
        notice=notice.id,
        pieces=tuple(made) if said_by_all else tuple(_apart(notice, rules, made)),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
        undecided=all(of_case.decision == "need_info" for of_case in shown),
    )


def _asking_role(of_case: Told, left: str | None) -> Told:
    """The same; who fits the ages of 学生组 alone may yet be no student, so that is no yes."""
    if of_case.decision != "eligible" or left is None or not of_a_role(left):
        return of_case
    return of_case._replace(decision="need_info", wanted=("identity", *of_case.wanted))


def _in_no_group(  # noqa: PLR0913, PLR0917 the case, and how it was asked
    of_case: Told,
    notice: Notice,
    rules: Rules,
    case: Sheet,
    facts: Mapping[str, Any],
    as_of: datetime,
) -> Told:
    """The same; a no where the ages of every group say so, whichever it would be."""
    barred = () if of_case.barred else barred_in_all(notice, rules, case, facts, as_of)
    return of_case._replace(decision="ineligible", barred=barred) if barred else of_case


def _of_winner(
    facts: dict[str, Any], asked: Asked, notice: Notice, before: tuple[str, ...]
) -> dict[str, Any]:
    """The facts of somebody who won: in which track; 上届快递员第四名 tells of no occupation."""
    if not facts.get("honours"):
        return facts
    own = facts_from_words(without_entered(asked.text, notice, kinds=True)).person
    kept = {key: value for key, value in facts.items() if key not in _TRADES or key in own}
    return won_in(kept, notice, before)


def _with_group(
    notice: Notice, rules: Rules, sought: Sought, cases: Sequence[Sheet]
) -> Sequence[Sheet]:
    """The rules of the tracks that have the group asked about, if no track is named."""
    if len(sought.groups) != 1 or sought.tracks:
        return cases
    group = sought.groups[0]
    own = [c for c in cases if any(group in t.groups for t in alike(notice, rules, c))]
    return own or cases


def _doubted(notice: Notice, rules: Rules, sought: Sought, doubt: str) -> Reply | None:
    """What cannot be as it was told is named, with the clauses on ages; None without any doubt."""
    if not doubt:
        return None
    cases = sheets(notice, rules, read_person({})[0], sought.tracks)
    cited = [i.citation for case in cases for i in case.items if i.rule.check in _OF_AGES]
    found = tuple(dict.fromkeys(one for one in cited if one))[:MAX_SHOWN]
    quotes = "；".join(f"“{quote}”" for quote in widest(one.quote for one in found))
    lead = say("verdict.unsure")
    text = doubt + "。" + (lead + quotes + "。" if quotes else "")
    return Reply(
        status="answered",
        notice=notice.id,
        pieces=(Piece(text=text, citations=found, computed=(doubt, lead)),),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _settled(  # noqa: PLR0913, PLR0917 the case, and how it was asked
    notice: Notice,
    rules: Rules,
    sought: Sought,
    every: list[tuple[Sheet, Told]],
    ways: list[dict[str, Any]],
    as_of: datetime,
) -> list[tuple[Sheet, Told]]:
    """What decides where a role alone is told: that no group of the track is for it."""
    if len(sought.tracks) != 1 or set(ways[0]) != {"identity"}:
        return every
    whole = [
        (case, told(notice, rules, case, ways, as_of, alone=False, whole=True, named=True))
        for case, _ in every
    ]
    return whole if all(of_case.barred for _, of_case in whole) else every


def _whole(asked: Asked, facts: Mapping[str, Any]) -> bool:
    """Whether a role alone is to be judged: somebody's own, or that of a kind of people."""
    if facts.get("identity") not in _ROLES:
        return False
    people = persons()
    kind = people.kind(asked.plain)
    named = kind is not None and not kind.kind.aside
    if "yes_no" in asked.forms and set(asked.concepts) <= _OF_ROLES:
        return True  # 学生可以参加吗
    return named or people.wishes(asked.plain) or tells(asked.text)


def _ways(heard: Facts, kind: Kind | None) -> list[dict[str, Any]]:
    """The facts; where an age or a year of birth is known roughly, once with each of its bounds."""
    person = heard.person
    if kind and kind.counts and "identity" not in person:
        person = {**person, "identity": kind.counts}
    rough = next((one for one in heard.unclear if one.key in AGES), None)
    if rough is None or AGES & set(person):
        return [person]
    bounds = (rough.low or 0, _OLDEST if rough.high is None else rough.high)
    as_value = str if rough.key == "birth_date" else int
    return [{**person, rough.key: as_value(int(bound))} for bound in bounds]


def _apart(notice: Notice, rules: Rules, made: Mapping[Piece, list[Sheet]]) -> Iterator[Piece]:
    """Statements that hold for some tracks only, each under the names of these."""
    for piece, cases in made.items():
        names = [track.name for case in cases for track in alike(notice, rules, case)]
        yield piece.model_copy(update={"scope": "、".join(names)})
