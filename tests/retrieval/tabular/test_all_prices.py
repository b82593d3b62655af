"""参赛费多少, where the table has a price for each kind of entrant: all of them, and no other."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Question

DAY = parse_as_of("2026-03-02")
NOTICE = """某省师生同赛技能竞赛通知
各学校：
一、赛项
竞赛设电工、焊工两个赛项。
二、费用
（一）参赛费标准：
参赛类别\t标准
学生组个人\t150元/人
教师组个人\t200元/人
混合团队\t600元/队
（二）承办校可协助预订住宿，标准间180元/间·天；餐费60元/人·天。
某省教育厅
2026年3月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    notice, rules = drafted("prices", NOTICE.encode())
    return Desk([notice], rules={notice.id: rules})


@pytest.mark.parametrize("question", ["参赛费多少", "要交多少钱", "收费标准"])
def test_who_says_of_no_kind_is_told_the_prices_of_all(desk: Desk, question: str) -> None:
    text = desk.answer(Question(text=question, notice="prices", as_of=DAY)).text
    assert all(price in text for price in ("150元/人", "200元/人", "600元/队"))


@pytest.mark.parametrize(("question", "price"), [("住宿一晚多少钱", "180元"), ("餐费多少", "60元")])
def test_other_money_is_not_told_from_the_table(desk: Desk, question: str, price: str) -> None:
    text = desk.answer(Question(text=question, notice="prices", as_of=DAY)).text
    assert price in text
    assert "600元/队" not in text
