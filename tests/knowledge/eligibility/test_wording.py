"""Rules in plain words: every check has a sentence, and it holds the numbers of the rule."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.data import table
from knowledge.eligibility.model import Rule
from knowledge.eligibility.wording import concerned, described

SHANGHAI = ZoneInfo("Asia/Shanghai")
SAID = [
    ("一个数", "age_at_least", {"years": 16}, "年满16周岁"),
    ("缺了的部分不说", "place", {"region": "重庆", "relations": ["hukou"]}, "户籍在重庆"),
    ("等级有名称", "certificate_or_years", {"level": 4, "years": 5}, "四级/中级工"),
    ("日期写成年月日", "not_over", {"last": date(2026, 11, 30), "called": "比"}, "2026年11月30日"),
    ("事实有名称", "facts", {"all": ["enrolled", "school_full_time"]}, "在校在籍、全日制"),
    ("一地不说有一项", "area", {"area": "岚州市", "relations": ["work_place"]}, "工作地在岚州市"),
    (
        "几地说有一项",
        "place",
        {"region": "重庆", "relations": ["work_place", "hukou"]},
        "工作地、户籍中有一项在重庆",
    ),
    ("只写日期含当日", "deadline", {"at": date(2026, 8, 1)}, "2026年8月1日以前（含当日）提交"),
    (
        "写明钟点不说当日",
        "deadline",
        {"at": datetime(2026, 8, 1, 18, tzinfo=SHANGHAI)},
        "2026年8月1日18:00以前提交",
    ),
    ("一人是单人", "team_size", {"size": 1}, "单人参赛"),
    ("几人是队", "team_size", {"size": 3}, "每队3人"),
    ("只有应有规模", "entries", {"expected_from": 30}, "每个赛项不少于30人（队）"),
    (
        "规模各档",
        "entries",
        {"held_from": 20, "prizes_from": 30},
        "参赛不足20人（队）的赛项停止实施；不足30人（队）的赛项不设奖项",
    ),
    ("一项不说其一", "any_fact", {"any": ["work_related"]}, "从事本职业（工种）或相关工作"),
    (
        "几项说其一",
        "any_fact",
        {"any": ["enrolled", "work_related"]},
        "具备其一即可：在校在籍；从事",
    ),
    (
        "地址已经说了",
        "channel",
        {"said": "发送至a@b.example", "address": "a@b.example"},
        "发送至a@b.example",
    ),
    (
        "地址还没有说",
        "channel",
        {"said": "发邮件", "address": "a@b.example"},
        "发邮件；报送地址a@b.example",
    ),
]
EXACTLY = {
    "一地不说有一项",
    "只有应有规模",
    "规模各档",
    "一项不说其一",
    "地址已经说了",
    "写明钟点不说当日",
}


@pytest.mark.parametrize("name", sorted(EXACTLY))
def test_the_reading_says_no_more(name):
    _, check, params, words = next(each for each in SAID if each[0] == name)
    assert described(Rule(id="r", check=check, params=params, cite=None)) == words


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
