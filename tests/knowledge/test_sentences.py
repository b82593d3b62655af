"""Clauses into sentences: wraps joined, lists and contacts kept, every place true."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.model import Clause, Scope
from knowledge.plain import bare, squeeze
from knowledge.sentences import sentences
from knowledge.structure import outline


def clause_of(text, mark="", before=0):
    return Clause(
        path="一", level=1, mark=mark, text=text.strip(), start=before, end=before + len(text),
        scope=Scope(),
    )  # fmt: skip


def read(text, mark=""):
    return [s.text for s in sentences(text, clause_of(text, mark))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲。乙；丙！丁？戊", ["甲。", "乙；", "丙！", "丁？", "戊"]),
        ("从事工作，年满16\n周岁。", ["从事工作，年满16周岁。"]),
        ("为深入贯彻精神，经\n\n研究，决定举办。", ["为深入贯彻精神，经研究，决定举办。"]),
        ("报名（见附件\n1）。费用", ["报名（见附件1）。", "费用"]),
        ("年龄（满16周岁；不满60周岁）。", ["年龄（满16周岁；不满60周岁）。"]),
        ("“甲；乙”。丙。", ["“甲；乙”。", "丙。"]),
        ("", []),
        (" \n\u3000\n", []),
        ("WPS Office 软件，报\n名", ["WPS Office软件，报名"]),
    ],
)
def test_sentences(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["参赛选手须缴纳费用，并在规定时", "间内提交报名表。"], True),
        (["参赛选手（不含在职", "教师）均可报名"], True),
        (["参赛对象包括企业、院校、", "协会和其他单位"], True),
        (["参赛选手须缴纳费用。", "报名表另行提交。"], False),
        (["参赛选手须缴纳费用，", "联系人：张老师"], False),
        (["参赛选手须缴纳费用，", "1.报名表"], False),
        (["参赛选手须缴纳费用，", "（一）报名表"], False),
    ],
)
def test_a_line_goes_on_only_where_a_sentence_is_open(lines, joined):
    whole = read("\n".join(lines))
    assert (whole[0] == "".join(lines)) is joined
    assert "".join(whole).replace("\n", "") == "".join(lines)


def test_the_mark_is_no_part_of_the_sentence():
    assert read("（一）大赛时间为5月。", "（一）") == ["大赛时间为5月。"]
    assert read("（ 一 ）\n大赛时间为5月。", "（一）") == ["大赛时间为5月。"]
    assert read("1．大赛时间为5月。", "1．") == ["大赛时间为5月。"]


def test_the_lines_of_one_contact_are_one_card():
    text = "组委会联系方式：\n联 系 人：张老师\n联系电话：02363899503\n地    址：云杉南路12号"
    card = sentences(text, clause_of(text))[-1]
    assert card.kind == "card"
    assert card.label == "联系人"
    assert card.text.splitlines() == [
        "联系人：张老师",
        "联系电话：02363899503",
        "地址：云杉南路12号",
    ]


def test_a_second_person_begins_a_second_card():
    text = "联系人：张老师\n联系电话：111\n联系人：李老师\n联系电话：222"
    cards = [s.text.splitlines() for s in sentences(text, clause_of(text))]
    assert cards == [["联系人：张老师", "联系电话：111"], ["联系人：李老师", "联系电话：222"]]


def test_a_label_with_the_entries_below_it_is_one_field():
    text = "主办单位：甲委员会\n乙局\n承办单位：丙学院\n丁公司"
    fields = sentences(text, clause_of(text))
    assert [(f.kind, f.label) for f in fields] == [("field", "主办单位"), ("field", "承办单位")]
    assert [f.text.splitlines() for f in fields] == [
        ["主办单位：甲委员会", "乙局"],
        ["承办单位：丙学院", "丁公司"],
    ]


def test_offsets_count_in_the_whole_notice():
    before, text = "前文。\n", "一、报名\n截止时间为5月。"
    source = f"{before}{text}\n二、其他"
    clause = Clause(
        path="一", level=1, mark="一、", text=text, start=len(before),
        end=len(before) + len(text), scope=Scope(),
    )  # fmt: skip
    for sentence in sentences(source, clause):
        assert bare(source[sentence.start : sentence.end]) == bare(sentence.text)
        assert len(before) < sentence.start < sentence.end <= clause.end


def hold_all(source, clause):
    """The sentences lie in order in the clause and are its words; what they leave out."""
    at, left = clause.start, ""
    for sentence in sentences(source, clause):
        assert at <= sentence.start < sentence.end <= clause.end
        words = source[sentence.start : sentence.end]
        assert words == words.strip()
        assert bare(squeeze(words)) == bare(sentence.text) != ""
        left += source[at : sentence.start]
        at = sentence.end
    left += source[at : clause.end]
    return bare(left)


def test_every_sentence_of_the_bundled_notices_stands_at_its_place(notices):
    count = 0
    for notice in notices.values():
        for clause in notice.clauses:
            left = hold_all(notice.text, clause)
            assert left.rstrip("、.．") == bare(clause.mark).rstrip("、.．"), clause.path
            count += len(sentences(notice.text, clause))
    assert count > 500


def test_a_hard_wrap_inside_a_sentence_is_joined(notices):
    notice = notices["cq-special-2026"]
    clause = next(c for c in notice.clauses if c.path == "一（三）")
    first = sentences(notice.text, clause)
    assert any("法定退休年龄以内，从事相关工作" in s.text for s in first)


LABELS = (
    "联系人：",
    "电话：",
    "地 址：",
    "主办单位：",
    "张老师",
    "报名",
    "WPS ",
    "2026年",
    "甲乙丙丁戊己庚",
)
MARKS = ("一、", "（一）", "1.", "- ", "\n", "\n\n", " ", "\u3000", *"。；，、（）“”：")
PIECES = st.sampled_from(LABELS + MARKS)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@settings(max_examples=examples(300))
@given(TEXTS, st.text(max_size=5), st.text(max_size=5))
def test_any_text_in_a_clause_is_kept_whole(text, before, after):
    clause = clause_of(text, before=len(before))
    assert hold_all(before + text + after, clause) == ""


@settings(max_examples=examples(200))
@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_sentences_of_every_clause_of_an_outline_are_its_words(text):
    for clause in outline(text).clauses:
        left = hold_all(text, clause)
        assert left.rstrip("、.．") in {bare(clause.mark).rstrip("、.．"), ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "焊工报名：甲老师，0591-60040001\n电工、钳工报名：乙老师，0591-60040002",
            ["焊工报名：甲老师，0591-60040001", "电工、钳工报名：乙老师，0591-60040002"],
        ),
        (
            "焊工报名：甲老师，a@b.example.org\n电工、钳工报名：乙老师，c@b.example.org",
            ["焊工报名：甲老师，a@b.example.org", "电工、钳工报名：乙老师，c@b.example.org"],
        ),
        (
            "报名请致电甲老师，13900010001\n（工作日接听）。",
            ["报名请致电甲老师，13900010001（工作日接听）。"],
        ),
    ],
)
def test_a_line_that_gave_a_contact_is_no_part_of_the_next(text, found):
    assert read(text) == found
