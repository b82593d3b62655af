"""Reads the YAML files that stand beside the code."""

from __future__ import annotations

from functools import cache
from typing import Any

from knowledge.data import content


@cache
def table(name: str) -> Any:
    """The content of a data file of this package, read once."""
    return content("knowledge.eligibility", name)
