"""A message taken apart into questions, and one question into what it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.plain import comparable
from knowledge.simplified import simplified
from retrieval.question.asked import asked, parts, plain
from retrieval.question.lexicon import words

WORDS = words()


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("报名费多少？截止时间是什么时候", ["报名费多少", "截止时间是什么时候"]),
        ("报名费多少，截止时间是什么时候？", ["报名费多少", "截止时间是什么时候"]),
        ("报名费多少\n邮箱是什么；QQ群号多少", ["报名费多少", "邮箱是什么", "QQ群号多少"]),
        ("报名邮箱+联系人电话", ["报名邮箱", "联系人电话"]),
        ("报名邮箱和电话是多少", ["报名邮箱", "电话是多少"]),
        ("联系人和电话", ["联系人和电话"]),
        ("学生和职工的年龄", ["学生和职工的年龄"]),
        ("研学旅行策划归谁管，电话多少", ["研学旅行策划归谁管", "电话多少"]),
        ("報名費多少？截止時間是什麼時候", ["報名費多少", "截止時間是什麼時候"]),
        ("人工智能训练师，报名截止什么时候", ["人工智能训练师，报名截止什么时候"]),
        ("你好，请问报名费多少", ["你好，请问报名费多少"]),
        ("我是学生，25岁，能参加吗", ["我是学生，25岁，能参加吗"]),
        ("报名费多少", ["报名费多少"]),
        ("？？", []),
        (" \n ", []),
        ("", []),
    ],
)
def test_the_questions_of_one_message(message, questions):
    assert list(parts(message, WORDS)) == questions


@given(st.text(st.sampled_from("报名费多少截止时间我是学生吗？，。；\n! 2")))
def test_no_word_of_a_message_is_lost(message):
    marks = str.maketrans("", "", "？，。；\n! ")
    kept = "".join(parts(message, WORDS)).translate(marks)
    assert kept == message.translate(marks)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("報名截止時間", "报名截止时间"),
        ("參賽選手須繳納費用嗎", "参赛选手须缴纳费用吗"),
        ("聯繫電話", "联系电话"),
        ("報　名　ＱＱ　群", "报名qq群"),
        ("２０２６年９月２９日", "2026年9月29日"),
        ("报名\u200b邮箱", "报名邮箱"),
    ],
)
def test_traditional_and_wide_characters_compare_equal(written, meant):
    assert plain(written) == comparable(meant)


@given(st.text())
def test_the_comparable_form_is_stable(text):
    once = plain(text)
    assert comparable(simplified(once)) == plain(once)
    assert not any(char in once for char in " \n\t\u3000")


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("报名费多少", "fee"),
        ("要交錢嗎", "fee"),
        ("报名邮箱是什么", "email"),
        ("联系电话多少", "phone"),
        ("QQ群号多少", "qq_group"),
    ],
)
def test_what_is_asked_for(question, concept):
    if concept not in WORDS.concepts:
        pytest.fail(f"the lexicon has no {concept}: {sorted(WORDS.concepts)}")
    assert concept in asked(question, WORDS).concepts


def test_phones_addresses_and_long_numbers_are_anchors():
    question = "18508509751和782897503@qq.com是谁的，023-63899503呢"
    assert set(asked(question, WORDS).anchors) == {
        "18508509751",
        "782897503@qq.com",
        "023-63899503",
    }
    assert asked("第20项25人", WORDS).anchors == ()


def test_names_of_the_scope_are_not_read_as_what_is_asked():
    text = "邮箱竞赛的报名费多少"
    assert "email" in asked(text, WORDS).concepts
    covered = asked(text, WORDS, [(0, 4)])
    assert "email" not in covered.concepts
    assert "fee" in covered.concepts
    assert covered.text == text


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    read = asked(text, WORDS)
    assert read.text == text
    assert all(word in read.plain for word in (*read.content, *read.literal))
