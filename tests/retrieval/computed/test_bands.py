"""What holds on a day or for marks, told step by step in one clause."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.computed.bands import _day_bound, _mark_bound
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办白河市面食制作技能竞赛的通知
一、费用
（一）参赛费每人300元。
（二）退费：3月31日17:00前申请的，全额退还；4月1日至4月12日申请的，退还百分之五十；4月13日以后不予退还。
二、证书
（一）成绩85分以上的，核发三级证书；70分以上不足85分的，核发四级证书；不足70分的，不核发证书。
（二）面点雕塑赛项不核发职业技能等级证书。
三、赛项
竞赛设手擀面、面点雕塑两个赛项。
2026年2月1日
"""
DESK = Desk([read_notice("mianshi", TEXT.encode())])
CASES = {
    "the last day of the first step": ("3月31号申请退费退多少", "全额", "百分之五十"),
    "the first day of the second": ("4月1号申请退费退几成", "百分之五十", "全额"),
    "the last day of the second": ("4月12号申请退费退几成", "百分之五十", "不予退还"),
    "the first day of the third": ("4月13号退费还退吗", "不予退还", "百分之五十"),
    "today": ("今天申请退费退几成", "百分之五十", "全额"),
    "the best marks": ("考85分发几级证书", "三级证书", "四级证书"),
    "just below them": ("考84分发几级证书", "四级证书", "三级证书"),
    "the fewest marks": ("考70分发几级证书", "四级证书", "不核发"),
    "too few marks": ("考69分发证书吗", "不核发证书", "三级证书"),
}


@pytest.mark.parametrize(("question", "told", "untold"), CASES.values(), ids=CASES)
def test_the_step_that_holds_is_told(question, told, untold):
    text = _text(question)
    assert told in text
    assert untold not in text


def test_a_track_that_is_left_out_is_told_so():
    text = _text("面点雕塑考了90分，能发三级证书吗")
    assert "面点雕塑赛项不核发" in text
    assert "核发三级证书" not in text
    assert "核发三级证书" in _text("手擀面考了90分，能发三级证书吗")


def test_without_a_day_all_steps_are_told():
    text = _text("退费退多少")
    assert all(step in text for step in ("全额", "百分之五十", "不予退还"))


@pytest.mark.parametrize(
    ("plain", "bound"),
    [
        ("3月10日(含)前缴费的", (0.0, 311.0)),
        ("4月1日至12日申请的", (401.0, 413.0)),
        ("4月13日起不退", (413.0, 10000.0)),
        ("4月13日报到", None),
    ],
)
def test_days_of_a_step(plain, bound):
    assert _day_bound(plain) == bound


@pytest.mark.parametrize(
    ("plain", "bound"),
    [
        ("60分以上70分以下的", (60.0, 10000.0)),
        ("60-70分的", (60.0, 70.0)),
        ("低于60分的", (0.0, 60.0)),
        ("限时60分钟以上", None),
        ("满分100分", None),
    ],
)
def test_marks_of_a_step(plain, bound):
    assert _mark_bound(plain) == bound


def _text(question: str) -> str:
    on = datetime(2026, 4, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
    return DESK.answer(Question(id="q", text=question, as_of=on, notice="mianshi")).text
