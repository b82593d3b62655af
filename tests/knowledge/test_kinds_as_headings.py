"""Tracks listed kind by kind below headings, and lines below the end of such a list."""

from __future__ import annotations

import pytest

from eval.persons import drafted
from knowledge.notice import read_notice
from knowledge.trailing import shared_from, tracks_of_all

TEXT = """关于举办白河市首届花木园艺技能大赛的通知

一、比赛项目
（一）插花类
1.东方插花（个人）：现场完成一件作品。
2.花束设计（个人）：现场完成两件作品。
（二）养护类
3.盆景修剪（个人）：用时两小时。
4.庭院营造（团体）：每队3人，用时四小时。
各项目均分职业组和学生组；东方插花只设职业组；庭院营造不分组。

二、参赛条件
（一）插花类选手须持有花艺师证书；养护类选手不要求。
（二）年龄18周岁以上。

三、报名
（一）选手自行报名，时间为3月1日9:00至3月20日18:00。
（二）照片不清楚被退回的，可于3月25日18:00前补传一次。

四、器具
（一）东方插花：花材由赛场提供，盆景修剪用的剪刀不得带入。
（二）盆景修剪：树桩由赛场提供。

2026年2月1日
"""
NOTICE = read_notice("huamu", TEXT.encode())
BY_NAME = {track.name: track for track in NOTICE.tracks}
SCOPES = {clause.path: clause.scope.tracks for clause in NOTICE.clauses}


def test_kinds_are_the_headings_above_the_tracks():
    assert {track.name: track.kind for track in NOTICE.tracks} == {
        "东方插花": "插花类",
        "花束设计": "插花类",
        "盆景修剪": "养护类",
        "庭院营造": "养护类",
    }


@pytest.mark.parametrize(
    ("track", "groups"),
    [("花束设计", ("职业组", "学生组")), ("东方插花", ("职业组",)), ("庭院营造", ())],
)
def test_groups_of_a_track(track, groups):
    assert BY_NAME[track].groups == groups


def test_a_word_before_the_group_is_no_part_of_its_name():
    text = "设园艺设计、花艺两个赛项。园艺设计只设职工组，花艺设职工组和学生组。"
    assert read_notice("x", text.encode()).groups == ("职工组", "学生组")


def test_a_name_with_how_one_enters_heads_its_clause():
    assert SCOPES["一（一）1"] == (BY_NAME["东方插花"].id,)
    assert SCOPES["一（二）4"] == (BY_NAME["庭院营造"].id,)


def test_a_name_inside_a_sentence_does_not_make_the_clause_general():
    assert SCOPES["四（一）"] == (BY_NAME["东方插花"].id,)


def test_lines_below_the_list_speak_of_all_tracks():
    places = shared_from(NOTICE.clauses)
    assert list(places) == ["一（二）4"]
    assert NOTICE.text[places["一（二）4"] :].lstrip().startswith("各项目均分")
    assert tracks_of_all(NOTICE.clauses, "一（二）4") == ()


def test_lines_of_a_list_in_one_kind_speak_of_that_kind():
    text = TEXT.replace("（二）养护类\n", "插花所用的花瓶统一提供。\n（二）养护类\n")
    notice = read_notice("x", text.encode())
    kind = {track.id for track in notice.tracks if track.kind == "插花类"}
    assert set(tracks_of_all(notice.clauses, "一（一）2")) == kind


def test_items_of_several_lines_each_end_no_list():
    text = TEXT.replace("现场完成一件作品。", "现场完成一件作品。\n作品归选手所有。")
    assert "一（二）4" in shared_from(read_notice("x", text.encode()).clauses)
    text = text.replace("用时两小时。", "用时两小时。\n工具自备。")
    assert "一（二）4" not in shared_from(read_notice("x", text.encode()).clauses)


def test_the_day_for_mending_what_was_sent_closes_nothing():
    rules = drafted("huamu", TEXT.encode())[1].rules
    closes = [rule.params["at"].isoformat() for rule in rules if rule.check == "deadline"]
    assert closes == ["2026-03-20T18:00:00+08:00"]


ROWS = """关于举办白河市快递职工技能竞赛的通知
一、赛项设置
（一）分拣投递。个人赛。
（二）装载配送。个人赛。
（三）应急协作。团体赛，每队3人。
二、评分
赛项 | 模块 | 分值
分拣投递 | 分拣 | 40
装载配送 | 装载 | 60
"""


def test_a_list_below_a_heading_may_have_more_tracks_than_a_table():
    names = [track.name for track in read_notice("x", ROWS.encode()).tracks]
    assert names == ["分拣投递", "装载配送", "应急协作"]


def test_a_table_with_others_than_the_list_is_believed():
    text = ROWS.replace("分拣投递 | 分拣", "邮件收寄 | 分拣")
    names = [track.name for track in read_notice("x", text.encode()).tracks]
    assert names == ["邮件收寄", "装载配送"]
