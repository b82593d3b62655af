"""What each pair of a question's and a sentence's traits counts, as learned.

Two bodies of evidence rarely share their words; which kind of sentence answers which way of asking
they do share. So a question's characters and concepts are weighed against what a sentence is like,
not against its words.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Collection, Sequence
from functools import cache, cached_property
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from knowledge.model import Frozen

FILE = "pairs.json"
_MOST = 127
"""Weights are whole steps of one byte: sums of them are exact on every machine."""
Whole = NDArray[np.int32]
"""Of each sentence and each trait: 1 where it has the trait."""
Told = NDArray[np.float32]
"""The same; sums of whole steps are exact up to 16 million."""


class Pairs(Frozen):
    """A weight for every trait of a question with every trait of a sentence."""

    learned_from: str
    """Which questions, in words."""
    asked: tuple[str, ...]
    told: tuple[str, ...]
    step: float = Field(gt=0)
    """What 1 counts, in log odds."""
    packed: str
    """The weights, a line for each of `asked`: a byte each, deflated, as base 85."""

    @cached_property
    def _much(self) -> Told:
        """The weights: a line for each trait of a question."""
        plain = zlib.decompress(base64.b85decode(self.packed))
        lines = np.frombuffer(plain, dtype=np.int8).astype(np.float32)
        return lines.reshape(len(self.asked), len(self.told))

    @cached_property
    def _line(self) -> dict[str, int]:
        """Where the line of each trait of a question is."""
        return {name: at for at, name in enumerate(self.asked)}

    def columns(self, sentences: Sequence[Collection[str]]) -> Told:
        """Which sentence has which of the traits that are weighed."""
        return columns(sentences, self.told).astype(np.float32)

    def scores(self, asked: Collection[str], columns: Told) -> NDArray[np.float32]:
        """How well each sentence goes with the question; a difference of 1 is odds of e."""
        looked_for = self._much[[self._line[name] for name in asked if name in self._line]]
        steps: NDArray[np.float64] = (columns @ looked_for.sum(axis=0)).astype(np.float64)
        return (steps * self.step).astype(np.float32)


def columns(sentences: Sequence[Collection[str]], names: Sequence[str]) -> Whole:
    """Which sentence has which of the named traits."""
    has = [[name in traits for name in names] for traits in sentences]
    return np.array(has, dtype=np.int32).reshape(len(sentences), len(names))


def packed(
    much: NDArray[np.float64], asked: Sequence[str], told: Sequence[str], learned_from: str
) -> Pairs:
    """Weights (a line for each of `asked`) in whole steps.

    >>> made = packed(np.array([[1.0, -0.5]]), ["when"], ["date", "fee"], "made up")
    >>> made.scores({"when"}, made.columns([{"date"}, {"fee"}, set()])).round(2).tolist()
    [1.0, -0.5, 0.0]
    """
    step = float(np.abs(much).max(initial=0.0)) / _MOST or 1.0
    whole = np.rint(much / step).astype(np.int8)
    text = base64.b85encode(zlib.compress(whole.tobytes(), 9)).decode("ascii")
    return Pairs(
        learned_from=learned_from, asked=tuple(asked), told=tuple(told), step=step, packed=text
    )


@cache
def pairs() -> Pairs:
    """Those in the package."""
    text = resources.files(__package__).joinpath(FILE).read_text("utf-8")
    return Pairs.model_validate_json(text)
