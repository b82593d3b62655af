"""Reads the YAML files that stand beside the code."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files
from typing import Any

import yaml

from knowledge.kept import keeps, kept

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
    text = files(package).joinpath(name).read_text("utf-8")
    if not keeps():
        return parse(text)
    digest = sha256(text.encode()).hexdigest()
    read = json.loads(kept("yaml", digest, lambda: _as_json(parse(text)).encode()))
    return parse(text) if read is None else read


def _as_json(data: Any) -> str:
    """Data as JSON; null where it has what JSON has not, as dates and numbered keys."""
    try:
        text = json.dumps(data)
    except TypeError:
        return "null"
    return text if json.loads(text) == data else "null"
