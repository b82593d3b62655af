"""Which clause an official answer explains: the one it names, else the one that holds it."""

from __future__ import annotations

import pytest

from knowledge.model import Citation, Clause, Notice, Scope
from retrieval.official.binding import clause_called, clauses_named, explained, holds

CLAUSES = {
    "一": "竞赛于2026年11月3日在体育馆举行。",
    "二（一）": "报名截止时间为2026年10月9日。报名详细要求见附件。",
    "二（二）": "年满16周岁、在本市工作或学习的人员均可报名参赛。",
    "六": "大赛不收取报名费，食宿费用自理。",
}


@pytest.fixture(scope="module")
def notice():
    text, clauses = "", []
    for path, words in CLAUSES.items():
        start = len(text)
        text += words + "\n"
        clauses.append(
            Clause(
                path=path, level=1, mark=path[-1], text=words, start=start,
                end=start + len(words), scope=Scope(),
            )
        )  # fmt: skip
    return Notice(id="made", label="试", title="试", name="试", text=text, clauses=tuple(clauses))


def cited(notice, path):
    clause = next(one for one in notice.clauses if one.path == path)
    return Citation(
        notice=notice.id, label="试", path=path, quote=clause.text, start=clause.start,
        end=clause.end,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer", "desk", "path"),
    [
        ("报名费能退吗", "大赛不收报名费，没有退费问题。", "二（一）", "六"),
        ("还能补报吗", "以10月9日为准，不延期。", "六", "二（一）"),
        ("外地人行吗", "在本市工作就可以。", "二（一）", "二（二）"),
        ("外地人行吗", "可以，见二（二）。", "六", "二（二）"),
        ("食宿呢", "食宿自理。", "六", "六"),
    ],
)
def test_the_clause_that_holds_the_answer_comes_first(notice, question, answer, desk, path):
    found = explained(answer, question, [cited(notice, desk)], notice)
    assert found[0].path == path
    assert notice.text[found[0].start : found[0].end] == found[0].quote


def test_what_the_desk_cited_can_always_be_chosen_and_each_clause_once(notice):
    found = explained("可以", "能带键盘吗", [cited(notice, "六"), cited(notice, "一")], notice)
    assert [one.path for one in found] == ["六", "一"]
    every = explained("报名截止后不能报名参赛", "报名", [cited(notice, "六")], notice)
    assert len({one.path for one in every}) == len(every) <= 4


def test_the_words_of_another_notice_are_none(notice):
    other = cited(notice, "六").model_copy(update={"notice": "other"})
    assert explained("可以", "能带键盘吗", [other], notice) == ()


@pytest.mark.parametrize(
    ("answer", "sentence", "held"),
    [
        ("以10月9日为准", "报名截止时间为2026年10月9日。", True),
        ("可以自带有线键盘", "报名详细要求见附件。", False),
        ("不收取费用", "大赛不收取报名费", True),
    ],
)
def test_whether_a_sentence_has_something_of_the_answer(answer, sentence, held):
    assert holds(answer, sentence) is held


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("见二（二）", ["二（二）"]),
        ("见第六条", ["六"]),
        ("六个人，一共二队", []),
        ("见三（一）", []),
    ],
)
def test_clauses_named_by_their_number(notice, words, paths):
    assert [one.path for one in clauses_named(words, notice)] == paths


@pytest.mark.parametrize(
    ("words", "path"), [("二（一）", "二（一）"), ("第六条", "六"), ("二 (2)", None), ("好", None)]
)
def test_a_clause_called_by_its_number_alone(notice, words, path):
    found = clause_called(words, notice)
    assert (found.path if found else None) == path
