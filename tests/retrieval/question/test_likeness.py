"""Names people say in part."""

from __future__ import annotations

import pytest

from retrieval.question.likeness import abbreviated, core, items, likeness


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("榆林几个名额", "榆林市"),
        ("中职答辩几分钟", "中职组"),
        ("财经职院承办几个", "重庆财经职业学院"),
        ("进度模拟是哪个赛项考的", "协同建模、进度模拟、成果汇报"),
        ("餐饮类有几个工种", "餐饮服务类(4-03-02)"),
        ("无学生展示多久", "无学生教学展示"),
    ],
)
def test_meant(text, name):
    assert likeness(text, name) > 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("卫生高级技校办了几个", "重庆市工业高级技工学校"),
        ("江南职业学校办了几个", "重庆市轻工业学校"),
        ("财经职院承办几个", "重庆电力高等专科学校"),
        ("决赛几号", "决赛、闭幕"),
        ("电工怎么报名", "焊工"),
    ],
)
def test_not_meant(text, name):
    assert likeness(text, name) == 0


def test_items_without_amounts():
    assert items("选品、30分钟现场直播、热菜1款") == ("选品", "现场直播", "热菜")
    assert core("电工") == "电工"
    assert not abbreviated("学校在哪", "重庆财经职业学院")
