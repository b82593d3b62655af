"""What a process that answers does once, when it begins."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

SELDOM = (20_000, 50, 100)
"""What an answer makes goes without the collector; looking for rings seldom spares it 2 %."""


def compile_patterns() -> None:
    """How people speak of themselves: once, not by many threads at their first question."""
    from knowledge.eligibility.facts import facts_from_words  # noqa: PLC0415 heavy

    facts_from_words("")


def build_models() -> None:
    """What reads our data: once, not by many threads where each is first read."""
    from knowledge.model import Frozen  # noqa: PLC0415 heavy

    for model in _below(Frozen):
        model.model_rebuild()


def _below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """All models made of this one."""
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


def set_aside() -> None:
    """Spare the collector of garbage what lasts: going through a desk takes it 0.1 s each time.

    Of a desk that was replaced it takes what is left when the next one is opened.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
