"""The suite, held against its accepted figures: a part of it always, all of it in .ci/run."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from eval.command import evaluate
from eval.parts import chosen, names

PART = ("seeds", "injections", "traps", "poisoned", "rosters", "lint", "mini1")


def held(*flags):
    done = CliRunner().invoke(evaluate, [*flags, "--json"], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value, json.loads(done.stdout)


def test_no_figure_has_fallen(store_dir):
    only = [word for name in PART for word in ("--only", name)]
    code, said = held(*only, "--store", str(store_dir))
    assert said["figures"].keys() == set(PART)
    assert said["fallen"] == []
    assert code == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_figure_of_the_whole_suite_has_fallen(store_dir):
    code, said = held("--store", str(store_dir))
    assert said["figures"].keys() == names(chosen(()))
    assert said["fallen"] == []
    assert code == 0
