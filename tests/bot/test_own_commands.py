"""What is told of a command without importing it is what the command itself says."""

from importlib import metadata

import click
import pytest

from bot import cli
from bot.own_commands import own, told

NAMES = sorted(metadata.entry_points(group=cli.GROUP).names)
PLACES = {point.name: point.value for point in metadata.entry_points(group=cli.GROUP)}


def test_every_command_of_the_package_is_known():
    assert {"ask", "check", "rules", "run", "eval"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_is_what_it_says(name):
    command = cli.saiwen.get_command(click.Context(cli.saiwen), name)
    shown = told(name, PLACES[name])
    assert shown is not None
    assert not command.hidden
    assert shown.get_short_help_str(60) == command.get_short_help_str(60)


@pytest.mark.parametrize("name", NAMES)
def test_each_of_our_own_is_the_one_its_entry_point_names(name):
    found = own(name)
    assert found is None or found is metadata.entry_points(group=cli.GROUP)[name].load()
    assert (found is None) == (not PLACES[name].startswith("bot.commands."))


@pytest.mark.parametrize(
    "name", ["", "__init__", "no_such", "ask.ask", "../ask", "a b", "rules.review"]
)
def test_what_is_no_command_is_none(name):
    assert own(name) is None
    assert told(name) is None


def test_what_a_source_does_not_show_is_not_told():
    assert told("ask", "bot.commands.ask:no_such") is None
    assert told("ask", "no_such_package:ask") is None


def test_all_of_them_are_listed_without_being_imported(capsys):
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = (
        "import sys; from bot import cli; cli.run(['--help'])\n"
        "print([m for m in sys.modules if m.startswith(('bot.commands.', 'eval.command'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"
