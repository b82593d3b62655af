"""Numbers of a question against the bounds of a clause, on both sides of each boundary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.conditions import (
    Bound,
    agreement,
    bounds,
    of_unknown_age,
    ranked,
    stated,
)
from retrieval.question.stance import lead, outside

HONOUR = "前3名且年龄在35周岁（含）以下的选手，可申报荣誉称号。"


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("决赛只有25个人会怎样", [(25, "人")]),
        ("不到20人呢", [(19, "人")]),
        ("没满16岁", [(15, "岁")]),
        ("超过30人", [(31, "人")]),
        ("今年16周岁", [(16, "岁")]),
        ("30队参赛", [(30, "人")]),
        ("20名选手", [(20, "人")]),
        ("干了5年", [(5, "年")]),
        ("我25岁，工作3年", [(25, "岁"), (3, "年")]),
        ("2023届有几个人", []),
        ("我36了，能申报吗", [(36, "岁")]),
        ("今年16，能报吗", [(16, "岁")]),
        ("我报了36号", []),
        ("我考了36分", [(36, "分")]),
        ("报名人数凑不够20会咋样", [(19, "人")]),
        ("考不到60会咋样", [(59, "分")]),
        ("没有数字", []),
        ("", []),
    ],
)
def test_the_numbers_a_question_states(question, numbers):
    assert list(stated(question)) == numbers


@pytest.mark.parametrize(
    ("clause", "inside", "outside"),
    [
        ("不足20人（队）的项目停止实施", [0, 19], [20, 21]),
        ("20人（含）至30人（队）的，不设奖项", [20, 25, 30], [19, 31]),
        ("20人（不含）至30人", [21, 30], [20, 31]),
        ("20人至不足30人", [20, 29], [19, 30]),
        ("参赛人数超过30人的", [31], [30, 29]),
        ("不少于30人（队）", [30, 31], [29]),
        ("不得少于30人", [30], [29]),
        ("不得超过2人（队）", [0, 2], [3]),
        ("限15人以内", [15, 1], [16]),
        ("年满16周岁以上", [16, 60], [15]),
        ("年龄在35周岁（含）以下", [35, 18], [36]),
        ("年龄在35周岁（不含）以下", [34], [35]),
        ("工作5年以上", [5, 6], [4]),
        ("至少3名", [3], [2]),
        ("最多3名", [3], [4]),
        ("未满18周岁", [17], [18]),
    ],
)
def test_both_sides_of_a_bound(clause, inside, outside):
    (bound,) = bounds(clause)
    assert [n for n in inside if not bound.holds(n)] == []
    assert [n for n in outside if bound.holds(n)] == []


@pytest.mark.parametrize("clause", ["设一等奖1名", "共33个项目", "占20%", "2026年5月28日", ""])
def test_a_mere_number_is_no_bound(clause):
    assert bounds(clause) == ()


def test_two_bounds_of_one_sentence_are_two():
    found = bounds("不足20人的停止实施；20人（含）至30人（队）的，不设奖项")
    assert {(b.low, b.high) for b in found} == {(None, 20), (20, 30)}


@pytest.mark.parametrize(
    ("question", "clause", "worth"),
    [
        ("只有25人", "20人（含）至30人（队）的，不设奖项", 1.0),
        ("只有25人", "不足20人（队）的参赛项目停止实施", -1.0),
        ("只有15人", "不足20人（队）的参赛项目停止实施", 1.0),
        ("只有20人", "不足20人（队）的参赛项目停止实施", -1.0),
        ("只有20人", "20人（含）至30人（队）的，不设奖项", 1.0),
        ("我16岁", "不少于30人", 0.0),
        ("不设奖项吗", "不足20人停止实施", 0.0),
        ("只有25人", "一等奖1名", 0.0),
    ],
)
def test_which_clause_a_number_belongs_to(question, clause, worth):
    assert agreement(question, clause) == worth


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_below_and_not_below_are_opposites(number, limit):
    (below,) = bounds(f"不足{limit}人")
    (at_least,) = bounds(f"不少于{limit}人")
    assert below.holds(number) is (number < limit)
    assert at_least.holds(number) is not below.holds(number)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_a_range_holds_what_lies_in_it(low, high, number):
    (bound,) = bounds(f"{low}人至{high}人")
    assert bound == Bound("人", low, high)
    assert bound.holds(number) is (low <= number <= high)


@given(st.text(st.sampled_from("不足满超过至少多于人队岁年名个（含）以上下内外到—、，0123456789 ")))
def test_any_writing_is_read_without_a_fault(text):
    for bound in bounds(text):
        assert bound.low is not None or bound.high is not None
    assert agreement(text, text) in {-1.0, 0.0, 1.0}
    assert all(number >= -1 for number, _ in stated(text))


RANKS = "单人赛前六名（双人赛前三名、多人赛第一名）晋升一级"


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("单人赛第六名能晋升吗", RANKS, 1),
        ("单人赛第七名能晋升吗", RANKS, -1),
        ("双人赛第三能吗", RANKS, 0),
        ("双人赛拿第三能吗", RANKS, 1),
        ("双人赛拿第四能吗", RANKS, -1),
        ("多人赛得了第二名", RANKS, -1),
        ("多人赛冠军呢", RANKS, 1),
        ("拿第五能吗", RANKS, 1),
        ("第四届有多少名额", RANKS, 0),
        ("没有名次", RANKS, 0),
        ("三等奖有证书吗", "对一等奖、二等奖选手的指导教师颁发证书", -1),
        ("二等奖有证书吗", "对一等奖、二等奖选手的指导教师颁发证书", 1),
        ("三等奖有证书吗", "颁发证书", 0),
    ],
)
def test_ranks_and_prizes(question, clause, said):
    assert ranked(question, clause) == said


@pytest.mark.parametrize("words", ["前一0名", "第0一名", "前十十名", "第百名"])
def test_what_is_no_number_is_no_rank(words):
    assert ranked(words, "前三名晋升") in {-1.0, 0.0, 1.0}
    assert ranked("第二名", words) in {-1.0, 0.0, 1.0}


@pytest.mark.parametrize("digits", [10, 5_000])
def test_a_row_of_digits_too_long_to_count_sets_no_bound(digits):
    row = "9" * digits
    assert bounds(f"不超过{row}人，{row}人至{row}人") == ()
    assert stated(f"不到{row}人，前{row}名") == ()
    assert ranked(f"前{row}名", f"前{row}名") in {-1.0, 0.0, 1.0}


@given(st.text(alphabet="第前一二三10名冠军单双多人赛等奖拿得", max_size=20), st.text(max_size=40))
def test_any_ranks_are_read(question, clause):
    assert ranked(question, clause) in {-1.0, 0.0, 1.0}


@pytest.mark.parametrize(("age", "key"), [("36", "no_may"), ("35", None), ("34", None)])
def test_an_age_said_without_its_unit_is_held_against_the_limit(age, key):
    assert outside(f"我{age}了拿了第二，荣誉称号能申报不", HONOUR) == key


def test_no_may_follows_where_an_age_is_set_and_none_is_told():
    assert of_unknown_age("第二名能申报荣誉称号吗", HONOUR)
    assert not of_unknown_age("我34了，第二名能申报荣誉称号吗", HONOUR)
    assert lead("第二名能申报荣誉称号吗", HONOUR) is None
    assert lead("我34了，能申报荣誉称号吗", HONOUR) == "yes_may"
    assert lead("第二名能申报荣誉称号吗", "前3名的选手，可申报荣誉称号。") == "yes_may"
