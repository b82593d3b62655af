"""What is said of an area or a batch holds for the tracks that are held in it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.scoping.areas import areas_of

HEAD = """关于举办云坪省第二届职业技能大赛的通知
各市：
定于2027年9月举办大赛，现将有关事项通知如下。
一、赛项设置
"""
TABLE = """赛项 | 组别 | 参赛方式 | 职业资格等级 | 决赛片区
焊工 | 职工组 | 单人 | 焊工（三级） | 主赛区
电工 | 职工组 | 单人 | 电工（三级） | 主赛区
无人机驾驶 | 职工组 | 单人 | 无人机驾驶员（三级） | 航空分赛区
无人机驾驶 | 学生组 | 双人 | 无人机驾驶员（四级） | 航空分赛区
主赛区设在云坪市会展中心2号馆；航空分赛区地点另行通知。
"""
TOLD = """大赛设焊工、电工、无人机驾驶3个赛项。
主赛区承办焊工、电工2个赛项，航空分赛区承办无人机驾驶赛项。
"""
TAIL = """二、赛前说明会
8月20日14:30线上召开，各市领队参加。
三、决赛
1.主赛区：9月14日报到，9月15日至17日比赛。
2.航空分赛区：9月20日报到，9月21日至22日比赛；遇大风顺延，顺延不超过3天。
四、联系方式
报名：邬老师，13900082001
云坪省人力资源和社会保障厅
2027年5月20日
"""
NOON = datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "place": ("焊工在哪里比", ("会展中心",), ("航空",)),
    "check-in": ("电工选手哪天去报到", ("9月14日",), ("9月20日",)),
    "days": ("无人机正式比赛是几号到几号", ("9月21日", "22日"), ("8月20日", "9月15日")),
    "weather": ("无人机遇大风怎么办", ("顺延",), ("主赛区",)),
    "still open": ("无人机决赛场地定哪了", ("另行通知",), ("会展中心",)),
}


def test_areas_are_found_in_a_table_and_in_a_sentence() -> None:
    for first in (TABLE, TOLD):
        notice = read_notice("x-areas", f"{HEAD}{first}{TAIL}".encode())
        names = {t.id: t.name for t in notice.tracks}
        found = {area: {names[t] for t in ids} for area, ids in areas_of(notice).items()}
        assert found["主赛区"] >= {"焊工", "电工"}
        assert "无人机驾驶" in found["航空分赛区"]


def test_an_area_of_all_tracks_tells_none_apart() -> None:
    text = f"{HEAD}{TABLE.replace('航空分赛区', '主赛区')}".encode()
    assert areas_of(read_notice("x-areas", text)) == {}


@pytest.mark.parametrize("case", ASKED)
def test_what_holds_for_the_area_of_a_track_is_told(case: str) -> None:
    asked, has, lacks = ASKED[case]
    notice = read_notice("x-areas", f"{HEAD}{TABLE}{TAIL}".encode())
    text = Desk([notice]).answer(Question(id="q", text=asked, as_of=NOON, notice=notice.id)).text
    assert all(word in text for word in has), text
    assert not any(word in text for word in lacks), text


def test_a_batch_beside_a_column_of_sites_tells_tracks_apart() -> None:
    table = "赛项 | 批次 | 赛点\n焊工 | 第一批 | 云坪技师学院\n电工 | 第二批 | 云坪职业学院\n"
    areas = areas_of(read_notice("both", f"{HEAD}{table}{TAIL}".encode()))
    assert {name: len(tracks) for name, tracks in areas.items()} == {"第一批": 1, "第二批": 1}
