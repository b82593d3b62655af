"""Reads the YAML files that stand beside the code."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is ten times as fast; where libyaml is lacking the Python one does the same."""


def parse(text: str) -> Any:
    """YAML text as plain data; raises yaml.YAMLError where it is none."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 both are safe loaders


def content(package: str, name: str) -> Any:
    """What a data file of a package holds.

    >>> "before" in content("knowledge", "masking.yaml")
    True
    """
    return parse(files(package).joinpath(name).read_text("utf-8"))
