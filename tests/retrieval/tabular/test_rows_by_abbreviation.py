"""Rows by track, part and group; columns by their nouns; lengths that are no days."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.tabular.column_nouns import by_noun

NOON = datetime(2030, 4, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """关于举办云山市第六届林场职业技能大赛的通知
各单位：
一、项目
设木材检验师、森林抚育工、绞盘机操作工三个赛项，分职工组、学生组。
二、申诉
申诉由仲裁委员会受理，当日答复。
三、证件
秩序册、参赛证于5月6日9:00—11:30在云山市林业学校图书馆一层大厅领取。
联系人
事项\t联系人\t电话
报名审核\t柳青\t0871-5550101
申诉与监督\t谷雨\t0871-5550102
附件1
赛项表
赛项\t组别\t实操时间\t材料\t测量系统
木材检验师\t职工组\t30分钟\t松木\t激光尺
木材检验师\t学生组\t20分钟\t杉木\t激光尺
森林抚育工\t职工组\t40分钟\t活立木\t测高仪
绞盘机操作工\t职工组\t50分钟\t原木\t拉力计
附件2
赛程表
日期\t时间\t内容\t地点
5月7日\t9:00—10:00\t理论考试（职工组）\t云山市林业学校图书馆
5月7日\t14:00—15:00\t理论考试（学生组）\t云山市林业学校图书馆
5月8日\t8:00—12:00\t木材检验师实操（职工组）\t一号贮木场
5月8日\t13:00—17:00\t绞盘机操作工实操\t二号贮木场
5月9日\t15:00\t闭幕式\t林业学校礼堂
"""


@pytest.fixture(scope="module")
def ask():
    desk = Desk([read_notice("forest", NOTICE.encode())])
    return lambda text: desk.answer(Question(text=text, notice="forest", as_of=NOON)).text


@pytest.mark.parametrize(
    ("text", "says", "lacks"),
    [
        ("学生组理论几点考", ["14:00"], ["9:00"]),
        ("职工组理论在哪考", ["图书馆"], ["贮木场"]),
        ("绞盘机几号实操", ["5月8日"], ["50分钟", "9:00"]),
        ("学生组木检用什么料", ["杉木"], ["松木"]),
        ("森林抚育工用什么系统", ["测高仪"], ["活立木"]),
        ("绞盘机实操多长时间", ["50分钟"], ["5月8日"]),
        ("申诉联系哪位", ["谷雨", "仲裁委员会"], ["柳青"]),
        ("参赛证哪天领", ["5月6日"], ["5月7日", "5月8日"]),
    ],
)
def test_answers(ask, text, says, lacks):
    said = ask(text)
    assert [word for word in says if word not in said] == []
    assert [word for word in lacks if word in said] == []


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("用什么料", [1]),
        ("用什么材料的", [1]),
        ("做什么", []),
        ("什么时候", []),
        ("用什么剪刀", []),
    ],
)
def test_nouns(plain, found):
    assert by_noun(plain, ["赛项", "材料", "测量系统"], [1, 2]) == found
