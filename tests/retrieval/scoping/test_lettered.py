"""Tracks told by one letter, what entering them costs, and what holds for the others alone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.catalogue.track_letters import lettered
from knowledge.notice import read_notice
from retrieval.computed.entries_due import cut_at, entries_due
from retrieval.desk import Desk
from retrieval.model import Question, Turn
from retrieval.scoping.lettered import Lettered

TEXT = """关于举办云坪市燃气行业技能比武的通知
各会员单位：
定于2026年5月至9月举办比武，现将有关事项通知如下。
一、比武设置
比武设三个单元：
A单元　班组团体赛：每队5人。
B单元　用户安检个人赛：个人参赛。
C单元　桌面推演：每队3人。
二、报名及缴费
（一）报名时间：4月20日至5月15日，C单元报名延至7月31日。
（二）收费标准（元）
类别\tA单元（每队）\tB单元（每人）\tC单元（每队）
理事、会员单位\t2000\t150\t1000
非会员企业\t3000\t260\t1600
院校学生\t不设\t免收\t不设
5月6日前（含）报名并缴费的，A、B单元费用按九折收取，C单元不打折。
三、奖励
（一）A单元：冠军1队，奖金12000元。
（二）C单元：一等奖1队，奖金6000元。
四、联系方式
报名：蒋老师，13900082001
云坪市燃气行业协会
2026年4月10日
"""
ID = "x-lettered"
NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {
    "a kind and a letter": ("学生报B要钱吗", ("免收",), ("150", "不设")),
    "several entries": ("非会员单位报1个C队再报4个人B一共多少钱", ("4×260+1×1600=2640元",), ()),
    "a price cut in time": ("我们会员单位5月3号缴费报两队A一共多少钱", ("2×2000×0.9=3600元",), ()),
    "no price cut later": ("我们会员单位5月9号缴费报两队A一共多少钱", ("2×2000=4000元",), ("0.9",)),
    "what holds for all before an exception": ("B单元几号报名截止", ("5月15日",), ("5月6日",)),
    "the money of one": ("A单元冠军奖金多少", ("12000元",), ("6000元",)),
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


def test_a_letter_alone_goes_on(desk):
    turns = (Turn(question="非会员报A多少钱"), Turn(question="B多少"))
    answer = desk.answer(Question(text="C呢", as_of=NOON, notice=ID, history=turns))
    assert "1600" in answer.text


def test_tracks_are_read(notice):
    assert [t.name for t in notice.tracks] == ["A单元", "B单元", "C单元"]
    assert notice.tracks[1].aliases == ("用户安检",)


@pytest.mark.parametrize(
    "text",
    ["A单元 班组团体赛:每队5人。", "B单元 安检赛:一人。\nC单元 推演:三人。", "A类项目:焊工。"],
)
def test_no_letters_are_read(text):
    assert lettered([text]) == {}


@pytest.mark.parametrize(
    ("text", "tracks"),
    [
        ("报b要钱吗", ["t02"]),
        ("a和c一共几队", ["t01", "t03"]),
        ("b1证能报吗", []),
        ("上b站看吗", []),
    ],
)
def test_letters_of_questions(notice, text, tracks):
    assert list(Lettered(notice).asked(text).values()) == tracks


@pytest.mark.parametrize(
    ("plain", "tracks"), [("a、b单元费用按九折收取", {"t01", "t02"}), ("费用由a单元出", set())]
)
def test_letters_of_sentences(notice, plain, tracks):
    assert Lettered(notice).subject(plain) == tracks


@pytest.mark.parametrize("question", ["原价多少，5月3日交", "多少钱", "5月7号交"])
def test_no_cut(question):
    assert cut_at(question, "5月6日前（含）报名并缴费的，费用按九折收取") is None


def test_no_entries_are_counted():
    assert entries_due("报b多少钱", {"b": 1}, None) is None
