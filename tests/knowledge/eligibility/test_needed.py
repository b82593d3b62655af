"""What a pattern needs stands in everything it matches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.data import parse
from knowledge.eligibility.speech import patterns
from knowledge.eligibility.speech.needed import Sieve, needed, signs
from knowledge.eligibility.speech.text import spoken

CLASS = "一二三四五六七八九"
"""Too many for pairs."""
SHEETS = sorted(Path(__file__).parent.glob("facts*.yaml"))
TEXT = "。".join(case["ask"] for sheet in SHEETS for case in parse(sheet.read_text("utf-8")))


@pytest.mark.parametrize(
    ("regex", "needs"),
    [
        ("单位", [["单位"]]),
        ("(?:我|本)?单[已还]", [["单已 单还"]]),
        ("(?:学生|职工)组", [["学生 职工", "组"]]),
        ("(?P<n>年)(?=月)(?<!日)", [["年"]]),
        ("a{2}b{0,2}c*d+?e{,3}", [["a", "d"]]),
        ("ab+c?d", [["ab", "d"]]),
        (r"\d年|月", [["年"], ["月"]]),
        (r"\d|月", [[], ["月"]]),
        (r"(?:\d|月)日", [["日"]]),
        ("[^年]月", [["月"]]),
        ("[0-9a]月", [["月"]]),
        (r"[“\"”]岁", [["岁"]]),
        (r"\.年", [[".年"]]),
        ("(?:年|)月", [["月"]]),
        ("(?:(?:年月)+|日)号", [["年月 日", "号"]]),
        ("[]年]月", [["]月 年月"]]),
        (r"(?P<n>[年月])[不没](?P=n)号", [["年 月", "不 没", "号"]]),
        (f"[{CLASS}][{CLASS}]", [[" ".join(CLASS)]]),
    ],
)
def test_needs(regex, needs):
    found = [[" ".join(sorted(one)) for one in way] for way in needed(re.compile(regex))]
    assert found == [[" ".join(sorted(one.split())) for one in way] for way in needs]


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("天地人", ["three", "two", "none"]),
        ("天地", ["two", "none"]),
        ("天人", ["none"]),
        ("地人", ["none"]),
        ("厂", ["two", "none"]),
        ("", ["none"]),
    ],
)
def test_only_what_has_all_it_needs_passes(text, passed):
    regexes = {"three": "天.*地.*人", "two": "天.*地|厂", "none": r"\d*"}
    sieve = Sieve((name, needed(re.compile(regex))) for name, regex in regexes.items())
    assert list(sieve.likely(signs(text))) == passed


def test_every_match_of_every_pattern_has_what_it_needs():
    words, matched = spoken(TEXT), 0
    for one in patterns():
        ways = needed(one.regex)
        for match in one.regex.finditer(words.masked if one.of_places else words.text):
            matched += 1
            held = signs(match[0])
            assert any(all(need & held for need in needs) for needs in ways)
    assert matched > len(patterns())


def test_what_a_sieve_leaves_out_lacks_something_it_needs():
    items = [(regex, needed(re.compile(regex))) for regex in ("单位", "[年月]日", "a?", "年|b")]
    sieve = Sieve(items)
    for text in ("", "单", "单位", "位单", "月", "月日", "年", "b年日单位"):
        held = signs(text)
        likely = [r for r, ways in items if any(all(need & held for need in n) for n in ways)]
        assert list(sieve.likely(held)) == likely
