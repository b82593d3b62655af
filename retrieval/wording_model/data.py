"""The data of the language model's rooms: services, what it is told, what it may add."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Frozen

_WRAP = lazy_re.compile(r"\s+")


class Prompts(Frozen):
    """What the model is told, and how a rewritten question is shown."""

    reword: str
    rewrite: str
    understood: dict[str, str]
    """By language; `{question}` and `{answer}` are filled in."""


class Vocabulary(Frozen):
    """Words that state nothing; regular expressions over comparable text."""

    courtesies: tuple[str, ...]
    english: tuple[str, ...]
    particles: str
    same: dict[str, str]
    echo: str
    states: str
    private: str
    names: str


def _read(name: str) -> Any:
    return content("retrieval.wording_model", name)


@cache
def presets() -> dict[str, str]:
    """Services by name, with the address of each."""
    return {str(name): str(url) for name, url in _read("presets.yaml").items()}


@cache
def prompts() -> Prompts:
    """What the model is told."""
    return Prompts.model_validate(_read("prompts.yaml"))


@cache
def vocabulary() -> Vocabulary:
    """What a reworded answer may add or leave out."""
    return Vocabulary.model_validate(_read("vocabulary.yaml"))


def pattern(words: str) -> re.Pattern[str]:
    """A pattern whose alternatives may be wrapped over lines in the data."""
    return lazy_re.compile(_WRAP.sub("", words))
