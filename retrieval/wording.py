"""Everything saiwen says in its own words, from `wording.yaml`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("retrieval").joinpath("wording.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  a safe loader either way
    return data


def say(key: str, language: str = "zh", **values: object) -> str:
    """The wording `key` (dots go down) with `values` filled in.

    >>> say("not_in_notice", what="停车")
    '通知未规定停车。'
    """
    found: Any = _texts()[language]
    for step in key.split("."):
        found = found[step]
    return str(found).format(**values) if values else str(found)
