"""What surrounds a question goes, and nothing of the question itself."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.desk import Desk
from retrieval.hearing import heard, without_courtesies
from retrieval.model import Question

NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
GONE = {
    "老师您好，麻烦问一下，报名截止是哪天，谢谢老师！": "报名截止是哪天",
    "您好！打扰了，想请教一下：要交费吗？非常感谢": "要交费吗？",
    "😂😂在吗在吗？？决赛在哪……急急急!!!": "决赛在哪",
    "收到请回复!! 每队几个人 （刚才手滑发错群了哈哈）": "每队几个人",
    "@小助手 奖金多少 [表情][玫瑰]": "奖金多少",
    "不好意思打扰您，请问學生能報嗎？辛苦了": "学生能报吗？",
    "Hi there, how much is the fee? thanks a lot": "how much is the fee?",
}
KEPT = (
    "老师能报吗",
    "那个比赛什么时候开始",
    "急救员有几个赛项",
    "感谢信写给谁",
    "这个赛项（学生组）几个人",
    "辛苦费有吗",
    "报名表发邮箱还是寄过去",
    "谢谢老师",
    "你好",
    "在吗",
)


@pytest.mark.parametrize(("typed", "meant"), GONE.items())
def test_what_only_surrounds_a_question_goes(typed: str, meant: str) -> None:
    assert without_courtesies(typed) == meant


@pytest.mark.parametrize("typed", KEPT)
def test_words_of_the_question_and_bare_courtesies_stay(typed: str) -> None:
    assert without_courtesies(typed) == typed


@given(st.text(max_size=80))
def test_any_text_comes_out_no_longer_and_the_same_a_second_time(text: str) -> None:
    once = without_courtesies(text)
    assert len(once) <= len(text)
    assert without_courtesies(once) == once


@pytest.mark.parametrize("piece", ["谢谢", "请问", "！", "你好", "（哈哈）", "急", "@a "])
def test_a_long_message_of_courtesies_takes_no_time(piece: str) -> None:
    start = time.perf_counter()
    heard(Question(text=piece * (2000 // len(piece)), as_of=NOON))
    assert time.perf_counter() - start < 1


def test_a_courteous_question_gets_the_same_answer(notices) -> None:
    desk = Desk(tuple(notices.values()))
    plain, courteous = (
        desk.answer(Question(text=text, notice="cq-ai-2026", as_of=NOON))
        for text in ("学生能带几个指导老师", "老师您好，想请教一下：学生能带几个指导老师？谢谢啦🙏")
    )
    assert plain.status == "answered"
    assert (courteous.text, courteous.citations) == (plain.text, plain.citations)
