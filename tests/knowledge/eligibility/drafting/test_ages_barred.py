"""Ages that bar are conditions turned round: 六十五周岁以上的不得报名."""

from __future__ import annotations

import pytest

from .test_kinds_of_tracks import BARE, drafted, verdict


@pytest.mark.parametrize(
    ("bar", "born", "barred"),
    [
        ("六十五周岁以上的不得报名。", "1960-01-01", True),
        ("六十五周岁以上的不得报名。", "1962-01-01", False),
        ("未满20周岁的不得报名。", "2007-01-01", True),
        ("未满20周岁的不得报名。", "2005-01-01", False),
    ],
)
def test_of_everybody(bar, born, barred):
    drafts = drafted(tracks=BARE, who=f"1. 身体健康。\n2. {bar}")
    assert (verdict(drafts, "t01", birth_date=born) == "ineligible") == barred


@pytest.mark.parametrize(("track", "barred"), [("t01", False), ("t03", True)])
def test_of_one_track(track, barred):
    who = "1. 年满18周岁，年龄不设上限。\n2. 七十周岁以上的不得参加剪纸赛项。"
    drafts = drafted(tracks=BARE, who=who)
    assert (verdict(drafts, track, birth_date="1950-01-01") == "ineligible") == barred
