"""Tracks that share a cell, names beside codes and letters, and cells across two names."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026年全州水利院校技能比赛的通知
各有关学校：
现将有关事项通知如下。
一、赛项
各赛项安排见表1。
表1　赛项安排表
赛项编号	赛项名称	组别	赛制	每校名额	赛点	报到时间	比赛时间
SL01	闸门运行	中专组	个人赛	3人	沙河水利学校	10月16日	2026年10月17日至18日
SL02	渠道测量	中专组	2人团体赛	2队	青石工程学校	10月23日	2026年10月24日
SG01	泵站检修	大专组	3人团体赛	1队	沙河水利学院	11月6日	2026年11月7日
SG02	水样化验	大专组	个人赛	4人	青石工程学院	11月6日	2026年11月7日至9日
JS01	课堂教学	教师组	个人赛	2人	沙河水利学院	11月20日	2026年11月21日
二、复赛
复赛分两个片区举行，安排如下：
| 片区 | 包含城市 | 牵头单位 | 地点 |
| 上游片区 | 石坝、云口 | 石坝水务公司 | 石坝训练场 |
| 下游片区 | 柳津、平渡 | 柳津水务公司 | 柳津泵站 |
各片区按复赛成绩确定晋级人员：
| 项目 | 上游片区 | 下游片区 | 合计 |
| 闸门运行（人） | 9 | 6 | 15 |
| 水样化验（人） | 5 | 8 | 13 |
| 泵站检修（队） | 2 | 4 | 6 |
每个学校复赛名额：闸门运行2人，水样化验3人，泵站检修1队。
三、课堂教学包括以下模块：
| 模块 | 内容 | 时长 | 分值 |
| A | 教案编写 | 25分钟 | 40分 |
| B | 板书讲解 | 12分钟 | 35分 |
| C | 学情答辩 | 8分钟 | 25分 |
理论考试时长70分钟。
四、名额
名额分配表
代表队	闸门运行	水样化验	备注
石坝市	4	3	承办地
云口县	2	5	无
五、费用
收取参赛费：
| 类别 | 会员学校 | 非会员学校 |
| 个人赛（每人） | 100元 | 160元 |
| 团体赛（每队） | 300元 | 450元 |
全州水利局
2026年5月6日
"""
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "of a group, by name and not by code": (
        "中专组有哪些赛项",
        ("闸门运行", "渠道测量"),
        ("SL01", "泵站"),
    ),
    "how many": ("大专组有几个赛项", ("2个", "泵站检修", "水样化验"), ("课堂教学",)),
    "what one kind of cell says": ("哪几个赛项是团体赛", ("渠道测量", "泵站检修"), ("水样化验",)),
    "a month": ("10月比的有哪些", ("闸门运行", "渠道测量"), ("泵站检修",)),
    "a day of a column": ("6号报到的是哪些赛项", ("泵站检修", "水样化验"), ("课堂教学",)),
    "all of them": ("有哪些赛项", ("闸门运行", "课堂教学"), ("不同",)),
    "where, by the column of sites": ("水样化验在哪比", ("青石工程学院",), ("沙河",)),
    "a row and a column by parts": ("水样化验下游几个名额", ("8",), ("5", "13")),
    "most among columns": ("哪个片区水样化验晋级名额最多", ("下游片区", "8"), ("上游", "13")),
    "a row beside its letter": ("学情答辩几分钟", ("8分钟",), ("70分钟",)),
    "a letter before its kind": ("B模块多少分", ("35分",), ("40分",)),
    "the row of a city, no lead": ("云口在哪个片区", ("上游片区",), ("如下",)),
    "numbers together beside a remark": ("石坝市一共几个名额", ("4+3=7",), ()),
    "entries together": ("会员学校报2个个人赛1个团体赛一共多少", ("2×100+1×300=500",), ("160",)),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("sl-2026", TEXT.encode())])


@pytest.mark.parametrize("case", ASKED)
def test_the_rows_that_are_meant(case, desk):
    text, said, unsaid = ASKED[case]
    found = desk.answer(Question(text=text, notice="sl-2026", as_of=NOON))
    assert found.status == "answered", found.text
    told = found.text.partition("按：")[0]
    assert all(each in told for each in said), told
    assert not any(each in told for each in unsaid), told
    assert found.citations


@pytest.mark.parametrize("text", ["哪些赛项有奖金", "哪些赛项要带证", "12月比的有哪些"])
def test_more_than_a_cell_lists_no_tracks(text, desk):
    found = desk.answer(Question(text=text, notice="sl-2026", as_of=NOON))
    assert "逐条计数" not in found.text


def test_either_price_is_never_added(desk):
    found = desk.answer(Question(text="个人赛一共多少钱", notice="sl-2026", as_of=NOON))
    assert "260" not in found.text
