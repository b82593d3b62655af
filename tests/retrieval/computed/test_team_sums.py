"""How many people teams come to, and what is no size of a team."""

from __future__ import annotations

import pytest

from retrieval.computed.team_sums import of_teams


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("每队3人。", "2×3=6人"),
        ("各参赛队由4名选手组成。", "2×4=8人"),
        ("各工种、各组别前60名（队）进入决赛。", None),
        ("各组取前6名。", None),
    ],
)
def test_a_size_of_teams_is_none_of_ranks(clause, said):
    found = of_teams("一个学校能去几个人", ["每所学校限报2队"], [clause])
    assert (found is None) if said is None else (said in found.text)
