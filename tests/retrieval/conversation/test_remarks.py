"""原文呢, 你确定？, 再说一遍, 说简单点: turns about the answer before them."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.notice import read_notice
from retrieval.conversation.remarks import Remarks
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

NOTICE = """关于举办丹岭市焊接技能竞赛的通知
一、费用
竞赛不收报名费。食宿自理。
二、奖励
设一等奖1名，奖金3000元；二等奖2名，奖金2000元。
三、其他
在职职工和在校学生均可报名参加。
2026年6月1日
"""
DESK = Desk([read_notice("hanjie", NOTICE.encode())])
CLAUSE = "【一】一、费用竞赛不收报名费。食宿自理。"


def said(*texts: str) -> Answer:
    *earlier, text = texts
    history = tuple(Turn(question=each) for each in earlier)
    at = parse_as_of("2026-06-20")
    return DESK.answer(Question(text=text, notice="hanjie", as_of=at, history=history))


@pytest.mark.parametrize(
    "text", ["原文呢", "原文怎么说的", "哪一条写的", "依据是什么", "发原文看看"]
)
def test_the_clause_of_the_answer_before_is_shown_in_full(text: str) -> None:
    answer = said("要交钱吗", text)
    assert CLAUSE in answer.text
    assert answer.status == "answered"
    assert answer.citations[0].path == "一"


@pytest.mark.parametrize("text", ["你确定？", "真的假的", "没说错吧", "靠谱吗", "不对吧"])
def test_a_doubt_is_met_with_the_clause_and_who_decides(text: str) -> None:
    answer = said("要交钱吗", text)
    assert CLAUSE in answer.text
    assert "以主办方的解释为准" in answer.text


@pytest.mark.parametrize("text", ["再说一遍", "没看清", "刚才说的啥"])
def test_the_same_is_told_again(text: str) -> None:
    assert said("要交钱吗", text).text == said("要交钱吗").text


def test_the_same_in_few_words_is_its_first_statement() -> None:
    answer = said("要交钱吗", "说人话")
    assert answer.text.startswith("简单说：竞赛不收报名费")
    assert len(answer.text.split("\n")) <= 2


def test_a_remark_on_a_courtesy_is_about_the_answer_before_it() -> None:
    assert CLAUSE in said("要交钱吗", "谢谢", "原文呢", "你确定？").text


def test_a_remark_on_a_silence_says_that_no_clause_was_cited() -> None:
    answer = said("能带宠物吗", "原文呢")
    assert "没有引用条款" in answer.text or answer.citations


def test_what_holds_is_not_changed_by_a_remark() -> None:
    assert "2名" in said("一等奖几名", "你确定？", "二等奖呢").text


def test_a_remark_as_first_turn_is_a_question_of_its_own() -> None:
    assert "【" not in said("原文呢").text


@pytest.mark.parametrize(
    "text",
    [
        "确定名单是哪天",
        "通知里的邮箱是多少",
        "你确定不用交钱吗",
        "原文和复印件都要带吗",
        "评分依据是什么标准",
        "",
    ],
)
def test_a_question_is_no_remark(text: str) -> None:
    assert Remarks(words()).of(plain(text)) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("谢了", "不客气"),
        ("太好了", "不客气"),
        ("👍", "不客气"),
        ("666", "不客气"),
        ("知道了，谢谢老师", "好的"),
        ("谢谢老师，再见", "再见"),
        ("嗯，我明白了", "好的"),
        ("就这样吧", "好的"),
        ("我再想想", "好的"),
        ("等一下", "好的"),
        ("你是谁", "不是真人"),
        ("有人吗", "不是真人"),
    ],
)
def test_courtesies_are_answered_as_such(text: str, wanted: str) -> None:
    answer = said("要交钱吗", text)
    assert (answer.status, answer.citations) == ("out_of_scope", ())
    assert wanted in answer.text


def test_a_question_after_thanks_is_answered() -> None:
    answer = said("要交钱吗", "谢谢，那一等奖奖金多少")
    assert "3000元" in answer.text
