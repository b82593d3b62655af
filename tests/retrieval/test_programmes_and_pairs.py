"""Programmes as tables, two things asked at once, teams, and openings that state everything."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.computed.paired import paired
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.lexicon import words

NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """云石铁路局集团
2026年轨道养护技能竞赛规程

第一章 总则

第一条 竞赛由集团工会主办，竞赛地点为云石培训段。

第二章 队伍

第二条 养护队每队由领队1名、队长1名、队员4名组成，共6人。抢修队每队由队长1名、队员2名组成，共3人。

第三章 项目

第三条 竞赛设道岔调整、轨道测量、应急抢修三个项目。

第四条 道岔调整限时50分钟，满分100分；轨道测量限时35分钟，满分80分。

第五条 养护队团体总分满分为300分，抢修队团体总分满分为120分。

第六条 联系人：路平安，电话0311-5550001。

附表1 竞赛日程

日期 | 上午 | 下午
6月9日 | 报到 | 设备送检、领队会（15:30）
6月10日 | 开幕式（9:00）、理论考试（10:30） | 道岔调整
6月11日 | 轨道测量 | 闭幕式（16:30）

附表2 场地

项目 | 日期 | 开赛时间 | 场地
“平安线”抢修 | 6月12日 | 8:40 | 南场三号线
夜间巡检 | 6月13日 | 19:20 | 北场
"""
OPENING = """关于开展2026年“银针杯”缝纫技能比武的通知

各会员单位：

银溪市缝纫协会决定开展2026年“银针杯”缝纫技能比武，现将事项通知如下。

【项目】比武设手缝、车缝两个项目和小组赛。小组赛每队5人，其中裁剪2人、车缝3人；另可设领队1人，领队不上机。

【报名】请于6月30日18:00前填报。手缝每人收取材料押金30元，小组赛每队收取押金90元；赛后全额退还。

银溪市缝纫协会
2026年5月6日
"""
TOLD = {
    "a ceremony in a grid": ("开幕式几点", ("6月10日", "9:00"), ()),
    "a meeting in a grid": ("领队会什么时候开", ("6月9日", "15:30"), ("6月10日",)),
    "which half of a day": ("轨道测量上午比还是下午比", ("6月11日", "上午"), ("闭幕式",)),
    "all of one day": ("6月10号有哪些安排", ("开幕式", "理论考试", "道岔调整"), ("闭幕式",)),
    "half of one day": ("6月10日下午比什么", ("道岔调整",), ("理论考试",)),
    "how long is no time of a programme": ("道岔调整多长时间", ("50分钟",), ("6月",)),
    "time and place of a row": ("夜间巡检几点开始在哪里", ("19:20", "北场", "6月13日"), ()),
    "a name with marks": ("平安线抢修哪天在哪儿比", ("6月12日", "南场三号线"), ()),
    "which lasts longer": ("道岔调整和轨道测量哪个时间长", ("50分钟", "35分钟"), ()),
    "how much each": ("养护队和抢修队的团体总分满分分别多少", ("300分", "120分"), ()),
    "how many people of a kind of team": ("一支养护队一共几个人", ("共6人",), ()),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(
        [
            read_notice("ys-guidao-2026", NOTICE.encode(), Confirmed()),
            read_notice("yx-fengren-2026", OPENING.encode(), Confirmed()),
        ]
    )


def answered(desk: Desk, notice: str, text: str) -> str:
    reply = desk.answer(Question(text=text, notice=notice, as_of=NOON, id="p"))
    return reply.text if reply.status == "answered" else f"{reply.status}: {reply.text}"


@pytest.mark.parametrize("name", TOLD)
def test_a_programme_and_two_things_at_once(desk, name):
    text, said, unsaid = TOLD[name]
    told = answered(desk, "ys-guidao-2026", text)
    assert not told.startswith("not_stated"), told
    assert all(each in told for each in said), told
    assert not any(each in told for each in unsaid), told


@pytest.mark.parametrize(
    ("text", "said"),
    [("小组赛每队几个人", "每队5人"), ("小组赛押金收多少", "90元"), ("手缝押金多少", "30元")],
)
def test_an_opening_states_what_ends_with_a_semicolon(desk, text, said):
    assert said in answered(desk, "yx-fengren-2026", text)


def test_a_day_without_a_programme_has_none(desk):
    assert "开幕式" not in answered(desk, "ys-guidao-2026", "6月20日有哪些安排")


def test_a_meeting_nobody_calls_is_not_told_of(desk):
    told = desk.answer(Question(text="领队会几点开", notice="yx-fengren-2026", as_of=NOON, id="m"))
    assert told.status == "not_stated"


@pytest.mark.parametrize(
    "text", ["道岔调整多长时间", "焊工和电工能一起报吗", "报名和参赛要什么材料", "各单位怎么报名"]
)
def test_what_joins_no_two_things(text):
    assert paired(text, words()) is None


def test_two_that_share_what_is_asked():
    both = paired("手缝和车缝的押金各收多少", words())
    assert both is not None
    assert both.questions == ("手缝的押金收多少", "车缝的押金收多少")
