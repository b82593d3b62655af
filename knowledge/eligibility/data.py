"""Reads the YAML files that stand beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is ten times as fast; where libyaml is lacking the Python one does the same."""


def parse(text: str) -> Any:
    """YAML text as plain data."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 both are safe loaders


@cache
def table(name: str) -> Any:
    """The content of a data file of this package, read once."""
    return parse(files(__package__).joinpath(name).read_text("utf-8"))
