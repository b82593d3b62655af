"""The part of a table, of a day or of a sentence that is due to what is asked about."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question
from retrieval.passages.own_part import own_part
from retrieval.passages.speaking_of import SpeakingOf

TEXT = """关于举办云坪市第三届乡村工匠技能大赛的通知
各乡镇：
定于2026年9月至10月举办大赛，现将有关事项通知如下。
一、赛项设置
表1 赛项
代码 | 赛项 | 预赛方式 | 名额
W01 | 竹编 | 分区预赛 | 3人
W02 | 石墙砌筑 | 分区预赛 | 2人
W03 | 陶艺 | 线上 | 2人
二、分区预赛
表2 分区预赛
赛区 | 包含乡镇 | W01时间 | W02时间 | 地点
东赛区 | 篁岭、石牛 | 9月17日 | 9月18日 | 篁岭中学
西赛区 | 窑头、云溪 | 9月24日 | 9月25日 | 云溪中学
三、操作要求
表3 操作要求
项目 | 任务 | 限时
W01 | 编制2只提篮 | 60分钟
W02 | 砌成1段挡墙并排除3处险情 | 90分钟
W03 | 拉制4件茶具 | 45分钟
四、决赛
表4 决赛日程
日期 | 上午（八时三十分开始） | 下午（十三时三十分开始）
十月十六日 | 竹编 | 陶艺
十月十七日 | 石墙砌筑 | 颁奖仪式
进入决赛的选手每人每日发误工补助120元，石墙砌筑每人每日150元。
预赛、决赛均不收报名费。
五、联系方式
报名：邬老师，13900082001
云坪市农业农村局
2026年7月20日
"""
ID = "x-part-of-a-track"
NOON = datetime(2026, 8, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "the day of one track in one region": ("东边石墙砌筑预赛几号", ("9月18日",), ("9月17日",)),
    "the place beside it": ("西边竹编预赛几号在哪比", ("9月24日", "云溪中学"), ("篁岭",)),
    "what a cell tells": ("石墙砌筑要排除几处险情", ("3处险情",), ("提篮",)),
    "a day without its month": ("17号下午比什么", ("颁奖仪式",), ("石墙",)),
    "the other half of it": ("17号上午比什么", ("石墙砌筑",), ("颁奖",)),
    "what is due to one track": (
        "石墙砌筑一队三个人比一天，误工补助加起来多少",
        ("3×150=450元",),
        ("360",),
    ),
    "what is due to all others": (
        "竹编两个人比一天，误工补助加起来多少",
        ("2×120=240元",),
        ("300",),
    ),
    "money for something else": ("进了决赛发不发生活补贴", ("未规定",), ("120",)),
}


@pytest.fixture(scope="module")
def notice():
    return read_notice(ID, TEXT.encode())


@pytest.fixture(scope="module")
def desk(notice):
    return Desk([notice])


@pytest.mark.parametrize("case", ASKED)
def test_answers(desk, case):
    text, wanted, unwanted = ASKED[case]
    answer = desk.answer(Question(text=text, as_of=NOON, notice=ID))
    assert all(words in answer.text for words in wanted), answer.text
    assert not any(words in answer.text for words in unwanted), answer.text


@pytest.mark.parametrize("text", ["预赛20号下午比什么", "第17号摊位比什么"])
def test_no_day_of_the_programme(desk, text):
    answer = desk.answer(Question(text=text, as_of=NOON, notice=ID))
    assert "颁奖" not in answer.text


@pytest.mark.parametrize(
    ("tracks", "left"),
    [
        (("t02",), "石墙砌筑每人每日150元。"),
        (("t01",), "选手每人每日120元，"),
        ((), "选手每人每日120元，石墙砌筑每人每日150元。"),
    ],
)
def test_own_part(notice, tracks, left):
    text = "选手每人每日120元，石墙砌筑每人每日150元。"
    assert own_part(text, tracks, SpeakingOf(notice)) == left
