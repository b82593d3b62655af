"""The audit as the tests call it."""

from __future__ import annotations

import pytest
from roster_people import moment

from knowledge.bundled import bundled
from knowledge.eligibility.rules import load_rules
from knowledge.eligibility.tracks import find_track
from knowledge.roster.audit import audit
from knowledge.roster.load import read_roster


@pytest.fixture(scope="session")
def rules_of():
    loaded = {each.id: load_rules(each.rules) for each in bundled() if each.rules}
    return loaded.__getitem__


@pytest.fixture(scope="session")
def audited(notices, rules_of):
    """Audit the bytes of a file for a notice."""

    def run(data, notice, track=None, as_of=None):
        found = notices[notice]
        chosen = find_track(found, track) if track else None
        return audit(
            read_roster(data), found, rules_of(notice), moment(notice, as_of), track=chosen
        )

    return run


@pytest.fixture(scope="session")
def kinds(audited):
    """What was found, as (rule, severity, cells)."""

    def run(data, notice, **options):
        faults = audited(data, notice, **options).faults
        return [(each.rule, each.severity, each.cells) for each in faults]

    return run
