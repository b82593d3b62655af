"""Competitions and tracks named otherwise, and what a notice of a selection answers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.catalogue.naming import everyday_names, own_name
from knowledge.notice import read_notice
from retrieval.computed.prize_sums import prize_winners
from retrieval.desk import Desk
from retrieval.hearing import Romanised
from retrieval.model import Question
from retrieval.question.stance import outside

TITLE = "关于举办第五届全国乡村服务技能大赛霁川省选拔赛的通知"
TEXT = f"""霁川省人力资源和社会保障厅
霁人社函〔2026〕31号
{TITLE}
各市人力资源和社会保障局：
经省政府同意，我厅决定举办第五届全国乡村服务技能大赛霁川省选拔赛。
一、选拔项目
本次选拔赛共设3个项目。
（一）互联网营销师，单人项目，分职工组和学生组。
（二）农机修理工，单人项目，不分组。
（三）茶艺师，单人项目，不分组。
二、选手条件
（一）职工组选手须为从事直播相关工作的在职职工，具有四级/中级工及以上职业技能等级，或者从事相关工作3年以上。
（二）学生组选手须为省内院校全日制在籍学生，年龄不超过24周岁。
（三）每名选手限报1个项目。
三、报名
（一）选手由所在单位统一报名，不受理个人报名。
（二）报名截止时间为2026年8月20日。
四、选拔办法
前3名进入省集训队，经考核后确定正式选手。
项目\t比赛时间\t承办学校\t时长
互联网营销师\t2026年9月11日\t霁川商贸学院\t120分钟
农机修理工\t2026年9月12日\t霁川农机学校\t180分钟
茶艺师\t2026年9月13日\t霁川旅游学院\t60分钟
报到时间为比赛前一日15:00。
五、奖励
每个项目设一等奖1名、二等奖2名、三等奖4名。获奖人员创业的，可按规定申请担保贷款。
六、其他
选拔赛不收报名费。选手差旅费由派出单位负担。资格不符的，取消该单位该项目全部成绩。
（本通知可在霁川省人社厅网站下载）
七、联系人
邬老师，13900085501。
霁川省人力资源和社会保障厅
2026年6月30日
"""
FACTS = {
    "everyday word": ("霁川选拔赛直播带货那个哪天比", ["9月11日"], ["9月12日"]),
    "the school where it is held": ("霁川选拔赛茶艺师在哪比", ["霁川旅游学院"], ["商贸"]),
    "a column of lengths": ("霁川选拔赛农机修理工比多久", ["180分钟"], ["120分钟"]),
    "what a selection leads to": ("霁川选拔赛之后正式选手怎么定", ["经考核后确定"], []),
    "whole conditions": ("霁川选拔赛互联网营销师职工组条件", ["3年以上"], []),
    "an age asked for": ("霁川选拔赛学生组多大能参加", ["24周岁"], ["尚未确定"]),
    "one entry only": ("霁川选拔赛一个人能报两个项目吗", ["不可以", "限报1个"], []),
    "who enters somebody": ("霁川选拔赛是自己报还是厂里报", ["统一报名"], ["尚未确定"]),
    "who holds it": ("霁川选拔赛是哪个单位搞的", ["霁川省人力资源和社会保障厅"], []),
    "every prize of every track": ("霁川选拔赛3个项目总共多少个奖", ["21名"], []),
    "one prize of every track": ("霁川选拔赛3个项目一共多少个三等奖", ["12名"], ["21"]),
    "a wrongdoing": ("霁川选拔赛资格造假会连累单位吗", ["取消该单位"], []),
    "travel": ("霁川选拔赛差旅费谁掏", ["派出单位"], []),
    "where it is published": ("霁川选拔赛通知原文在哪下", ["网站下载"], []),
    "talk the notice writes of": ("霁川选拔赛得奖开店能不能贷款", ["担保贷款"], []),
    "in pinyin": ("Do I have to pay to join the Jichuan contest?", ["不收报名费"], []),
}
SILENT = {
    "a camp that has no day": "霁川选拔赛集训队什么时候集训",
    "streaming": "霁川选拔赛有直播吗",
    "a photograph": "霁川选拔赛现场能拍视频吗",
    "a bus": "霁川选拔赛坐几路车",
}


@pytest.fixture(scope="module")
def selection():
    return Desk([read_notice("jc-xuanba-2026", TEXT.encode())])


def answer(desk, text):
    moment = datetime(2026, 7, 6, tzinfo=ZoneInfo("Asia/Shanghai"))
    return desk.answer(Question(text=text, as_of=moment))


@pytest.mark.parametrize(("question", "words", "never"), FACTS.values(), ids=FACTS)
def test_said(selection, question, words, never):
    found = answer(selection, question)
    assert found.status in {"answered", "partial"}
    assert all(word in found.text for word in words), found.text
    assert not any(word in found.text for word in never), found.text


@pytest.mark.parametrize("question", SILENT.values(), ids=SILENT)
def test_left_unsaid(selection, question):
    assert answer(selection, question).reason == "not_in_notice"


def test_a_selection_is_named_whole_and_by_its_region():
    name = own_name(TITLE, [])
    assert name == "第五届全国乡村服务技能大赛霁川省选拔赛"
    assert "霁川选拔赛" in everyday_names(name, "霁川")
    assert own_name("关于举办霁川省茶艺技能大赛的通知", []) == "霁川省茶艺技能大赛"


def test_names_in_pinyin():
    names = Romanised([read_notice("jc-xuanba-2026", TEXT.encode())])
    assert names.chinese("When is the Ji Chuan Province contest?") == "When is the 霁川 contest?"
    assert names.chinese("When is the Jinan contest?") == "When is the Jinan contest?"


def test_prizes_of_several_tracks_are_counted_where_they_are_set_for_each():
    each = ["每个项目设一等奖1名、二等奖2名、三等奖3名"]
    assert "=18名" in prize_winners("3个项目一共多少个奖", each).text
    groups = ["各项目（组别）设一等奖1名、二等奖2名、三等奖3名"]
    assert prize_winners("3个项目一共多少个奖", groups) is None


def test_a_second_entry_is_refused_only_where_one_alone_is_let():
    assert outside("报了茶艺还能再报农机吗", "每人限报一个工种") == "no_may"
    assert outside("报了茶艺还能再报农机吗", "每人最多报两个工种") is None
    assert outside("只报了2个工种能评团体奖吗", "每人限报一个工种") is None
