"""The checks that drafted rules use: both sides of each boundary, as data."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowledge.data import parse
from knowledge.eligibility.capacity import capacity
from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.checks.base import Case
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

from .test_sentences import NOTICE

CASES = parse((Path(__file__).parent / "checks.yaml").read_text("utf-8"))
DAY = datetime(2026, 6, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def notice():
    return read_notice("n", NOTICE.format(words="年满18周岁。", groups="").encode())


def test_cases_were_found():
    assert len(CASES) > 60


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_check(notice, case):
    person, ignored = read_person(case["person"])
    assert not ignored
    result = CHECKS[case["check"]](
        Case(notice, person, DAY, None, capacity(person)), case["params"]
    )
    assert result.outcome == case["gives"], result.explanation
    assert result.explanation
    assert (result.outcome == "unknown") == bool(result.missing)
