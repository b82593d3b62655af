"""From the fields of one request to a verdict's JSON; notices and rules come in as a function."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bot.batch import Fields, LineFault, as_of_in, words_in
from knowledge.catalogue.relations.amended import Amended
from knowledge.eligibility.corrected import InForce, in_force, published, published_findings
from knowledge.eligibility.judge import judge
from knowledge.eligibility.model import Rules
from knowledge.eligibility.person import read_person
from knowledge.eligibility.survey import Standing, survey, wanted
from knowledge.eligibility.tracks import UnknownTrackError
from knowledge.eligibility.verdict import KEY, ask, shown
from knowledge.model import Notice
from retrieval.passages.recognised import findings_marked

if TYPE_CHECKING:
    from datetime import date, datetime

Load = Callable[[str], tuple[Notice, Rules]]
"""A notice and its rules by id; raises `LineFault` where there are none."""

Corrected = Callable[[str, "date"], Amended]
"""A notice of the store as the corrections published by that day leave it."""

KEY_SETTING = "SAIWEN_VERDICT_KEY"
"""Environment variable: the secret of verdict ids, so that only its holder can make them."""


def check_line(
    fields: Fields, load: Load, default: datetime, corrected: Corrected | None = None
) -> Mapping[str, Any]:
    """The verdict for one request, in the contract's keys and order.

    `corrected` lets the corrections of the notice count, from the day they were published.

    Raises:
        LineFault: the notice, track or person cannot be used; the message says what to mend.
    """
    notice, rules = load(words_in(fields, "notice") or "")
    person, ignored = read_person(_person(fields))
    as_of = as_of_in(fields, default)
    standing = _in_force(notice, rules, as_of, corrected)
    notice, rules = standing.notice, standing.rules
    try:
        verdict = judge(
            notice,
            rules,
            person,
            as_of,
            words_in(fields, "track"),
            key=verdict_key(),
        )
    except UnknownTrackError as error:
        raise LineFault(str(error)) from error
    if fields.get("track") and not notice.tracks:
        ignored = (*ignored, "track")
    verdict = published(verdict, standing.view)
    verdict = findings_marked(verdict, lambda name: load(name)[0])
    found = verdict.model_copy(update={"ignored": ignored}).model_dump(mode="json")
    return {**found, "id": fields.get("id")}


def verdict_key() -> str:
    """The key of verdict ids: the office's own where it has set one."""
    return os.environ.get(KEY_SETTING, KEY)


def _in_force(
    notice: Notice, rules: Rules, as_of: datetime, corrected: Corrected | None
) -> InForce:
    view = corrected(notice.id, as_of.date()) if corrected is not None else Amended(notice, ())
    return in_force(view, rules)


def survey_line(
    fields: Fields,
    ids: Iterable[str],
    load: Load,
    as_of: datetime,
    corrected: Corrected | None = None,
) -> Mapping[str, Any]:
    """How the person stands to every notice of `ids`; a notice without usable rules is named.

    `corrected` lets corrections count, as in `check_line`.

    Raises:
        LineFault: the person cannot be used.
    """
    given, ignored = read_person(_person(fields))
    judged: dict[str, InForce] = {}
    unjudged = []
    for notice in ids:
        try:
            judged[notice] = _in_force(*load(notice), as_of, corrected)
        except LineFault as fault:
            unjudged.append({"notice": notice, "error": str(fault)})
    standings = survey([(one.notice, one.rules) for one in judged.values()], given, as_of)
    standings = tuple(_published(each, judged[each.notice]) for each in standings)
    keys = wanted(standings)
    return {
        "id": fields.get("id"),
        "standings": [each.model_dump(mode="json") for each in standings],
        "missing": keys,
        "next_question": ask(keys),
        "unjudged": unjudged,
        "ignored": ignored,
        "as_of": shown(as_of),
    }


def _published(standing: Standing, one: InForce) -> Standing:
    findings = published_findings(standing.findings, one.view)
    return standing.model_copy(update={"findings": findings})


def _person(fields: Fields) -> Mapping[str, Any]:
    person = fields.get("person")
    if not isinstance(person, Mapping):
        raise LineFault("person 应为一个 JSON 对象")
    return person
