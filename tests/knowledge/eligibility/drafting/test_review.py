"""Decisions of reviewers: they hold over drafting anew, and a changed clause disables them."""

from __future__ import annotations

import pytest

from knowledge.eligibility.drafting import draft_rules, mending
from knowledge.eligibility.drafting.review import (
    Review,
    added,
    confirmed,
    corrected,
    decided,
    dropped,
    reviewed,
)
from knowledge.eligibility.rules import RulesError
from knowledge.eligibility.ties import tie
from knowledge.notice import read_notice

from .test_sentences import NOTICE

WORDS = "参赛选手须年满18周岁，不超过60周岁。"
AT = ("王", "2026-05-01T09:00:00+08:00")


def notice(words=WORDS):
    return read_notice("n", NOTICE.format(words=words, groups="").encode())


@pytest.fixture
def rules():
    return draft_rules(notice())


def one(rules, check):
    return next(rule for rule in rules.rules if rule.check == check)


def test_a_confirmed_rule_loses_the_mark(rules):
    rule = one(rules, "age_at_least")
    now = reviewed(rules, decided(Review(), confirmed(rule, *AT)))
    assert not one(now, "age_at_least").drafted
    assert one(now, "age_at_most").drafted


def test_a_corrected_rule_takes_the_place_of_the_drafted(rules):
    rule = one(rules, "age_at_least")
    mended = mending.with_values(notice(), rule, ["years=16"])
    now = reviewed(rules, decided(Review(), corrected(rule, mended, *AT)))
    assert [r.params for r in now.rules if r.check == "age_at_least"] == [{"years": 16}]


def test_a_rule_corrected_twice_counts_once(rules):
    rule = one(rules, "age_at_least")
    first = mending.with_values(notice(), rule, ["years=16"])
    review = decided(Review(), corrected(rule, first, *AT))
    shown = one(reviewed(rules, review), "age_at_least")
    second = mending.with_values(notice(), shown, ["years=17"])
    now = reviewed(rules, decided(review, corrected(shown, second, *AT)))
    assert [r.params for r in now.rules if r.check == "age_at_least"] == [{"years": 17}]


def test_a_dropped_rule_is_gone(rules):
    rule = one(rules, "age_at_least")
    now = reviewed(rules, decided(Review(), dropped(rule, *AT)))
    assert "age_at_least" not in {r.check for r in now.rules}


def test_a_rule_added_by_hand_stays(rules):
    rule = mending.by_hand(
        notice(), "sex", "二（一）", "年满18周岁", "check: age_at_least\nparams: {years: 18}"
    )
    now = reviewed(rules, decided(Review(), added(rule, *AT)))
    assert "sex" in {r.id for r in now.rules}


def test_decisions_outlive_drafting_anew(rules):
    review = decided(Review(), confirmed(one(rules, "age_at_least"), *AT))
    again = reviewed(draft_rules(notice()), review)
    assert not one(again, "age_at_least").drafted
    assert len(again.rules) == len(rules.rules)


def test_a_changed_clause_is_drafted_anew_and_the_old_rule_disabled(rules):
    review = decided(Review(), confirmed(one(rules, "age_at_least"), *AT))
    changed = notice("参赛选手须年满16周岁，不超过60周岁。")
    now = reviewed(draft_rules(changed), review)
    ages = [item for item in tie(changed, now) if item.rule.check == "age_at_least"]
    found = {(item.rule.params["years"], item.rule.drafted): item.valid for item in ages}
    assert found == {(16, True): True, (18, False): False}


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        (["years"], "key=value"),
        (["years=x"], "参数"),
        (["check=nothing"], "nothing"),
        (["strength=maybe"], "strength"),
    ],
    ids=["没有等号", "参数不是数", "没有这种检查", "没有这种强度"],
)  # fmt: skip
def test_a_faulty_change_is_refused(rules, pairs, says):
    with pytest.raises(RulesError, match=says):
        mending.with_values(notice(), one(rules, "age_at_least"), pairs)


@pytest.mark.parametrize(
    ("path", "quote"),
    [("九", "年满18周岁"), ("二（一）", "年满17周岁")],
    ids=["没有这一条", "没有这句话"],
)
def test_a_rule_by_hand_needs_its_words(path, quote):
    with pytest.raises(RulesError):
        mending.by_hand(notice(), "a", path, quote, "check: age_at_least\nparams: {years: 18}")


def test_what_is_edited_is_read_back(rules):
    rule = one(rules, "age_at_most")
    assert mending.edited(notice(), rule, mending.editable(rule)) == rule
