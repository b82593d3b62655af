"""Patterns with names of areas find what they would find without their wide forms."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from knowledge.bundled import bundled
from knowledge.eligibility.drafting.grammar import patterns
from knowledge.eligibility.drafting.regions import LONGEST, area_words
from knowledge.notice import read_notice
from knowledge.plain import bare

HERE = Path(__file__).parent
TEXTS = {path.stem: path.read_bytes() for path in sorted((HERE / "notices").glob("*.txt"))}
TEXTS |= {source.id: source.data for source in bundled()}
WORDED = [
    "具有本市户籍的人员",
    "工作地点须在本市内",
    "所在单位须为在云栖区注册的企业",
    "参赛单位须为云山省内的高新技术企业",
    "在我省连续缴纳社会保险满6个月以上",
    "非本地户籍的人员",
    "在云山省工作的职工,年满18周岁",
]


@cache
def read(name):
    return read_notice(name, TEXTS[name])


def of(name, area):
    return next(pattern for pattern in patterns(area) if pattern.name == name)


@pytest.mark.parametrize("name", TEXTS)
def test_a_wide_form_finds_something_wherever_the_exact_one_does(name):
    notice = read(name)
    for words in [*(bare(clause.text) for clause in notice.clauses), *WORDED]:
        for pattern in patterns(area_words(notice)):
            exact = [match.span() for match in pattern.regex.finditer(words)]
            assert [match.span() for match in pattern.finds(words)] == exact


@pytest.mark.parametrize(
    ("words", "found"),
    [("具有云栖区户籍", True), ("具有星河区户籍", False), ("具有高级工证书", False)],
)
def test_an_area_is_the_notices_own(words, found):
    assert bool(list(of("hukou", "(?:云栖区|本区)").finds(words))) is found


def test_only_patterns_with_areas_have_a_wide_form_and_it_is_made_once():
    first, second = patterns("(?:甲市)"), patterns("(?:乙市)")
    assert any(pattern.wide is None for pattern in first)
    for one, other in zip(first, second, strict=True):
        assert one.wide is other.wide
        assert (one.regex is other.regex) is (one.wide is None)


def test_what_a_wide_form_does_not_find_is_not_looked_for():
    class Wide:
        def search(self, _text):
            return None

    pattern = of("hukou", "(?:甲市)")._replace(wide=Wide())
    assert list(pattern.finds("甲市")) == []


@pytest.mark.parametrize(("more", "found"), [(0, True), (1, False)])
def test_a_name_is_as_long_as_names_of_areas_are(more, found):
    name = "山" * (LONGEST - 3 + more)
    notice = read(next(iter(TEXTS))).model_copy(update={"region": name})
    assert (name in area_words(notice)) is found
