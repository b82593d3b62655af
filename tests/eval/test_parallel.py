"""The suite in several processes says what it says in one."""

from __future__ import annotations

import os
from contextlib import contextmanager

import pytest

from bot.commands.check import loader
from bot.fault import InputFault
from eval import parallel
from eval.expected import compared
from eval.parallel import dealt, joined, performed_by, processes
from eval.parts import chosen
from eval.run import Run, performed

SMALL = ("rosters", "lint", "mini1")


@contextmanager
def bar(_title):
    yield lambda *_: None


def test_two_processes_say_what_one_says(store_dir):
    picked = chosen(SMALL)
    seen = []

    @contextmanager
    def watched(title):
        yield lambda done, total: seen.append((title, done, total))

    found = performed_by(2, picked, store_dir, watched)
    alone = performed(picked, None, loader(store_dir), bar)
    assert found.figures() == alone.figures()
    assert list(found.figures()) == list(alone.figures()) == ["mini1", "rosters", "lint"]
    assert found.verdicts == alone.verdicts
    assert found.processes == 2
    assert seen == [("评测", done, 3) for done in range(4)]


def test_a_fault_in_a_sheet_reaches_the_caller(tmp_path, store_dir):
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("- no map", "utf-8")
    picked = {"lint": (*chosen(("lint",))["lint"], faulty)}
    with pytest.raises(InputFault, match="faulty"):
        performed_by(2, picked, store_dir, bar)


def test_questions_are_dealt_before_the_rest_and_large_before_small(tmp_path):
    sizes = {"few": 1, "many": 9, "people": 99}
    for name, size in sizes.items():
        (tmp_path / name).write_text("x" * size, "utf-8")
    picked = {
        "verdicts": (tmp_path / "people",),
        "questions": (tmp_path / "few", tmp_path / "many"),
    }
    assert [file.name for _, file in dealt(picked)] == ["many", "few", "people"]


def test_sheets_stand_in_their_order_whoever_was_done_first(tmp_path):
    picked = {"rosters": (tmp_path / "a.yaml", tmp_path / "b.yaml")}
    one = [compared("1", "", (), ())]
    runs = [Run(rosters={"b": one}, seconds=3), Run(rosters={"a": one}, seconds=4)]
    found = joined(picked, runs, 5.0, 2)
    assert list(found.rosters) == ["a", "b"]
    assert (found.seconds, found.processes) == (5.0, 2)


@pytest.mark.parametrize(
    ("size", "files", "wanted", "many"),
    [
        (10, 8, 0, 1),
        (100_000, 8, 0, 3),
        (100_000, 8, 1, 1),
        (10, 8, 2, 2),
        (100_000, 2, 5, 2),
        (10, 0, 2, 1),
    ],
    ids=["few cases", "many cases", "one wanted", "two wanted", "fewer sheets", "no sheet"],
)
def test_as_many_processes_as_pay(tmp_path, monkeypatch, size, files, wanted, many):  # noqa: PLR0913, PLR0917 cases as data
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(3), raising=False)
    named = [tmp_path / str(number) for number in range(files)]
    for file in named:
        file.write_text("x" * size, "utf-8")
    assert processes({"questions": tuple(named)}, wanted) == many


def test_the_whole_suite_is_many_cases():
    files = [file for part in chosen(()).values() for file in part]
    assert sum(file.stat().st_size for file in files) > parallel._MANY
