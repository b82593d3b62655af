"""Rules in plain words: every check has a sentence, and it holds the numbers of the rule."""

from __future__ import annotations

import re
from datetime import date

import pytest

from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.data import table
from knowledge.eligibility.model import Rule
from knowledge.eligibility.wording import concerned, described

SAID = [
    ("一个数", "age_at_least", {"years": 16}, "年满16周岁"),
    ("缺了的部分不说", "place", {"region": "重庆", "relations": ["hukou"]}, "户籍在重庆"),
    ("等级有名称", "certificate_or_years", {"level": 4, "years": 5}, "四级/中级工"),
    ("日期写成年月日", "not_over", {"last": date(2026, 11, 30), "called": "比"}, "2026年11月30日"),
    ("事实有名称", "facts", {"all": ["enrolled", "school_full_time"]}, "在校在籍、全日制"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "params", "words"), [s[1:] for s in SAID], ids=[s[0] for s in SAID]
)
def test_the_reading_holds_the_parameters(check, params, words):
    assert words in described(Rule(id="r", check=check, params=params, cite=None))


def test_every_check_has_a_sentence():
    assert CHECKS
    assert set(CHECKS) <= set(table("wording.yaml"))


def test_no_bundled_rule_is_left_half_said(rules):
    every = [rule for its in rules.values() for rule in its.rules]
    assert every
    for rule in every:
        said = described(rule)
        assert said
        assert not re.search(r"[{}\[\]]|None", said), said


def test_strength_is_said():
    rule = Rule(
        id="r", check="age_at_least", params={"years": 16}, strength="in_principle", cite=None
    )
    assert described(rule).startswith("原则上")


def test_whom_it_concerns():
    rule = Rule(id="r", check="one_track", tracks=("焊接",), capacities=("student",), cite=None)
    assert concerned(rule) == "焊接；学生"
