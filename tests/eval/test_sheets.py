"""Sheets of cases: what is read, and what is said of what cannot be."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import get_args

import pytest

from bot.fault import InputFault
from eval.kinds import KINDS, Kind
from eval.known import Case, bundled_files, read_cases, unseen_files
from eval.lints import lint_files, read_lints
from eval.persons import PersonCase, person_files, read_person_cases
from eval.rosters import read_rosters, roster_files
from eval.sheets import plain_yaml, read_sheet

QUESTION = """
value:
- id: S1
  question: 几号截止
  notice: n
  as_of: 2026-06-01
  expect: answered
  must_contain:
  - 7月1日
  - [17点, '17:00']
  - 3
"""


@pytest.fixture
def sheet(tmp_path):
    def sheet(text, name="mine.yaml"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return sheet


def test_a_question_is_read_with_its_kind_and_its_facts(sheet):
    (case,) = read_cases(sheet(QUESTION))
    assert case.kind == "value"
    assert case.as_of == "2026-06-01"
    assert case.must_contain == (("7月1日",), ("17点", "17:00"), ("3",))


def test_a_person_is_read_under_its_notice_and_dates_stay_words(sheet):
    text = (
        "n1:\n- id: P1\n  as_of: 2026-06-01\n  expect: eligible\n  person: {birth_date: 2000-01-31}"
    )
    (case,) = read_sheet(sheet(text), PersonCase, "案例", "notice")
    assert (case.notice, case.person) == ("n1", {"birth_date": "2000-01-31"})


def test_dates_stay_words_and_other_scalars_do_not():
    assert plain_yaml("[2026-06-01, 3, true, 1.5]") == ["2026-06-01", 3, True, 1.5]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("value:\n- id: S1\n   question: x\n", "第 3 行"),
        ("- id: S1\n", "按组写"),
        ("value: S1\n", "value 下面应是一列"),
        ("value:\n- S1\n", "value 第 1 条"),
        (QUESTION.replace("value:", "valu:"), "valu 第 1 条：kind"),
        (QUESTION.replace("as_of: 2026-06-01", "as_of: someday"), "value 第 1 条"),
        (QUESTION.replace("expect:", "expects:"), "value 第 1 条：expect"),
        ("", "没有问题"),
        ("value: !!python/object/apply:os.getcwd []\n", "不是能读的 YAML"),
    ],
    ids=["indent", "no groups", "no list", "no map", "kind", "day", "key", "empty", "code"],
)
def test_a_fault_is_named_with_its_place(sheet, text, words):
    with pytest.raises(InputFault, match=words):
        read_cases(sheet(text))


def test_other_words_ask_what_the_case_they_name_asks(sheet):
    sheet(QUESTION, "first.yaml")
    said = read_cases(
        sheet("of: first\nwords:\n  S1:\n  - 啥时候截止\n  - 截止时间\n", "again.yaml")
    )
    assert [(c.id, c.question, c.paraphrase_of) for c in said] == [
        ("S1p01", "啥时候截止", "S1"),
        ("S1p02", "截止时间", "S1"),
    ]
    assert {c.must_contain for c in said} == {read_cases(sheet(QUESTION))[0].must_contain}


def test_other_words_of_a_case_nobody_has_are_refused(sheet):
    sheet(QUESTION, "first.yaml")
    with pytest.raises(InputFault, match="没有 S9"):
        read_cases(sheet("of: first\nwords:\n  S9: [啥时候]\n", "again.yaml"))


@cache
def every_case() -> list[Case]:
    return [case for file in (*bundled_files(), *unseen_files()) for case in read_cases(file)]


def test_there_are_questions_of_every_kind_and_status():
    asked = [case for case in every_case() if not case.paraphrase_of]
    kinds = Counter(case.kind for case in asked)
    assert len(asked) >= 400
    assert set(kinds) == set(KINDS) == set(get_args(Kind))
    assert min(kinds.values()) >= 10
    assert {c.reason for c in asked} == {
        None, "not_in_notice", "in_missing_attachment", "to_be_announced", "no_such_notice"
    }  # fmt: skip
    assert all(c.must_contain or c.evidence for c in asked if c.expect == "answered")


def test_each_paraphrase_set_has_several_ways():
    sets = Counter(case.paraphrase_of for case in every_case() if case.paraphrase_of)
    assert len(sets) >= 50
    assert min(sets.values()) >= 5


def test_there_are_people_rosters_and_lint_cases_with_unique_ids():
    people = [case for file in person_files() for case in read_person_cases(file)]
    assert len(people) >= 250
    assert {"eligible", "ineligible", "need_info"} == {case.expect for case in people}
    assert all(case.why for case in people)
    for found in ([read_rosters(f) for f in roster_files()], [read_lints(f) for f in lint_files()]):
        ids = [case.id for cases in found for case in cases]
        assert len(ids) == len(set(ids)) >= 15


def test_a_lint_case_has_a_notice_or_a_text(sheet):
    text = "g:\n- id: L\n  name: x\n  as_of: 2026-01-01\n  faults: []\n"
    with pytest.raises(InputFault, match="g 第 1 条"):
        read_lints(sheet(text))
