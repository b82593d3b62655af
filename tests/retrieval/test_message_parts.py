"""One message, several questions: where it is taken apart, and what a bare question is of."""

from __future__ import annotations

import pytest

from retrieval.conversation.numbered import another_number
from retrieval.question.asked import asked, parts
from retrieval.question.lexicon import words

PARTS = [
    ("a blank between two questions", "决赛在哪比 几号报到", ("决赛在哪比", "几号报到")),
    (
        "words no concept knows ask too",
        "护理服要自己买吗 戒指能戴不",
        ("护理服要自己买吗", "戒指能戴不"),
    ),
    ("a verb twice with 不", "公示期几天 匿名举报理不理", ("公示期几天", "匿名举报理不理")),
    ("a bare time is of what was asked", "开幕式穿什么 几点", ("开幕式穿什么", "开幕式穿几点")),
    ("a bare year", "选几个人去国赛 哪年的", ("选几个人去国赛", "选人去国赛哪年的")),
    ("a pronoun is who was asked about", "裁判怎么产生？他出题吗", ("裁判怎么产生", "裁判出题吗")),
    ("可以吗 stays with its statement", "外省的，可以吗", ("外省的，可以吗",)),
    ("more of the same stays", "分几个模块，是哪几个", ("分几个模块，是哪几个",)),
]


@pytest.mark.parametrize(("name", "text", "each"), PARTS, ids=[c[0] for c in PARTS])
def test_parts(name, text, each):
    assert parts(text, words()) == each


def test_a_number_of_a_concept_is_no_number_asked():
    assert "how_many" not in asked("几个公司凑一个队行不行", words()).forms
    assert "how_many" in asked("一个公司报几个", words()).forms


def test_who_one_is_is_not_asked():
    assert "undertake" not in asked("我们是承办方，想换个项目要谁点头", words()).concepts
    assert "undertake" in asked("承办单位是谁", words()).concepts


NUMBERS = [
    ("the same things", "24个队", "报了18个队，还办不办", "报了24个队，还办不办"),
    ("other things", "24岁", "报了18个队，还办不办", None),
    ("two numbers leave it open", "24个队", "18个队和20个队一样吗", None),
    ("more than a number", "24个队能拿奖吗", "报了18个队，还办不办", None),
]


@pytest.mark.parametrize(("name", "core", "before", "meant"), NUMBERS, ids=[c[0] for c in NUMBERS])
def test_another_number(name, core, before, meant):
    assert another_number(core, before) == meant
