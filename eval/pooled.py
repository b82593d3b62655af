"""A model that embeds equal texts below different names once: many notices, few vectors."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import numpy as np

from retrieval.index.embed import Model

_BETWEEN = " › "
_NUMBER = re.compile(r"[\u4e00-\u9fff]赛发〔\d{4}〕\d+号")
"""As `eval.synthetic` numbers its notices."""
_LEAST = 2
"""Characters a place has at least."""


class Pooled:
    """Embeds the text of a chunk without its notice's name, its place and its number."""

    def __init__(self, model: Model, keep: Path | None = None) -> None:
        """`keep` is a file of vectors from an earlier run, if it is there."""
        self._model = model
        self._keep = keep
        self._vectors: dict[str, list[float]] = {}
        self.name = f"pooled:{model.name}"
        if keep is not None and keep.exists():
            with np.load(keep) as kept:
                self._vectors = dict(
                    zip(kept["texts"].tolist(), kept["rows"].tolist(), strict=True)
                )

    @property
    def count(self) -> int:
        """How many texts have a vector."""
        # no __len__: a model that has embedded nothing yet must not count as no model
        return len(self._vectors)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages; those that differ in names alone get one vector."""
        bodies = [nameless(text) for text in texts]
        new = [body for body in dict.fromkeys(bodies) if body not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._model.embed_documents(new), strict=True))
        return [self._vectors[body] for body in bodies]

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""
        return self._model.embed_query(text)

    def save(self) -> None:
        """Keep the vectors for the next run, if a file was named."""
        if self._keep is not None:
            rows = np.array(list(self._vectors.values()), dtype=np.float32)
            np.savez(self._keep, texts=np.array(list(self._vectors)), rows=rows)


def nameless(full: str) -> str:
    r"""A chunk's own words without what its notice alone is called.

    The first line of a chunk is the notice's name and the headings.

    >>> nameless("丰县第一届焊接竞赛 › 五、费用\n丰县总工会举办丰县第一届焊接竞赛")
    '总工会举办竞赛'
    """
    prefix, _, body = full.partition("\n")
    name = prefix.split(_BETWEEN)[0]
    body = _NUMBER.sub("", body.replace(name, "竞赛")) if name else body
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, body)))  # noqa: B905 of unequal length
    return body[shared:] if shared >= _LEAST else body
