"""Words of a question → facts about a person."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.person import READERS

CASES = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"])
def test_facts(case):
    facts = facts_from_words(case["ask"])
    assert facts.person == case["person"]
    assert set(facts.person) <= set(READERS)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_words_crash_and_spans_lie_inside(question):
    facts = facts_from_words(question)
    assert all(0 <= span.start < span.end <= len(question) for span in facts.spans)
    assert len(facts.leftover) <= len(question)


def test_leftover_has_no_words_that_were_read():
    assert facts_from_words("我15岁，能报名吗").leftover == "我，能报名吗"
