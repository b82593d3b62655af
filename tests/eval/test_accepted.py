"""A part of the suite, held against its accepted figures; `saiwen eval` runs all of it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from eval.command import evaluate

PART = ("seeds", "injections", "traps", "poisoned", "rosters", "lint", "mini1")


def test_no_figure_has_fallen(store_dir):
    only = [word for name in PART for word in ("--only", name)]
    called = [*only, "--json", "--store", str(store_dir)]
    done = CliRunner().invoke(evaluate, called, standalone_mode=False)
    assert done.exception is None, done.exception
    said = json.loads(done.stdout)
    assert said["figures"].keys() == set(PART)
    assert said["fallen"] == []
    assert done.return_value == 0
