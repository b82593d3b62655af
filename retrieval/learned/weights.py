"""What each number counts, as learned: `python -m eval.learning` writes the file again."""

from __future__ import annotations

from functools import cache, cached_property
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from knowledge.model import Frozen
from retrieval.learned.features import NAMES, Numbers

FILE = "weights.json"


class Weight(Frozen):
    """What one number counts: its distance from `mean`, in units of `deviation`."""

    mean: float
    deviation: float = Field(gt=0)
    much: float


class Weights(Frozen):
    """The weight of every number, by its name."""

    learned_from: str
    """Which questions, in words."""
    weights: dict[str, Weight]

    def scores(self, features: Numbers) -> Numbers:
        """How well each line of numbers looks like an answer; a difference of 1 is odds of e."""
        much, means = self._columns
        return ((features - means) @ much).astype(np.float32)

    @cached_property
    def _columns(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What a unit of each number counts, and its mean."""
        found = [self.weights[name] for name in NAMES]
        return np.array([w.much / w.deviation for w in found]), np.array([w.mean for w in found])


@cache
def weights() -> Weights:
    """Those in the package."""
    text = resources.files(__package__).joinpath(FILE).read_text("utf-8")
    return Weights.model_validate_json(text)
