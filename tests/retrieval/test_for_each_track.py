"""Questions of how many for each track, and deadlines that groups and tracks share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办东江市第三届焊接技能大赛的通知
各有关单位：
现将有关事项通知如下。
一、赛项设置
设手工焊、机器人焊、管道焊三个赛项，手工焊和机器人焊分职工组、学生组，另设公开组。
二、名额
每个县（市、区）每个赛项推荐不超过4队，每所院校每个赛项不超过6人。
三、报名
（一）职工组和管道焊赛项：2027年4月10日17:00前将报名材料发送至a@dj.example.org。
（二）学生组：2027年4月17日17:00前由院校统一发送至b@dj.example.org。
（三）公开组：2027年4月20日前电话报名，电话：13900020033。
东江市总工会
2027年3月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("dj", TEXT.encode(), Confirmed())])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("每个县一个赛项能派几队", "不超过4队"),
        ("一个学校一个赛项能报几个人", "不超过6人"),
    ],
)
def test_how_many_for_each_track_is_no_list_of_tracks(desk: Desk, asked: str, told: str) -> None:
    at = datetime(2027, 3, 5, tzinfo=UTC)
    answer = desk.answer(Question(text=asked, notice="dj", as_of=at))
    assert told in answer.text
    assert "共3个" not in answer.text


def test_how_many_tracks_there_are_is_still_counted(desk: Desk) -> None:
    at = datetime(2027, 3, 5, tzinfo=UTC)
    answer = desk.answer(Question(text="一共几个赛项", notice="dj", as_of=at))
    assert "3个" in answer.text or "三个" in answer.text


def test_a_deadline_that_groups_and_a_track_share_is_told_beside_the_others(desk: Desk) -> None:
    at = datetime(2027, 3, 5, tzinfo=UTC)
    answer = desk.answer(Question(text="报名什么时候截止", notice="dj", as_of=at))
    assert all(day in answer.text for day in ("4月10日", "4月17日", "4月20日"))
