"""Tracks by a short word, tracks that are said to be entered as a team, and what stands below."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.scoping.abbreviated import ShortNames, of_others

NOON = datetime(2030, 4, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """关于举办云山市第六届林场职业技能大赛的通知
各单位：
一、项目
设木材检验师、森林抚育工、绞盘机操作工和应急救援（团体）四个赛项。
二、条件
木材检验师须持有检验员证；森林抚育工无证书要求。
三、奖励
（一）职工组一等奖奖金3000元；学生组不发奖金。绞盘机操作工按两人计。
（二）木材检验师前3名申报技师。其他赛项不核发证书。
四、内容
（一）实地勘验。两人一组，在25分钟内完成。
（二）现场测绘。每人限时40分钟。
附件1
赛项表
赛项\t时长\t设备
木材检验师\t30分钟\t数显卡尺
森林抚育工\t40分钟\t12米油锯
绞盘机操作工\t50分钟\t30吨绞车
应急救援\t60分钟\t担架
"""


@pytest.fixture(scope="module")
def notice():
    return read_notice("forest", NOTICE.encode())


@pytest.fixture(scope="module")
def ask(notice):
    desk = Desk([notice])
    return lambda text: desk.answer(Question(text=text, notice="forest", as_of=NOON)).text


def test_how_one_enters_is_no_part_of_a_name(notice):
    assert [t.name for t in notice.tracks][-1] == "应急救援"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("木检几点比", ["木材检验师"]),
        ("绞车比多久", ["绞盘机操作工"]),
        ("油锯要自己带吗", ["森林抚育工"]),
        ("木头要自己带吗", []),
        ("比赛几点开始", []),
    ],
)
def test_short_names(notice, text, names):
    found = ShortNames(notice).find(text)
    tracks = {t.id: t.name for t in notice.tracks}
    assert [tracks[i] for i in (found.ids if found else ())] == names


def test_one_track_is_never_called_for_short():
    alone = read_notice("one", "关于举办云山市木工大赛的通知\n设木材检验师1个赛项。\n".encode())
    assert ShortNames(alone).find("木检几点比") is None


def test_short_names_find_rows(ask):
    assert "30分钟" in ask("木检比多长时间")
    assert "50分钟" in ask("绞车和木检哪个时间长")


def test_a_track_at_the_end_of_a_clause_about_groups_is_not_whom_it_is_about(notice):
    clause = next(c for c in notice.clauses if c.text.startswith("（一）职工组"))
    assert not clause.scope.tracks


def test_the_other_tracks(ask):
    assert of_others("其他项目发证吗")
    assert not of_others("木材检验师发证吗")
    assert "其他赛项不核发证书" in ask("木材检验师前几名能拿技师？其他赛项发证吗")


def test_what_stands_below_a_heading_said_whole(ask):
    said = ask("实地勘验多少分钟")
    assert "25分钟" in said
    assert "40分钟" not in said


def test_no_certificate_is_needed(ask):
    assert "无证书要求" in ask("森林抚育工要证书吗")
