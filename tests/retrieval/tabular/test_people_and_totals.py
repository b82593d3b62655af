"""Rows and columns of the group of some people, rows of totals, and what bare numbers count."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办澄江州第四届林业技能大赛的通知
各县（市）林业局，各有关院校：
现将有关事项通知如下。
一、赛项和组别
大赛设油锯伐木、苗木嫁接、森林巡护3个赛项，分林农组和院校组。
赛项	组别	参赛形式	命题标准
油锯伐木	林农组	单人	伐木工四级
苗木嫁接	林农组	单人	林木种苗工四级
苗木嫁接	院校组	单人	林木种苗工三级
森林巡护	林农组	双人（队长1名、队员1名）	护林员四级
森林巡护	院校组	双人（队长1名、队员1名）	护林员四级
二、赛程安排
赛项	报到时间	比赛时间
油锯伐木	10月11日	10月12日
苗木嫁接	10月12日	10月13日至14日
森林巡护	10月14日	10月15日至16日
三、实操安排
赛项	组别	实操任务	时长
油锯伐木	林农组	立木伐倒、打枝	50分钟
苗木嫁接	林农组	切接、芽接	80分钟
苗木嫁接	院校组	切接、芽接、靠接	95分钟
森林巡护	林农组	火情上报、路线规划	60分钟
森林巡护	院校组	火情上报、病虫识别	60分钟
四、奖励办法
各赛项分组设奖，奖金标准如下：
奖项	林农组	院校组
一等奖	5000元	2400元
二等奖	3000元	1200元
五、名额分配
名额分配表
代表队	油锯伐木	苗木嫁接	森林巡护	备注
东岭县	4	3	2	承办地
西坪县	2	5	1	无
南浦市	1	2	3	无
合计	7	10	6	无
注：本表为林农组名额。院校组每校限报2名。
六、决赛名额
各片区晋级决赛的人数如下：
| 项目 | 上游片区 | 下游片区 | 合计 |
| --- | --- | --- | --- |
| 油锯伐木（人） | 9 | 6 | 15 |
| 苗木嫁接（人） | 7 | 8 | 15 |
| 森林巡护（队） | 3 | 4 | 7 |
澄江州林业局
2026年5月6日
"""
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "the column of the people's group": ("学生二等奖奖金多少", ("1200",), ("3000",)),
    "the row of the people's group": ("学生苗木嫁接要做多久", ("95", "院校组"), ("80",)),
    "no group where none is spoken of": ("苗木嫁接要做多久", ("95", "80"), ()),
    "an adviser enters in no group": ("带学生证的话二等奖奖金多少", ("1200", "3000"), ()),
    "two peoples side by side": ("苗木嫁接林农和学生哪个时间长", ("80", "95", "15"), ("芽接：",)),
    "what one has more": ("苗木嫁接学生比林农多考哪样", ("多出的是院校组：靠接",), ()),
    "both have something of their own": ("森林巡护学生比林农多考哪样", ("病虫识别",), ("多出",)),
    "days of the contest": ("森林巡护哪几天比赛", ("10月15日至16日",), ("10月14日",)),
    "when one goes there": ("森林巡护几号报到", ("10月14日",), ("10月15日",)),
    "how many, with who does what": ("森林巡护几个人组队", ("双人",), ()),
    "all of one track's column": ("油锯伐木名额全州加起来多少", ("合计", "7"), ("4", "2")),
    "one row of that column": ("东岭县油锯伐木名额一共多少", ("4",), ("合计", "7")),
    "the most is no total": ("苗木嫁接名额哪个县最多", ("西坪县", "5"), ("合计",)),
    "the least": ("苗木嫁接名额哪个市最少", ("南浦市", "2"), ("合计",)),
    "a total is not added once more": ("油锯伐木进决赛一共多少人", ("15",), ("30",)),
    "units of rows": ("森林巡护一共几队进决赛", ("7",), ("14",)),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("cj-2026", TEXT.encode())])


def answer(desk, text):
    return desk.answer(Question(text=text, notice="cj-2026", as_of=NOON))


@pytest.mark.parametrize("case", ASKED)
def test_the_cells_that_are_meant(case, desk):
    text, said, unsaid = ASKED[case]
    found = answer(desk, text)
    assert found.status == "answered"
    told = found.text.partition("按：")[0]
    assert all(each in told for each in said), told
    assert not any(each in told for each in unsaid), told
    assert found.citations


def test_totals_of_one_group_are_not_told_to_another(desk):
    assert "合计" not in answer(desk, "苗木嫁接院校组名额全州加起来多少").text
