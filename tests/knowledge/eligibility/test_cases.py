"""Every case of cases/*.yaml, and that the cases reach both sides of every rule."""

from __future__ import annotations

from collections import defaultdict

import pytest

from knowledge.plain import bare

from .conftest import all_cases, person_of

CASES = all_cases()
_REMARKS = dict.fromkeys(("note", "worker_share", "entries"), frozenset({"remark"}))
_SIDES = {**_REMARKS, "category": {"met", "not_met", "unknown"}}
"""Checks that judge nothing, or have a third side."""


def judged(run, sheet, case):
    as_of = case.get("as_of", sheet["as_of"])
    return run(sheet["notice"], person_of(sheet, case), as_of, case.get("track"))


@pytest.mark.parametrize(
    ("sheet", "case"), CASES, ids=[f"{s['notice']}：{c['name']}" for s, c in CASES]
)
def test_case(run, sheet, case):
    verdict = judged(run, sheet, case)
    said = "\n".join(f"{f.rule} {f.outcome} {f.explanation}" for f in verdict.findings)
    assert verdict.verdict == case["verdict"], said
    outcomes = {f.rule: f for f in reversed(verdict.findings)}
    for rule, outcome in case.get("findings", {}).items():
        assert outcomes[rule].outcome == outcome, said
    for rule, strength in case.get("strength", {}).items():
        assert outcomes[rule].strength == strength
    if "missing" in case:
        assert set(case["missing"]) == set(verdict.missing)
    if "change" in case:
        changes = [change.model_dump(mode="json") for change in verdict.would_change]
        wanted = {key: str(v) if key == "from_date" else v for key, v in case["change"].items()}
        assert any(wanted.items() <= change.items() for change in changes), changes
    if "changes" in case:
        assert len(verdict.would_change) == case["changes"]
    for words in case.get("says", []):
        assert str(words) in said
    assert (verdict.next_question is not None) == bool(verdict.missing)


def test_cases_reach_every_rule_from_both_sides(run, rules):
    seen = defaultdict(set)
    for sheet, case in CASES:
        for finding in judged(run, sheet, case).findings:
            seen[sheet["notice"], finding.rule].add(finding.outcome)
    assert seen
    lacking = []
    for notice, its in rules.items():
        for rule in its.rules:
            wanted = _SIDES.get(rule.check, {"met", "not_met"})
            if not wanted <= seen[notice, rule.id]:
                lacking.append((notice, rule.id, wanted - seen[notice, rule.id]))
    assert not lacking


def test_every_finding_but_a_general_remark_has_its_clause(run, notices):
    for sheet, case in CASES:
        text = notices[sheet["notice"]].text
        for finding in judged(run, sheet, case).findings:
            assert finding.citation is not None
            quoted = text[finding.citation.start : finding.citation.end]
            assert bare(quoted) == bare(finding.citation.quote)
