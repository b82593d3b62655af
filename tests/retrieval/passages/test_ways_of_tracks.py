"""团体赛 names the tracks entered in teams: their day is not everybody's."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.catalogue.track_ways import named_ways, ways_of
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办白河市首届花木园艺技能大赛的通知

一、比赛项目
（一）东方插花（花艺师）。个人赛。
（二）盆景修剪（个人）：用时两小时。
（三）庭院营造。团体赛，每队3人。

二、报名
（一）报名时间：2026年2月20日至3月31日。团体赛报名截止时间为3月25日。
（二）停车、食宿自理。

2026年2月1日
"""
NOTICE = read_notice("huamu", TEXT.encode())
DESK = Desk([NOTICE])


def test_ways_are_told_at_the_head_of_the_clause_of_each_track():
    names = {track.id: track.name for track in NOTICE.tracks}
    ways = {names[track]: way for track, way in ways_of(NOTICE).items()}
    assert ways == {"东方插花": "个人", "盆景修剪": "个人", "庭院营造": "团体"}


@pytest.mark.parametrize(
    "text",
    [TEXT.replace("（个人）", ""), TEXT.replace("团体赛，每队3人", "个人赛")],
    ids=["one is not told", "all are the same"],
)
def test_otherwise_there_are_none(text):
    assert ways_of(read_notice("x", text.encode())) == {}


@pytest.mark.parametrize(
    ("plain", "ways"),
    [
        ("团体赛每队减免100元", {"团体"}),
        ("个人项目和团体项目", {"个人", "团体"}),
        ("个人赛制", set()),
    ],
)
def test_words_name_ways(plain, ways):
    assert named_ways(plain) == ways


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("报名几号截止", ["3月31日", "3月25日"], []),
        ("盆景修剪报名到几号", ["3月31日"], ["3月25日"]),
        ("庭院营造报名什么时候截止", ["3月25日"], []),
    ],
    ids=["of all, and of some beside it", "of one entered alone", "of one entered in a team"],
)
def test_whose_day_is_told(question, told, untold):
    on = datetime(2026, 2, 25, tzinfo=ZoneInfo("Asia/Shanghai"))
    text = DESK.answer(Question(id="q", text=question, as_of=on, notice="huamu")).text
    assert [t for t in told if t not in text] == [], text
    assert [t for t in untold if t in text] == [], text
