"""What a clause says to a yes/no question; a wrong 可以 must not happen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.stance import lead, outside, stance
from retrieval.wording import say

FORBIDDEN = ("不得", "不能", "不可", "不允许", "禁止", "严禁", "不再", "不予", "不接受", "一律不")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("参赛选手不得兼项参赛", "forbidden"),
        ("团队赛不得跨单位组队参赛", "forbidden"),
        ("不再接受纸质申报", "forbidden"),
        ("逾期不予受理", "forbidden"),
        ("取消次年申报资格", "forbidden"),
        ("符合条件的选手均可报名参赛", "allowed"),
        ("费用可由选手自行支付", "allowed"),
        ("各参赛单位不设名额限制", "allowed"),
        ("户籍不限", "allowed"),
        ("本次大赛不收取报名费", "not_required"),
        ("无需提交纸质材料", "not_required"),
        ("不得以任何名义向参赛选手收取报名费", "not_required"),
        ("不单独设置职工组、学生组", "none"),
        ("不进行理论知识考试", "none"),
        ("各参赛单位须提前购买意外伤害保险", "required"),
        ("应当提交报名表", "required"),
        ("大赛设五个赛项", "mixed"),
        ("可以报名，但不得兼项", "mixed"),
        ("", "mixed"),
    ],
)
def test_the_one_thing_the_words_say(part, said):
    assert stance(part) == said


@pytest.mark.parametrize(
    "part",
    [
        "如遇不可抗力，竞赛将延期举办",
        "可能延期",
        "应届毕业生",
        "应用技术",
        "可靠的设备",
        "应急救护",
    ],
)
def test_words_that_only_look_like_a_permission_or_a_duty(part):
    assert stance(part) == "mixed"


@pytest.mark.parametrize(
    ("question", "part", "begins"),
    [
        ("可以兼项吗", "参赛选手不得兼项参赛", "不可以。"),
        ("能跨单位组队吗", "不得跨单位组队", "不可以。"),
        ("要交报名费吗", "不收取报名费", "不需要。"),
        ("需要买保险吗", "须购买意外伤害保险", "需要。"),
        ("可以自行支付吗", "费用可由选手自行支付", "可以。"),
        ("要考理论吗", "不进行理论知识考试", "否。"),
        ("可以买保险吗", "须购买意外伤害保险", None),
        ("可以报名吗", "可以报名，但不得兼项", None),
        ("可以报名吗", "大赛设五个赛项", None),
        ("闭幕时能唱歌吗", "一律不安排唱歌，可以展示作品", "不可以。"),
        ("闭幕时能展示作品吗", "一律不安排唱歌，可以展示作品", None),
        ("没有备案的项目能享受补贴吗", "未备案的项目，不享受补贴", "不可以。"),
    ],
)
def test_the_lead(question, part, begins):
    key = lead(question, part)
    assert (say(f"lead.{key}") if key else None) == begins


@given(st.sampled_from(FORBIDDEN), st.text(st.sampled_from("选手可以报名参赛均允许，须应当")))
def test_what_is_forbidden_is_never_led_by_yes(word, rest):
    for part in (f"{word}{rest}", f"{rest}{word}", f"{rest}{word}{rest}"):
        assert lead("可以报名吗，能不能参加", part) != "yes_may"


@given(st.text(), st.text())
def test_any_words_have_a_stance_and_a_lead_with_a_wording(question, part):
    key = lead(question, part)
    assert key is None or say(f"lead.{key}")


@pytest.mark.parametrize(
    ("question", "part", "key"),
    [
        ("派3个人行吗", "每个参赛单位参赛选手不超过2人", "no_may"),
        ("派2个人行吗", "每个参赛单位参赛选手不超过2人", None),
        ("36岁有这个荣誉吗", "年龄在35周岁(含)以下的选手可申报荣誉", "none"),
        ("35岁有这个荣誉吗", "年龄在35周岁(含)以下的选手可申报荣誉", None),
        ("25个人还能评奖吗", "20人(含)至30人(队)的,不设奖项", "no_may"),
        ("31个人还能评奖吗", "20人(含)至30人(队)的,不设奖项", None),
        ("没有数字能参加吗", "不得超过2人", None),
        ("报了瓦工还能再报木工吗", "一人只能报一个项目", "no_may"),
        ("报了瓦工还能再参加展示吗", "一人只能报一个项目，但可以同时参加展示", None),
    ],
)
def test_numbers_outside_a_bound_are_a_no_and_never_a_yes(question, part, key):
    assert outside(question, part) == key
