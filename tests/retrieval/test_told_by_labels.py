"""What labels, brackets and headings tell: days, places, contacts, contents, what is handed out."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question, Turn
from retrieval.passages.contacts import pieces

TEXT = """关于举办2026年青岚市供水行业职业技能竞赛的通知
青水协〔2026〕5号

各有关单位：
决定于今年9月举办2026年青岚市供水行业职业技能竞赛。
一、时间地点
（一）行业开放日：2026年9月8日至10日。
（二）总决赛：2026年9月15日至18日，青岚市水务培训基地（青岚市临江路66号）。
（三）单位内部选拔：2026年7月至8月中旬。
二、竞赛项目
（一）水质检验工：浊度测定、余氯测定、菌落计数。
（二）供水管道工：管道抢修、阀门更换。
三、参赛要求
（一）供水管道工选手须持有有效的有限空间作业证。
（二）每个单位每个项目限报2人。
（三）参赛职工因参赛缺勤的，所在单位按公假处理。
四、其他
（一）选手自备工作服，器具清单随技术规程一并公布。
（二）各单位指定1名联络员登录报名系统（网址发送至联络员手机）。
（三）对名次有异议的，应在公布后3日内向监督组提出。
（四）总决赛各项目的先后由赛务组另行安排。
（五）因病确需更换选手的，应在8月20日前提出。
五、联系方式
市水利局人事科：覃工，13900081001
市供水协会：郎工，13900081002
报名系统技术支持：13900081003
2026年6月1日
"""
FACTS = {
    "a day behind the name of an event": ("开放日几号到几号", ["9月8日", "10日"]),
    "an exact day before a month": ("总决赛是哪几天", ["9月15日至18日"]),
    "a place with its street in brackets": ("总决赛在哪儿比", ["临江路66号"]),
    "a selection of the units' own": ("单位内部选拔啥时候搞", ["8月中旬"]),
    "a list behind the name of a track": ("水质检验工比些啥内容", ["余氯测定"]),
    "a licence one must hold": ("供水管道工要啥证", ["有限空间作业证"]),
    "too many of one unit": ("我们公司供水管道工想报3个人", ["不符合", "限报2人"]),
    "work that is missed": ("去比赛那几天旷工怎么算", ["公假"]),
    "where an address is handed out": ("报名系统的网址上哪看", ["联络员手机"]),
    "days within which one may object": ("对名次有意见几天内提", ["3日内"]),
    "a matter in a card": ("报名系统登不上打哪个电话", ["13900081003"]),
    "a body said in short": ("水利局那边找谁", ["13900081001"]),
}


@pytest.fixture(scope="module")
def water():
    return Desk([read_notice("ql-gongshui-2026", TEXT.encode())])


def answer(desk, text, day="2026-07-01", before=()):
    moment = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    history = tuple(Turn(question=turn) for turn in before)
    return desk.answer(
        Question(text=text, notice="ql-gongshui-2026", as_of=moment, history=history)
    )


@pytest.mark.parametrize(("question", "words"), FACTS.values(), ids=FACTS)
def test_the_fact_is_said(water, question, words):
    found = answer(water, question)
    assert found.status in {"answered", "partial"}
    assert [word for word in words if word not in found.text] == []


def test_only_the_contact_that_is_meant(water):
    said = answer(water, "水利局那边找谁").text
    assert "13900081001" in said
    assert "13900081002" not in said


@pytest.mark.parametrize("question", ["自备的器具有哪些", "自带的器具都有什么"])
def test_a_list_that_follows_is_not_here(water, question):
    assert answer(water, question).status == "not_stated"


def test_one_of_two_days_is_not_told_by_a_range(water):
    found = answer(water, "总决赛水质检验工是16号还是17号比")
    assert found.status == "partial"
    assert "没写" in found.text or "未写" in found.text


@pytest.mark.parametrize(
    ("day", "words"), [("2026-08-10", "还有"), ("2026-08-25", "已截止")], ids=["open", "over"]
)
def test_what_may_still_be_done(water, day, words):
    assert words in answer(water, "选手病了现在想换人可以吗", day).text


def test_a_third_of_a_month_is_no_day(water):
    said = answer(water, "单位内部选拔要什么时候弄完").text
    assert "8月中旬" in said
    assert "还有" not in said


def test_a_card_of_several_persons():
    card = "联系人：安女士13900000001，白先生13900000002（系统问题）；邮箱：a@b.org"
    assert pieces(card)[1] == "白先生13900000002（系统问题）"
