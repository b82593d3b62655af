"""What faults cost that a question counts; prizes of single entrants apart from teams'."""

from __future__ import annotations

import pytest

from retrieval.computed.penalties import penalties
from retrieval.computed.prize_sums import prize_money

PRICES = "漏缝一处扣3分,断线一次扣2分,每掉针一次加罚4秒"
ADDED = {
    "漏缝两处又断线一次一共扣几分": "2×3+1×2=8分",
    "断线3次扣多少分": "3×2=6分",
    "掉针两次罚多少秒": "2×4=8秒",
}
NONE = [
    "断线一次掉针一次一共多少",  # marks and seconds are not added
    "漏缝两处又跑边一次一共扣几分",  # one fault has no price
    "断线扣几分",  # nothing is counted
    "断线两次了怎么办",
]


@pytest.mark.parametrize(("question", "formula"), ADDED.items())
def test_faults_are_added_up(question, formula):
    found = penalties(question, [PRICES])
    assert found is not None
    assert formula in found.text


@pytest.mark.parametrize("question", NONE)
def test_what_cannot_be_added_is_not(question):
    assert penalties(question, [PRICES]) is None


def test_prizes_paid_in_two_ways_are_not_summed():
    both = [
        "个人一等奖1名,二等奖2名",
        "个人一等奖800元,二等奖500元",
        "团体一等奖3000元,二等奖2000元",
    ]
    assert prize_money("奖金一共多少钱", both) is None
    one = prize_money("奖金一共多少钱", both[:2])
    assert one is not None
    assert "1×800+2×500=1800元" in one.text


SCORED = "每查出1处隐患得5分,误报1处扣2分"


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("查对12处误报2处得几分", "12×5−2×2=56分"),
        ("找到3处误报1处得几分", "3×5−1×2=13分"),
        ("查出4处得多少分", "4×5=20分"),
    ],
)
def test_what_is_lost_is_taken_off_what_is_earned(question, formula):
    found = penalties(question, [SCORED])
    assert found is not None
    assert formula in found.text


def test_nothing_is_less_than_nothing():
    assert penalties("查出1处误报3处得几分", [SCORED]) is None
