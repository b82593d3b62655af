"""Eligibility cases: read, judged as the command judges, and counted."""

from __future__ import annotations

import json

import pytest

from bot.fault import InputFault
from eval.persons import Judgement, person_files, read_person_cases, verdict_figures

CASE = {
    "id": "P1",
    "notice": "cq-ai-2026",
    "as_of": "2026-07-01",
    "person": {"birth_date": "2011-01-01"},
    "expect": "ineligible",
}
NOTICE = """关于举办试点技能竞赛的通知
一、参赛条件
参赛选手须年满18周岁以上。
"""


def judgement(expect: str, verdict: str | None) -> Judgement:
    return Judgement(id="1", notice="n", expect=expect, verdict=verdict, faults=())


@pytest.fixture
def evaluated(tmp_path, store_dir):
    from click.testing import CliRunner  # noqa: PLC0415

    from eval.command import evaluate  # noqa: PLC0415

    def evaluated(*cases, notices=()):
        path = tmp_path / "people.jsonl"
        path.write_text("\n".join(json.dumps(each) for each in cases), "utf-8")
        (tmp_path / "notices").mkdir()
        for name, text in notices:
            (tmp_path / "notices" / f"{name}.txt").write_text(text, "utf-8")
        called = ["--persons", str(path), "--json", "--store", str(store_dir)]
        done = CliRunner().invoke(evaluate, called, standalone_mode=False)
        assert done.exception is None, done.exception
        return json.loads(done.stdout)

    return evaluated


def test_a_right_a_wrong_and_a_swapped_verdict_are_told_apart(evaluated):
    wrong = CASE | {"id": "P2", "expect": "need_info"}
    swapped = CASE | {"id": "P3", "expect": "eligible"}
    said = evaluated(CASE, wrong, swapped)
    assert said["figures"]["people"]["right"] == {"share": 0.3333, "hit": 1, "of": 3}
    assert said["figures"]["people"]["not swapped"]["hit"] == 2
    assert [each["right"] for each in said["cases"]["people"]] == [True, False, False]


def test_a_notice_beside_the_cases_is_read_and_its_rules_drafted(evaluated):
    young = CASE | {"notice": "beside", "person": {"birth_date": "2010-01-01"}}
    said = evaluated(young, notices=[("beside", NOTICE)])
    assert said["figures"]["people"]["right"]["hit"] == 1


def test_a_notice_nobody_has_is_a_fault_of_its_case(evaluated):
    said = evaluated(CASE | {"notice": "nowhere"})
    (case,) = said["cases"]["people"]
    assert case["verdict"] is None
    assert "nowhere" in case["faults"][0]


def test_no_verdict_is_neither_right_nor_swapped():
    found = {f.name: f.hit for f in verdict_figures([judgement("eligible", None)])}
    assert found == {"right": 0, "right eligible": 0, "not swapped": 1}


def test_need_info_for_a_definite_verdict_is_no_swap():
    assert not judgement("eligible", "need_info").swapped
    assert judgement("eligible", "ineligible").swapped
    assert judgement("ineligible", "eligible").swapped


@pytest.mark.parametrize(
    ("line", "names"),
    [("{", "JSON"), ('{"id": "1"}', "notice"), (json.dumps(CASE | {"expect": "yes"}), "expect")],
    ids=["no JSON", "a key lacks", "no verdict"],
)
def test_a_faulty_line_is_named(tmp_path, line, names):
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(CASE)}\n{line}\n", "utf-8")
    with pytest.raises(InputFault, match=rf"第 2 行：{names}"):
        read_person_cases(path)


def test_the_cases_that_come_with_saiwen_are_whole():
    assert person_files()
    for path in person_files():
        cases = read_person_cases(path)
        assert len({case.id for case in cases}) == len(cases)
