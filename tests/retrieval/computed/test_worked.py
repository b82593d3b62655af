"""What follows from a clause and the numbers of a question."""

from __future__ import annotations

import pytest

from retrieval.computed.worked import added, multiplied, together, weighted

WEIGHTS = ["理论成绩占总成绩的20%,技能操作成绩占总成绩的80%"]


@pytest.mark.parametrize(
    ("question", "texts", "result"),
    [
        ("理论80实操90,总成绩多少", WEIGHTS, "80×20%+90×80%=88分"),
        ("笔试70分,技能操作60分,最后多少分", WEIGHTS, "70×20%+60×80%=62分"),
        ("网评90现场80最后多少分", ["网络评审成绩占60%,现场决赛成绩占40%"], "=86分"),
    ],
)
def test_marks_by_their_weights(question, texts, result):
    assert result in weighted(question, texts).text


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("理论80分总成绩多少", WEIGHTS),
        ("理论80实操90,总成绩多少", ["理论占20%,实操占70%"]),
        ("理论80实操90,总成绩多少", ["理论时长60分钟"]),
        ("理论60分钟实操90分钟", WEIGHTS),
    ],
)
def test_no_marks_without_all_weights(question, texts):
    assert weighted(question, texts) is None


def test_what_is_due_for_each():
    assert "2×150=300元" in multiplied("报两个职业交多少", ["每个职业缴纳原材料费150元"]).text
    assert multiplied("报名交多少", ["每个职业缴纳原材料费150元"]) is None


def test_shares_together():
    assert "10%+15%+25%=50%" in together("加起来多少", ["一等奖10%,二等奖15%,三等奖25%"]).text
    assert together("一等奖多少", ["一等奖10%,二等奖15%"]) is None
    assert together("加起来多少", ["理论60%,实操60%"]) is None


@pytest.mark.parametrize(
    ("cells", "result"), [(("12", "4"), "12+4=16"), (("2人", "3人"), "2+3=5人")]
)
def test_cells_together(cells, result):
    assert result in added("一共几个", cells).text


@pytest.mark.parametrize("cells", [("12",), ("12", "不限"), ("2人", "详见附件")])
def test_cells_that_are_no_numbers_are_not_added(cells):
    assert added("一共几个", cells) is None
