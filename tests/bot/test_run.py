"""`saiwen run` makes the store ready, then serves with a token and chats without."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from bot import cli
from bot.commands import run as module
from bot.progress import named_bar, progress_bar
from retrieval.errors import StoreError


@pytest.fixture
def started(monkeypatch):
    """What `saiwen run` started, in order; nothing of it really runs."""
    seen = []
    monkeypatch.setattr(
        "retrieval.index.build.ensure", lambda store, **_: seen.append(("ensure", store))
    )
    for name in ("serve", "chat"):
        command = click.Command(name, callback=lambda name=name: seen.append((name,)))
        monkeypatch.setattr(module, name, command)
    return seen


@pytest.mark.parametrize(("token", "command"), [("123:abc", "serve"), ("", "chat"), ("  ", "chat")])
def test_a_token_decides(started, monkeypatch, tmp_path, token, command):
    monkeypatch.setenv("TELEGRAM_TOKEN", token)
    result = CliRunner().invoke(module.run, ["--store", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert started == [("ensure", tmp_path), (command,)]


def test_nothing_is_started_on_a_store_at_fault(started, monkeypatch, tmp_path, capsys):
    def torn(store, **_):
        raise StoreError("库已损坏；请删除")

    monkeypatch.setattr("retrieval.index.build.ensure", torn)
    assert cli.run(["run", "--store", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "错误：库已损坏；请删除\n"
    assert not started


def test_the_bar_appears_with_the_first_step_only(capsys):
    with progress_bar("建立索引") as show:
        assert capsys.readouterr().err == ""
        show(0, 3)
        show(3, 3)
    assert "建立索引" in capsys.readouterr().err


def test_the_bar_never_appears_without_work(capsys):
    with progress_bar("建立索引"):
        pass
    assert capsys.readouterr().err == ""


def test_a_bar_names_what_is_read(capsys):
    with named_bar("读入") as show:
        show(0, 2, "[red]一\x1b[2J.docx")
        show(1, 2, "二.pdf")
    told = capsys.readouterr()
    assert told.out == ""
    assert "读入 二.pdf" in told.err
    assert "1/2" in told.err
