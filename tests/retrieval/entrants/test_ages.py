"""Whoever tells an age that nothing speaks against is told what the notice says of ages."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from eval.persons import drafted
from retrieval.desk import Desk
from retrieval.model import Question

NOTICE = """关于举办丹岭市茶艺技能竞赛的通知
一、参赛条件
（一）职业组：年满18周岁，从事本行业满一年，不设年龄上限。
（二）院校组：省内院校在籍学生，年满16周岁。
二、时间安排
报名截止时间为3月31日，决赛时间为4月23日。
2027年2月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    notice, rules = drafted("chayi", NOTICE.encode())
    return Desk([notice], rules={notice.id: rules})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("我63岁还能报职业组吗", "不设年龄上限"),
        ("我都63了还能报职业组么", "不设年龄上限"),
        ("孩子15岁可以去不", "16周岁"),
    ],
)
def test_ages_are_told(desk: Desk, question: str, told: str) -> None:
    text = desk.answer(
        Question(text=question, notice="chayi", as_of=parse_as_of("2027-02-25"))
    ).text
    assert told in text
    assert "4月23日" not in text
