"""What tells who somebody is goes; what a question is about stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.masking import masked

NOTICE = "报名截止时间：2026年9月29日。联系人：余维，电话023-63899503，邮箱 ai@example.org。"


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("我叫张伟明，17岁能报吗", "张伟明"),
        ("张伟明能报名吗", "张伟明"),
        ("我是王磊，高职在读", "王磊"),
        ("帮李明问一下截止时间", "李明"),
        ("陈志强和刘洋两个人能组队吗", "刘洋"),
        ("姓名：欧阳锋 单位：重庆某厂", "欧阳锋"),
        ("选手赵六能换吗", "赵六"),
        ("孩子叫周子涵，能参加吗", "周子涵"),
        ("我叫小明", "小明"),
        ("My name is Zhang San, can I join?", "Zhang San"),
        ("身份证11010519491231002X能报吗", "1949"),
        ("身份证 110105 1949 1231 002x", "1949"),
        ("手机138-0013-8000收得到吗", "8000"),
        ("电话１３８００１３８０００", "１３８"),
        ("电话一三八零零一三八零零零", "一三八"),
        ("2009年5月1日出生的能报吗", "5月1日"),
        ("二〇〇九年五月一日生", "二〇〇九"),
        ("生日2009-05-01", "2009-05"),
        ("2009年出生能报吗", "2009"),
        ("发到 zhang.san@example.com 行吗", "zhang.san"),
        ("我\u200b叫张\u200b伟明", "伟明"),
    ],
)
def test_what_tells_who_somebody_is_goes(said, gone):
    assert gone in said.replace("\u200b", "")
    assert gone not in masked(said, NOTICE)


@pytest.mark.parametrize(
    "said",
    [
        "17岁能报吗", "一个单位能报几组", "我是高职学生能报吗", "谢谢老师", "许多人问金额是多少",
        "方便问下高级工能不能报", "何时截止", "王老师电话多少", "2026年9月29日还能报吗",
        "打023-63899503没人接怎么办", "余维在吗", "江津区的能报吗", "姓名写错了怎么办",
        "程序设计赛项几人一队", "向组委会提交吗", "第四届几月比", "名字里有生僻字怎么填",
    ],
)  # fmt: skip
def test_what_a_question_is_about_stays(said):
    assert masked(said, NOTICE) == said


@given(st.text(), st.text())
def test_any_words_are_masked_without_fault_and_once_is_enough(said, known):
    once = masked(said, known)
    assert masked(once, known) == once or "〔" in once


@given(st.integers(10**6, 10**18 - 1).map(str), st.sampled_from(["", " ", "-"]))
def test_no_long_number_is_left(number, between):
    assert number[-5:] not in masked(f"号码是{between.join(number)}，对吗").replace(between, "")
