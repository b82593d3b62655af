"""The words of a coordinator's sheet: how its columns are called, and what is written back."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from knowledge.model import Frozen

Field = Literal["question", "answer", "clause", "track", "group", "as_of"]
Verdict = Literal[
    "same",
    "partly",
    "differs",
    "silent",
    "asked_back",
    "declined",
    "not_silent",
    "look",
    "none",
    "unasked",
]
FILLS: dict[Verdict, str] = {
    "same": "C6EFCE",
    "partly": "FFEB9C",
    "differs": "FFC7CE",
    "silent": "FFEB9C",
    "asked_back": "FFEB9C",
    "declined": "FFEB9C",
    "not_silent": "FFC7CE",
    "look": "BDD7EE",
    "none": "BDD7EE",
    "unasked": "FFEB9C",
}


class Words(Frozen):
    """The content of words.yaml."""

    columns: dict[Field, tuple[str, ...]]
    silent: tuple[str, ...]
    written: tuple[str, str, str, str]
    verdicts: dict[Verdict, str]
    advice: dict[str, str]


@cache
def words() -> Words:
    """The words, read once."""
    text = files(__package__).joinpath("words.yaml").read_text("utf-8")
    return Words.model_validate(yaml.safe_load(text))
