"""What a question leaves out is taken from the one before, on words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.conversation.follow import Follow, frames, ordinal
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

FOLLOW = Follow(words())

COMPLETED = [
    ("nothing but the scope was named: the same again", "呢", "一等奖几名", "一等奖几名"),
    ("another prize stands in the place of the first", "那二等奖呢", "一等奖几名", "二等奖几名"),
    ("another part of the test", "实操呢", "理论考多久", "实操考多久"),
    ("another stage", "那决赛呢", "初赛什么时候", "决赛什么时候"),
    ("another role", "我说的是教师", "学生能报名吗", "教师能报名吗"),
    ("a role where none was", "老师呢", "能报几项", "老师能报几项"),
    ("a school in the place of a company", "学校呢", "一个企业能报几队", "一个学校能报几队"),
    ("a bare time is of the stage spoken of", "什么时候", "报到在哪", "报到什么时候"),
    ("a bare time of this competition", "这个比赛什么时候", "要交钱吗", "比赛什么时候"),
    ("a bare place of nothing that has one", "在哪儿呢", "有多少赛项", None),
    ("the stage stays where a place is asked", "在哪里举行", "决赛什么时候", "决赛在哪里举行"),
    ("what has its own question stays alone", "邮箱是多少", "报名截止到哪天", None),
    ("who may enter is no follow-up of a fee", "学生能去不", "要交钱不", None),
    ("but of another who may enter", "学生能去不", "职工能参加不", "学生能参加不"),
    ("what is long stays alone", "参赛选手往返交通费由谁来承担", "初赛在哪里比", None),
]


@pytest.mark.parametrize(
    ("name", "text", "before", "meant"), COMPLETED, ids=[c[0] for c in COMPLETED]
)
def test_completed(name, text, before, meant):
    assert FOLLOW.completed(plain(text), before, lambda _: True) == meant


def test_without_a_question_before_nothing_is_completed():
    assert FOLLOW.completed("二等奖呢", "", lambda _: True) is None


def test_a_word_no_notice_has_is_no_follow_up():
    assert FOLLOW.completed("洗衣机呢", "一等奖几名", lambda _: False) is None
    assert FOLLOW.completed("育婴员呢", "养老护理员是哪一类", lambda _: True) == "育婴员是哪一类"


def test_a_named_group_leaves_no_second_role_in_the_words():
    before = "院校能报几组学生"
    assert FOLLOW.completed("职工", before, lambda _: True, group=True) == "院校能报几组职工"
    assert FOLLOW.completed("职工", "多少人进", lambda _: True, group=True) == "多少人进"


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("那邮箱呢", "邮箱"),
        ("那它的邮箱呢", "邮箱"),
        ("不是，我问的是机器视觉", "机器视觉"),
        ("不对，应该是贵州的", "贵州"),
        ("还有截止时间呢？", "截止时间"),
        ("是否收费", "是否收费"),
        ("那些材料要交", "那些材料要交"),
    ],
)
def test_the_core_of_a_follow_up(text, core):
    assert FOLLOW.core(plain(text)) == core


@pytest.mark.parametrize(
    ("text", "number", "asked"),
    [
        ("第二个", 2, ""),
        ("第2个", 2, ""),
        ("那就第三个吧", 3, ""),
        ("选1", 1, ""),
        ("2", 2, ""),
        ("第十个的邮箱呢", 10, "邮箱"),
        ("最后一个", -1, ""),
    ],
)
def test_an_item_of_a_list(text, number, asked):
    pick = ordinal(plain(text))
    assert (pick.number, pick.asked) == (number, asked)


@pytest.mark.parametrize(
    "text", ["第二届", "第一名有什么奖", "第二等奖", "2026年", "3月几号", "二等奖"]
)
def test_no_item_of_a_list(text):
    assert ordinal(plain(text)) is None


@pytest.mark.parametrize("text", ["还有呢", "还有吗", "还有别的吗", "其他的呢", "那还有什么"])
def test_more_of_the_same(text):
    assert FOLLOW.more(plain(text))


@pytest.mark.parametrize("text", ["还有邮箱呢", "还有几天截止", "其他费用呢"])
def test_no_more_of_the_same(text):
    assert not FOLLOW.more(plain(text))


def test_the_concepts_of_the_data_are_known():
    data, known = frames(), set(words().concepts)
    named = [*data.families.values(), *data.kept.values(), *data.bare.values(), data.kept_words]
    assert len(named) > 10
    assert {concept for ids in named for concept in ids} <= known


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_are_read(text, before):
    FOLLOW.completed(plain(text), plain(before), lambda _: True)
    ordinal(plain(text))
    assert FOLLOW.core(plain(text)) in plain(text) or FOLLOW.core(plain(text)) != plain(text)
