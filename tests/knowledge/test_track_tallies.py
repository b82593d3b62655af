"""Tracks listed kind by kind with a number of their own."""

from __future__ import annotations

import pytest

from knowledge.catalogue.track_tallies import tallied
from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice

COUNTED = [
    (
        "two kinds, how one enters behind each",
        [
            "学生赛项(2项):插花制作(个人赛)、盆景养护(团体赛,3人)。",
            "教师赛项(1项):园艺教学设计(个人赛)。",
        ],
        {"学生": ("插花制作", "盆景养护"), "教师": ("园艺教学设计",)},
    ),
    ("a number that does not fit", ["学生赛项(3项):插花制作、盆景养护。"], {}),
    ("one line without a number", ["学生赛项(1项):插花制作。", "教师赛项:园艺教学设计。"], {}),
    ("no list at all", [], {}),
]


@pytest.mark.parametrize(("name", "said", "kinds"), COUNTED, ids=[c[0] for c in COUNTED])
def test_kinds_with_their_tracks(name, said, kinds):
    assert tallied(said) == kinds


def test_a_notice_that_lists_them_so():
    text = (
        "关于举办2026年临溪市中职师生园艺技能大赛的通知\n\n各中等职业学校：\n一、赛项设置\n"
        "1.学生赛项（2项）：插花制作（个人赛）、盆景养护（团体赛，3人）。\n"
        "2.教师赛项（1项）：园艺教学设计（个人赛）。\n二、报名\n1.每名学生限报1个赛项。\n"
    )
    notice = read_notice("lx-zhongzhi-2026", text.encode(), Confirmed())
    assert [track.name for track in notice.tracks] == ["插花制作", "盆景养护", "园艺教学设计"]
