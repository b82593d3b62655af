"""Days of a schedule, most and least of a column, who may not enter, and competitions elsewhere."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.question.mentions import editions, years
from retrieval.scoping.scope import Scopes

LANTERN = """关于举办2027年榆溪市“巧匠”非遗手工技能竞赛的通知

各有关单位：
榆溪市手工业协会、榆溪市职工联合会决定举办2027年榆溪市“巧匠”非遗手工技能竞赛。
一、竞赛项目
项目	理论时长	实操内容	实操时长
扎灯工	45分钟	走马灯一盏	200分钟
竹编工	45分钟	提篮一只	150分钟
剪纸工	30分钟	窗花四幅	1.5小时
二、报名
（一）即日起至2027年3月12日18:00截止。
（二）报名咨询时间为工作日8:30—11:30。
三、参赛条件
年龄以报名截止日为准计算。每人限报1个项目。
（一）不得报名的情形
1.已获“榆溪工匠”称号的；
2.上一届同一项目一等奖获得者；
3.承担本届命题、裁判任务的人员。
（二）在读小学生不参加本次竞赛。
四、赛程
阶段	时间	地点
赛前说明会	2027年3月20日	手工业协会二楼
理论考试	2027年3月27日上午	榆溪职教中心
操作比赛	2027年4月10日至11日	榆溪工人文化宫
展示颁奖	2027年4月18日	榆溪美术馆
五、联系
协会秘书处：向老师，13900066001。
榆溪市手工业协会
2027年2月20日
"""
MOMENT = datetime(2027, 4, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("lantern", LANTERN.encode())])


def answer(desk: Desk, text: str, notice: str | None = "lantern"):
    return desk.answer(Question(text=text, notice=notice, as_of=MOMENT))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("报名到几号", "3月12日", id="until when, though hours of every day stand by"),
        pytest.param("现在还能报吗", "已截止", id="still open is told by the day"),
        pytest.param("年龄算到哪天", "截止日", id="a day that is named, not counted"),
        pytest.param("颁奖在哪", "榆溪美术馆", id="the place of a step"),
        pytest.param("比赛安排在几号", "4月10日", id="the contests, where no step is named"),
        pytest.param("离操作比赛还有几天", "还有8天", id="days left until a step"),
        pytest.param("实操多少分钟", "200分钟", id="the column with the measure, not the content"),
        pytest.param("哪个项目实操时间最短", "剪纸工", id="least of a column in several units"),
        pytest.param("扎灯理论几分钟，满分多少分", "未规定", id="minutes are no marks"),
        pytest.param("扎灯和竹编能一块报吗", "限报1个", id="two tracks at once"),
    ],
)
def test_it_is_told(desk, question, says):
    assert says in answer(desk, question).text


@pytest.mark.parametrize("question", ["哪些人不能报名", "什么情况不能参加"])
def test_all_whom_the_notice_bars_are_listed_under_what_bars_them(desk, question):
    said = answer(desk, question).text
    for words_ in ("不得报名的情形", "榆溪工匠", "一等奖获得者", "命题", "小学生"):
        assert words_ in said


def test_an_item_of_a_list_is_said_with_the_heading_that_bars(desk):
    said = answer(desk, "有榆溪工匠称号能不能报").text
    assert "不得报名的情形" in said


def test_hours_of_registration_are_no_days_of_the_contest(desk):
    assert "3月12日" not in answer(desk, "什么时候比赛").text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年扎灯二等奖,今年还能报扎灯吗", set()),
        ("前年车间出过事故,还能报吗", set()),
        ("去年的二等奖有几个", {2026}),
        ("2025年比赛都有谁获奖", {2025}),
    ],
)
def test_a_year_of_somebodys_past_is_no_year_of_the_competition(text, found):
    assert set(years(plain(text), 2027)[0]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第九届竹编工第三名这届还想比", set()),
        ("第九届非遗大赛还能报名吗", {"第九届"}),
    ],
)
def test_an_edition_of_somebodys_past_is_not_asked_for(text, found):
    assert set(editions(plain(text))[0]) == found


@pytest.mark.parametrize(
    ("text", "notices", "absent"),
    [
        pytest.param("有没有栗岭县焊工大赛的通知", (), True, id="of a place no notice knows"),
        pytest.param("榆溪市手工竞赛几号", ("lantern",), False, id="of a notice's own place"),
        pytest.param("我在栗岭县上班能参加大赛吗", None, False, id="where somebody works"),
        pytest.param("职工能报吗", None, False, id="people are no society's name"),
        pytest.param("手工业报名要什么条件", None, False, id="a trade is no society's name"),
        pytest.param("榆溪2024年手工竞赛谁得奖", (), True, id="another year of a place's own"),
    ],
)
def test_which_competition_a_place_means(text, notices, absent):
    scopes = Scopes([read_notice("lantern", LANTERN.encode())], words())
    target = scopes.resolve(plain(text), 2027)
    assert target.absent is absent
    if notices is None:
        assert not target.named
    else:
        assert target.notices == notices


def test_that_a_competition_elsewhere_is_not_here_is_said(desk):
    found = answer(desk, "栗岭县焊工大赛几号报名", None)
    assert (found.status, found.reason) == ("not_stated", "no_such_notice")
