"""The closed set of checks a rule can name."""

from __future__ import annotations

from types import MappingProxyType

from knowledge.eligibility.checks import (
    age,
    bars,
    doubles,
    entries,
    entry,
    organiser,
    place,
    sending,
    standing,
)
from knowledge.eligibility.checks.base import Check

CHECKS = MappingProxyType[str, Check](
    {
        "age_at_least": age.age_at_least,
        "age_at_most": age.age_at_most,
        "within_retirement": age.within_retirement,
        "place": place.place,
        "school": place.school,
        "identity": standing.identity,
        "groups": standing.groups,
        "facts": standing.facts,
        "any_fact": standing.any_fact,
        "open_fact": standing.open_fact,
        "certificate_or_years": standing.certificate_or_years,
        "one_track": doubles.one_track,
        "single_identity": doubles.single_identity,
        "not_adviser": doubles.not_adviser,
        "entered_by_unit": entry.entered_by_unit,
        "team_within_unit": entry.team_within_unit,
        "team_size": entry.team_size,
        "unit_quota": entry.unit_quota,
        "worker_share": entries.worker_share,
        "entries": entries.entries,
        "deadline": sending.deadline,
        "not_over": sending.not_over,
        "channel": sending.channel,
        "note": sending.note,
        "barred_honours": bars.barred_honours,
        "barred_roles": bars.barred_roles,
        "unit": organiser.unit,
        "category": organiser.category,
        "unit_fact": organiser.fact,
        "at_most": organiser.at_most,
        "account": organiser.account,
    }
)
