"""The answering part of a sentence: verbatim, limits kept, never cut inside a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.passages.trim import SHORT, cut_limit, segments, trim

REST = "理论知识题库在初赛之前由大赛组委会统一发布在选手群里，供各参赛单位和选手下载"
LONG = (
    "参赛选手由所在单位组织报名参赛（团队赛，不得跨单位），设职工组的赛项，企业职工比例不低于50%，"
    "决赛实际参赛人数原则上不少于30人（队），奖金合计1,500元，其中学生500元，逾期不予受理。"
)


def about(*words):
    """How much a segment speaks of some words."""
    return lambda segment: float(sum(word in segment for word in words))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲，乙；丙", ["甲，", "乙；", "丙"]),
        ("甲（乙，丙），丁", ["甲（乙，丙），", "丁"]),
        ("“甲，乙”，丙", ["“甲，乙”，", "丙"]),
        ("《甲，乙》；丙", ["《甲，乙》；", "丙"]),
        ("1,500元,2元", ["1,500元,", "2元"]),
        ("没有逗号", ["没有逗号"]),
        ("，", ["，"]),
        ("", []),
    ],
)
def test_segments(text, parts):
    assert [s.text for s in segments(text)] == parts


def test_a_short_sentence_is_answered_whole():
    short = "一，" * (SHORT // 2)
    assert len(short) == SHORT
    assert trim(short, about("没有")) == short
    assert trim(short + "二", lambda segment: float("二" in segment)) != short + "二"


def test_a_sentence_that_says_nothing_of_the_question_stays_whole():
    assert trim(LONG, about("没有这个词")) == LONG


@pytest.mark.parametrize(
    ("words", "holds", "not_holds"),
    [
        (["组织报名"], "（团队赛，不得跨单位）", "30人"),
        (["企业职工比例"], "设职工组的赛项，企业职工比例不低于50%", "所在单位"),
        (["奖金"], "奖金合计1,500元，其中学生500元", "30人"),
        (["决赛"], "原则上不少于30人（队）", "奖金"),
    ],
)
def test_what_answers_with_its_condition_and_its_limit(words, holds, not_holds):
    part = trim(LONG, about(*words))
    assert holds in part
    assert not_holds not in part


@pytest.mark.parametrize(
    "limit", ["且", "但", "除", "原则上", "其中", "逾期", "不含", "不得", "仍"]
)
def test_a_limit_behind_is_kept(limit):
    text = f"{'某' * SHORT}，可以报名参赛，{limit}属另一种情形，最后一句话说别的事情。"
    assert trim(text, about("可以报名")) == f"可以报名参赛，{limit}属另一种情形"


@pytest.mark.parametrize(
    "front", ["对已报名的，", "以学生身份参赛的，", "凡符合条件者，", "除市外选手，"]
)
def test_a_condition_in_front_is_kept(front):
    text = f"{'某' * SHORT}说明如下面，{front}免交报名费，最后一句话说别的事情。"
    assert trim(text, about("免交")) == f"{front}免交报名费"


PIECES = st.lists(
    st.sampled_from(
        [
            "报名",
            "1,5",
            "30人",
            "2026年9月29日",
            "，",
            "；",
            ",",
            "（",
            "）",
            "“",
            "”",
            "且",
            "但",
            "的",
            "一",
        ]
    ),
    max_size=60,
).map("".join)


@given(PIECES | st.text(max_size=200), st.sampled_from(["报名", "30", "且", "年", "无"]))
def test_the_part_is_verbatim_and_cut_at_commas_only(text, word):
    part = trim(text, about(word))
    assert part in text
    assert not part or part[-1] not in "，,；;" or len(text) <= SHORT or part == text
    begins = [s.start for s in segments(text)]
    stops = [len(text[: s.end].rstrip("，,；;、")) for s in segments(text)]
    if part and part != text:
        assert any(text.startswith(part, at) and at + len(part) in stops for at in begins)


@given(st.integers(1000, 10**9), st.text(st.sampled_from("一二三，；、"), min_size=SHORT))
def test_never_cut_inside_a_number(number, rest):
    printed = f"{number:,}"
    for text in (f"奖金{printed}元，{rest}", f"{rest}，奖金{printed}元"):
        assert printed in trim(text, about("奖金", "元"))


@given(PIECES | st.text())
def test_the_segments_are_the_text(text):
    found = segments(text)
    assert "".join(s.text for s in found) == text
    assert all(text[s.start : s.end] == s.text for s in found)


@pytest.mark.parametrize(
    ("quote", "part", "cuts"),
    [
        ("年满16周岁以上，且在法定退休年龄以内。", "年满16周岁以上", True),
        ("可以报名，但不得兼项。", "可以报名", True),
        ("均可报名（不含在职教师）。", "均可报名", True),
        ("可以报名，费用自理。", "可以报名", False),
        ("可以报名。", "可以报名", False),
        ("可以报名。", "别的", False),
        ("可以报名。", "", False),
    ],
)
def test_whether_a_limit_is_cut_off(quote, part, cuts):
    assert cut_limit(quote, part) is cuts


def test_other_groups_numbers_are_left_out_and_a_list_of_groups_is_not():
    text = "选拔职工组25名进入决赛、学生组20名进入决赛"
    weight = {"选拔职工组25名进入决赛、": -1.0}
    said = trim(text, lambda segment: weight.get(segment, 1.0), ("职工组", "学生组"))
    assert said == "学生组20名进入决赛"
    listed = "职工组、学生组均须报名"
    assert trim(listed, lambda _: 1.0, ("职工组", "学生组")) == listed


def test_a_short_text_is_cut_only_where_it_speaks_of_something_else():
    text = "理论考核60分钟，实操考核180分钟"
    assert trim(text, lambda segment: 2.0 if "理论" in segment else 0.5) == text
    assert trim(text, lambda segment: 2.0 if "理论" in segment else -1.0) == "理论考核60分钟"


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        (
            f"须有四级证书，若没有证书，需满足五年工作年限，{REST}",
            "没有证书",
            "若没有证书，需满足五年工作年限",
        ),
        (
            f"报名由工会受理，联系人：胡老师，电话：0790-6610099，{REST}",
            "联系人",
            "联系人：胡老师，电话：0790-6610099",
        ),
        (
            f"初赛定于六月，初赛在各单位进行，采用线上方式，{REST}",
            "各单位",
            "初赛在各单位进行，采用线上方式",
        ),
    ],
)
def test_nothing_is_but_half_said(text, words, part):
    assert len(text) > SHORT
    assert trim(text, about(words)) == part


def test_what_is_not_is_told_with_what_alone_is():
    text = "比赛只进行操作技能考核，不进行理论知识考试"
    assert trim(text, lambda said: 1.0 if "理论" in said else -1.0) == text
