"""`saiwen roster`: what it prints, writes and returns."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from bot.cli import run

DATA = Path(__file__).parent.parent / "knowledge" / "roster" / "data"
KEYS = ["sheet", "cells", "severity", "rule", "message", "citation"]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def call(store, capsys):
    def done(file, *arguments, notice="cq-ai-2026"):
        fixed = ["--notice", notice, "--as-of", "2026-07-01", "--store", str(store)]
        code = run(["roster", str(file), *fixed, *arguments])
        said = capsys.readouterr()
        return SimpleNamespace(exit_code=code, stdout=said.out, stderr=said.err)

    return done


def test_the_terminal_shows_kinds_cells_and_clauses(call):
    done = call(DATA / "defects.xlsx")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "defects.xlsx：72 人，22 处（错误 19，提醒 2，待确认 1）"
    assert any("H45、H65" in line for line in lines)
    assert any(line.startswith("  依据：渝经信发〔2026〕29号 四：") for line in lines)


def test_the_terminal_speaks_no_codes(call):
    shown = call(DATA / "defects.xlsx").stdout
    rules = {each["rule"] for each in json.loads(call(DATA / "defects.xlsx", "--json").stdout)}
    assert len(rules) > 15
    assert not [rule for rule in rules if rule in shown]
    assert "【错误】身份证号校验码不符，有数字填错；请对照证件逐位核对（1处）" in shown.splitlines()


def test_a_place_that_cannot_be_written_is_said_before_the_audit(call, tmp_path):
    done = call(DATA / "clean.xlsx", "--out", str(tmp_path / "none" / "a.xlsx"))
    assert done.exit_code == 1
    assert "没有文件夹" in done.stderr
    assert "核对 " not in done.stderr


def test_a_clean_roster_says_so(call):
    done = call(DATA / "clean.xlsx", "--strict")
    assert (done.exit_code, done.stdout) == (0, "clean.xlsx：40 人，没有发现问题\n")
    assert json.loads(call(DATA / "clean.xlsx", "--json").stdout) == []


def test_json_is_an_array_of_faults_in_the_contracts_keys(call):
    done = call(DATA / "defects.xlsx", "--json")
    found = json.loads(done.stdout)
    assert len(found) == 22
    assert all(list(each) == KEYS for each in found)
    assert found[0]["cells"] == ["D5", "D6", "D38"]
    assert found[0]["citation"]["path"] == "四"
    assert "\\u" not in done.stdout
    assert call(DATA / "defects.xlsx", "--json").stdout == done.stdout


def test_strict_ends_with_one_if_there_are_faults(call):
    assert call(DATA / "defects.xlsx", "--strict").exit_code == 1


def test_the_marked_workbook_is_written_beside_the_roster(call, tmp_path):
    before = (DATA / "defects.xlsx").read_bytes()
    out = tmp_path / "核对.xlsx"
    done = call(DATA / "defects.xlsx", "--out", str(out))
    assert done.exit_code == 0
    assert load_workbook(out).sheetnames == ["参赛信息汇总表", "核对结果", "回复草稿"]
    assert [each.name for each in tmp_path.iterdir()] == ["核对.xlsx"]
    assert (DATA / "defects.xlsx").read_bytes() == before


def test_a_roster_without_tracks_takes_the_one_named(call, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(
        "姓名,单位,电话,身份证号\n张三,甲公司,13900000000,11010519491231002X\n", "utf-8"
    )
    without = [each["rule"] for each in json.loads(call(file, "--json").stdout)]
    named = call(file, "--json", "--track", "智能硬件装调员")
    assert "column_missing" in without
    assert [each["rule"] for each in json.loads(named.stdout)] == ["over_retirement_age"]


def refused(call, file, *arguments, **options):
    done = call(file, *arguments, **options)
    lines = [line for line in done.stderr.splitlines() if "━" not in line and line.strip()]
    assert (done.exit_code, done.stdout, len(lines)) == (1, "", 1)
    return lines[0]


def test_the_roster_itself_is_never_written_over(call, tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes((DATA / "clean.xlsx").read_bytes())
    (tmp_path / "b.xlsx").symlink_to(file)
    for out in ("a.xlsx", "b.xlsx", "../" + tmp_path.name + "/a.xlsx"):
        assert "换一个文件名" in refused(call, file, "--out", str(tmp_path / out))
    assert file.read_bytes() == (DATA / "clean.xlsx").read_bytes()


def test_what_cannot_be_used_is_said_in_one_line(call, tmp_path):
    clean = DATA / "clean.xlsx"
    empty = tmp_path / "empty.xlsx"
    empty.touch()
    assert "空的" in refused(call, empty)
    assert "读不了" in refused(call, tmp_path / "none.xlsx")
    assert "文件夹" in refused(call, tmp_path)
    assert "没有通知" in refused(call, clean, notice="nowhere")
    assert "没有叫这个名字的赛项" in refused(call, clean, "--track", "焊接")
    assert ".xlsx" in refused(call, clean, "--out", str(tmp_path / "a.csv"))
    assert "--out" in refused(call, clean, "--out", str(tmp_path / "no" / "a.xlsx"))
    assert "办赛" in refused(call, clean, notice="cq-plan-2024")


def test_nothing_of_the_roster_is_stored(call, store):
    call(DATA / "defects.xlsx")
    files = [each for each in store.rglob("*") if each.is_file()]
    assert files
    number = "500117199511133518"
    assert number.encode() not in b"".join(each.read_bytes() for each in files)
