"""Whether things are the same, which comes first: the question behind it, what is judged."""

from __future__ import annotations

import pytest

from knowledge.model import Citation
from retrieval.computed.sameness import judged, opened
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.reply import Piece

ASKED = [
    ("two rows and a noun", "甲项目跟乙项目是一个老师吗", ("甲项目联系人", "乙项目联系人")),
    ("the same school", "土工和木工是同一个学校办吗", ("土工承办单位", "木工承办单位")),
    ("the same day, of the contest", "土工和木工是同一天比吗", ("土工比赛时间", "木工比赛时间")),
    ("which comes first", "土工和木工哪个先比", ("土工比赛时间", "木工比赛时间")),
    ("what the last side says", "土工和木工奖金一样吗", ("土工奖金", "木工奖金")),
    (
        "what holds for both",
        "总分一样的话，土工和木工的名次定法一样吗",
        ("土工名次定法,总分一样的话", "木工名次定法,总分一样的话"),
    ),
    ("what the first side says", "土工奖金和木工一样吗", ("土工奖金", "木工奖金")),
]
EVERY = [
    ("a day of all tracks", "两个赛项报名截止是同一天吗", "报名截止时间", 2),
    ("a share of all tracks", "理论占比四个工种都一样吗", "理论占比", 4),
    ("a guessed share", "两个赛项理论都是占两成吗，会不会不一样", "理论占多少", 2),
]
OTHERWISE = ["报名截止是哪天", "木工要带哪些工具", "一个人能报两个赛项吗", "有没有培训"]


@pytest.mark.parametrize(("name", "text", "each"), ASKED, ids=[c[0] for c in ASKED])
def test_each_side_is_asked_openly(name, text, each):
    found = opened(plain(text))
    assert tuple(question for _, question in found.questions(words())) == each


@pytest.mark.parametrize(("name", "text", "ask", "number"), EVERY, ids=[c[0] for c in EVERY])
def test_all_tracks_are_asked_openly(name, text, ask, number):
    found = opened(plain(text))
    assert (found.ask, found.every, found.number) == (ask, True, number)


@pytest.mark.parametrize("text", OTHERWISE)
def test_other_questions_are_no_comparison(text):
    assert opened(plain(text)) is None


def _pieces(*texts: str) -> list[Piece]:
    proof = Citation(notice="n", label="n", path="一", quote="q", start=0, end=1)
    return [Piece(text=text, citations=(proof,)) for text in texts]


JUDGED = [
    ("days of which one has more", ("9月8日—9月10日", "9月21日"), "", None),
    ("days apart", ("9月8日", "9月21日"), "", "不相同，分别是："),
    ("one day", ("9月8日上午", "2026年9月8日"), "", "是相同的："),
    ("other cells", ("联系人：甲", "联系人：乙"), "", "不相同，分别是："),
    ("the same cell", ("联系人：甲，联系电话：1", "联系人：甲，联系电话：1"), "", "是相同的："),
    ("cells of other columns prove nothing", ("地点：甲楼", "时间：上午"), "", None),
    ("one sentence with a value of each", ("土工12小时、木工18小时",) * 2, "", "不相同，分别是："),
    ("the earlier one", ("9月21日", "9月8日"), "先", "木工更早："),
    ("the later one", ("9月21日", "9月8日"), "晚", "土工更晚："),
    ("no days, no order", ("上午", "下午"), "先", None),
]


@pytest.mark.parametrize(("name", "texts", "order", "said"), JUDGED, ids=[c[0] for c in JUDGED])
def test_only_values_of_one_kind_are_judged(name, texts, order, said):
    found = judged(("土工", "木工"), _pieces(*texts), order)
    assert (found.text if found else None) == said
