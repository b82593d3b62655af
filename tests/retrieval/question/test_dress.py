"""Clothes are a dress code only where they are worn."""

from __future__ import annotations

import pytest

from retrieval.question.lexicon import words


@pytest.mark.parametrize(
    ("text", "dress"),
    [
        ("比赛衣服有要求吗", True),
        ("要穿什么衣服", True),
        ("做衣服材料费补多少", False),
        ("改衣服的作品几号寄到", False),
    ],
)
def test_clothes_that_are_made_are_no_dress_code(text, dress):
    assert ("dress" in {found.id for found in words().asked(text)}) is dress
