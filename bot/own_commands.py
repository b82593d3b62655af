"""Our own commands, each in the module of `bot.commands` that is called as it is.

They are found without the lists of all packages, and told of without being imported.
"""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TypeGuard

import click

_PLACE = "bot.commands"


def own(name: str) -> click.Command | None:
    """Load one of them; None if there is none of that name."""
    if not name.isidentifier() or _file(f"{_PLACE}.{name}") is None:
        return None
    found = getattr(import_module(f"{_PLACE}.{name}"), name, None)
    return found if isinstance(found, click.Command) else None


def told(name: str, place: str = "") -> click.Command | None:
    """A command with nothing but its help, from its source; None where that does not show it.

    `place` is where it stands, as entry points say it, if it is none of `bot.commands`.
    """
    module, _, function = (place or f"{_PLACE}.{name}:{name}").partition(":")
    file = _file(module) if name.isidentifier() else None
    if file is None or not file.is_file():
        return None
    named = (node for node in ast.parse(file.read_bytes()).body if _is_called(node, function))
    found = next(named, None)
    return click.Command(name, help=ast.get_docstring(found)) if found else None


def _file(module: str) -> Path | None:
    spec = find_spec(module)
    return Path(spec.origin) if spec and spec.origin else None


def _is_called(node: ast.stmt, name: str) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and node.name == name
