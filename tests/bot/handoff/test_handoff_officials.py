"""Answers made official, and the clauses they explain."""

from __future__ import annotations

from fakes.staffed import OFFICE, SAID, STRANGER, TEACHER


def test_an_unanswered_question_makes_no_official_answer(staffed):
    staffed.asks()
    assert staffed.makes().case is None


def test_an_answer_becomes_official_once(staffed):
    staffed.asks("我叫张伟明，能带键盘吗？")
    staffed.answers()
    for _ in range(2):
        told = staffed.makes()
    assert "第1号" in told.reply.text
    assert "问：能带键盘吗" in told.reply.text
    assert told.case.official == 1


def stamps(reply):
    return {b.label: b.data.split(":")[2] for b in reply.buttons if b.data.startswith("hb:")}


def test_an_official_answer_explains_the_clause_that_holds_it_or_the_one_chosen(staffed):
    staffed.asks()
    staffed.answers(text="键盘自带；报名截止时间是9月29日。")
    kept = staffed.makes().reply
    assert "解释：试发〔2022〕2号 二：“报名截止时间：2099年9月29日。”" in kept.text
    choices = stamps(kept)
    first = next(stamp for label, stamp in choices.items() if "改为“一”" in label)
    assert SAID.not_allowed in staffed.office.officials.bind(OFFICE, STRANGER, 1, first).reply.note
    assert staffed.office.officials.bind(-400, TEACHER, 1, first).reply.note
    assert (
        SAID.clause_gone in staffed.office.officials.bind(OFFICE, TEACHER, 1, "0123abcd").reply.note
    )
    moved = staffed.office.officials.bind(OFFICE, TEACHER, 1, first).reply
    assert "解释：试发〔2022〕2号 一" in moved.text
    assert any("改为“二”" in label for label in stamps(moved))
    none = staffed.office.officials.bind(
        OFFICE, TEACHER, 1, stamps(moved)[SAID.buttons.bind_none]
    ).reply
    assert SAID.kept_alone in none.text
    named = staffed.office.officials.bind_named(OFFICE, TEACHER, 1, "三").reply
    assert "解释：试发〔2022〕2号 三：“决赛时间另行通知。”" in named.text
    assert (
        "没有“九”这一条" in staffed.office.officials.bind_named(OFFICE, TEACHER, 1, "九").reply.text
    )
    assert (
        staffed.office.officials.bind_named(OFFICE, STRANGER, 1, "一").reply.text
        == SAID.not_allowed
    )


def test_an_answer_of_which_no_clause_speaks_explains_none(staffed):
    staffed.asks()
    staffed.answers(text="可以自带有线键盘。")
    assert SAID.kept_alone in staffed.makes().reply.text
