"""`saiwen lint`: over a file that is not taken in, over a notice of the store, for programs."""

from __future__ import annotations

import json

import pytest

from bot.cli import run
from retrieval.storage.store import Store

FAULTY = "关于举办试验竞赛的通知\n一、时间\n2031年2月30日。\n三、其他\n无。\n"
CLEAN = "关于举办试验竞赛的通知\n一、时间\n2031年2月20日。\n二、其他\n无。\n"
KEYS = ["rule", "path", "message", "severity", "suggestion", "citation"]


@pytest.fixture
def saiwen(tmp_path, capsys):
    def call(*arguments, code=0):
        assert run([*map(str, arguments), "--store", str(tmp_path / "store")]) == code
        return capsys.readouterr()

    return call


@pytest.fixture
def file(tmp_path):
    def write(text, name="试验.txt"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_a_file_is_checked_and_not_taken_in(saiwen, file, tmp_path):
    said = saiwen("lint", file(FAULTY)).out
    assert "二、" in said
    assert "2031年2月30日" in said
    assert "建议" in said
    assert not Store(tmp_path / "store").exists()


def test_json_has_the_keys_and_the_words(saiwen, file):
    found = json.loads(saiwen("lint", file(FAULTY), "--json").out)
    assert [each["rule"] for each in found] == ["date_impossible", "number_missing"]
    assert all(list(each) == KEYS for each in found)
    assert found[0]["citation"]["quote"] == "2031年2月30日"
    assert FAULTY[found[0]["citation"]["start"] :].startswith("2031年2月30日")


def test_strict_tells_by_the_exit_code(saiwen, file):
    assert saiwen("lint", file(FAULTY), "--strict", code=1).out
    assert "没有发现问题" in saiwen("lint", file(CLEAN), "--strict").out


def test_a_clean_notice_gives_an_empty_list(saiwen, file):
    assert json.loads(saiwen("lint", file(CLEAN), "--json").out) == []


def test_a_folder_is_one_notice_with_its_attachments(saiwen, tmp_path):
    folder = tmp_path / "某通知"
    folder.mkdir()
    (folder / "通知.txt").write_text(f"{CLEAN}附件：1.名单\n2.报名表\n", "utf-8")
    (folder / "附件1.txt").write_text("名单\n某单位\n", "utf-8")
    found = json.loads(saiwen("lint", folder, "--json").out)
    assert [(f["rule"], f["path"]) for f in found] == [("attachment_absent", "附件2")]


def test_a_notice_of_the_store_and_the_same_in_show(saiwen):
    found = json.loads(saiwen("lint", "cq-special-2026", "--json").out)
    assert found
    assert json.loads(saiwen("show", "cq-special-2026", "--json").out)["findings"] == found


def test_neither_file_nor_notice(saiwen):
    assert "cq-ai-2026" in saiwen("lint", "nothing", code=1).err


def test_a_file_that_cannot_be_read_is_one_line(saiwen, tmp_path):
    (tmp_path / "x.txt").write_bytes(b"")
    error = saiwen("lint", tmp_path / "x.txt", code=1).err
    assert error.count("\n") == 1
    assert "x.txt" in error
