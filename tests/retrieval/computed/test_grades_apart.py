"""How far two prizes lie apart."""

from __future__ import annotations

import pytest

from retrieval.computed.grades_apart import grades_apart

TEXTS = ["季军2队,各5000元;", "其余进入决赛的队为优胜队,各1000元。"]


@pytest.mark.parametrize(
    "question",
    ["季军一队和优胜队奖金差多少", "季军比优胜队多几千", "优胜队比季军少拿多少钱"],
)
def test_apart(question):
    found = grades_apart(question, TEXTS)
    assert found is not None
    assert found.computed == ("4000",)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("季军奖金多少", TEXTS),
        ("季军和优胜队各多少钱", TEXTS),
        ("冠军和优胜队差多少", TEXTS),
        ("季军和优胜队差多少个人", TEXTS),
        ("季军和优胜队差多少", ["季军:个人项目5000元,团体项目9000元", "优胜队1000元"]),
        ("季军和优胜队差多少", ["季军1000元", "优胜队1000元"]),
    ],
)
def test_not_apart(question, texts):
    assert grades_apart(question, texts) is None
