"""About how many is said, not asked: 十几分钟; and words of everyday for what notices write."""

from __future__ import annotations

import pytest

from retrieval.question.asked import plain
from retrieval.question.lexicon import words


@pytest.mark.parametrize("text", ["断网十几分钟怎么处理", "有十几个人报名行吗"])
def test_a_rough_number_asks_for_none(text):
    assert not {"how_many", "how_long"} & words().forms(plain(text))


@pytest.mark.parametrize("text", ["实操几分钟", "第十几号考", "限几个人"])
def test_a_number_is_still_asked(text):
    assert "几" in plain(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [("分打得不公道怎么办", "appeal"), ("总分再一样呢", "tie"), ("打分偏心找谁", "appeal")],
)
def test_what_it_is_about(text, concept):
    assert concept in {found.id for found in words().asked(plain(text))}


@pytest.mark.parametrize(("text", "said"), [("掉线了咋整", "断线"), ("切屏几次算违规", "切出")])
def test_words_of_everyday(text, said):
    assert any(said in meant.words for meant in words().meant(plain(text)))
