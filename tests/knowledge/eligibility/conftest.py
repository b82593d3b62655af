"""Rules of the bundled notices, read once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from knowledge.bundled import bundled
from knowledge.data import parse
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.eligibility.rules import load_rules

CASES = Path(__file__).parent / "cases"


def at(text):
    """A moment in Asia/Shanghai; its own offset, if it has one, is kept to."""
    read = datetime.fromisoformat(str(text))
    zone = ZoneInfo("Asia/Shanghai")
    return read.astimezone(zone) if read.tzinfo else read.replace(tzinfo=zone)


def all_cases() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        sheet = parse(path.read_text("utf-8"))
        found += [(sheet, case) for case in sheet["cases"]]
    return found


def person_of(sheet, case):
    base = dict(sheet.get("people", {}).get(case.get("who"), case.get("person", {})))
    kept = {key: value for key, value in base.items() if key not in case.get("without", [])}
    return {**kept, **case.get("with", {})}


@pytest.fixture(scope="session")
def rules():
    return {source.id: load_rules(source.rules) for source in bundled() if source.rules}


@pytest.fixture(scope="session")
def run(notices, rules):
    def call(notice, person, as_of, track=None, **options):
        found, _ = read_person(person)
        return judge(notices[notice], rules[notice], found, at(as_of), track, **options)

    return call


@pytest.fixture(scope="session")
def check_of(rules):
    """The name of the check of each rule of a notice; small where a test shows its arguments."""
    return lambda notice: {rule.id: rule.check for rule in rules[notice].rules}
