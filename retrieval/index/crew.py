"""Passages embedded for the store, as many at once as there are processors.

Two processes of one thread each embed half as many passages again as one process of two threads,
whose threads wait for each other within every text; the vectors are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Protocol, runtime_checkable

import numpy as np

from retrieval.errors import EmbedderDownError
from retrieval.index.embed import Model
from retrieval.storage.kept_vectors import Vector

Embed = Callable[[Sequence[str]], list[Vector | None]]
"""Passages to vectors, in order; None for what the model cannot embed."""
_TRIES = 5


@runtime_checkable
class Helper(Protocol):
    """A model in a process of its own."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages."""

    def close(self) -> None:
        """End the process."""


@runtime_checkable
class Many(Protocol):
    """A model that can be started several times."""

    def helpers(self) -> Sequence[Helper]:
        """Make others of it, one a processor, none started yet."""


@contextmanager
def crew(model: Model) -> Iterator[Embed]:
    """Give what embeds many passages; the helpers of a model end with it."""
    helpers = model.helpers() if isinstance(model, Many) else ()
    members: Sequence[Helper | Model] = helpers or (model,)
    idle: SimpleQueue[Helper | Model] = SimpleQueue()
    for member in members:
        idle.put(member)

    def embedded(text: str) -> Vector | None:
        member = idle.get()
        try:
            return _embedded(member, text)
        finally:
            idle.put(member)

    try:
        with ThreadPoolExecutor(len(members)) as pool:
            yield lambda texts: list(pool.map(embedded, texts))
    finally:
        for helper in helpers:
            helper.close()


def _embedded(model: Helper | Model, text: str) -> Vector | None:
    for _ in range(_TRIES):
        try:
            return np.asarray(model.embed_documents([text])[0], dtype=np.float32)
        except EmbedderDownError:
            continue
    return None
