"""Rules files: verbatim quotes at the cited paths, known checks, and what a changed clause does."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from knowledge.bundled import bundled
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import Person
from knowledge.eligibility.rules import RulesError, clause_hash, load_rules
from knowledge.eligibility.tracks import match_track
from knowledge.notice import read_notice
from knowledge.plain import bare

from .conftest import at

ALL = [(s.id, rule) for s in bundled() if s.rules for rule in load_rules(s.rules).rules]


def test_all_bundled_notices_have_rules(notices, rules):
    assert len(notices) == 5
    assert set(rules) == set(notices)
    assert len(ALL) > 90


@pytest.mark.parametrize(("notice", "rule"), ALL, ids=[f"{n}：{r.id}" for n, r in ALL])
def test_quote_is_verbatim_at_its_path_and_the_clause_unchanged(notices, notice, rule):
    clauses = {clause.path: clause for clause in notices[notice].clauses}
    clause = clauses[rule.cite.path]
    assert bare(rule.cite.quote) in bare(clause.text)
    assert clause_hash(clause.text) == rule.cite.hash


@pytest.mark.parametrize(("notice", "rule"), ALL, ids=[f"{n}：{r.id}" for n, r in ALL])
def test_tracks_of_a_rule_exist(notices, notice, rule):
    assert all(match_track(notices[notice], name) for name in rule.tracks)


def test_numbers_that_rules_say_stand_in_the_notice(notices, rules):
    for notice, its in rules.items():
        words = [ask.who for ask in its.asks]
        words += [str(rule.params.get(key, "")) for rule in its.rules for key in ("text", "said")]
        for number in re.findall(r"\d{5,}", bare(" ".join(words))):
            assert number in bare(notices[notice].text).replace("—", "").replace("-", "")


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("notice: x\nrule: []", "rule"),
        ("notice: x\nrules:\n- {id: a, chek: note, cite: null}", "chek"),
        ("notice: x\nrules:\n- {id: a, check: magic, cite: null}", "magic"),
        (
            "notice: x\nrules:" + 2 * "\n- {id: a, check: note, cite: null}",
            "两次",
        ),
    ],
    ids=["多余的键", "拼错的键", "没有这种检查", "编号重复"],
)
def test_a_faulty_file_is_refused_by_place(broken, says):
    with pytest.raises(RulesError, match=says):
        load_rules(broken)


def test_a_changed_clause_disables_its_rule_and_no_other(rules):
    source = next(s for s in bundled() if s.id == "cq-ai-2026")
    changed = source.data.decode().replace(
        "不得在同一赛事中同时参加多个赛项", "可以同时参加多个赛项"
    )
    notice = read_notice("cq-ai-2026", changed.encode(), source.confirmed)
    clause = next(rule for rule in rules["cq-ai-2026"].rules if rule.id == "one-track").cite.path
    verdict = judge(notice, rules["cq-ai-2026"], Person(age=15), at("2026-06-10"), "数字孪生")
    assert verdict.verdict == "need_info"
    for finding in verdict.findings:
        rule = next(r for r in rules["cq-ai-2026"].rules if r.id == finding.rule)
        disabled = "已变动" in finding.explanation
        assert disabled == (rule.cite.path == clause), finding


def test_layout_alone_does_not_change_a_clause():
    assert clause_hash("年 满\n16周岁") == clause_hash("年满16 周岁")
    assert clause_hash("年满16周岁") != clause_hash("年满18周岁")


def test_models_refuse_unknown_keys():
    assert issubclass(Person, BaseModel)
    assert Person.model_config["extra"] == "forbid"
