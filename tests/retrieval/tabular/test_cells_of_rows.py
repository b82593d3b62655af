"""Which cells of a row answer, and lists of the tracks somebody may enter."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办丹岭市轻工职业技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛项和时间
竞赛设4个赛项，见下表。
序号\t赛项\t组别\t参赛形式\t报名截止日期\t比赛日期
1\t制帽工\t职工组\t单人\t8月5日\t9月5日
1\t制帽工\t学生组\t单人\t8月5日\t9月5日
2\t钟表维修\t职工组\t双人\t8月12日\t9月12日
3\t漆器髹饰\t职工组\t单人\t8月12日\t9月12日
4\t灯具装配\t学生组\t单人\t8月19日\t9月19日
以上日期均为2026年。
二、操作内容
赛项\t组别\t模块\t操作内容\t配分\t时长
制帽工\t职工组\tA\t帽檐裁剪\t45\t150分钟
制帽工\t职工组\tB\t定型缝合\t55\t120分钟
制帽工\t学生组\tA\t帽檐裁剪\t60\t150分钟
制帽工\t学生组\tB\t帽顶修整\t40\t60分钟
钟表维修\t职工组\tA\t机芯拆装与校准\t100\t180分钟
漆器髹饰\t职工组\tA\t胎体制作\t30\t90分钟
漆器髹饰\t职工组\tB\t推光髹涂\t50\t200分钟
漆器髹饰\t职工组\tC\t纹样描绘\t20\t80分钟
漆器髹饰\t职工组\tD\t修复旧器\t20\t60分钟
灯具装配\t学生组\tA\t灯体组装\t70\t100分钟
灯具装配\t学生组\tB\t线路检测\t30\t45分钟
灯具装配\t学生组\tC\t光效调试\t20\t30分钟
三、职工组名额
代表队\t单人赛项\t双人赛项\t备注
榆阳区\t6\t3\t
柏川县\t5\t2\t制帽工赛项另加4名
四、学生组名额
院校\t制帽工\t钟表维修\t漆器髹饰\t灯具装配
丹岭技师学院\t4\t不设\t不设\t0
柏川轻工学校\t2\t不设\t不设\t3
五、理论
各赛项理论知识考试占总成绩的20%，技能操作占80%。
丹岭市总工会
2026年5月1日
"""
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("n", TEXT.encode())])


def told(desk, text):
    found = desk.answer(Question(text=text, notice="n", as_of=NOON))
    assert found.status == "answered"
    return found.text


ASKED = {
    "the heading only calls the row": ("机芯拆装那个模块多少分", ["100"], ["模块：A"]),
    "both groups of one module": (
        "制帽工B模块职工跟学生给的时间一样长吗",
        ["120分钟", "60分钟"],
        [],
    ),
    "a remark adds for the track": (
        "柏川县做帽子的最多能报几个",
        ["单人赛项：5", "5+4=9名"],
        ["双人"],
    ),
    "and not for another": ("柏川县漆器髹饰能报几个", ["单人赛项：5"], ["另加", "=9"]),
    "the last row of a table": ("灯具装配哪天比", ["9月19日"], ["4 灯具装配"]),
    "the day of the contest": ("钟表维修几号比", ["9月12日"], ["8月"]),
    "the last day to enter": ("钟表维修几号报名截止", ["8月12日"], ["9月"]),
    "theory is of no table of modules": ("制帽工笔试占多少分", ["20%"], ["45", "帽檐"]),
    "a list by the people of a group": (
        "学生可以选哪些项目",
        ["制帽工", "灯具装配", "共2个"],
        ["钟表", "漆器"],
    ),
    "a list by the places of a body": (
        "丹岭技师学院能报哪些赛项",
        ["制帽工", "共1个"],
        ["灯具"],
    ),
    "all that have places": ("柏川轻工学校能报哪些赛项", ["制帽工", "灯具装配", "共2个"], []),
}


@pytest.mark.parametrize("case", ASKED)
def test_the_cell_that_is_asked_for(case, desk):
    text, said, unsaid = ASKED[case]
    answer = told(desk, text)
    assert all(each in answer for each in said)
    assert not any(each in answer for each in unsaid)


def test_a_number_of_places_names_no_row(desk):
    assert told(desk, "榆阳区能报几个").startswith("榆阳区：单人赛项：6，双人赛项：3")


MIXED = """关于举办丹岭市建筑技能竞赛的通知
各有关单位：
一、名额
企业类别\t砌筑工\t架子工（组）
一级资质企业\t4人\t2组
二级资质企业\t3人\t1组
二、条件
选手须年满18周岁。
丹岭市总工会
2026年5月1日
"""


def test_people_and_teams_are_not_added_up():
    desk = Desk([read_notice("n", MIXED.encode())])
    answer = told(desk, "二级资质企业加起来最多能上几个人")
    assert "3人" in answer
    assert "=4" not in answer
