"""Lint: nothing on a clean notice, exactly the fault on one with a fault planted in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.lint import lint
from knowledge.lint.wording import rules
from knowledge.notice import read_notice

HERE = Path(__file__).parent / "cases"
CLEAN = (HERE / "clean_notice.txt").read_text("utf-8")
PLANTS = yaml.safe_load((HERE / "plants.yaml").read_text("utf-8"))


def found(text):
    return lint(read_notice("n", text.encode()))


def planted(case):
    text = CLEAN
    for old, new in case["change"]:
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def test_plants_were_found():
    assert len(PLANTS) > 50


def test_a_clean_notice_is_clean():
    assert found(CLEAN) == ()


@pytest.mark.parametrize("case", PLANTS, ids=lambda case: case["name"])
def test_exactly_the_planted_fault_is_found(case):
    findings = found(planted(case))
    assert [[f.rule, f.path] for f in findings] == case["found"]


def test_every_rule_has_a_planted_case():
    assert {rule for case in PLANTS for rule, _ in case["found"]} == set(rules())


@pytest.mark.parametrize("case", [c for c in PLANTS if c["found"]], ids=lambda case: case["name"])
def test_a_finding_quotes_the_notice(case):
    text = planted(case)
    for each in found(text):
        assert each.suggestion
        assert each.citation
        stretch = text[each.citation.start : each.citation.end]
        assert "".join(stretch.split()) == "".join(each.citation.quote.split())


@given(
    st.text(
        alphabet="一二三、（）1.①附件：:2月30日人以上不足超过%@电话139\t\n〔〕号星期六。",
        max_size=400,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_linted(text):
    if text.strip():
        for each in found(text):
            assert each.rule in rules()
