"""The lock binds versions and nothing else, and what it brings may be used in closed products."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LINES = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
PINS = {canonicalize_name(each.name): each for each in map(Requirement, LINES)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
GROUPS = {"core": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
DIRECT = [(group, line) for group, lines in GROUPS.items() for line in lines]

COPYLEFT = re.compile(
    r"\b(AGPL|GPL|SSPL|Affero|GNU General Public|Commons Clause|BUSL)\b", re.IGNORECASE
)
ALLOWED: dict[str, str] = {}
"""Distributions whose licence reads as copyleft though closed use is allowed, with the reason."""


def test_something_is_locked():
    assert len(PINS) == len(LINES) > 100
    assert set(GROUPS) >= {"core", "models", "ocr", "llm", "server", "dev"}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_a_name_and_a_version(line):
    where = r"[a-z_]+ [=!]= \"\w+\""
    assert re.fullmatch(rf"[a-z0-9.-]+==[0-9][0-9a-z.]*( ; {where}( and {where})*)?", line)


@pytest.mark.parametrize(("group", "line"), DIRECT, ids=lambda part: part)
def test_a_direct_dependency_is_locked_within_its_bounds(group, line):
    wanted = Requirement(line)
    pinned = PINS[canonicalize_name(wanted.name)]
    version = str(pinned.specifier).removeprefix("==")
    assert wanted.specifier.contains(version)
    assert str(pinned.marker) == str(wanted.marker)


NOT_BY_NAME = {"cv2": ["opencv-python-headless"]}
"""Modules of extras whose package is called otherwise, for where the extra is not installed."""


def imports(folder: str) -> set[str]:
    """Top-level modules of others that a folder imports."""
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names


@pytest.mark.parametrize("folder", ["knowledge", "retrieval", "bot", "eval", "tests"])
def test_what_is_imported_is_asked_for(folder):
    """Not only brought by something else, which may drop it."""
    modules = imports(folder)
    assert modules
    packages = metadata.packages_distributions()
    ours = {path.stem for path in (ROOT / "tests").rglob("*") if path.suffix in {".py", ""}}
    packages = NOT_BY_NAME | dict(packages)
    names = {canonicalize_name(packages.get(each, [each])[0]) for each in modules - ours}
    asked = {canonicalize_name(Requirement(line).name) for group, line in DIRECT}
    assert names - asked - {"saiwen"} == set()


def licence(name: str) -> str:
    """What a distribution says of its licence: the expression, else the classifiers, else words."""
    data = metadata.metadata(name)
    stated = data.get("License-Expression")
    classified = [each for each in data.get_all("Classifier") or [] if each.startswith("License")]
    words = (data.get("License") or "").strip().partition("\n")[0]
    return stated or " ".join(classified) or words


def installed() -> list[str]:
    """The locked distributions that are installed here."""
    found = {canonicalize_name(each.metadata["Name"]) for each in metadata.distributions()}
    return sorted(found & PINS.keys())


def allows_closed_use(stated: str) -> bool:
    """True if one of the licences offered asks for no source; LGPL asks only for its own."""
    return bool(stated) and any(not COPYLEFT.search(each) for each in stated.split(" OR "))


@pytest.mark.parametrize("name", installed())
def test_a_licence_allows_closed_use(name):
    assert name in ALLOWED or allows_closed_use(licence(name)), licence(name)


def test_licences_were_looked_at():
    assert len(installed()) > 60


@pytest.mark.parametrize(
    ("stated", "allowed"),
    [
        ("AGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("MIT AND GPL-3.0-or-later", False),
        ("", False),
        ("MIT OR GPL-2.0-only", True),
        ("LGPL-3.0-only", True),
    ],
)
def test_a_copyleft_licence_is_seen(stated, allowed):
    assert allows_closed_use(stated) is allowed


def test_the_allow_list_names_what_is_locked():
    assert ALLOWED.keys() <= PINS.keys()
