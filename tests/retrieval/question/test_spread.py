"""A contest spread over more places than a clause allows: both sides of the boundary."""

from __future__ import annotations

import pytest

from retrieval.question.spread import too_many_places
from retrieval.question.stance import lead

CLAUSE = "同一单位承办赛项不得超过5个，同一赛事的承办地不得超过3个"


@pytest.mark.parametrize(
    ("question", "clause", "many"),
    [
        ("放在4个园区办呢", CLAUSE, True),
        ("放在三个园区办呢", CLAUSE, False),
        ("能分四个城市办吗", CLAUSE, True),
        ("一家办4个赛项行吗", CLAUSE, False),
        ("放在4个园区办呢", "同一单位承办赛项不得超过3个", False),
        ("第4个考点在哪办", CLAUSE, False),
    ],
    ids=["one too many", "just as many", "towns", "no places", "bounds of tracks", "the fourth"],
)
def test_too_many_places(question, clause, many):
    assert too_many_places(question, clause) is many


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("放在3个地方办行吗", "同一赛事的承办地不得超过3个", None),
        ("带3个老师行吗", "指导教师不得超过3人", None),
        ("能跨校报名吗", "不得跨校报名，每校不超过3人", "no_may"),
    ],
    ids=["just as many", "people", "what is forbidden besides a number"],
)
def test_a_bound_forbids_no_number_within(question, clause, said):
    assert lead(question, clause) == said
