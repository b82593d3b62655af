"""`saiwen compare` and `saiwen official` as people run them."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from click.testing import CliRunner

from bot.clock import ZONE
from bot.commands.compare import compare
from bot.commands.official import official
from retrieval.official.model import Official, Scope, hash_of
from retrieval.official.shelf import Shelf


def run(command, *arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def test_two_notices_of_the_store(store_dir):
    done = run(compare, "cq-ai-2023", "cq-ai-2026", "--store", store_dir)
    assert done.exit_code == 0
    assert done.stdout.startswith("逐条比较：渝经信发〔2023〕59号 → 渝经信发〔2026〕29号")
    assert "新增（" in done.stdout


def test_as_json(store_dir):
    done = run(compare, "cq-ai-2023", "cq-ai-2026", "--json", "--store", store_dir)
    told = json.loads(done.stdout)
    assert {"old", "new", "changes", "same"} == set(told)
    assert {"kind", "old", "new", "why"} == set(told["changes"][0])


def test_a_file_against_the_store(store_dir, tmp_path, notices):
    file = tmp_path / "neu.txt"
    file.write_text(notices["cq-ai-2026"].text, "utf-8")
    done = run(compare, "cq-ai-2026", file, "--store", store_dir)
    assert "没有不同之处。" in done.stdout


def test_what_is_not_there_is_said_in_one_line(store_dir):
    done = run(compare, "cq-ai-2023", "nothing", "--store", store_dir)
    assert done.exit_code == 1
    assert "没有编号为 nothing 的通知" in done.output


@pytest.fixture
def kept(tmp_path, store_dir, notices):
    import shutil  # noqa: PLC0415

    folder = tmp_path / "store"
    shutil.copytree(store_dir, folder)
    one = Official(
        number=0, origin="1", scope=Scope(notice="cq-ai-2026"), question="能带键盘吗？",
        text="可以。", who="张老师", given_at=datetime(2026, 7, 1, tzinfo=ZONE),
        text_hash=hash_of(notices["cq-ai-2026"]),
    )  # fmt: skip
    Shelf.of(folder).add(one)
    Shelf.of(folder).add(one.model_copy(update={"origin": "2", "text_hash": "other"}))
    return folder


def test_official_answers_are_listed_and_taken_back(kept):
    first, second = run(official, "--store", kept).stdout.splitlines()
    assert first.startswith("第1号（cq-ai-2026；张老师，2026-07-01）问：能带键盘吗？")
    assert second.startswith("【已失效")
    told = json.loads(run(official, "--json", "--store", kept).stdout.splitlines()[0])
    assert told["id"] == "official-1"
    assert told["stands"] is True
    assert run(official, "--withdraw", "1", "--store", kept).exit_code == 0
    assert run(official, "--withdraw", "1", "--store", kept).exit_code == 1
    assert len(run(official, "--store", kept).stdout.splitlines()) == 1
