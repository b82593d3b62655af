"""Lists of tracks as notices write them, their kinds, and which groups each has."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice

NOTICE = """云山省总工会
关于举办云山省第二届职业技能大赛的通知
各有关单位：
一、竞赛项目设置
{tracks}
二、参赛条件
（一）年满16周岁。
（二）从事相关工作。
云山省总工会
2026年4月1日
"""


def tracks(words):
    return read_notice("n", NOTICE.format(tracks=words).encode()).tracks


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("设车工、钳工等3个工种：车工、钳工、焊工。", ["车工", "钳工", "焊工"]),
        ("竞赛职业（工种）为：面点师、茶艺师。", ["面点师", "茶艺师"]),
        ("比赛项目包括护理、康复和检验三项。", ["护理", "康复", "检验"]),
        ("比武项目：水上救援、绳索救援（均为团体项目）。", ["水上救援", "绳索救援"]),
        ("本次比武只设一个项目：无人机驾驶员。", ["无人机驾驶员"]),
        ("赛项一：智能制造；赛项二：物联网。", ["智能制造", "物联网"]),
        ("竞赛项目：1.快递员；2.快件处理员。", ["快递员", "快件处理员"]),
        ("A类：护理、助产；B类：药剂、检验。", ["护理", "助产", "药剂", "检验"]),
        ("设“岗位技能”和“综合素养”两个赛项。", ["岗位技能", "综合素养"]),
        ("项目\t东部\t西部\n站务（人）\t12\t8\n应急（队）\t3\t2", ["站务", "应急"]),
        ("岗位\t参赛对象\n司机\t在岗司机\n站务员\t站务人员", ["司机", "站务员"]),
    ],
    ids=lambda value: value[:16] if isinstance(value, str) else "",
)
def test_every_way_of_listing(words, names):
    assert [track.name for track in tracks(words)] == names


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (
            "项目类型\t项目\n大众项目\t咖啡\n行业项目\t叉车",
            {"咖啡": "大众类", "叉车": "行业类"},
        ),
        (
            "设咖啡、拍摄、叉车3个项目。\n大众项目（咖啡、拍摄）当日比赛。",
            {"咖啡": "大众类", "拍摄": "大众类", "叉车": ""},
        ),
        (
            "设测试、讲解、巡检3个赛项。测试、讲解为个人赛，巡检为团体赛。",
            {"测试": "个人类", "讲解": "个人类", "巡检": "团体类"},
        ),
    ],
    ids=["列", "括号", "为个人赛"],
)
def test_kinds_without_their_noun(words, kinds):
    assert {track.name: track.kind for track in tracks(words)} == kinds


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        (
            "竞赛分职工组和学生组，职工组设电工、焊工2个项目，学生组设电工、铣工2个项目。",
            {"电工": ("职工组", "学生组"), "焊工": ("职工组",), "铣工": ("学生组",)},
        ),
        (
            "设农机、修剪两个赛项，分别设农民组和职工组。农机只设农民组。",
            {"农机": ("农民组",), "修剪": ("农民组", "职工组")},
        ),
    ],
    ids=["各组的一列", "只设一组"],
)
def test_groups_of_each(words, groups):
    assert {track.name: track.groups for track in tracks(words)} == groups
