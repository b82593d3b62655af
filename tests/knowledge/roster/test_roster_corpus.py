"""The rosters of the development corpus: every seeded fault at its cells, nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from roster_people import CQ26, lines, student, workbook, worker

DATA = Path(__file__).parent / "data"
TRUTH = json.loads((DATA / "defects.json").read_text("utf-8"))


def expected(name):
    return {
        (each["rule"], each["severity"], tuple(each["cells"]))
        for each in TRUTH["files"][name]["defects"]
    }


def test_the_corpus_has_faults_and_look_alikes():
    assert len(expected("defects.xlsx")) == 22
    assert len(expected("gb18030.csv")) == 4
    assert TRUTH["files"]["defects.xlsx"]["not_defects"]


@pytest.mark.parametrize("name", TRUTH["files"])
def test_every_seeded_fault_and_nothing_else(kinds, name):
    found = kinds((DATA / name).read_bytes(), CQ26, as_of=TRUTH["as_of"])
    assert len(found) == len(set(found))
    assert set(found) == expected(name)


@pytest.mark.parametrize("name", TRUTH["files"])
def test_every_person_is_read(audited, name):
    done = audited((DATA / name).read_bytes(), CQ26)
    assert len(done.entrants) == TRUTH["files"][name]["rows"]


def test_a_fault_that_a_clause_speaks_of_cites_it(audited):
    found = audited((DATA / "defects.xlsx").read_bytes(), CQ26).faults
    by_rule = {each.rule: each for each in found}
    for each in TRUTH["files"]["defects.xlsx"]["defects"]:
        if each["clause"]:
            assert each["clause"] in by_rule[each["rule"]].citation.quote.replace("\n", "")
        else:
            assert by_rule[each["rule"]].citation is None


def test_messages_repeat_no_personal_data(audited):
    for name in TRUTH["files"]:
        done = audited((DATA / name).read_bytes(), CQ26)
        personal = {
            text
            for each in done.entrants
            for key in ("name", "id", "phone", "birth")
            if (text := each.line.text(key))
        }
        for fault in done.faults:
            assert not [text for text in personal if text in fault.message]


COLUMNS = {
    "track": "参赛赛项", "group": "组别", "unit": "单位", "name": "姓名", "sex": "性别",
    "birth": "出生日期", "id": "身份证号", "phone": "联系电话", "level": "职业资格等级",
    "years": "从业年限", "school": "学校", "full_time": "是否全日制在籍",
}  # fmt: skip
TRACKS = ["智能硬件装调员", "数字孪生应用技术员", "物联网安装调试员（嵌入式物联网应用开发）"]


@pytest.mark.slow
def test_two_thousand_lines_hold_as_many_faults_as_were_seeded(kinds):
    people = [
        (worker if at % 3 else student)(at, phone=f"139{at:08d}", track=TRACKS[at % 7 % 3])
        for at in range(2_000)
    ]
    for at in range(0, 2_000, 50):
        people[at]["phone"] = "1390000"
    for at in range(25, 2_000, 50):
        people[at]["sex"] = "女" if people[at]["sex"] == "男" else "男"
    found = [rule for rule, _, _ in kinds(workbook(("表", lines(COLUMNS, people))), CQ26)]
    assert found.count("phone_length") == 40
    assert found.count("id_sex_mismatch") == 40
    assert set(found) <= {"phone_length", "id_sex_mismatch", "same_id_two_people"}
