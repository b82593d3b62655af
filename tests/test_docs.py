"""The documents are true: commands, settings, targets, modules and links that they name exist."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from bot import coordinators
from knowledge.confirmed import Confirmed
from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.rules import load_rules

ROOT = Path(__file__).parent.parent
ROOMS = ("knowledge", "retrieval", "bot", "eval")
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
COMMANDS = PROJECT["entry-points"]["saiwen.commands"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")

SETTING = re.compile(r"(SAIWEN|TELEGRAM|CHROMA|EMBEDDING|RERANKER|OPENAI|LLM)(_[A-Z]+)*")
NO_SETTING = {"SAIWEN_NO_SKIP"}
"""For the tests alone."""


def rows(heading: str) -> list[str]:
    """First cells of the table below a heading of the README that begins with `heading`."""
    section = re.split(r"^## ", README, flags=re.MULTILINE)
    body = next(each for each in section if each.startswith(heading))
    cells = re.findall(r"^\| `([^`]+)`", body, flags=re.MULTILINE)
    assert cells
    return cells


def settings_read() -> set[str]:
    """Every environment variable that a module of ours names."""
    strings = (
        node.value
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {each for each in strings if SETTING.fullmatch(each)}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_helpful_and_in_the_readme(name):
    module, _, attribute = COMMANDS[name].partition(":")
    command = getattr(import_module(module), attribute)
    assert command.name == name
    assert command.help
    assert [row for row in rows("命令") if row.split()[:2] == ["saiwen", name]]


def test_the_readme_lists_no_other_command():
    assert {row.split()[1] for row in rows("命令") if row.startswith("saiwen")} == set(COMMANDS)


def test_settings_are_documented_and_documented_ones_are_read():
    documented = {row for row in rows("设置") if SETTING.fullmatch(row)}
    assert settings_read() - NO_SETTING == documented


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_make_target_exists(document):
    named = re.findall(r"\bmake ([a-z-]+)", document.read_text("utf-8"))
    assert not [each for each in named if not re.search(rf"^{each}:", MAKEFILE, re.MULTILINE)]


def test_the_readme_names_the_two_commands():
    assert {"make run", "make test"} <= set(re.findall(r"make [a-z]+", README))


@pytest.mark.parametrize("room", ROOMS)
def test_the_architecture_names_every_module(room):
    names = {
        path.stem if path.suffix == ".py" else f"{path.name}/"
        for path in (ROOT / room).iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists()
    }
    section = ARCHITECTURE.partition(f"\n{room}/")[2].partition("\n\n")[0]
    said = set(re.findall(r"[a-z_]+/|[a-z_]+", section))
    assert names <= said, names - said


def test_the_rules_document_names_every_check():
    text = (ROOT / "docs/write-rules.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)`", text, re.MULTILINE)) == set(CHECKS)


def example(document: str) -> str:
    """The YAML example of a document."""
    text = (ROOT / "docs" / document).read_text("utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0]


def test_the_examples_are_read_as_they_stand():
    assert load_rules(example("write-rules.md")).rules
    confirmed = Confirmed.model_validate(yaml.safe_load(example("add-a-notice.md")))
    assert confirmed.tracks
    assert confirmed.facts
    assert coordinators.read(example("run-in-production.md"), "the example").chats


def test_documents_were_found():
    assert len(DOCUMENTS) > 5


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_link_leads_somewhere(document):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text("utf-8"))
    inside = [link for link in links if not link.startswith("https://")]
    assert not [link for link in inside if not (document.parent / link).exists()]
