"""The command line: exit codes, streams, where the store is, what is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot import cli, options
from knowledge.errors import UnreadableError
from retrieval.errors import StoreError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def command(monkeypatch):
    """Put a command of a test's own in the place of all others; returns what it was given."""
    given = {}

    def put(function):
        made = click.command("try")(options.with_store(options.with_as_of(function)))
        monkeypatch.setattr(cli.Commands, "get_command", lambda *_: made)
        return given

    return put


def process(*arguments, code="from bot.cli import main; main()", **kwargs):
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, check=False, env=environ | kwargs.pop("env", {}), **kwargs,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--store", "/a", "try"], "/a"),
        (["try", "--store", "/b"], "/b"),
        (["--store", "/a", "try", "--store", "/b"], "/b"),
        (["try"], "/env"),
    ],
    ids=["before", "after", "both", "neither"],
)
def test_the_store(command, monkeypatch, arguments, expected):
    monkeypatch.setenv("SAIWEN_STORE", "/env")
    found = []
    command(lambda store, **_: found.append(store))
    assert cli.run(arguments) == 0
    assert found == [Path(expected)]


def test_without_any_setting_the_store_is_in_the_project(monkeypatch):
    monkeypatch.delenv("SAIWEN_STORE", raising=False)
    assert options.default_store() == ROOT / ".saiwen"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StoreError("库坏了；\n请重建"), 1),
        (UnreadableError("读不了"), 1),
        (click.UsageError("不对"), 2),
    ],
    ids=["store", "file", "usage"],
)
def test_a_fault_is_one_line_on_standard_error(command, capsys, error, code):
    def fail(**_):
        raise error

    command(fail)
    assert cli.run(["try"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert str(error)[:3] in err


@pytest.mark.parametrize(
    "arguments",
    [["no-such-command"], ["--no-such-option"], ["show"], ["ask", "--as-of", "gestern", "x"]],
    ids=["command", "option", "argument missing", "moment"],
)
def test_wrong_usage_is_2(arguments, capsys):
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_what_a_command_returns_is_the_exit_code(command):
    command(lambda **_: 1)
    assert cli.run(["try"]) == 1


def test_help_is_chinese_and_names_every_command(capsys):
    assert cli.run(["--help"]) == 0
    out = capsys.readouterr().out
    assert "用法：" in out
    assert all(name in out for name in ("ask", "check", "notices", "show", "ingest"))
    assert "Show this message" not in out


def test_the_help_of_serve_names_every_setting_of_the_bot(capsys):
    from bot.coordinators import SETTING  # noqa: PLC0415
    from bot.settings import NAMES  # noqa: PLC0415

    assert cli.run(["serve", "--help"]) == 0
    told = capsys.readouterr().out
    assert len(NAMES) == 8
    assert [name for name in (*NAMES, SETTING) if name not in told] == []
    assert "README.md" in told


def test_each_command_has_help(capsys):
    names = cli.Commands("saiwen").list_commands(click.Context(cli.saiwen))
    assert {"ask", "check", "chat", "serve", "notices", "show", "ingest"} <= set(names)
    for name in names:
        assert cli.run([name, "--help"]) == 0
        assert capsys.readouterr().out.strip()


def test_only_the_command_that_is_called_is_imported():
    code = (
        "import sys; from bot import cli; cli.run(['show', '--help'])\n"
        "print([m for m in sys.modules if m.startswith('bot.commands.')])\n"
        "print([m for m in ('chromadb', 'numpy', 'telegram') if m in sys.modules])"
    )
    *_, commands, heavy = process(code=code).stdout.decode().splitlines()
    assert commands == "['bot.commands.show']"
    assert heavy == "[]"


def test_output_is_utf8_whatever_the_locale_and_a_lone_surrogate_is_escaped():
    code = (
        "import click; from bot import cli\n"
        "cli.speak_utf8(); click.echo('\\u4e2d\\ud800'); click.echo('\\u9519\\udcff', err=True)"
    )
    done = process(code=code)
    assert done.stdout.decode() == "中\\ud800\n"
    assert done.stderr.decode() == "错\\udcff\n"


def test_a_lone_surrogate_in_json_comes_back_as_it_was():
    code = (
        "import click; from bot import batch, cli\n"
        "cli.speak_utf8(); click.echo(batch.dumps({'a': '\\\\\\ud800'}))"
    )
    assert json.loads(process(code=code).stdout) == {"a": "\\\ud800"}


def test_a_reader_that_goes_away_is_no_fault():
    code = (
        "import click, sys; from bot import cli\n"
        "@click.command()\n"
        "def much():\n    for _ in range(100000): click.echo('a line')\n"
        "cli.Commands.get_command = lambda *_: much\n"
        "sys.argv = ['saiwen', 'much']; cli.main()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait() == 0


def test_env_is_read_and_what_is_set_already_wins(tmp_path):
    (tmp_path / ".env").write_text("SAIWEN_TRY_A=file\nSAIWEN_TRY_B=file\n")
    code = (
        "import os; from bot import cli; cli.read_env()\n"
        "print(os.environ['SAIWEN_TRY_A'], os.environ['SAIWEN_TRY_B'])"
    )
    done = process(code=code, env={"SAIWEN_TRY_B": "set"}, cwd=tmp_path)
    assert done.stdout.decode().split() == ["file", "set"]
