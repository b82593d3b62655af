"""A forked process is one like any other: its own surroundings, its own end."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
from forks import ROOT, parent, started

READY = ("json",)


@pytest.fixture
def run(tmp_path):
    """A function that runs some Python and gives the process and what it says."""

    def begin(code, *arguments, **env):
        (tmp_path / "a.py").write_text(code, "utf-8")
        said = tmp_path / "said"
        script = str(tmp_path / "a.py")
        process = started(READY, [script, *arguments], tmp_path, env, said)
        return process, said

    return begin


def test_it_has_its_own_arguments_folder_and_environment(run, tmp_path):
    process, said = run(
        "import os, sys; print(sys.argv[1:], os.getcwd(), sorted(os.environ), __name__)",
        "甲", "b", MARK="1",
    )  # fmt: skip
    assert process.wait(30) == 0
    # the interpreter itself may set how it reads what the terminal writes
    told = said.read_text("utf-8").replace(", 'LC_CTYPE'", "").replace("'LC_CTYPE', ", "")
    assert told.split("\n") == [f"['甲', 'b'] {tmp_path} ['MARK'] __main__", ""]
    assert "MARK" not in os.environ


@pytest.mark.parametrize(
    ("code", "ended", "said"),
    [
        ("", 0, ""),
        ("import sys; sys.exit(3)", 3, ""),
        ("raise SystemExit('没有')", 1, "没有\n"),
        ("import atexit; atexit.register(print, 'last')", 0, "last\n"),
        ("import os; os.write(2, b'e'); os._exit(7)", 7, "e"),
    ],
)
def test_it_ends_with_its_own_code(run, code, ended, said):
    process, told = run(code)
    assert process.wait(30) == ended == process.returncode == process.poll()
    assert told.read_text("utf-8") == said


def test_a_fault_is_told_where_it_speaks(run):
    process, said = run("1 / 0")
    assert process.wait(30) == 1
    assert "ZeroDivisionError" in said.read_text("utf-8")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_it_and_no_other(run, number):
    code = "import time; time.sleep(60)"
    (one, _), (other, _) = run(code), run(code)
    one.send_signal(number)
    assert one.wait(30) == -number
    assert other.poll() is None
    one.send_signal(number)  # to one that has ended, it is no fault
    other.kill()
    assert other.wait(30) == -signal.SIGKILL


def test_waiting_for_one_that_goes_on_ends(run):
    process, _ = run("import time; time.sleep(60)")
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.05)
    process.kill()
    process.wait(30)


def test_what_one_does_to_a_module_no_other_sees(run):
    first, _ = run("import json; json.mark = 1")
    first.wait(30)
    second, said = run("import json; print(hasattr(json, 'mark'))")
    assert second.wait(30) == 0
    assert said.read_text("utf-8") == "False\n"


def test_a_module_is_run_as_one_and_speaks_of_faults_elsewhere(tmp_path):
    said, errors = tmp_path / "said", tmp_path / "errors"
    (tmp_path / "in.json").write_text("[1]", "utf-8")
    arguments = ["-m", "json.tool", "--compact", str(tmp_path / "in.json")]
    env = {"PYTHONPATH": str(ROOT)}
    assert started(READY, arguments, tmp_path, env, said, errors).wait(30) == 0
    assert (said.read_text("utf-8"), errors.read_text("utf-8")) == ("[1]\n", "")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_the_process_that_forks_ends_when_nobody_asks_any_more():
    parent.cache_clear()
    one = parent(*READY)
    one.close()
    assert one._process.returncode == 0
    parent.cache_clear()
