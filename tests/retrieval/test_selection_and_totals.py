"""A place's selection contest, totals over tracks and groups, limits that are broken."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.computed.throughout import throughout
from retrieval.computed.worked import marks_of
from retrieval.desk import Desk
from retrieval.model import Question, Turn
from retrieval.question.conditions import agreement, ranked
from retrieval.question.stance import lacked

NOTICE = """关于举办第五届全国储能技术大赛松原省选拔赛的通知
各市人力资源和社会保障局：
为选好选手，现将有关事项通知如下：
一、选拔项目
本次选拔赛共设3个项目。
（一）焊接，个人赛，设职工组、学生组。
（二）烹饪，个人赛，设职工组、学生组。
（三）叉车驾驶，个人赛，只设职工组。
二、参赛条件
（一）已加入行业协会的在职职工，可以报名参加职工组。
（二）学生组每名选手可配指导教师1名。
三、时间安排
（一）各单位于2026年8月3日前，将《报名表》发送至xb@songyuan.example.org。
（二）各项目决赛时间和实操要求如下：
项目	决赛时间	考核时间
焊接	2026年9月5日	240分钟
烹饪	2026年9月8日	90分钟
叉车驾驶	2026年9月9日	30分钟
（三）因故需要更换选手的，决赛7日前由单位书面说明。
四、奖励
（一）各项目（组别）设金奖1名、银奖2名、铜奖3名，分别奖励3000元、2000元、1000元。
（二）团体奖按各单位得分之和排名，取前三名。
五、联系方式
组委会办公室：江老师，13900077001；地址：松原省云川市学府路8号。
松原省人力资源和社会保障厅
2026年6月1日
"""


@pytest.fixture(scope="module")
def notice():
    return read_notice("sy-chuneng-2026", NOTICE.encode(), None)


@pytest.fixture(scope="module")
def ask(notice):
    desk = Desk([notice])
    day = datetime(2026, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai"))

    def asked(text, *before):
        history = tuple(Turn(question=b) for b in before)
        return desk.answer(Question(text=text, as_of=day, id="x", history=history))

    return asked


def test_a_selection_contest_is_named_after_its_place_and_has_its_tracks(notice):
    assert notice.name == "第五届全国储能技术大赛松原省选拔赛"
    assert {"松原省选拔赛", "松原选拔赛", "松原储能技术选拔赛"} <= set(notice.aliases)
    assert "全国储能技术大赛" not in notice.aliases
    assert [t.name for t in notice.tracks] == ["焊接", "烹饪", "叉车驾驶"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("三个项目各组一共几个银奖", "(2+2+1)×2=10名"),
        ("全部项目加起来发多少个奖", "(2+2+1)×(1+2+3)=30名"),
        ("职工组三个项目一共几个金奖", "3×1=3名"),
        ("没加入行业协会能报吗", "不可以"),
        ("能配两个指导老师吗", "不可以"),
        ("叉车驾驶有学生组吗", "没有设叉车驾驶学生组"),
        ("最晚哪天能更换选手", "决赛7日前"),
        ("组委会地址在哪", "学府路8号"),
        ("什么时候报名", "8月3日"),
        ("焊接考核多久", "240分钟"),
    ],
)
def test_answers(ask, question, told):
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.text


def test_a_short_turn_names_a_track_by_an_everyday_word(ask):
    assert "9月8日" in ask("炒菜的呢", "焊接什么时候决赛").text


def test_the_money_of_single_prizes_is_none_of_teams(ask):
    answer = ask("团体第一名奖多少钱")
    assert answer.status == "not_stated"
    assert "3000" not in answer.text


@pytest.mark.parametrize(
    "question",
    ["每个项目一共几个金奖", "两个项目一共几个金奖", "金奖几个"],
)
def test_what_is_not_about_all_tracks_is_not_multiplied(notice, question):
    clause = "各项目（组别）设金奖1名、银奖2名、铜奖3名"
    assert throughout(question, [clause], notice.tracks) is None


def test_money_over_all_tracks(notice):
    clause = "各项目设金奖1名、银奖2名，分别奖励3000元、2000元"
    found = throughout("三个项目奖金一共多少钱", [clause], notice.tracks)
    assert found is not None
    assert "3×(3000+2×2000)=21000元" in found.text


def test_the_mark_is_of_the_nearest_part():
    assert list(marks_of("决赛理论90实操80综合多少分")) == ["理论", "实操"]


@pytest.mark.parametrize(
    ("question", "clause", "fits"),
    [
        ("排第22的队能进决赛吗", "前30名(团体赛前20队)进入决赛", -1.0),
        ("排第20的队能进决赛吗", "前30名(团体赛前20队)进入决赛", 1.0),
    ],
)
def test_ranks_of_teams(question, clause, fits):
    assert ranked(question, clause) == fits


@pytest.mark.parametrize(
    ("question", "fits"), [("能带两名指导老师吗", -1.0), ("能配1名指导教师吗", 1.0)]
)
def test_advisers_beyond_what_is_granted(question, fits):
    assert agreement(question, "每队可配指导教师1名") == fits


@pytest.mark.parametrize(
    ("clause", "no"),
    [
        ("已加入协会的职工可以报名", True),
        ("已加入协会的职工或工作满3年的可以报名", False),
        ("加入协会的职工优先,均可报名", False),
        ("职工可以报名", False),
    ],
)
def test_who_lacks_what_is_asked_of_all(clause, no):
    assert lacked("没加入协会能报名吗", clause) is no
