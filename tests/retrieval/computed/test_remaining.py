"""How many more a most allows."""

from __future__ import annotations

import pytest

from retrieval.computed.remaining import remaining
from retrieval.computed.worked import worked
from retrieval.question.stance import lead, outside

BOUND = "同一企业报名不得超过6人,承办的场次不得超过2场"
TOLD = {
    "some are left": ("我们已报4人，还能再报几人", "6-4=2人"),
    "none is left": ("已报了6个人还能报几个", "6-6=0人"),
    "the bound of the other unit": ("已经办了1场，还可以办几场", "2-1=1场"),
    "numbers as words": ("已报两个人，还能报几个人", "6-2=4人"),
}
SILENT = {
    "more than the most": "我们已报9人，还能再报几人",
    "no number is told": "还能再报几人",
    "no more is asked": "我们已报4人，行吗",
}


@pytest.mark.parametrize("case", TOLD)
def test_what_is_left(case):
    question, formula = TOLD[case]
    assert formula in remaining(question, [BOUND]).text


@pytest.mark.parametrize("case", SILENT)
def test_nothing_is_worked_out_from_less(case):
    assert remaining(SILENT[case], [BOUND]) is None


def test_two_bounds_of_one_unit_tell_nothing():
    assert remaining("已报4人，还能再报几人", [BOUND, "每队不得超过5人"]) is None


def test_how_many_more_is_answered_by_no_yes_or_no():
    assert lead("已报4人，还能再报几人", BOUND) is None
    assert outside("已报7人，还能再报几人", BOUND) is None


@pytest.mark.parametrize("question", ["一二三等奖加一起几个名额", "一等奖到三等奖一共几个"])
def test_prizes_named_in_one_breath_are_added_up(question):
    found = worked(question, ["设一等奖1名、二等奖2名、三等奖4名"], [])
    assert found.text == "合计：1+2+4=7名。"
