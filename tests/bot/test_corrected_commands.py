"""Every command that judges counts the corrections published by its day, and says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.cli import run
from knowledge.data import parse

CASES = Path(__file__).parent.parent / "retrieval" / "relations" / "cases.yaml"
WORDS = parse(CASES.read_text("utf-8"))["notices"]
BEFORE, AFTER = "2027-05-15", "2027-05-25"
"""Before and after the day of the correction, which raises 不超过45周岁 to 不超过50周岁."""
OF_48 = {"birth_date": "1979-02-01", "sex": "男", "identity": "worker", "group": "职工组"}


@pytest.fixture(scope="module", autouse=True)
def _words_only():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EMBEDDING", "none")
        yield


@pytest.fixture(scope="module")
def store(tmp_path_factory, _words_only):
    folder = tmp_path_factory.mktemp("corrected")
    files = []
    for name in ("base", "errata"):
        files.append(folder / f"{name}.txt")
        files[-1].write_text(WORDS[name], "utf-8")
    store = folder / "store"
    assert run(["ingest", *map(str, files), "--only", "--store", str(store)]) == 0
    return store


@pytest.fixture
def call(store, capsys):
    def done(*arguments):
        capsys.readouterr()
        assert run([*arguments, "--store", str(store)]) == 0
        return capsys.readouterr().out

    return done


@pytest.mark.parametrize(("day", "verdict"), [(BEFORE, "ineligible"), (AFTER, "eligible")])
def test_a_raised_age_counts_from_the_day_it_was_published(call, day, verdict):
    person = ["--person", json.dumps(OF_48), "--as-of", day]
    assert json.loads(call("check", "--notice", "base", *person))["verdict"] == verdict


def test_all_competitions_at_once_know_the_correction_too(call):
    person = ["--person", json.dumps(OF_48)]
    before = json.loads(call("check", *person, "--as-of", BEFORE))["standings"]
    after = json.loads(call("check", *person, "--as-of", AFTER))["standings"]
    assert {each["decision"] for each in before} == {"ineligible"}
    assert "ineligible" not in {each["decision"] for each in after}


@pytest.mark.parametrize(("day", "told"), [(BEFORE, False), (AFTER, True)])
def test_a_rule_card_is_of_the_corrected_notice_and_says_so(call, day, told):
    page = call("rules", "card", "base", "--as-of", day)
    assert ("不超过50周岁" in page) is told
    assert ("已按更正计入" in page) is told


def roster_of(birth, folder):
    """A workbook with one entrant born on that day."""
    book = Workbook()
    sheet = book.active
    sheet.append(["序号", "姓名", "性别", "出生日期", "参赛赛项", "组别", "工作单位"])
    sheet.append([1, "张三", "男", birth, "机器人焊接", "职工组", "甲厂"])
    book.save(folder / "roster.xlsx")
    return folder / "roster.xlsx"


@pytest.mark.parametrize(("day", "faults"), [(BEFORE, 1), (AFTER, 0)])
def test_a_roster_is_held_against_the_corrected_age(call, tmp_path, day, faults):
    file = roster_of("1979-02-01", tmp_path)
    found = json.loads(call("roster", str(file), "--notice", "base", "--as-of", day, "--json"))
    assert len([f for f in found if "D2" in f["cells"] and f["severity"] == "error"]) == faults


def test_a_fault_that_rests_on_corrected_words_cites_what_was_published(call, tmp_path):
    file = roster_of("1972-02-01", tmp_path)
    found = json.loads(call("roster", str(file), "--notice", "base", "--as-of", AFTER, "--json"))
    (fault,) = [f for f in found if "D2" in f["cells"] and f["severity"] == "error"]
    assert "不超过45周岁" in fault["citation"]["quote"]
    assert "更正为：不超过50周岁" in fault["message"]


def test_what_one_may_enter_and_the_interview_know_it_too(store):
    from datetime import datetime  # noqa: PLC0415 beside its only use
    from zoneinfo import ZoneInfo  # noqa: PLC0415 beside its only use

    from retrieval.model import Question  # noqa: PLC0415 heavy
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy

    desk = open_desk(store)
    zone = ZoneInfo("Asia/Shanghai")
    asked = "我1979年2月1日出生，男，工人，能报什么"
    said = {
        day: desk.answer(
            Question(text=asked, as_of=datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=zone))
        ).text
        for day in (BEFORE, AFTER)
    }
    assert "不符合" in said[BEFORE]
    assert "不符合" not in said[AFTER]
    held = desk.in_force("base", datetime.fromisoformat(f"{AFTER}T12:00").replace(tzinfo=zone))
    assert held.by
    assert "不超过50周岁" in held.notice.text
