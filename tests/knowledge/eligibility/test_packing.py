"""Packed rules are the rules of the same YAML; text that only begins like them is YAML."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from knowledge.bundled import bundled
from knowledge.eligibility.drafting.draft import draft_rules
from knowledge.eligibility.drafting.written import drafted_text, written
from knowledge.eligibility.packing import packed, unpacked
from knowledge.eligibility.rules import RulesError, load_rules
from knowledge.notice import read_notice


@pytest.mark.parametrize("source", bundled(), ids=lambda source: source.id)
def test_packed_rules_are_those_of_the_yaml(source):
    notice = read_notice(source.id, source.data)
    read, of_yaml = load_rules(drafted_text(notice)), load_rules(written(draft_rules(notice)))
    assert read == of_yaml
    for one, other in zip(read.rules, of_yaml.rules, strict=True):
        assert list(map(type, one.params.values())) == list(map(type, other.params.values()))


@pytest.mark.parametrize(
    "data",
    [
        {"at": date(2031, 5, 1), "said": "2031-05-01", "none": None, "of": [1, 2.5, True]},
        {
            "at": datetime(2031, 5, 1, 12, 30, tzinfo=UTC),
            "deep": [{"then": {"day": date(2032, 1, 1)}}],
        },
        {"$day": "2031-05-01", "more": 1},
        "“引号”与\\反斜线\n换行",
    ],
)
def test_what_is_packed_is_unpacked_the_same(data):
    assert unpacked(packed(data)) == data


def test_only_plain_data_is_packed():
    with pytest.raises(TypeError, match="set"):
        packed({"of": {1}})


@pytest.mark.parametrize(
    "text", ["{notice: n, rules: []}", "notice: n\nrules: []", '{"notice": "n", "rules": []}']
)
def test_rules_people_write_may_begin_like_packed_ones(text):
    assert load_rules(text).notice == "n"


def test_packed_text_that_holds_no_rules_is_at_fault():
    with pytest.raises(RulesError, match="有误"):
        load_rules('{"notice": 1}')
