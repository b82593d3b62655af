"""A wish to take part asks for what one must know first."""

import pytest

from retrieval.hearing.wishes import wished


@pytest.mark.parametrize(
    "wish",
    ["我想参加焊工大赛", "打算报名咱们省的茶艺比赛", "我也想去参加这个竞赛了。", "孩子想参加比赛"],
)
def test_a_wish_asks_who_how_and_until_when(wish):
    asked = wished(wish)
    assert asked.count("？") == 3
    assert all(word in asked for word in ("谁能报名", "怎么报名", "什么时候截止"))


@pytest.mark.parametrize(
    "question",
    [
        "我想参加比赛要什么条件",
        "想参加比赛怎么报名",
        "我想参加",
        "报名截止了吗",
        "我想知道比赛",
        "想报名的请看决赛，在哪里",
        "",
    ],
)
def test_a_question_stays_as_it_is(question):
    assert wished(question) == question
