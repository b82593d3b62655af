"""Lint: nothing on a clean notice, exactly the fault on one with a fault planted in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.data import parse
from knowledge.lint import lint
from knowledge.lint.wording import rules
from knowledge.model import Clause, Notice, Scope
from knowledge.notice import read_notice

HERE = Path(__file__).parent / "cases"
CLEAN = (HERE / "clean_notice.txt").read_text("utf-8")
PLANTS = parse((HERE / "plants.yaml").read_text("utf-8"))


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
def test_exactly_the_planted_fault_is_found_and_quoted(case):
    text = planted(case)
    findings = found(text)
    assert [[f.rule, f.path] for f in findings] == case["found"]
    for each in findings:
        assert each.suggestion
        assert each.citation
        stretch = text[each.citation.start : each.citation.end]
        assert "".join(stretch.split()) == "".join(each.citation.quote.split()) != ""


def test_every_rule_has_a_planted_case():
    assert {rule for case in PLANTS for rule, _ in case["found"]} == set(rules())


@given(
    st.text(
        alphabet="一二三、（）1.①附件：:2月30日人以上不足超过%@电话139\t\n〔〕号星期六。",
        max_size=400,
    )
)
@settings(max_examples=examples(60), deadline=None)
def test_any_text_can_be_linted(text):
    if text.strip():
        for each in found(text):
            assert each.rule in rules()


BUNDLED = {
    "cq-ai-2023": {("number_missing", "七"), ("age_undated", "七")},
    "cq-ai-2026": {("range_overlap", "四"), ("attachment_absent", "附件14"), ("age_undated", "四")},
    "cq-plan-2024": {
        ("number_doubled", "五[2]"),
        ("attachment_unlisted", "附件2"),
        ("attachment_unlisted", "附件4"),
        ("attachment_misnumbered", "四1"),
        ("issuer_name", "落款"),
        ("row_doubled", "附件3 表1 行37"),
    },
    "cq-special-2026": {("doc_number", "开头"), ("age_undated", "一（三）")},
    "gz-ai-2025": {("ratio_fraction", "五（一）1"), ("age_undated", "三（二）")},
}
"""Faults that people found in the bundled notices; all of the kinds named, and none of others."""


@pytest.mark.parametrize("notice", BUNDLED)
def test_the_faults_of_the_bundled_notices(notices, notice):
    findings = lint(notices[notice])
    assert {(f.rule, f.path) for f in findings} >= BUNDLED[notice]
    assert {f.rule for f in findings} == {rule for rule, _ in BUNDLED[notice]}


def test_the_conflict_at_thirty_entries_is_told(notices):
    (conflict,) = [f for f in lint(notices["cq-ai-2026"]) if f.rule == "range_overlap"]
    assert "30人" in conflict.message
    assert conflict.suggestion


@pytest.mark.parametrize(
    "words",
    [
        "1" * 9000,
        "a." * 9000,
        "x@" + "a-" * 9000,
        "发送至" + "a." * 9000,
        "附件2" * 3000,
        "一、" * 4000,
    ],
    ids=["digits", "dots", "address", "behind 发送至", "attachments", "marks"],
)
def test_hostile_words_take_no_time(words):
    """Quadratic patterns would take seconds here."""
    text = f"关于举办竞赛的通知\n一、事项\n{words}\n"
    clause = Clause(
        path="一", level=1, mark="一、", text=text[10:], start=10, end=len(text), scope=Scope()
    )
    begun = time.process_time()
    lint(Notice(id="n", label="n", title="n", name="n", text=text, clauses=(clause,)))
    assert time.process_time() - begun < 1.5
