"""What ranks get where a list gives it in order, bars of marks, and cells apart."""

from __future__ import annotations

import pytest

from retrieval.computed.cells_apart import cells_apart
from retrieval.computed.in_order import in_order
from retrieval.computed.mark_bars import _BAR, _MARKS

LISTED = "个人项目第2名至第4名依次计9、7、6分"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("第二名记几分", "9分"),
        ("亚军记几分", "9分"),
        ("第四名记几分", "6分"),
        ("第一名记几分", None),
        ("第五名记几分", None),
        ("第二名和第三名记几分", None),
        ("第二名发多少钱", None),
    ],
)
def test_the_rank_within_the_list_is_told(question, told):
    found = in_order(question, LISTED)
    assert (found.text if found else None) == (f"第{_rank(question)}名：{told}。" if told else None)


def _rank(question: str) -> int:
    return 2 if question[0] == "亚" else " 一二三四五".index(question[1])


def test_lists_of_another_length_are_not_read():
    assert in_order("第二名记几分", "第2名至第4名依次计9、7分") is None


@pytest.mark.parametrize(
    ("cells", "result"),
    [
        (["300元", "200元"], "100元"),
        (["200元", "300元"], "100元"),
        (["300元", "300元"], None),
        (["300元", "2人"], None),
        (["300元", "200元", "100元"], None),
        (["不设", "200元"], None),
    ],
)
def test_only_two_amounts_of_one_unit_lie_apart(cells, result):
    found = cells_apart("两队奖金差多少", cells)
    assert found is None if result is None else found is not None and result in found.text


@pytest.mark.parametrize(
    ("question", "marks"),
    [("总分59能得奖吗", "59"), ("理论考了60分能进实操吗", "60"), ("得了第3名有奖吗", None)],
)
def test_marks_are_heard(question, marks):
    found = _MARKS.search(question)
    assert (found["n"] if found else None) == marks


def test_a_bar_denies_something():
    assert _BAR.search("低于60分的不得进入实操")
    assert _BAR.search("低于60分的颁发纪念品") is None
